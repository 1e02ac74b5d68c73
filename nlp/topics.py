"""Which topics a message is about: a linear model over hashed features, read from plain arrays."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from nlp.features import character_ngrams, joined_keys, word_hashes
from nlp.model_file import SHIPPED, ModelFile
from nlp.normalise import Word
from nlp.reading import Span, TopicScore

RANKED = 5
REASONS = 4
_SLOT_BITS = 20
_SLOT_MASK = np.uint32((1 << _SLOT_BITS) - 1)


@dataclass(frozen=True, slots=True)
class Topics:
    """The topics found in one message."""

    asserted: tuple[TopicScore, ...]
    ranked: tuple[TopicScore, ...]


class TopicModel:
    """Scores every topic for the words of a message."""

    def __init__(self, model: ModelFile) -> None:
        arrays = model.arrays
        self.version: str = model.facts["version"]
        self.codes: tuple[str, ...] = tuple(model.facts["codes"])
        self._weights: NDArray[np.int8] = arrays["weights"]
        self._scale: NDArray[np.float32] = arrays["scale"]
        self._bias: NDArray[np.float32] = arrays["bias"]
        self._idf: NDArray[np.float32] = arrays["idf"].astype(np.float32)
        self._temperature = float(model.facts["temperature"])
        self._first = float(model.facts["first_threshold"])
        self._second = float(model.facts["second_threshold"])
        keys: NDArray[np.uint32] = arrays["keys"]
        self._slot_key = np.zeros(1 << _SLOT_BITS, dtype=np.uint32)
        self._slot_row = np.full(1 << _SLOT_BITS, -1, dtype=np.int32)
        slots = keys & _SLOT_MASK
        self._slot_key[slots] = keys
        self._slot_row[slots] = np.arange(len(keys), dtype=np.int32)

    @classmethod
    def load(cls, path: Path | None = None) -> "TopicModel":
        """Read a model file; the shipped one when none is given."""
        return cls(ModelFile.load(path or SHIPPED))

    def read(self, words: Sequence[Word]) -> Topics:
        """Topics of a message: asserted where sure enough, and the five likeliest."""
        return self._decide(self.probabilities(words))

    def probabilities(self, words: Sequence[Word]) -> NDArray[np.float32]:
        """Probability of every topic, in the order of `codes`."""
        margins = self.margins(words) / self._temperature
        powers = np.exp(margins - margins.max())
        return powers / powers.sum()  # type: ignore[no-any-return]

    def margins(self, words: Sequence[Word]) -> NDArray[np.float32]:
        """Raw scores before calibration."""
        total = self._bias.copy()
        for hashes in (character_ngrams(joined_keys(words)), word_hashes(words)):
            rows, values = self._vector(hashes)
            if len(rows):
                total += (values @ self._weights[rows].astype(np.float32)) * self._scale
        return total

    def _vector(self, hashes: NDArray[np.uint32]) -> tuple[NDArray[np.int32], NDArray[np.float32]]:
        """Rows of the known features and their TF-IDF values, of length one."""
        slots = hashes & _SLOT_MASK
        rows = self._slot_row[slots]
        rows = np.sort(rows[(rows >= 0) & (self._slot_key[slots] == hashes)])
        if not len(rows):
            return rows, np.empty(0, dtype=np.float32)
        edges = np.flatnonzero(np.concatenate(([True], rows[1:] != rows[:-1])))
        counts = np.diff(np.append(edges, len(rows)))
        rows = rows[edges]
        values = (1 + np.log(counts, dtype=np.float32)) * self._idf[rows]
        return rows, values / np.sqrt(values @ values)

    def _decide(self, p: NDArray[np.float32]) -> Topics:
        order = np.argsort(-p)[:RANKED]
        ranked = tuple(TopicScore(self.codes[i], float(p[i])) for i in order)
        asserted: tuple[TopicScore, ...] = ()
        if ranked[0].p >= self._first and ranked[0].code != "nothing":
            asserted = ranked[:1]
            if ranked[1].p >= self._second and "nothing" != ranked[1].code:
                asserted = ranked[:2]
        return Topics(asserted, ranked)

    def reasons(self, words: Sequence[Word], code: str) -> tuple[Span, ...]:
        """The words that speak most for a topic, in the order of the text.

        A word's share is the score of the message less its score without the word's own features.
        """
        column = self.codes.index(code)
        shares: list[tuple[float, Word]] = []
        for word in words:
            if len(word.key) > 1:
                gain = 0.0
                for hashes in (character_ngrams(f" {word.key} "), word_hashes([word])):
                    rows, values = self._vector(hashes)
                    weights = self._weights[rows, column].astype(np.float32) * self._scale[column]
                    gain += float(values @ weights) if len(rows) else 0.0
                shares.append((gain, word))
        best = sorted(shares, key=lambda share: -share[0])[:REASONS]
        chosen = sorted((word.start, word.end) for gain, word in best if gain > 0)
        return tuple(Span(start, end, code) for start, end in chosen)

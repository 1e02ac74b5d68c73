"""From features to numbers a linear model can weigh: what a word is worth, and likeness of meaning to known messages.

A message is the sum of its distinct words: each brings its features once, and its square to the square of the message's
length. A true length would count what words have in common, which no word knows alone; left out, all that the model
makes of a word can be worked out once and summed (one point of a hundred is lost and won back by the pairs).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import sqrt
from typing import Any

import numpy as np
from numpy.typing import NDArray

from nlp.features import WORDS, Hashes, gram_hashes, key_hash

Floats = NDArray[np.floating[Any]]
Rows = NDArray[np.intp]

LEAST_SQUARE = 1e-3
"""Of a message without a known word, so that nothing is divided by nought."""


class Vectoriser:
    """Knows which features the model has weights for, and what each is worth."""

    def __init__(self, keys: Hashes, worth: Floats, blocks: NDArray[np.uint8]) -> None:
        """Build the index.

        Args:
            keys: hash of each feature.
            worth: inverse document frequency of each, times the gain of its sort.
            blocks: which sort each is of.
        """
        self.worth = worth.astype(np.float32)
        alone = blocks <= WORDS
        rows = np.arange(len(keys))
        self._row_of: dict[int, int] = dict(zip(keys[alone].tolist(), rows[alone].tolist(), strict=True))
        self._row_between: dict[int, int] = dict(zip(keys[~alone].tolist(), rows[~alone].tolist(), strict=True))

    @property
    def size(self) -> int:
        """How many features are known."""
        return len(self.worth)

    def rows(self, key: str, lemma: int) -> Rows:
        """Rows of what a word has by itself.

        Args:
            key: its spelling.
            lemma: hash of its dictionary form.
        """
        row_of = self._row_of
        hashes = (*gram_hashes(key), key_hash(key), lemma)
        return np.array([row_of[number] for number in hashes if number in row_of], dtype=np.intp)

    def between(self, pairs: Iterable[int], concepts: Iterable[int], gain: float) -> tuple[Rows, Floats]:
        """Rows of what is more than one word, with what they are worth.

        Args:
            pairs: hashes of lemmas side by side, each once.
            concepts: hashes of concepts and of their meetings, each once.
            gain: of the message's words, which is that of its pairs as well.
        """
        row_of = self._row_between
        beside = [row_of[number] for number in pairs if number in row_of]
        rows = np.array(beside + [row_of[number] for number in concepts if number in row_of], dtype=np.intp)
        worth = self.worth.take(rows)
        worth[: len(beside)] *= np.float32(gain)
        return rows, worth


def rows_by_hash(hashes: Hashes) -> dict[int, int]:
    """Row of each hash, to be looked up one by one."""
    return dict(zip(hashes.tolist(), range(len(hashes)), strict=True))


def gain_of(square: float) -> float:
    """What brings a message to the length of one, given the square of its own."""
    return 1 / sqrt(max(square, LEAST_SQUARE))


@dataclass(frozen=True, slots=True)
class Meaning:
    """Word vectors learnt from co-occurrence, and messages that stand as landmarks among them.

    A message is the sum of its words' vectors; what the model sees is its likeness to each landmark through a radial
    kernel (the Nyström method of Williams & Seeger 2001, with landmarks as Zhang, Tsang & Kwok 2008 choose them).

    Attributes:
        row_of: row of each lemma's hash.
        vectors: one row a lemma, weighted by idf, in signed bytes.
        scales: what one unit of each row is worth.
        centre: mean of all messages.
        landmarks: unit vectors, one column each.
        sharpness: of the kernel.
    """

    row_of: Mapping[int, int]
    vectors: NDArray[np.int8]
    scales: Floats
    centre: Floats
    landmarks: Floats
    sharpness: float

    def vector(self, lemma: int) -> Floats:
        """Vector of a lemma's hash; zero when it has none."""
        row = self.row_of.get(lemma)
        if row is None:
            return np.zeros_like(self.centre)
        vector: Floats = self.vectors[row] * self.scales[row]
        return vector

    @classmethod
    def stored(cls, facts: Mapping[str, Any], arrays: Mapping[str, NDArray[Any]]) -> "Meaning":
        """Take a trained model's."""
        return cls(
            row_of=rows_by_hash(arrays["lemma_keys"]),
            vectors=arrays["lemma_vectors"],
            scales=arrays["lemma_scales"],
            centre=arrays["centre"],
            landmarks=arrays["landmarks"],
            sharpness=float(facts["sharpness"]),
        )

    def place(self, total: Floats) -> Floats:
        """Where a message stands, as a unit vector, given the sum of its words' vectors."""
        place = total - self.centre
        place /= np.sqrt(place @ place) + np.float32(1e-6)
        return place

    def likeness(self, place: Floats) -> Floats:
        """Kernel value with each landmark."""
        nearness = place @ self.landmarks
        nearness -= np.float32(1)
        nearness *= np.float32(self.sharpness)
        return np.exp(nearness, out=nearness)

"""Which topics a message is about, and what its writer wants: one linear model, read from plain arrays."""

from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from nlp.features import gram_hashes, halves, key_hash, lemma_hash, meetings
from nlp.model_file import ModelFile
from nlp.normalise import Normaliser, Word
from nlp.phrases import LexiconRow, Opened, PhraseBook
from nlp.reading import Span, TopicScore
from nlp.remembered import Remembered
from nlp.scheme import Scheme, Topic
from nlp.vectors import Floats, Meaning, Rows, Vectoriser

RANKED = 5
REASONS = 4
TITLE_WEIGHT = 1.0
PHRASE_WEIGHT = 3.0
UNTRAINED_MARGIN = -1.0
UNTRAINED_GAIN = 1.9
"""A topic without examples begins where absent topics stand, and two sure phrases carry it to the top."""
_LEAST_SHARE = 0.08
_ROW_BYTES = 4


class _Known(NamedTuple):
    """All that the model makes of one word alone.

    Attributes:
        rows: of its n-grams, spelling and lemma, as bytes of 32-bit numbers: a message's are joined faster than arrays.
        opening: what it brings to a pair of lemmas that it opens.
        closing: what it brings to one that it closes.
        meaning: row of its lemma's vector; -1 when it has none.
        phrases: what begins with it.
    """

    rows: bytes
    opening: int
    closing: int
    meaning: int
    phrases: Opened


@dataclass(frozen=True, slots=True)
class Scores:
    """What the model makes of a message.

    Attributes:
        topics: probability of every topic, in the order of the model's codes.
        kinds: margin of every kind, in the order of the model's kinds.
        urgent: how far the margin of danger is above its threshold.
        rows: the model's rows of the words, one word after the other, by which the deciding words are told.
        counts: how many rows each word has.
    """

    topics: Floats
    kinds: Floats
    urgent: float
    rows: Rows
    counts: list[int]


@dataclass(frozen=True, slots=True)
class Calibration:
    """How margins become probabilities, and from which probability on a topic is asserted."""

    temperature: float
    first: float
    second: float

    def probabilities(self, margins: Floats) -> Floats:
        """Softmax with a temperature fitted on held-out writers (Guo et al. 2017)."""
        powers = np.exp((margins - np.maximum.reduce(margins)) / np.float32(self.temperature))
        return powers / np.add.reduce(powers)  # type: ignore[no-any-return]


class TopicModel:
    """Scores every topic and every kind for the words of a message."""

    def __init__(self, model: ModelFile, codes: Sequence[str], phrases: PhraseBook) -> None:
        facts, arrays = model.facts, model.arrays
        self.version: str = facts["version"]
        self.codes = tuple(codes)
        self.kinds: tuple[str, ...] = tuple(facts["kinds"])
        self._trained = len(facts["codes"])
        self._phrases = phrases
        self._gain = float(facts["lexicon_gain"])
        self._urgent = float(facts["urgent_threshold"])
        self._calibration = Calibration(**facts["calibration"])
        self._vectoriser = Vectoriser(arrays["keys"], arrays["idf"], arrays["blocks"], arrays["shares"])
        self._meaning = Meaning(
            keys=arrays["lemma_keys"],
            vectors=arrays["lemma_vectors"],
            scales=arrays["lemma_scales"],
            centre=arrays["centre"],
            landmarks=arrays["landmarks"].astype(np.float32),
            sharpness=float(facts["sharpness"]),
        )
        self._weights: NDArray[np.int8] = arrays["weights"]
        self._scale: Floats = arrays["scale"]
        self._bias: Floats = arrays["bias"]
        self._landmark_weights: Floats = arrays["landmark_weights"]
        self._known = Remembered(self._look_up)

    @classmethod
    def build(cls, model: ModelFile, normaliser: Normaliser, scheme: Scheme) -> "TopicModel":
        """Make a model ready for a scheme; topics that it was not trained on are known by their phrases alone."""
        trained: list[str] = list(model.facts["codes"])
        added = [topic for code, topic in scheme.topics.items() if code not in trained]
        rows = [row for topic in added for row in _rows_of(topic)]
        codes = [*trained, *(topic.code for topic in added)]
        return cls(model, codes, PhraseBook.load(codes, normaliser, rows))

    def score(self, words: Sequence[Word]) -> Scores:
        """Probabilities of the topics and margins of the kinds."""
        known = [self._known[key, lemma] for _, _, key, lemma in words]
        found = self._phrases.find(words, [word.phrases for word in known])
        own = b"".join([word.rows for word in known])
        rows, values = self._vectoriser.weigh(_rows(own + self._between(known, found.concepts)))
        margins = self._bias + (values @ self._weights.take(rows, axis=0).astype(np.float32)) * self._scale
        place = self._meaning.place({word.meaning for word in known})
        margins += self._meaning.likeness(place) @ self._landmark_weights
        topics = margins[: self._trained] + self._gain * found.scores[: self._trained]
        if len(self.codes) > self._trained:
            topics = np.concatenate((topics, UNTRAINED_MARGIN + UNTRAINED_GAIN * found.scores[self._trained :]))
        return Scores(
            topics=self._calibration.probabilities(topics),
            kinds=margins[self._trained : -1],
            urgent=float(margins[-1]) - self._urgent,
            rows=_rows(own),
            counts=[len(word.rows) // _ROW_BYTES for word in known],
        )

    def _between(self, known: Sequence[_Known], concepts: Sequence[int]) -> bytes:
        """The model's rows of lemmas side by side and of concepts."""
        between = [one.opening ^ two.closing for one, two in pairwise(known)]
        if concepts:
            between += meetings(concepts)
        row_of = self._vectoriser.row_unmixed
        return array("i", [row_of[number] for number in between if number in row_of]).tobytes()

    def _look_up(self, word: tuple[str, str]) -> _Known:
        key, lemma = word
        hashes = [*gram_hashes(key), key_hash(key), lemma_hash(lemma)]
        rows = self._vectoriser.rows(np.array(hashes, dtype=np.uint32))
        number = hashes[-1]
        return _Known(
            rows[rows >= 0].tobytes(), *halves(number), self._meaning.row(number), self._phrases.opened(key, lemma)
        )

    def ranked(self, scores: Scores, count: int = RANKED) -> tuple[TopicScore, ...]:
        """The likeliest topics, five unless told otherwise."""
        order = np.argsort(-scores.topics)[:count]
        chances: list[float] = scores.topics.take(order).tolist()
        return tuple([TopicScore(self.codes[index], p) for index, p in zip(order.tolist(), chances, strict=True)])

    def asserted(self, ranked: Sequence[TopicScore]) -> tuple[TopicScore, ...]:
        """The topics sure enough to be told; a second only where it is likely too, none where nothing is."""
        if ranked[0].p < self._calibration.first:
            return ()
        return tuple(ranked[:2]) if ranked[1].p >= self._calibration.second else tuple(ranked[:1])

    def reasons(self, words: Sequence[Word], scores: Scores) -> tuple[Span, ...]:
        """The words that spoke most for the first topic, in the order of the text."""
        best = int(scores.topics.argmax())
        if best >= self._trained or not words:
            return ()
        shares = self._shares(scores, best)
        least = shares.max() * _LEAST_SHARE
        chosen = sorted([index for index in np.argsort(-shares)[:REASONS].tolist() if shares[index] > least])
        return tuple(
            [
                Span(words[index].start, words[index].end, self.codes[best])
                for index in chosen
                if len(words[index].key) > 1
            ]
        )

    def danger(self, words: Sequence[Word], scores: Scores) -> tuple[int, int] | None:
        """Where the word stands that spoke most for danger."""
        if not words:
            return None
        word = words[int(np.argmax(self._shares(scores, self._weights.shape[1] - 1)))]
        return word.start, word.end

    def _shares(self, scores: Scores, column: int) -> NDArray[np.float64]:
        """What each word alone adds to a column of the model."""
        weights = self._weights.ravel().take(scores.rows * self._weights.shape[1] + column)  # ravel: a view
        weights = weights * self._vectoriser.idf(scores.rows)
        owners = np.arange(len(scores.counts)).repeat(scores.counts)
        return np.bincount(owners, weights, len(scores.counts))


def _rows(numbers: bytes) -> Rows:
    return np.frombuffer(numbers, dtype=np.int32)


def _rows_of(topic: Topic) -> list[LexiconRow]:
    title = [(topic.code, word, TITLE_WEIGHT) for word in topic.title_fa.replace("،", " ").split() if len(word) > 1]
    return [*((topic.code, phrase, PHRASE_WEIGHT) for phrase in topic.phrases), *title]

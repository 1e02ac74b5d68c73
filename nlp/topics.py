"""Which topics a message is about, and what its writer wants: one linear model, read from plain arrays."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from nlp.features import between_hashes, gram_hashes, key_hash, lemma_hash
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


class _Known(NamedTuple):
    """All that depends on one word alone."""

    rows: Rows
    lemma: int
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
    counts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Calibration:
    """How margins become probabilities, and from which probability on a topic is asserted."""

    temperature: float
    first: float
    second: float

    def probabilities(self, margins: Floats) -> Floats:
        """Softmax with a temperature fitted on held-out writers (Guo et al. 2017)."""
        powers = np.exp((margins - margins.max()) / np.float32(self.temperature))
        return powers / powers.sum()  # type: ignore[no-any-return]


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
        lemmas = np.array([word.lemma for word in known], dtype=np.uint32)
        between = self._vectoriser.rows(between_hashes(lemmas, found.concepts))
        own = np.concatenate([word.rows for word in known]) if known else between[:0]
        rows, values = self._vectoriser.weigh(np.concatenate((own, between)))
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
            rows=own,
            counts=tuple([len(word.rows) for word in known]),
        )

    def _look_up(self, word: tuple[str, str]) -> _Known:
        key, lemma = word
        hashes = np.array([*gram_hashes(key), key_hash(key), lemma_hash(lemma)], dtype=np.uint32)
        rows = self._vectoriser.rows(hashes)
        number = int(hashes[-1])
        return _Known(rows[rows >= 0], number, self._meaning.row(number), self._phrases.opened(key, lemma))

    def ranked(self, scores: Scores, count: int = RANKED) -> tuple[TopicScore, ...]:
        """The likeliest topics, five unless told otherwise."""
        order = np.argsort(-scores.topics)[:count].tolist()
        return tuple([TopicScore(self.codes[index], float(scores.topics[index])) for index in order])

    def asserted(self, ranked: Sequence[TopicScore]) -> tuple[TopicScore, ...]:
        """The topics sure enough to be told; a second only where it is likely too, none where nothing is."""
        if ranked[0].p < self._calibration.first:
            return ()
        return tuple(ranked[:2]) if ranked[1].p >= self._calibration.second else tuple(ranked[:1])

    def reasons(self, words: Sequence[Word], scores: Scores) -> tuple[Span, ...]:
        """The words that spoke most for the first topic, in the order of the text."""
        best = int(np.argmax(scores.topics))
        if best >= self._trained or not words:
            return ()
        shares = self._shares(scores, best)
        least = shares.max() * _LEAST_SHARE
        chosen = sorted(index for index in np.argsort(-shares)[:REASONS].tolist() if shares[index] > least)
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
        word = words[int(np.argmax(self._shares(scores, -1)))]
        return word.start, word.end

    def _shares(self, scores: Scores, column: int) -> NDArray[np.float64]:
        """What each word alone adds to a column of the model."""
        owners = np.repeat(np.arange(len(scores.counts)), scores.counts)
        columns = self._weights.shape[1]
        weights = self._weights.ravel().take(scores.rows * columns + column % columns)  # ravel: a view
        shares = weights * self._vectoriser.idf(scores.rows)
        return np.bincount(owners, shares, len(scores.counts))


def _rows_of(topic: Topic) -> list[LexiconRow]:
    title = [(topic.code, word, TITLE_WEIGHT) for word in topic.title_fa.replace("،", " ").split() if len(word) > 1]
    return [*((topic.code, phrase, PHRASE_WEIGHT) for phrase in topic.phrases), *title]

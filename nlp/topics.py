"""Which topics a message is about, and what its writer wants: one linear model, read from plain arrays."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from nlp.features import Features, extract
from nlp.model_file import ModelFile
from nlp.normalise import Normaliser, Word
from nlp.phrases import LexiconRow, PhraseBook
from nlp.reading import Span, TopicScore
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


@dataclass(frozen=True, slots=True)
class Scores:
    """What the model makes of a message.

    Attributes:
        topics: probability of every topic, in the order of the model's codes.
        kinds: margin of every kind, in the order of the model's kinds.
        features: the features it was judged by.
        rows: the model's row of each feature, -1 where it has none.
    """

    topics: Floats
    kinds: Floats
    features: Features
    rows: Rows


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
        self._calibration = Calibration(**facts["calibration"])
        self._vectoriser = vectoriser(arrays)
        self._meaning = meaning(arrays, facts)
        self._weights: NDArray[np.int8] = arrays["weights"]
        self._scale: Floats = arrays["scale"]
        self._landmark_weights: Floats = arrays["landmark_weights"].astype(np.float32)

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
        found = self._phrases.find(words)
        features = extract(words, found.concepts)
        rows = self._vectoriser.rows(features.hashes)
        margins = self._margins(features, rows)
        topics = margins[: self._trained] + self._gain * found.scores[: self._trained]
        if len(self.codes) > self._trained:
            topics = np.concatenate((topics, UNTRAINED_MARGIN + UNTRAINED_GAIN * found.scores[self._trained :]))
        return Scores(self._calibration.probabilities(topics), margins[self._trained :], features, rows)

    def _margins(self, features: Features, rows: Rows) -> Floats:
        known, values = self._vectoriser.weigh(rows)
        total = (values @ self._weights[known].astype(np.float32)) * self._scale
        place = self._meaning.place(features.lemmas)
        return total + self._meaning.likeness(place) @ self._landmark_weights  # type: ignore[no-any-return]

    def ranked(self, scores: Scores) -> tuple[TopicScore, ...]:
        """The five likeliest topics."""
        order = np.argsort(-scores.topics)[:RANKED]
        return tuple(TopicScore(self.codes[index], float(scores.topics[index])) for index in order)

    def asserted(self, ranked: Sequence[TopicScore]) -> tuple[TopicScore, ...]:
        """The topics sure enough to be told; a second only where it is likely too, none where nothing is."""
        if ranked[0].p < self._calibration.first:
            return ()
        return tuple(ranked[:2]) if ranked[1].p >= self._calibration.second else tuple(ranked[:1])

    def reasons(self, words: Sequence[Word], scores: Scores) -> tuple[Span, ...]:
        """The words that spoke most for the first topic, in the order of the text."""
        best = int(np.argmax(scores.topics))
        if best >= self._trained:
            return ()
        rows = scores.rows[: len(scores.features.origin)]
        known = rows >= 0
        shares = np.bincount(
            scores.features.origin[known],
            self._weights[rows[known], best] * self._vectoriser.idf(rows[known]),
            len(words),
        )
        most = shares.max(initial=0.0)
        chosen = [index for index in np.argsort(-shares)[:REASONS] if shares[index] > most * _LEAST_SHARE]
        return tuple(
            Span(words[index].start, words[index].end, self.codes[best])
            for index in sorted(chosen)
            if len(words[index].key) > 1
        )


def vectoriser(arrays: Mapping[str, NDArray[np.generic]]) -> Vectoriser:
    """The vocabulary of a model."""
    return Vectoriser(arrays["keys"], arrays["idf"], arrays["blocks"], arrays["shares"])  # type: ignore[arg-type]


def meaning(arrays: Mapping[str, NDArray[np.generic]], facts: Mapping[str, float]) -> Meaning:
    """The word vectors of a model."""
    return Meaning(
        keys=arrays["lemma_keys"],  # type: ignore[arg-type]
        vectors=arrays["lemma_vectors"],  # type: ignore[arg-type]
        scales=arrays["lemma_scales"],  # type: ignore[arg-type]
        centre=arrays["centre"],  # type: ignore[arg-type]
        landmarks=arrays["landmarks"].astype(np.float32),
        sharpness=float(facts["sharpness"]),
    )


def _rows_of(topic: Topic) -> list[LexiconRow]:
    title = [(topic.code, word, TITLE_WEIGHT) for word in topic.title_fa.replace("،", " ").split() if len(word) > 1]
    return [*((topic.code, phrase, PHRASE_WEIGHT) for phrase in topic.phrases), *title]

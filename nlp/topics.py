"""Which topics a message is about, and what its writer wants: one linear model, read from plain arrays."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from nlp.linear import KnownWord, LinearModel
from nlp.model_file import ModelFile
from nlp.normalise import Normaliser, Word
from nlp.phrases import LexiconRow, PhraseBook
from nlp.reading import Span, TopicScore
from nlp.remembered import Remembered
from nlp.scheme import Scheme, Topic
from nlp.vectors import Floats

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
        urgent: how far the margin of danger is above its threshold.
        by_word: what each distinct word alone adds to each margin, by which the deciding words are told.
        first: the first of the message's words that is this one, for each distinct word.
    """

    topics: Floats
    kinds: Floats
    urgent: float
    by_word: Floats
    first: Sequence[Word]


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
        facts = model.facts
        self.version: str = facts["version"]
        self.codes = tuple(codes)
        self.kinds: tuple[str, ...] = tuple(facts["kinds"])
        self._trained = len(facts["codes"])
        self._phrases = phrases
        self._gain = float(facts["lexicon_gain"])
        self._urgent = float(facts["urgent_threshold"])
        self._calibration = Calibration(**facts["calibration"])
        self._model = LinearModel(model)
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
        known = list(map(self._known.__getitem__, [word[2:] for word in words]))
        found = self._phrases.find(words, [word.phrases for word in known])
        first = dict(zip(reversed(known), reversed(words), strict=True))
        margins = self._model.margins(known, tuple(first), found.concepts)
        topics = margins.all[: self._trained] + self._gain * found.scores[: self._trained]
        if len(self.codes) > self._trained:
            topics = np.concatenate((topics, UNTRAINED_MARGIN + UNTRAINED_GAIN * found.scores[self._trained :]))
        return Scores(
            topics=self._calibration.probabilities(topics),
            kinds=margins.all[self._trained : -1],
            urgent=float(margins.all[-1]) - self._urgent,
            by_word=margins.by_word,
            first=tuple(first.values()),
        )

    def _look_up(self, word: tuple[str, str]) -> KnownWord:
        key, lemma = word
        return self._model.word(key, lemma, self._phrases.opened(key, lemma))

    def ranked(self, scores: Scores, count: int = RANKED) -> tuple[TopicScore, ...]:
        """The likeliest topics, five unless told otherwise."""
        order = (-scores.topics).argsort()[:count]
        chances: list[float] = scores.topics.take(order).tolist()
        return tuple([TopicScore(self.codes[index], p) for index, p in zip(order.tolist(), chances, strict=True)])

    def asserted(self, ranked: Sequence[TopicScore]) -> tuple[TopicScore, ...]:
        """The topics sure enough to be told; a second only where it is likely too, none where nothing is."""
        if ranked[0].p < self._calibration.first:
            return ()
        return tuple(ranked[:2]) if ranked[1].p >= self._calibration.second else tuple(ranked[:1])

    def reasons(self, scores: Scores) -> tuple[Span, ...]:
        """The words that spoke most for the first topic, in the order of the text, each where it stands first."""
        best = int(scores.topics.argmax())
        if best >= self._trained or not scores.first:
            return ()
        shares: list[float] = scores.by_word[:, best].tolist()
        order = sorted(range(len(shares)), key=shares.__getitem__, reverse=True)
        least = shares[order[0]] * _LEAST_SHARE
        chosen = sorted(scores.first[at] for at in order[:REASONS] if shares[at] > least)
        return tuple([Span(word.start, word.end, self.codes[best]) for word in chosen if len(word.key) > 1])

    def danger(self, scores: Scores) -> tuple[int, int] | None:
        """Where the word stands that spoke most for danger."""
        if not scores.first:
            return None
        word = scores.first[int(scores.by_word[:, -1].argmax())]
        return word.start, word.end


def _rows_of(topic: Topic) -> list[LexiconRow]:
    title = [(topic.code, word, TITLE_WEIGHT) for word in topic.title_fa.replace("،", " ").split() if len(word) > 1]
    return [*((topic.code, phrase, PHRASE_WEIGHT) for phrase in topic.phrases), *title]

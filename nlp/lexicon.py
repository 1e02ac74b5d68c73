"""Weighted words and phrases of every topic, matched on whole words.

It lets a topic be added with a dozen phrases before there are examples, and knows rare words no message has used yet.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from nlp.normalise import Normaliser, Word

LEXICON_FILE = Path(__file__).parent / "data" / "lexicon.tsv"
HALF_WAY = 3.0
"""Sum of weights at which the squashed score reaches one half: one nearly sure phrase."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase's remaining words, and what it says for which topic."""

    rest: tuple[str, ...]
    topic: int
    weight: float


class Lexicon:
    """Finds phrases in the words of a message."""

    def __init__(self, phrases: Mapping[str, tuple[Phrase, ...]], topics: int) -> None:
        self._phrases = phrases
        self._topics = topics

    @classmethod
    def load(
        cls, codes: Sequence[str], normaliser: Normaliser, extra: Iterable[tuple[str, str, float]] = ()
    ) -> "Lexicon":
        """Read the shipped list and add further (topic, phrase, weight) rows, such as those of a city's own topics."""
        places = {code: index for index, code in enumerate(codes)}
        phrases: dict[str, list[Phrase]] = {}
        seen: set[tuple[int, tuple[str, ...]]] = set()
        for topic, phrase, weight in [*read_rows(LEXICON_FILE), *extra]:
            keys = tuple(word.key for word in normaliser.words(phrase) if word.key)
            if topic not in places or not keys or (places[topic], keys) in seen:
                continue
            seen.add((places[topic], keys))
            phrases.setdefault(keys[0], []).append(Phrase(keys[1:], places[topic], weight))
        return cls({first: tuple(rows) for first, rows in phrases.items()}, len(codes))

    def scores(self, words: Sequence[Word]) -> NDArray[np.float32]:
        """Squashed score of every topic, between -1 and 1; a phrase counts once."""
        total = [0.0] * self._topics
        for phrase in self._found(words):
            total[phrase.topic] += phrase.weight
        sums = np.array(total, dtype=np.float32)
        return sums / (np.abs(sums) + np.float32(HALF_WAY))  # type: ignore[no-any-return]

    def _found(self, words: Sequence[Word]) -> set[Phrase]:
        found: set[Phrase] = set()
        for position, word in enumerate(words):
            for first in (word.key,) if word.key == word.lemma else (word.key, word.lemma):
                for phrase in self._phrases.get(first, ()):
                    if _fits(phrase.rest, words, position + 1):
                        found.add(phrase)
        return found


def _fits(rest: tuple[str, ...], words: Sequence[Word], position: int) -> bool:
    if position + len(rest) > len(words):
        return False
    for offset, wanted in enumerate(rest):
        word = words[position + offset]
        if wanted not in (word.key, word.lemma):
            return False
    return True


def read_rows(path: Path) -> Iterable[tuple[str, str, float]]:
    """Rows of a lexicon file: topic, phrase, weight (3 nearly sure, 2 usual, 1 weak, -2 points away)."""
    with path.open(encoding="utf-8") as file:
        for line in file:
            if line.strip() and not line.startswith("#"):
                topic, phrase, weight = line.rstrip("\n").split("\t")
                yield topic, phrase, float(weight)

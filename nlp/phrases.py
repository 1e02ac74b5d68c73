"""Known words and phrases in a message: the topics they speak for, and the concepts they carry.

The lexicon lets a topic be added with a dozen phrases before there are examples; the thesaurus tells the model that
«ظلمات» and «سیاهی» are darkness although no training message has used them. Both are matched on whole words, by
spelling and by dictionary form, in one pass.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import or_
from pathlib import Path
from typing import NamedTuple
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from nlp.normalise import Normaliser, Word

DATA = Path(__file__).parent / "data"
LEXICON_FILE = DATA / "lexicon.tsv"
THESAURUS_FILE = DATA / "thesaurus.txt"
HALF_WAY = 3.0
"""Sum of weights at which a squashed score reaches one half: one nearly sure phrase."""

# Concepts are known by a hash of their name, so that editing the thesaurus does not renumber a trained model's.
_CONCEPT = 1 << 31

LexiconRow = tuple[str, str, float]
"""Topic, phrase, weight: 3 nearly sure, 2 usual, 1 weak, -2 points away."""


class Entry(NamedTuple):
    """A phrase: the words it goes on with after those it is filed under, what it says and how strongly."""

    number: int
    rest: tuple[str, ...]
    target: int
    weight: float


@dataclass(frozen=True, slots=True)
class Found:
    """What the phrases of a message say: squashed scores of the topics (-1 to 1), stable numbers of the concepts."""

    scores: NDArray[np.float32]
    concepts: tuple[int, ...]


class Opened(NamedTuple):
    """What a word says alone, and the longer phrases that it opens.

    Most neighbours are no phrase. So each word carries a few bits of those it goes on with and of itself as a second
    word (a Bloom filter, Bloom 1970): where the two have no bit in common nothing need be looked up.

    Attributes:
        concepts: carried by the word alone.
        topics: number, topic and weight of each phrase that the word is alone.
        by_key: longer phrases by the spelling of their second word.
        by_lemma: longer phrases by the dictionary form of their second word.
        goes_on: bits of the second words of what it opens.
        follows: bits of the word where it stands second in any phrase; none where it does in none.
    """

    concepts: tuple[int, ...]
    topics: Mapping[int, tuple[int, float]]
    by_key: Mapping[str, tuple[Entry, ...]]
    by_lemma: Mapping[str, tuple[Entry, ...]]
    goes_on: int
    follows: int


_NONE: dict[str, tuple[Entry, ...]] = {}
_SILENT = Opened((), {}, _NONE, _NONE, 0, 0)
"""Shared by the words that say nothing, about a third of all, which a search passes over at once."""
_BITS = 60


class PhraseBook:
    """Finds phrases in the words of a message."""

    def __init__(self, entries: dict[str, tuple[Entry, ...]], topics: int) -> None:
        self._entries = {opening: found for opening, found in entries.items() if " " not in opening}
        self._topics = topics
        self._longer: dict[str, dict[str, tuple[Entry, ...]]] = {}
        for opening, found in entries.items():
            first, space, second = opening.partition(" ")
            if space:
                self._longer.setdefault(first, {})[second] = found
        self._seconds = {second: _bit(second) for seconds in self._longer.values() for second in seconds}
        self._goes_on = {first: _joined_bits(self._seconds, seconds) for first, seconds in self._longer.items()}

    @classmethod
    def load(cls, codes: Sequence[str], normaliser: Normaliser, extra: Iterable[LexiconRow] = ()) -> "PhraseBook":
        """Read the shipped lists.

        Args:
            codes: topics in the order in which scores are wanted; rows of other topics are passed over.
            normaliser: gives the phrases the spelling that messages get.
            extra: further lexicon rows, such as those of a city's own topics.
        """
        targets = {code: index for index, code in enumerate(codes)}
        rows = [
            (targets[topic], phrase, weight) for topic, phrase, weight in (*lexicon_rows(), *extra) if topic in targets
        ]
        for concept, phrases in thesaurus_rows():
            rows.extend((crc32(concept.encode()) | _CONCEPT, phrase, 1.0) for phrase in phrases)
        entries: dict[str, list[Entry]] = {}
        seen: set[tuple[int, tuple[str, ...]]] = set()
        for target, phrase, weight in rows:
            keys = tuple(word.key for word in normaliser.words(phrase))
            if keys and (target, keys) not in seen:
                seen.add((target, keys))
                entry = Entry(len(seen), keys[2:], target, weight)
                entries.setdefault(" ".join(keys[:2]), []).append(entry)
        return cls({opening: tuple(found) for opening, found in entries.items()}, len(codes))

    def opened(self, key: str, lemma: str) -> Opened:
        """What begins with a word, in its spelling or dictionary form."""
        alone = self._entries.get(key, ())
        if lemma != key:
            alone += self._entries.get(lemma, ())
        by_key, by_lemma = self._longer.get(key, _NONE), self._longer.get(lemma, _NONE)
        follows = _joined_bits(self._seconds, (key, lemma))
        if not (alone or by_key or by_lemma or follows):
            return _SILENT
        concepts = tuple([entry.target for entry in alone if entry.target & _CONCEPT])
        topics = {entry.number: (entry.target, entry.weight) for entry in alone if not entry.target & _CONCEPT}
        return Opened(concepts, topics, by_key, by_lemma, _joined_bits(self._goes_on, (key, lemma)), follows)

    def find(self, words: Sequence[Word], known: Sequence[Opened] | None = None) -> Found:
        """Every phrase that occurs, counted once.

        Args:
            words: of the message.
            known: for each word what begins with it, when the caller keeps it.
        """
        if known is None:
            known = [self.opened(word.key, word.lemma) for word in words]
        topics: dict[int, tuple[int, float]] = {}
        concepts: set[int] = set()
        going_on = 0
        for position, opened in enumerate(known):
            if opened is _SILENT:
                going_on = 0
                continue
            own, alone, _, _, goes_on, follows = opened
            if own:
                concepts.update(own)
            if alone:
                topics.update(alone)
            if going_on & follows:
                for number, _, target, weight in _longer(known[position - 1], words, position):
                    if target & _CONCEPT:
                        concepts.add(target)
                    else:
                        topics[number] = target, weight
            going_on = goes_on
        return Found(self._squashed(topics.values()), tuple(sorted(concepts)))

    def _squashed(self, said: Iterable[tuple[int, float]]) -> NDArray[np.float32]:
        """Sum of each topic's weights, brought between -1 and 1."""
        sums: dict[int, float] = {}
        for target, weight in said:
            sums[target] = sums.get(target, 0.0) + weight
        scores = [0.0] * self._topics
        for target, total in sums.items():
            scores[target] = total / (abs(total) + HALF_WAY)
        return np.array(scores, dtype=np.float32)


def _longer(opened: Opened, words: Sequence[Word], second: int) -> Sequence[Entry]:
    """The phrases that were opened and go on with a word and those behind it."""
    _, _, by_key, by_lemma, _, _ = opened
    _, _, key, lemma = words[second]
    entries = by_key.get(key, ()) + by_lemma.get(lemma, ())
    return entries and [entry for entry in entries if not entry.rest or _goes_on(entry.rest, words, second + 1)]


def _bit(word: str) -> int:
    return 1 << crc32(word.encode("utf-8", "surrogatepass")) % _BITS


def _joined_bits(bits: Mapping[str, int], words: Iterable[str]) -> int:
    return reduce(or_, (bits.get(word, 0) for word in words), 0)


def _goes_on(rest: tuple[str, ...], words: Sequence[Word], position: int) -> bool:
    if position + len(rest) > len(words):
        return False
    for wanted, word in zip(rest, words[position : position + len(rest)], strict=True):
        if wanted not in (word.key, word.lemma):
            return False
    return True


def lexicon_rows(path: Path = LEXICON_FILE) -> Iterable[LexiconRow]:
    """Rows of a lexicon file."""
    with path.open(encoding="utf-8") as file:
        for line in file:
            if line.strip() and not line.startswith("#"):
                topic, phrase, weight = line.rstrip("\n").split("\t")
                yield topic, phrase, float(weight)


def thesaurus_rows(path: Path = THESAURUS_FILE) -> Iterable[tuple[str, tuple[str, ...]]]:
    """Concepts and the phrases that carry each; «_» in the file parts the words of a phrase."""
    with path.open(encoding="utf-8") as file:
        for line in file:
            concept, colon, phrases = line.partition(":")
            if colon and not line.startswith("#"):
                yield concept, tuple(phrase.replace("_", " ") for phrase in phrases.split())

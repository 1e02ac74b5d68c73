"""Known words and phrases in a message: the topics they speak for, and the concepts they carry.

The lexicon lets a topic be added with a dozen phrases before there are examples; the thesaurus tells the model that
«ظلمات» and «سیاهی» are darkness although no training message has used them. Both are matched on whole words, by
spelling and by dictionary form, in one pass.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
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


class PhraseBook:
    """Finds phrases in the words of a message."""

    def __init__(self, entries: dict[str, tuple[Entry, ...]], topics: int) -> None:
        self._entries = entries
        self._topics = topics
        self._openings = frozenset(opening.partition(" ")[0] for opening in entries if " " in opening)

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

    def opens(self, key: str, lemma: str) -> bool:
        """Whether a phrase of several words begins with this one."""
        return key in self._openings or lemma in self._openings

    def entries(self, key: str, lemma: str) -> tuple[Entry, ...]:
        """The phrases of one word, in its spelling or dictionary form."""
        found = self._entries.get(key, ())
        return found if lemma == key else found + self._entries.get(lemma, ())

    def find(self, words: Sequence[Word], known: Sequence[tuple[tuple[Entry, ...], bool]] | None = None) -> Found:
        """Every phrase that occurs, counted once.

        Args:
            words: of the message.
            known: for each word its one-word phrases and whether it opens longer ones, when the caller keeps them.
        """
        if known is None:
            known = [(self.entries(word.key, word.lemma), self.opens(word.key, word.lemma)) for word in words]
        found: dict[int, Entry] = {}
        last = len(words) - 1
        for position, (single, opens) in enumerate(known):
            for entry in single:
                found[entry[0]] = entry
            if opens and position < last:
                self._add_longer(words, position, found)
        sums = [0.0] * self._topics
        concepts: set[int] = set()
        for _, _, target, weight in found.values():
            if target & _CONCEPT:
                concepts.add(target)
            else:
                sums[target] += weight
        scores = np.array(sums, dtype=np.float32)
        scores /= np.abs(scores) + np.float32(HALF_WAY)
        return Found(scores, tuple(sorted(concepts)))

    def _add_longer(self, words: Sequence[Word], position: int, found: dict[int, Entry]) -> None:
        """Add the phrases of two words and more that begin here, looked up by their first two."""
        first, second = words[position], words[position + 1]
        candidates = self._entries.get(f"{first.key} {second.key}", ())
        if first.key != first.lemma or second.key != second.lemma:
            candidates += self._entries.get(f"{first.lemma} {second.lemma}", ())
        for entry in candidates:
            if not entry.rest or _goes_on(entry.rest, words, position + 2):
                found[entry.number] = entry


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

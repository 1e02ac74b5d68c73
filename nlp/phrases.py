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
    """A phrase as it hangs on its longest word: what stands before and after, what it says and how strongly."""

    number: int
    before: tuple[str, ...]
    after: tuple[str, ...]
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

    @classmethod
    def load(cls, codes: Sequence[str], normaliser: Normaliser, extra: Iterable[LexiconRow] = ()) -> "PhraseBook":
        """Read the shipped lists.

        Args:
            codes: topics in the order in which scores are wanted; rows of other topics are passed over.
            normaliser: gives the phrases the spelling that messages get.
            extra: further lexicon rows, such as those of a city's own topics.
        """
        targets = {code: index for index, code in enumerate(codes)}
        rows = [(targets[topic], phrase, weight) for topic, phrase, weight in (*lexicon_rows(), *extra) if topic in targets]
        for concept, phrases in thesaurus_rows():
            rows.extend((crc32(concept.encode()) | _CONCEPT, phrase, 1.0) for phrase in phrases)
        entries: dict[str, list[Entry]] = {}
        seen: set[tuple[int, tuple[str, ...]]] = set()
        for target, phrase, weight in rows:
            keys = tuple(word.key for word in normaliser.words(phrase))
            if keys and (target, keys) not in seen:
                seen.add((target, keys))
                at = max(range(len(keys)), key=lambda index: len(keys[index]))
                entry = Entry(len(seen), keys[:at], keys[at + 1 :], target, weight)
                entries.setdefault(keys[at], []).append(entry)
        return cls({anchor: tuple(found) for anchor, found in entries.items()}, len(codes))

    def entries(self, key: str, lemma: str) -> tuple[Entry, ...]:
        """The phrases that hang on a word, in its spelling or dictionary form."""
        found = self._entries.get(key, ())
        return found if lemma == key else found + self._entries.get(lemma, ())

    def find(self, words: Sequence[Word], entries: Sequence[tuple[Entry, ...]] | None = None) -> Found:
        """Every phrase that occurs, counted once.

        Args:
            words: of the message.
            entries: what hangs on each word, when the caller keeps it.
        """
        seen: set[int] = set()
        sums = [0.0] * self._topics
        concepts: set[int] = set()
        hanging = [self.entries(word.key, word.lemma) for word in words] if entries is None else entries
        for position, candidates in enumerate(hanging):
            for number, before, after, target, weight in candidates:
                if number in seen or not _stands(words, position, before, after):
                    continue
                seen.add(number)
                if target & _CONCEPT:
                    concepts.add(target)
                else:
                    sums[target] += weight
        scores = np.array(sums, dtype=np.float32)
        scores /= np.abs(scores) + np.float32(HALF_WAY)
        return Found(scores, tuple(sorted(concepts)))


def _stands(words: Sequence[Word], position: int, before: tuple[str, ...], after: tuple[str, ...]) -> bool:
    start, end = position - len(before), position + 1 + len(after)
    if start < 0 or end > len(words):
        return False
    for wanted, word in zip(before, words[start:position], strict=True):
        if wanted not in (word.key, word.lemma):
            return False
    for wanted, word in zip(after, words[position + 1 : end], strict=True):
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

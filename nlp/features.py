"""What a model sees of a message: hashes of character n-grams, words, lemmas, lemma pairs and concepts.

Training and use share this code, so a model never sees other features than it was trained on. N-grams stay within a
word, its borders counted as spaces: then all but pairs and concepts depends on one word alone and is kept for the next
message that says it, which is what makes reading cheap.
"""

from collections.abc import Sequence
from functools import cache
from itertools import accumulate
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

Hashes = NDArray[np.uint32]

GRAMS, WORDS, CONCEPTS = range(3)
BLOCKS = 3
"""Features are brought to length in three blocks: character n-grams, words, concepts."""
SHORTEST, LONGEST = 2, 5

_KEY_SEED, _LEMMA_SEED = 0x1234567, 0x7654321
_MULTIPLIER, _PAIR_SEED, _CONCEPT_SEED = np.uint32(0x9E3779B1), np.uint32(0x2545F491), np.uint32(0x5BD1E995)
_FIFTEEN, _SIXTEEN = np.uint32(15), np.uint32(16)
_FIRST_FACTOR, _SECOND_FACTOR = np.uint32(0x7FEB352D), np.uint32(0x846CA68B)
_DIGITS = str.maketrans("۰۱۲۳۴۵۶۷۸۹", "0000000000")


def gram_hashes(key: str) -> list[int]:
    """Hashes of all runs of two to five characters of a word; digits count as alike."""
    bordered = f" {key} ".translate(_DIGITS)
    whole = bordered.encode("utf-8", "surrogatepass")
    if key.isalpha() and min(key) > "\x7f" and max(key) < "\u0800":  # as all Persian: two bytes a letter
        edges = [0, *range(1, len(whole), 2), len(whole)]
    else:
        edges = [0, *accumulate(len(letter.encode("utf-8", "surrogatepass")) for letter in bordered)]
    return [
        crc32(whole[start:end])
        for length in range(SHORTEST, LONGEST + 1)
        for start, end in zip(edges, edges[length:], strict=False)
    ]


def key_hash(key: str) -> int:
    """Hash of a word's spelling."""
    return crc32(key.encode("utf-8", "surrogatepass"), _KEY_SEED)


def lemma_hash(lemma: str) -> int:
    """Hash of a dictionary form."""
    return crc32(lemma.encode("utf-8", "surrogatepass"), _LEMMA_SEED)


def pair_hashes(lemmas: Hashes) -> Hashes:
    """Hashes of each two lemmas that stand side by side."""
    return _mixed(_pairs(lemmas))


def concept_hashes(concepts: Sequence[int]) -> Hashes:
    """Hashes of each concept, and of each two that meet in a message."""
    return _mixed(_meetings(concepts))


def between_hashes(lemmas: Hashes, concepts: Sequence[int]) -> Hashes:
    """Hashes of all that depends on several words: of lemma pairs, then of concepts."""
    return _mixed(np.concatenate((_pairs(lemmas), _meetings(concepts))))


def _pairs(lemmas: Hashes) -> Hashes:
    return (lemmas[:-1] * _MULTIPLIER) ^ lemmas[1:] ^ _PAIR_SEED


def _meetings(concepts: Sequence[int]) -> Hashes:
    numbers = np.array(concepts, dtype=np.uint32)
    first, second = _combinations(len(numbers))
    return np.concatenate((numbers, (numbers.take(first) * _MULTIPLIER) ^ numbers.take(second))) ^ _CONCEPT_SEED


@cache
def _combinations(count: int) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    first, second = np.triu_indices(count, k=1)
    return first, second


def _mixed(values: Hashes) -> Hashes:
    """Spread every bit over all (a finaliser with constants of Wellons' hash-prospector)."""
    values = (values ^ (values >> _SIXTEEN)) * _FIRST_FACTOR
    values = (values ^ (values >> _FIFTEEN)) * _SECOND_FACTOR
    return values ^ (values >> _SIXTEEN)

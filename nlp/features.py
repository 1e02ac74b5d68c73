"""What a model sees of a message: hashes of character n-grams, words, lemmas, lemma pairs and concepts.

Training and use share this code, so a model never sees other features than it was trained on. N-grams stay within a
word, its borders counted as spaces: then all but pairs and concepts depends on one word alone and is kept for the next
message that says it, which is what makes reading cheap.
"""

from collections.abc import Sequence
from itertools import accumulate, combinations
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

Hashes = NDArray[np.uint32]

GRAMS, WORDS, PAIRS, CONCEPTS = range(4)
"""Sorts of features: character n-grams; spellings and lemmas; lemmas side by side; concepts and their meetings."""
SHORTEST, LONGEST = 2, 5

_KEY_SEED, _LEMMA_SEED = 0x1234567, 0x7654321
_MASK = (1 << 32) - 1
_MULTIPLIER, _PAIR_SEED, _CONCEPT_SEED = 0x9E3779B1, 0x2545F491, 0x5BD1E995
_DIGITS = str.maketrans("۰۱۲۳۴۵۶۷۸۹", "0000000000")


def gram_hashes(key: str) -> set[int]:
    """Hashes of all runs of two to five characters of a word, each once; digits count as alike."""
    bordered = f" {key} "
    if key.isalpha() and min(key) > "\x7f" and max(key) < "\u0800":  # as all Persian: two bytes a letter
        whole = bordered.encode("utf-8")
        edges = [0, *range(1, len(whole), 2), len(whole)]
    else:
        bordered = bordered.translate(_DIGITS)
        whole = bordered.encode("utf-8", "surrogatepass")
        edges = [0, *accumulate(len(letter.encode("utf-8", "surrogatepass")) for letter in bordered)]
    return {
        crc32(whole[start:end])
        for length in range(SHORTEST, LONGEST + 1)
        for start, end in zip(edges, edges[length:], strict=False)
    }


def key_hash(key: str) -> int:
    """Hash of a word's spelling."""
    return crc32(key.encode("utf-8", "surrogatepass"), _KEY_SEED)


def lemma_hash(lemma: str) -> int:
    """Hash of a dictionary form."""
    return crc32(lemma.encode("utf-8", "surrogatepass"), _LEMMA_SEED)


def halves(lemma: int) -> tuple[int, int]:
    """What a lemma's hash brings to a pair that it opens and to one that it closes: joined by exclusive or."""
    return lemma * _MULTIPLIER & _MASK, lemma ^ _PAIR_SEED


def meetings(concepts: Sequence[int]) -> list[int]:
    """Hashes of each concept, and of each two that meet in a message."""
    alone = [concept ^ _CONCEPT_SEED for concept in concepts]
    return alone + [(one * _MULTIPLIER & _MASK) ^ two ^ _CONCEPT_SEED for one, two in combinations(concepts, 2)]

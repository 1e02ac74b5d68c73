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

GRAMS, WORDS, CONCEPTS = range(3)
BLOCKS = 3
"""Features are brought to length in three blocks: character n-grams, words, concepts."""
SHORTEST, LONGEST = 2, 5

_KEY_SEED, _LEMMA_SEED = 0x1234567, 0x7654321
_MASK = (1 << 32) - 1
_MULTIPLIER, _PAIR_SEED, _CONCEPT_SEED = 0x9E3779B1, 0x2545F491, 0x5BD1E995
_FIFTEEN, _SIXTEEN, _THIRTY = np.uint32(15), np.uint32(16), np.uint32(30)
_FIRST_FACTOR, _SECOND_FACTOR = np.uint32(0x7FEB352D), np.uint32(0x846CA68B)
_FIRST_INVERSE, _SECOND_INVERSE = np.uint32(0x1D69E2A5), np.uint32(0x43021123)
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
    return _mixed((lemmas[:-1] * np.uint32(_MULTIPLIER)) ^ lemmas[1:] ^ np.uint32(_PAIR_SEED))


def concept_hashes(concepts: Sequence[int]) -> Hashes:
    """Hashes of each concept, and of each two that meet in a message."""
    return _mixed(np.array(meetings(concepts), dtype=np.uint32))


def halves(lemma: int) -> tuple[int, int]:
    """What a lemma brings to a pair that it opens and to one that it closes: their exclusive or is the pair, unmixed.

    A message has few pairs and fewer are known, so a reader looks them up one by one before they are mixed (see
    `unmixed`): a dozen array operations on so little cost more.
    """
    return lemma * _MULTIPLIER & _MASK, lemma ^ _PAIR_SEED


def meetings(concepts: Sequence[int]) -> list[int]:
    """Each concept and each two that meet, unmixed."""
    alone = [concept ^ _CONCEPT_SEED for concept in concepts]
    return alone + [(one * _MULTIPLIER & _MASK) ^ two ^ _CONCEPT_SEED for one, two in combinations(concepts, 2)]


def _mixed(values: Hashes) -> Hashes:
    """Spread every bit over all (a finaliser with constants of Wellons' hash-prospector)."""
    values = (values ^ (values >> _SIXTEEN)) * _FIRST_FACTOR
    values = (values ^ (values >> _FIFTEEN)) * _SECOND_FACTOR
    return values ^ (values >> _SIXTEEN)


def unmixed(hashes: Hashes) -> Hashes:
    """Undo `_mixed`: the value of a pair or a concept before its bits were spread."""
    values: Hashes = (hashes ^ (hashes >> _SIXTEEN)) * _SECOND_INVERSE
    values = (values ^ (values >> _FIFTEEN) ^ (values >> _THIRTY)) * _FIRST_INVERSE
    return values ^ (values >> _SIXTEEN)

"""Numbers for words: hashed character n-grams, words, lemmas, lemma pairs and concepts of one message.

Training and use share this code, so a model never sees other features than it was trained on. A feature is a 32-bit
hash; n-grams are hashed by rolling over the code points as arrays, without building a string for any of them.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from nlp.normalise import Word

Hashes = NDArray[np.uint32]
Places = NDArray[np.intp]

BLOCKS = 3
"""Features are normalised in three blocks: character n-grams, words, concepts."""
SHORTEST, LONGEST = 2, 5

_MULTIPLIER = np.uint32(0x9E3779B1)
_SEEDS = tuple(np.uint32(seed) for seed in (0, 0, 0x85EBCA6B, 0xC2B2AE35, 0x27D4EB2F, 0x165667B1))
_PAIR_SEED = np.uint32(0x2545F491)
_CONCEPT_SEED = 0x5BD1E995
_DIGITS = str.maketrans("۰۱۲۳۴۵۶۷۸۹", "0000000000")
_FIFTEEN, _SIXTEEN = np.uint32(15), np.uint32(16)


@dataclass(frozen=True, slots=True)
class Features:
    """Hashes of the features of a message, block after block, and where they come from.

    Attributes:
        hashes: all occurrences.
        sizes: how many belong to each block.
        origin: for each hash of the first two blocks, the number of the word it comes from.
        lemmas: hashes of the lemmas alone.
    """

    hashes: Hashes
    sizes: tuple[int, int, int]
    origin: Places
    lemmas: Hashes


def extract(words: Sequence[Word], concepts: Sequence[int] = ()) -> Features:
    """Features of a message's words and concepts."""
    grams, gram_origin = _character_ngrams(words)
    keys = np.array([_hash_key(word.key) for word in words], dtype=np.uint32)
    lemmas = np.array([_hash_lemma(word.lemma) for word in words], dtype=np.uint32)
    pairs = _mixed((lemmas[:-1] * _MULTIPLIER) ^ lemmas[1:] ^ _PAIR_SEED)
    named = np.array(_hash_concepts(tuple(concepts)), dtype=np.uint32)
    order = np.arange(len(words))
    return Features(
        hashes=np.concatenate((grams, keys, lemmas, pairs, named)),
        sizes=(len(grams), len(keys) + len(lemmas) + len(pairs), len(named)),
        origin=np.concatenate((gram_origin, order, order, order[1:])),
        lemmas=lemmas,
    )


def hash_lemma(lemma: str) -> int:
    """The hash by which a lemma's vector is kept."""
    return _hash_lemma(lemma)


def _character_ngrams(words: Sequence[Word]) -> tuple[Hashes, Places]:
    """Hashes of all runs of two to five characters, across words too, and the word in the middle of each."""
    if not words:
        return np.empty(0, dtype=np.uint32), np.empty(0, dtype=np.intp)
    keys = [word.key for word in words]
    joined = f" {' '.join(keys)} ".translate(_DIGITS)
    codes = np.frombuffer(joined.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    lengths = np.array([len(key) + 1 for key in keys])
    lengths[0] += 1
    owner = np.repeat(np.arange(len(keys)), lengths)
    parts: list[Hashes] = []
    origins: list[Places] = []
    rolled = codes * _MULTIPLIER
    for length in range(SHORTEST, min(LONGEST, len(codes)) + 1):
        rolled = (rolled[:-1] ^ (rolled[:-1] >> _FIFTEEN)) * _MULTIPLIER + codes[length - 1 :]
        parts.append(rolled ^ _SEEDS[length])
        middle = length // 2
        origins.append(owner[middle : middle + len(rolled)])
    return _mixed(np.concatenate(parts)), np.concatenate(origins)


@lru_cache(maxsize=20_000)
def _hash_key(key: str) -> int:
    return crc32(key.encode("utf-8", "surrogatepass"), 0x1234567)


@lru_cache(maxsize=20_000)
def _hash_lemma(lemma: str) -> int:
    return crc32(lemma.encode("utf-8", "surrogatepass"), 0x7654321)


@lru_cache(maxsize=5_000)
def _hash_concepts(concepts: tuple[int, ...]) -> tuple[int, ...]:
    """Each concept, and each two that meet in a message."""
    pairs = (*((0, concept) for concept in concepts), *combinations(concepts, 2))
    return tuple(crc32(first.to_bytes(4) + second.to_bytes(4), _CONCEPT_SEED) for first, second in pairs)


def _mixed(values: Hashes) -> Hashes:
    """A finaliser that spreads every bit (after Wellons' hash-prospector constants)."""
    values = (values ^ (values >> _SIXTEEN)) * np.uint32(0x7FEB352D)
    values = (values ^ (values >> _FIFTEEN)) * np.uint32(0x846CA68B)
    return values ^ (values >> _SIXTEEN)

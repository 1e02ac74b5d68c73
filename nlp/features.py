"""Numbers for words: hashed character n-grams, words, lemmas and lemma pairs of one message.

Training and use share this code, so a model can never see other features than it was trained on. A feature is a
32-bit hash; n-grams are hashed by rolling over the code points as arrays, without building a string for any of them.
"""

from collections.abc import Sequence
from functools import lru_cache
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from nlp.normalise import Word

Hashes = NDArray[np.uint32]

LONGEST = 5
_MULTIPLIER = np.uint32(0x9E3779B1)
_NGRAM_SEEDS = tuple(np.uint32(seed) for seed in (0, 0, 0x85EBCA6B, 0xC2B2AE35, 0x27D4EB2F, 0x165667B1))
_PAIR_SEED = np.uint32(0x2545F491)
_SKIP_SEED = np.uint32(0x632BE5AB)
_DIGITS = str.maketrans("۰۱۲۳۴۵۶۷۸۹", "0000000000")


def character_ngrams(joined: str) -> Hashes:
    """Hashes of all runs of two to five characters of a text that begins and ends with a space."""
    codes = np.frombuffer(joined.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    parts: list[Hashes] = []
    rolled = codes * _MULTIPLIER
    for length in range(2, LONGEST + 1):
        if len(codes) < length:
            break
        rolled = (rolled[:-1] ^ (rolled[:-1] >> np.uint32(15))) * _MULTIPLIER + codes[length - 1 :]
        parts.append(_mixed(rolled ^ _NGRAM_SEEDS[length]))
    return np.concatenate(parts) if parts else np.empty(0, dtype=np.uint32)


def word_hashes(words: Sequence[Word]) -> Hashes:
    """Hashes of the words, their lemmas, and of lemmas that stand side by side or one apart."""
    if not words:
        return np.empty(0, dtype=np.uint32)
    keys = np.array([_hash_word(word.key) for word in words], dtype=np.uint32)
    lemmas = np.array([_hash_lemma(word.lemma) for word in words], dtype=np.uint32)
    pairs = _mixed((lemmas[:-1] * _MULTIPLIER) ^ lemmas[1:] ^ _PAIR_SEED)
    return np.concatenate([keys, lemmas, pairs])


def joined_keys(words: Sequence[Word]) -> str:
    """The text as n-grams see it: one spelling, single spaces, digits all alike."""
    return f" {' '.join([word.key for word in words])} ".translate(_DIGITS)


@lru_cache(maxsize=20_000)
def _hash_word(key: str) -> int:
    return crc32(key.encode("utf-8", "surrogatepass"), 0x1234567)


@lru_cache(maxsize=20_000)
def _hash_lemma(lemma: str) -> int:
    return crc32(lemma.encode("utf-8", "surrogatepass"), 0x7654321)


def _mixed(values: Hashes) -> Hashes:
    values = (values ^ (values >> np.uint32(16))) * np.uint32(0x7FEB352D)
    values = (values ^ (values >> np.uint32(15))) * np.uint32(0x846CA68B)
    return values ^ (values >> np.uint32(16))

"""What training sees of messages: their features, the vocabulary drawn from them and the matrix (offline)."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from nlp.features import gram_hashes, halves, key_hash, lemma_hash, meetings
from nlp.messages import Message
from nlp.normalise import Form, Normaliser, Word
from nlp.phrases import PhraseBook
from nlp.vectors import Floats, Rows, Vectoriser, gain_of

if TYPE_CHECKING:
    from scipy.sparse import csr_matrix

# Chosen by leaving writers out; none of them on the evaluation set.
SHARES = (0.5, 0.5, 0.8, 0.05)
"""Square of the length that each sort of features has in a message, in the mean."""
LEAST_SEEN = (3, 2, 2, 2)
MOST_FEATURES = 150_000


class Seen(NamedTuple):
    """What the model sees of a message: its distinct words, and hashes of what is more than one word."""

    forms: tuple[Form, ...]
    pairs: frozenset[int]
    concepts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Prepared:
    """Messages turned into what the model sees."""

    words: list[list[Word]]
    seen: list[Seen]
    phrase_scores: Floats


def prepare(messages: Sequence[Message], codes: Sequence[str], normaliser: Normaliser) -> Prepared:
    """Read the words, phrases and features of messages."""
    book = PhraseBook.load(codes, normaliser)
    words = [normaliser.words(message.text) for message in messages]
    found = [book.find(text) for text in words]
    seen = [_see(text, phrases.concepts) for text, phrases in zip(words, found, strict=True)]
    return Prepared(words, seen, np.array([phrases.scores for phrases in found], dtype=np.float32))


def _see(words: Sequence[Word], concepts: Sequence[int]) -> Seen:
    lemmas = [halves(lemma_hash(word.lemma)) for word in words]
    pairs = frozenset(opening ^ closing for (opening, _), (_, closing) in pairwise(lemmas))
    return Seen(tuple(dict.fromkeys(Form(word.key, word.lemma) for word in words)), pairs, tuple(meetings(concepts)))


def vocabulary(seen: Sequence[Seen]) -> dict[str, NDArray[Any]]:
    """The features that messages have often enough, and what each is worth."""
    keys, counts, blocks = _counted(seen)
    order = np.argsort(-counts, kind="stable")[:MOST_FEATURES]
    keys, counts, blocks = keys[order], counts[order], blocks[order]
    idf = np.log((1 + len(seen)) / (1 + counts)) + 1
    squares = np.bincount(blocks, idf * idf * counts / len(seen), len(SHARES))
    gains = np.sqrt(np.array(SHARES) / np.maximum(squares, 1e-9))
    return {"keys": keys, "worth": (idf * gains[blocks]).astype(np.float32), "blocks": blocks}


def _counted(seen: Sequence[Seen]) -> tuple[NDArray[np.uint32], NDArray[np.int64], NDArray[np.uint8]]:
    """Hash, number of messages and sort of each feature seen often enough."""
    grams = cache(gram_hashes)
    counts: tuple[Counter[int], ...] = tuple(Counter() for _ in LEAST_SEEN)
    for message in seen:
        own = (
            set().union(*(grams(form.key) for form in message.forms)),
            {number for form in message.forms for number in (key_hash(form.key), lemma_hash(form.lemma))},
        )
        for counter, hashes in zip(counts, (*own, message.pairs, message.concepts), strict=True):
            counter.update(hashes)
    kept = [
        (number, count, block)
        for block, (counter, least) in enumerate(zip(counts, LEAST_SEEN, strict=True))
        for number, count in counter.items()
        if count >= least
    ]
    keys, often, blocks = zip(*kept, strict=True) if kept else ((), (), ())
    return np.array(keys, dtype=np.uint32), np.array(often, dtype=np.int64), np.array(blocks, dtype=np.uint8)


def matrix(seen: Sequence[Seen], vectoriser: Vectoriser) -> "csr_matrix":
    """Return the vectors of messages, one a row."""
    from scipy import sparse  # noqa: PLC0415 - training only

    @cache
    def own(form: Form) -> Rows:
        return vectoriser.rows(form.key, lemma_hash(form.lemma))

    none = np.empty(0, dtype=np.intp)
    all_rows, all_values, ends = [none], [np.empty(0, dtype=np.float32)], [0]
    for message in seen:
        words = np.concatenate([none, *map(own, message.forms)])
        worth = vectoriser.worth.take(words)
        gain = gain_of(float(worth @ worth))
        between, beside = vectoriser.between(message.pairs, message.concepts, gain)
        all_rows += words, between
        all_values += worth * np.float32(gain), beside
        ends.append(ends[-1] + len(words) + len(between))
    found = sparse.csr_matrix(
        (np.concatenate(all_values), np.concatenate(all_rows), ends), shape=(len(seen), vectoriser.size)
    )
    found.sum_duplicates()
    return found


def quantised(name: str, scale_name: str, values: Floats, axis: int) -> dict[str, NDArray[Any]]:
    """Return values in signed bytes, with one scale a column (axis 0) or a row (axis 1)."""
    scale = np.abs(values).max(axis=axis, initial=0) / 127 + 1e-12
    bytes_ = np.round(values / np.expand_dims(scale, axis)).astype(np.int8)
    return {name: bytes_, scale_name: scale.astype(np.float32)}

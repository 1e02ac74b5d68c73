"""What training sees of messages: hashes, the vocabulary drawn from them, the matrix, and word meaning (offline)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from nlp import cooccurrence
from nlp.features import Hashes, concept_hashes, gram_hashes, key_hash, lemma_hash, pair_hashes
from nlp.messages import DATA, Message
from nlp.normalise import Normaliser, Word
from nlp.phrases import PhraseBook, lexicon_rows, thesaurus_rows
from nlp.vectors import SLOT_MASK, Floats, Meaning, Vectoriser

if TYPE_CHECKING:
    from scipy.sparse import csr_matrix

INFORMAL_FILE = DATA / "informal_sentences.txt"
"""Everyday sentences on no municipal matter: they only teach which words keep company."""

# Chosen by leaving writers out; none of them on the evaluation set.
SHARES = (0.5, 0.5, 0.05)
LIKENESS_SHARE = 0.8
SHARPNESS = 3.0
LANDMARKS = 600
LEAST_SEEN = (3, 2, 2)
MOST_FEATURES = 150_000
LEAST_EIGENVALUE = 1e-4


@dataclass(frozen=True, slots=True)
class Prepared:
    """Messages turned into what the model sees: the hashes of each block, and of the lemmas."""

    words: list[list[Word]]
    features: Sequence[tuple[Hashes, ...]]
    lemmas: list[Hashes]
    phrase_scores: Floats


def prepare(messages: Sequence[Message], codes: Sequence[str], normaliser: Normaliser) -> Prepared:
    """Read the words, phrases and features of messages."""
    book = PhraseBook.load(codes, normaliser)
    grams = lru_cache(maxsize=None)(gram_hashes)
    words = [normaliser.words(message.text) for message in messages]
    found = [book.find(text) for text in words]
    lemmas = [_hashes(lemma_hash(word.lemma) for word in text) for text in words]
    features = [
        (
            _hashes(number for word in text for number in grams(word.key)),
            np.concatenate((_hashes(key_hash(word.key) for word in text), own, pair_hashes(own))),
            concept_hashes(phrases.concepts),
        )
        for text, own, phrases in zip(words, lemmas, found, strict=True)
    ]
    return Prepared(words, features, lemmas, np.array([phrases.scores for phrases in found], dtype=np.float32))


def _hashes(numbers: Iterable[int]) -> Hashes:
    return np.fromiter(numbers, dtype=np.uint32)


def vocabulary(features: Sequence[tuple[Hashes, ...]]) -> dict[str, NDArray[Any]]:
    """The features seen often enough, at most one on each place of the table."""
    keys, seen, blocks = [], [], []
    for block, least in enumerate(LEAST_SEEN):
        distinct = [np.unique(message[block]) for message in features]
        hashes, counts = np.unique(np.concatenate(distinct), return_counts=True)
        kept = counts >= least
        keys.append(hashes[kept])
        seen.append(counts[kept])
        blocks.append(np.full(int(kept.sum()), block, dtype=np.uint8))
    all_keys, all_seen, all_blocks = np.concatenate(keys), np.concatenate(seen), np.concatenate(blocks)
    order = np.argsort(-all_seen, kind="stable")[:MOST_FEATURES]
    _, first = np.unique(all_keys[order] & SLOT_MASK, return_index=True)
    chosen = order[np.sort(first)]
    idf = np.log((1 + len(features)) / (1 + all_seen[chosen])) + 1
    return {
        "keys": all_keys[chosen],
        "idf": idf.astype(np.float16),
        "blocks": all_blocks[chosen],
        "shares": np.sqrt(np.array(SHARES, dtype=np.float32)),
    }


def matrix(features: Sequence[tuple[Hashes, ...]], vectoriser: Vectoriser) -> "csr_matrix":
    """Return the TF-IDF vectors of messages, one a row."""
    from scipy import sparse  # noqa: PLC0415 - training only

    found = (vectoriser.rows(np.concatenate(message)) for message in features)
    pairs = [vectoriser.weigh(rows[rows >= 0]) for rows in found]
    ends = np.cumsum([0, *(len(rows) for rows, _ in pairs)])
    values = np.concatenate([values for _, values in pairs])
    rows = np.concatenate([rows for rows, _ in pairs])
    return sparse.csr_matrix((values, rows, ends), shape=(len(pairs), vectoriser.size))


def learn_meaning(prepared: Prepared, normaliser: Normaliser) -> tuple[Meaning, Floats, Floats]:
    """Word vectors, every message's likeness to the landmarks, and what makes the landmarks' kernel the identity."""
    texts = [_lemmas(words) for words in prepared.words]
    with INFORMAL_FILE.open(encoding="utf-8") as file:
        texts.extend(_lemmas(normaliser.words(line)) for line in file)
    learnt = cooccurrence.learn(texts, _lists(normaliser))
    stored = quantised("vectors", "scales", learnt.vectors, axis=1)
    size = learnt.vectors.shape[1]
    none = np.zeros((size, 0), dtype=np.float32)

    def built(centre: Floats, landmarks: Floats) -> Meaning:
        return Meaning(learnt.keys, stored["vectors"], stored["scales"], centre, landmarks, SHARPNESS)

    bare = built(np.zeros(size, dtype=np.float32), none)
    rows = [np.flatnonzero(np.isin(bare.keys, lemmas)) for lemmas in prepared.lemmas]
    centre = np.mean([bare.total(known) for known in rows], axis=0, dtype=np.float32)
    places = np.array([built(centre, none).place(known.tolist()) for known in rows])
    picked = np.random.default_rng(0).choice(len(places), min(LANDMARKS, len(places)), replace=False)
    landmarks = places[picked].T.astype(np.float16).astype(np.float32)
    meaning = built(centre, landmarks)
    likeness = meaning.likeness(places)
    values, axes = np.linalg.eigh(meaning.likeness(landmarks.T).astype(np.float64))
    whitener = axes / np.sqrt(np.maximum(values, LEAST_EIGENVALUE)) * np.sqrt(LIKENESS_SHARE)
    return meaning, likeness, whitener.astype(np.float32)


def _lemmas(words: Sequence[Word]) -> list[str]:
    return [word.lemma for word in words if len(word.lemma) > 1]


def _lists(normaliser: Normaliser) -> list[list[str]]:
    """The words of each lexicon topic and each concept."""
    topics: dict[str, list[str]] = {}
    for topic, phrase, weight in lexicon_rows():
        if weight > 1:
            topics.setdefault(topic, []).extend(_lemmas(normaliser.words(phrase)))
    concepts = [
        [lemma for phrase in phrases for lemma in _lemmas(normaliser.words(phrase))] for _, phrases in thesaurus_rows()
    ]
    return [*topics.values(), *concepts]


def quantised(name: str, scale_name: str, values: Floats, axis: int) -> dict[str, NDArray[Any]]:
    """Return values in signed bytes, with one scale a column (axis 0) or a row (axis 1)."""
    scale = np.abs(values).max(axis=axis, initial=0) / 127 + 1e-12
    bytes_ = np.round(values / np.expand_dims(scale, axis)).astype(np.int8)
    return {name: bytes_, scale_name: scale.astype(np.float32)}

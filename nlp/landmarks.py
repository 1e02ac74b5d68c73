"""Word meaning, and the messages that stand as landmarks in it (training only).

What reading costs grows with dimensions times landmarks. So the vectors are turned to the axes along which messages
differ most, the least of these are left out, and the landmarks are means of messages rather than messages drawn by lot.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

import numpy as np

from nlp import cooccurrence
from nlp.features import lemma_hash
from nlp.messages import DATA
from nlp.normalise import Normaliser, Word
from nlp.phrases import lexicon_rows, thesaurus_rows
from nlp.prepare import Prepared, Seen, quantised
from nlp.vectors import Floats, Meaning, rows_by_hash

INFORMAL_FILE = DATA / "informal_sentences.txt"
"""Everyday sentences on no municipal matter: they only teach which words keep company."""

# Chosen by leaving writers out; none of them on the evaluation set.
DIMENSIONS = 128
LANDMARKS = 400
LIKENESS_SHARE = 0.8
SHARPNESS = 3.0
LEAST_EIGENVALUE = 1e-4
_ROUNDS = 20


@dataclass(frozen=True, slots=True)
class Learnt:
    """Meaning as a reader needs it, and what training sees of it.

    Attributes:
        meaning: of words and landmarks.
        likeness: of every message to every landmark.
        whitener: what makes the landmarks' kernel the identity.
    """

    meaning: Meaning
    likeness: Floats
    whitener: Floats


def learn_meaning(prepared: Prepared, normaliser: Normaliser) -> Learnt:
    """Learn from messages, everyday sentences and word lists which words keep company."""
    texts = [_lemmas(words) for words in prepared.words]
    with INFORMAL_FILE.open(encoding="utf-8") as file:
        texts.extend(_lemmas(normaliser.words(line)) for line in file)
    words = cooccurrence.learn(texts, _lists(normaliser))
    whole = _meaning(words, prepared.seen)
    axes = _main_axes(_places(whole, prepared.seen))
    meaning = _meaning(cooccurrence.WordVectors(words.keys, words.vectors @ axes), prepared.seen)
    places = _places(meaning, prepared.seen)
    landmarks = _landmarks(places)
    meaning = replace(meaning, landmarks=landmarks.T.copy())
    likeness = np.array([meaning.likeness(place) for place in places])
    own = np.array([meaning.likeness(landmark) for landmark in landmarks], dtype=np.float64)
    values, vectors = np.linalg.eigh(own)
    whitener = vectors / np.sqrt(np.maximum(values, LEAST_EIGENVALUE)) * np.sqrt(LIKENESS_SHARE)
    return Learnt(meaning, likeness, whitener.astype(np.float32))


def _meaning(words: cooccurrence.WordVectors, seen: Sequence[Seen]) -> Meaning:
    """Word vectors as they will be stored, with the mean of the messages, before there are landmarks."""
    stored = quantised("vectors", "scales", words.vectors, axis=1)
    size = words.vectors.shape[1]
    bare = Meaning(
        row_of=rows_by_hash(words.keys),
        vectors=stored["vectors"],
        scales=stored["scales"],
        centre=np.zeros(size, dtype=np.float32),
        landmarks=np.zeros((size, 0), dtype=np.float32),
        sharpness=SHARPNESS,
    )
    return replace(bare, centre=np.mean(_totals(bare, seen), axis=0, dtype=np.float32))


def _totals(meaning: Meaning, seen: Sequence[Seen]) -> list[Floats]:
    """Sum of the vectors of each message's words."""
    vector = cache(meaning.vector)
    none = np.zeros_like(meaning.centre)
    return [np.sum([none, *(vector(lemma_hash(form.lemma)) for form in one.forms)], axis=0) for one in seen]


def _places(meaning: Meaning, seen: Sequence[Seen]) -> Floats:
    return np.array([meaning.place(total) for total in _totals(meaning, seen)])


def _main_axes(places: Floats) -> Floats:
    """The directions in which messages differ most, one a column (principal components)."""
    _, axes = np.linalg.eigh((places.T @ places).astype(np.float64))
    return axes[:, ::-1][:, :DIMENSIONS].astype(np.float32)


def _landmarks(places: Floats) -> Floats:
    """Unit vectors amid the places, one a row (spherical k-means, Dhillon & Modha 2001)."""
    drawn = np.random.default_rng(0).choice(len(places), min(LANDMARKS, len(places)), replace=False)
    centres = places[drawn]
    for _ in range(_ROUNDS):
        nearest = (places @ centres.T).argmax(axis=1)
        sums = np.zeros_like(centres)
        np.add.at(sums, nearest, places)
        lengths = np.linalg.norm(sums, axis=1)
        centres[lengths > 0] = sums[lengths > 0] / lengths[lengths > 0, None]
    return centres


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

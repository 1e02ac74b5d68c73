"""Training: from labelled messages to one model file.

scipy and scikit-learn are imported for it, and never in a running bot.

Regularised least squares over a sum of kernels (Rifkin et al. 2003): as good as a support vector machine on texts of
this kind, and one factorisation serves all topics, axes and kinds at once, so a city retrains in a minute or two. The
solution is turned back into plain weights of features and landmarks.
"""

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from nlp import cooccurrence
from nlp.calibrate import calibrate, urgent_threshold
from nlp.features import Hashes, concept_hashes, gram_hashes, key_hash, lemma_hash, pair_hashes
from nlp.messages import DATA, Message
from nlp.model_file import ModelFile
from nlp.normalise import Normaliser, Word
from nlp.phrases import PhraseBook, lexicon_rows, thesaurus_rows
from nlp.scheme import Scheme
from nlp.urgency import URGENT
from nlp.vectors import SLOT_MASK, Floats, Meaning, Vectoriser

if TYPE_CHECKING:
    from scipy.sparse import csr_matrix

Report = Callable[[str], None]

INFORMAL_FILE = DATA / "informal_sentences.txt"
"""Everyday sentences on no municipal matter: they only teach which words keep company."""

# Chosen by leaving writers out; none of them on the evaluation set.
RIDGE = 0.3
SHARES = (0.5, 0.5, 0.05)
LIKENESS_SHARE = 0.8
SHARPNESS = 3.0
LANDMARKS = 1000
LEXICON_GAIN = 0.15
AXIS_GAIN = 0.15
AXIS_PLAN = "tabriz"
"""The plan whose axes help to tell topics apart: ten fields, finer than the other plan's three."""
LEAST_SEEN = (3, 2, 2)
MOST_FEATURES = 150_000
FOLDS = 5
LEAST_EIGENVALUE = 1e-4


@dataclass(frozen=True, slots=True)
class Prepared:
    """Messages turned into what the model sees: the hashes of each block, and of the lemmas."""

    words: list[list[Word]]
    features: Sequence[tuple[Hashes, ...]]
    lemmas: list[Hashes]
    phrase_scores: Floats


@dataclass(frozen=True, slots=True)
class _Targets:
    """One column a topic, an axis and a kind, and one for danger; +1 where it holds, -1 where not."""

    columns: Floats
    topics: int
    axes: Floats

    def folded(self, scores: Floats) -> Floats:
        """Add each topic's axis to it, and drop the axes."""
        axes = self.axes.shape[1]
        topics = scores[:, : self.topics] + AXIS_GAIN * scores[:, self.topics : self.topics + axes] @ self.axes.T
        return np.concatenate((topics, scores[:, self.topics + axes :]), axis=1)


def train(
    messages: Sequence[Message], scheme: Scheme, normaliser: Normaliser, report: Report = lambda _: None
) -> ModelFile:
    """Train a model on messages.

    Args:
        messages: labelled messages; corrections among them carry their own weight.
        scheme: topics, plans and kinds.
        normaliser: the same that will read messages.
        report: told of each step.
    """
    codes, kinds = list(scheme.topics), list(scheme.kinds)
    report(f"reading {len(messages)} messages")
    prepared = prepare(messages, codes, normaliser)
    arrays = _vocabulary(prepared.features)
    rows = _matrix(prepared.features, Vectoriser(arrays["keys"], arrays["idf"], arrays["blocks"], arrays["shares"]))
    report("learning which words keep company")
    meaning, likeness, whitener = _meaning(prepared, normaliser)
    seen = likeness @ whitener
    kernel = np.asarray((rows @ rows.T).todense(), dtype=np.float32)
    kernel += seen @ seen.T
    targets = _targets(messages, scheme)
    ridge = (RIDGE / _weights(messages)).astype(np.float32)
    report("measuring on writers left out")
    held_out = targets.folded(_left_out(kernel, targets.columns, ridge, messages))
    margins = held_out[:, : len(codes)] + LEXICON_GAIN * prepared.phrase_scores
    calibration, figures = calibrate(margins, messages, codes)
    urgent, urgent_figures = urgent_threshold(held_out[:, -1], messages)
    report("solving")
    solution = _solve(kernel, targets.columns, ridge)
    weights = targets.folded(np.asarray(rows.T @ solution))
    arrays |= _quantised("weights", "scale", weights, axis=0)
    arrays |= {
        "landmark_weights": targets.folded(whitener @ (seen.T @ solution)).astype(np.float32),
        "lemma_keys": meaning.keys,
        "lemma_vectors": meaning.vectors,
        "lemma_scales": meaning.scales,
        "centre": meaning.centre,
        "landmarks": meaning.landmarks.astype(np.float16),
    }
    facts: dict[str, Any] = {
        "version": _version(messages, arrays),
        "codes": codes,
        "kinds": kinds,
        "messages": len(messages),
        "writers": len({message.writer for message in messages}),
        "lexicon_gain": LEXICON_GAIN,
        "sharpness": SHARPNESS,
        "calibration": calibration,
        "urgent_threshold": urgent,
        "left_out": figures | urgent_figures,
    }
    return ModelFile(facts, arrays)


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


def _vocabulary(features: Sequence[tuple[Hashes, ...]]) -> dict[str, NDArray[Any]]:
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


def _matrix(features: Sequence[tuple[Hashes, ...]], vectoriser: Vectoriser) -> "csr_matrix":
    from scipy import sparse  # noqa: PLC0415 - training only

    pairs = [vectoriser.weigh(vectoriser.rows(np.concatenate(message))) for message in features]
    ends = np.cumsum([0, *(len(rows) for rows, _ in pairs)])
    values = np.concatenate([values for _, values in pairs])
    rows = np.concatenate([rows for rows, _ in pairs])
    return sparse.csr_matrix((values, rows, ends), shape=(len(pairs), vectoriser.size))


def _meaning(prepared: Prepared, normaliser: Normaliser) -> tuple[Meaning, Floats, Floats]:
    """Word vectors, every message's likeness to the landmarks, and what makes the landmarks' kernel the identity."""
    texts = [_lemmas(words) for words in prepared.words]
    with INFORMAL_FILE.open(encoding="utf-8") as file:
        texts.extend(_lemmas(normaliser.words(line)) for line in file)
    learnt = cooccurrence.learn(texts, _lists(normaliser))
    quantised = _quantised("vectors", "scales", learnt.vectors, axis=1)
    size = learnt.vectors.shape[1]
    none = np.zeros((size, 0), dtype=np.float32)

    def built(centre: Floats, landmarks: Floats) -> Meaning:
        return Meaning(learnt.keys, quantised["vectors"], quantised["scales"], centre, landmarks, SHARPNESS)

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


def _targets(messages: Sequence[Message], scheme: Scheme) -> _Targets:
    codes, kinds, axes = list(scheme.topics), list(scheme.kinds), [*scheme.axes[AXIS_PLAN], ""]
    axis_of = [axes.index(scheme.axis_of(code, AXIS_PLAN) or "") for code in codes]
    under = np.eye(len(axes), dtype=np.float32)[axis_of]
    columns = np.full((len(messages), len(codes) + len(axes) + len(kinds) + 1), -1, dtype=np.float32)
    for row, message in enumerate(messages):
        for topic in message.topics:
            columns[row, codes.index(topic)] = 1
            columns[row, len(codes) + axis_of[codes.index(topic)]] = 1
        if message.kind:
            columns[row, len(codes) + len(axes) + kinds.index(message.kind)] = 1
        if message.urgency == URGENT:
            columns[row, -1] = 1
    return _Targets(columns, len(codes), under)


def _weights(messages: Sequence[Message]) -> NDArray[np.float64]:
    """A message's own weight, and less for those of crowded topics (other agencies' matters would swallow all)."""
    crowd = Counter(message.topics[0] for message in messages)
    weights = np.array([message.weight / np.sqrt(crowd[message.topics[0]]) for message in messages])
    return weights / weights.mean()


def _solve(kernel: Floats, columns: Floats, ridge: Floats) -> Floats:
    from scipy.linalg import cho_factor, cho_solve  # noqa: PLC0415 - training only

    system = kernel.copy()
    system[np.diag_indices_from(system)] += ridge
    factor = cho_factor(system, overwrite_a=True, check_finite=False)
    return cho_solve(factor, columns, check_finite=False)  # type: ignore[no-any-return]


def _left_out(kernel: Floats, columns: Floats, ridge: Floats, messages: Sequence[Message]) -> Floats:
    """Scores of every message by a model that saw none of its writer's."""
    writers = {writer: number for number, writer in enumerate(sorted({message.writer for message in messages}))}
    fold = np.array([writers[message.writer] % FOLDS for message in messages])
    scores = np.zeros_like(columns)
    for number in np.unique(fold):
        out = fold == number
        if out.all():
            break
        solution = _solve(kernel[np.ix_(~out, ~out)], columns[~out], ridge[~out])
        scores[out] = kernel[np.ix_(out, ~out)] @ solution
    return scores


def _quantised(name: str, scale_name: str, values: Floats, axis: int) -> dict[str, NDArray[Any]]:
    """Values in signed bytes, with one scale a column (axis 0) or a row (axis 1)."""
    scale = np.abs(values).max(axis=axis, initial=0) / 127 + 1e-12
    bytes_ = np.round(values / np.expand_dims(scale, axis)).astype(np.int8)
    return {name: bytes_, scale_name: scale.astype(np.float32)}


def _version(messages: Sequence[Message], arrays: dict[str, NDArray[Any]]) -> str:
    digest = hashlib.sha256()
    for name in sorted(arrays):
        digest.update(arrays[name].tobytes())
    return f"{len(messages)}-{digest.hexdigest()[:8]}"

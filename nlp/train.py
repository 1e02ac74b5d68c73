"""Training: from labelled messages to one model file.

Linear support vector machines, one against the rest (Fan et al. 2008, liblinear), over TF-IDF features and likeness to
landmark messages: one for topics, one for the axes that help to tell topics apart, one for kinds and one for danger.
scikit-learn is imported for it, and never in a running bot.
"""

import hashlib
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from nlp.calibrate import calibrate, urgent_threshold
from nlp.landmarks import SHARPNESS, learn_meaning
from nlp.messages import Message
from nlp.model_file import ModelFile
from nlp.normalise import Normaliser
from nlp.prepare import matrix, prepare, quantised, vocabulary
from nlp.scheme import Scheme
from nlp.urgency import URGENT
from nlp.vectors import Floats, Vectoriser

if TYPE_CHECKING:
    from scipy.sparse import csr_matrix

Report = Callable[[str], None]

# Chosen by leaving writers out; none of them on the evaluation set.
SOFTNESS = 0.3
"""liblinear's C: how dear an error is beside a large weight."""
LEXICON_GAIN = 0.15
AXIS_GAIN = 0.15
AXIS_PLAN = "tabriz"
"""The plan whose axes help to tell topics apart: ten fields, finer than the other plan's three."""
FOLDS = 5
UNTOLD = -1
"""In place of the kind of a message that was not labelled with one."""
UNSEEN = -1.0
"""Margin of a class that no message has."""


@dataclass(frozen=True, slots=True)
class _Labels:
    """The classes of each message, and which axis each topic stands under.

    Corrections tell topics alone: their kind is UNTOLD and their urgency not `judged`, and neither is learnt from them.
    """

    topics: NDArray[np.intp]
    axes: NDArray[np.intp]
    kinds: NDArray[np.intp]
    urgent: NDArray[np.bool_]
    judged: NDArray[np.bool_]
    weights: NDArray[np.float64]
    under: Floats
    kind_count: int


@dataclass(frozen=True, slots=True)
class Linear:
    """Weights of every feature for each class (one column each), and what is added."""

    weights: Floats
    bias: Floats


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
    from scipy import sparse  # noqa: PLC0415 - training only

    codes, kinds = list(scheme.topics), list(scheme.kinds)
    report(f"reading {len(messages)} messages")
    prepared = prepare(messages, codes, normaliser)
    arrays = vocabulary(prepared.seen)
    rows = matrix(prepared.seen, Vectoriser(arrays["keys"], arrays["worth"], arrays["blocks"]))
    report("learning which words keep company")
    learnt = learn_meaning(prepared, normaliser)
    meaning, whitener = learnt.meaning, learnt.whitener
    seen = sparse.hstack([rows, sparse.csr_matrix(learnt.likeness @ whitener)]).tocsr()
    labels = _labels(messages, scheme)
    report("measuring on writers left out")
    held_out = _left_out(seen, labels, messages)
    margins = held_out[:, : len(codes)] + LEXICON_GAIN * prepared.phrase_scores
    calibration, figures = calibrate(margins, messages, codes)
    judged = [message for message in messages if message.urgency]
    urgent, urgent_figures = urgent_threshold(held_out[labels.judged, -1], judged)
    told = labels.kinds != UNTOLD
    kinds_found = held_out[told, len(codes) : -1].argmax(axis=1)
    figures["kind"] = round(float(np.mean(kinds_found == labels.kinds[told])), 4)
    report("fitting")
    model = _fit(seen, labels)
    arrays |= quantised("weights", "scale", model.weights[: rows.shape[1]], axis=0)
    arrays |= {
        "bias": model.bias.astype(np.float32),
        "landmark_weights": (whitener @ model.weights[rows.shape[1] :]).astype(np.float32),
        "lemma_keys": np.array(list(meaning.row_of), dtype=np.uint32),
        "lemma_vectors": meaning.vectors,
        "lemma_scales": meaning.scales,
        "centre": meaning.centre,
        "landmarks": meaning.landmarks,
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


def _labels(messages: Sequence[Message], scheme: Scheme) -> _Labels:
    codes, kinds, axes = list(scheme.topics), list(scheme.kinds), [*scheme.axes[AXIS_PLAN], ""]
    axis_of = np.array([axes.index(scheme.axis_of(code, AXIS_PLAN) or "") for code in codes])
    topics = np.array([codes.index(message.topics[0]) for message in messages])
    return _Labels(
        topics=topics,
        axes=axis_of[topics],
        kinds=np.array([kinds.index(message.kind) if message.kind else UNTOLD for message in messages]),
        urgent=np.array([message.urgency == URGENT for message in messages]),
        judged=np.array([bool(message.urgency) for message in messages]),
        weights=balanced_weights(messages),
        under=np.eye(len(axes), dtype=np.float32)[axis_of],
        kind_count=len(kinds),
    )


def balanced_weights(messages: Sequence[Message]) -> NDArray[np.float64]:
    """A message's own weight, and less for those of crowded topics (other agencies' matters would swallow all)."""
    crowd = Counter(message.topics[0] for message in messages)
    weights = np.array([message.weight / np.sqrt(crowd[message.topics[0]]) for message in messages])
    weights /= weights.mean()
    return weights


def _fit(seen: "csr_matrix", labels: _Labels, within: NDArray[np.bool_] | None = None) -> Linear:
    """Fit all classes on the messages within; each topic's axis is added to it."""
    chosen = np.ones(len(labels.topics), dtype=bool) if within is None else within
    rows, weights = seen[chosen], labels.weights[chosen]
    topics = one_against_rest(rows, labels.topics[chosen], weights, labels.under.shape[0])
    axes = one_against_rest(rows, labels.axes[chosen], weights, labels.under.shape[1])
    told, judged = labels.kinds[chosen] != UNTOLD, labels.judged[chosen]
    kinds = one_against_rest(rows[told], labels.kinds[chosen][told], weights[told], labels.kind_count)
    urgent = labels.urgent[chosen].astype(np.intp)
    danger = one_against_rest(rows[judged], urgent[judged], weights[judged], 2)
    return Linear(
        np.hstack((topics.weights + AXIS_GAIN * axes.weights @ labels.under.T, kinds.weights, danger.weights[:, 1:])),
        np.hstack((topics.bias + AXIS_GAIN * axes.bias @ labels.under.T, kinds.bias, danger.bias[1:])),
    )


def one_against_rest(rows: "csr_matrix", classes: NDArray[np.intp], weights: NDArray[np.float64], count: int) -> Linear:
    """One machine against the rest for each class; a class without messages is never likely."""
    from sklearn.svm import LinearSVC  # noqa: PLC0415 - training only

    result = Linear(np.zeros((rows.shape[1], count), dtype=np.float32), np.full(count, UNSEEN, dtype=np.float32))
    present = np.unique(classes)
    if len(present) < 2:  # noqa: PLR2004 - nothing to tell apart
        result.bias[present] = -UNSEEN
        return result
    machine = LinearSVC(C=SOFTNESS, random_state=0).fit(rows, classes, sample_weight=weights)
    single = len(present) == 2  # noqa: PLR2004 - liblinear gives one plane for two classes
    result.weights[:, present] = np.hstack((-machine.coef_.T, machine.coef_.T)) if single else machine.coef_.T
    result.bias[present] = (-machine.intercept_[0], machine.intercept_[0]) if single else machine.intercept_
    return result


def _left_out(seen: "csr_matrix", labels: _Labels, messages: Sequence[Message]) -> Floats:
    """Scores of every message by a model that saw none of its writer's."""
    writers = {writer: number for number, writer in enumerate(sorted({message.writer for message in messages}))}
    fold = np.array([writers[message.writer] % FOLDS for message in messages])
    scores = np.zeros((len(messages), len(labels.under) + labels.kind_count + 1), dtype=np.float32)
    for number in np.unique(fold):
        out = fold == number
        model = _fit(seen, labels, None if out.all() else ~out)
        scores[out] = seen[out] @ model.weights + model.bias
    return scores


def _version(messages: Sequence[Message], arrays: dict[str, NDArray[Any]]) -> str:
    digest = hashlib.sha256()
    for name in sorted(arrays):
        digest.update(arrays[name].tobytes())
    return f"{len(messages)}-{digest.hexdigest()[:8]}"

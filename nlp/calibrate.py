"""From margins to probabilities that mean what they say, and the thresholds of asserting (on held-out writers)."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from nlp.messages import Message
from nlp.urgency import URGENT
from nlp.vectors import Floats

TEMPERATURES = np.geomspace(0.05, 1.0, 60)
FIRST_THRESHOLDS = np.arange(0.10, 0.61, 0.02)
SECOND_THRESHOLDS = np.arange(0.10, 0.50, 0.02)
BINS = 10
WANTED_RECALL = 0.92
MOST_FALSE_ALARMS = 0.05


def calibrate(
    margins: Floats, messages: Sequence[Message], codes: Sequence[str]
) -> tuple[dict[str, float], dict[str, float]]:
    """Fit temperature and thresholds; returns them, and figures of the same messages.

    The temperature makes the first topic's mean probability agree with how often it is right, bin by bin; the
    thresholds give the best F1 of asserted topics, so that a wrong topic costs as much as a missing one.
    """
    right = np.zeros(margins.shape, dtype=bool)
    for row, message in enumerate(messages):
        right[row, [codes.index(topic) for topic in message.topics]] = True
    errors = [calibration_error(*_first(softmax(margins, value), right)) for value in TEMPERATURES]
    temperature = float(TEMPERATURES[int(np.argmin(errors))])
    p = softmax(margins, temperature)
    first, second = _thresholds(p, right)
    _, correct = _first(p, right)
    figures = {"topic": round(float(correct.mean()), 4), "calibration_error": round(float(min(errors)), 4)}
    return {"temperature": round(temperature, 5), "first": first, "second": second}, figures


def urgent_threshold(margins: Floats, messages: Sequence[Message]) -> tuple[float, dict[str, float]]:
    """The margin from which a message counts as urgent: nine of ten urgent ones, unless that cries wolf too often."""
    urgent = np.array([message.urgency == URGENT for message in messages])
    if not urgent.any() or urgent.all():
        return float("inf"), {}
    wanted = np.quantile(margins[urgent], 1 - WANTED_RECALL)
    bearable = np.quantile(margins[~urgent], 1 - MOST_FALSE_ALARMS)
    threshold = float(max(wanted, bearable))
    return threshold, {
        "urgent_recall": round(float((margins[urgent] >= threshold).mean()), 4),
        "urgent_false_alarms": round(float((margins[~urgent] >= threshold).mean()), 4),
    }


def softmax(margins: Floats, temperature: float) -> Floats:
    """Probabilities of each row."""
    powers = np.exp((margins - margins.max(axis=1, keepdims=True)) / temperature)
    return powers / powers.sum(axis=1, keepdims=True)


def calibration_error(confidence: Floats, correct: NDArray[np.bool_]) -> float:
    """Expected calibration error in ten equal bins (Naeini et al. 2015)."""
    places = np.minimum((confidence * BINS).astype(int), BINS - 1)
    gaps = np.bincount(places, confidence - correct, BINS)
    return float(np.abs(gaps).sum() / max(1, len(confidence)))


def _first(p: Floats, right: NDArray[np.bool_]) -> tuple[Floats, NDArray[np.bool_]]:
    best = p.argmax(axis=1)
    rows = np.arange(len(p))
    return p[rows, best], right[rows, best]


def _thresholds(p: Floats, right: NDArray[np.bool_]) -> tuple[float, float]:
    order = np.argsort(-p, axis=1)[:, :2]
    chance = np.take_along_axis(p, order, axis=1)
    hit = np.take_along_axis(right, order, axis=1)
    wanted = right.sum()

    def score(first: float, second: float) -> float:
        told = np.stack((chance[:, 0] >= first, (chance[:, 0] >= first) & (chance[:, 1] >= second)), axis=1)
        return float(2 * (told & hit).sum() / (told.sum() + wanted))

    _, first, second = max((score(a, b), a, b) for a in FIRST_THRESHOLDS for b in SECOND_THRESHOLDS)
    return round(float(first), 2), round(float(second), 2)

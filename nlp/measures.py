"""What is counted in an evaluation: hits, macro-F1, out-of-scope, calibration, and how sure the counts are."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from nlp.messages import Message
from nlp.scheme import OUT_OF_SCOPE, Scheme

RESAMPLES = 1000
PLAN = "tabriz"
_LOW, _HIGH = 2.5, 97.5
_BINS = 10


@dataclass(frozen=True, slots=True)
class Answer:
    """What a tagger says of one message: topics by likelihood, those it asserts, and the first's probability."""

    ranked: tuple[str, ...]
    asserted: tuple[str, ...]
    p: float


@dataclass(frozen=True, slots=True)
class Figure:
    """A measure with its 95 % bootstrap interval and the number of messages behind it."""

    name: str
    value: float
    low: float
    high: float
    n: int


@dataclass(frozen=True, slots=True)
class Case:
    """A labelled message and the answer to it."""

    message: Message
    answer: Answer

    @property
    def in_scope(self) -> bool:
        """Whether the matter is a municipality's at all."""
        return self.message.topics[0] not in OUT_OF_SCOPE

    def best(self, count: int) -> tuple[str, ...]:
        """The likeliest municipal topics: how well topics are told apart, the gate left aside."""
        return tuple(code for code in self.answer.ranked if code not in OUT_OF_SCOPE)[:count]


def figures(cases: Sequence[Case], scheme: Scheme, measures: Sequence["Measure"] | None = None) -> list[Figure]:
    """All measures of a set of cases."""
    chosen = measures if measures is not None else all_measures(scheme)
    return [_with_interval(measure, [case for case in cases if measure.concerns(case)]) for measure in chosen]


def values(cases: Sequence[Case], scheme: Scheme) -> dict[str, float]:
    """All measures without their intervals, which cost a thousand times as much."""
    return {
        measure.name: measure.value([case for case in cases if measure.concerns(case)])
        for measure in all_measures(scheme)
    }


@dataclass(frozen=True, slots=True)
class Measure:
    """A named measure over the cases that it concerns."""

    name: str
    concerns: Callable[[Case], bool]
    value: Callable[[Sequence[Case]], float]


def all_measures(scheme: Scheme) -> tuple[Measure, ...]:
    """The measures of the report, in its order."""

    def axis(code: str) -> str:
        return scheme.axis_of(code, PLAN) or ""

    def axes(codes: Sequence[str]) -> set[str]:
        return {axis(code) for code in codes}

    def in_scope(case: Case) -> bool:
        return case.in_scope

    return (
        Measure("axis macro-F1", in_scope, lambda cases: _macro_f1(cases, axis)),
        Measure(
            "axis top-1, main", in_scope, _share(lambda case: axis(case.best(1)[0]) == axis(case.message.topics[0]))
        ),
        Measure(
            "axis top-1, any given", in_scope, _share(lambda case: axis(case.best(1)[0]) in axes(case.message.topics))
        ),
        Measure("axis top-3", in_scope, _share(lambda case: bool(axes(case.best(3)) & axes(case.message.topics)))),
        Measure("topic top-1, main", in_scope, _share(lambda case: case.best(1)[0] == case.message.topics[0])),
        Measure("topic top-1, any given", in_scope, _share(lambda case: case.best(1)[0] in case.message.topics)),
        Measure("topic top-3", in_scope, _share(lambda case: bool(set(case.best(3)) & set(case.message.topics)))),
        Measure(
            "topic first of all, any given", in_scope, _share(lambda case: case.answer.ranked[0] in case.message.topics)
        ),
        Measure(
            "out of scope kept out",
            lambda case: not case.in_scope,
            _share(lambda case: not set(case.answer.asserted) - set(OUT_OF_SCOPE)),
        ),
        Measure(
            "out-of-scope precision",
            lambda case: case.answer.ranked[0] in OUT_OF_SCOPE,
            _share(lambda case: not case.in_scope),
        ),
        Measure(
            "asserted topics right",
            lambda case: bool(case.answer.asserted),
            _share(lambda case: case.answer.asserted[0] in case.message.topics),
        ),
        Measure("abstains", lambda _: True, _share(lambda case: not case.answer.asserted)),
        Measure("calibration error", lambda _: True, _calibration_error),
    )


def _share(holds: Callable[[Case], bool]) -> Callable[[Sequence[Case]], float]:
    return lambda cases: sum(map(holds, cases)) / len(cases) if cases else float("nan")


def _macro_f1(cases: Sequence[Case], axis: Callable[[str], str]) -> float:
    """Mean F1 over the axes that occur; the main axis given against the axis of the best topic."""
    pairs = [(axis(case.message.topics[0]), axis(case.best(1)[0])) for case in cases]
    scores = []
    for code in sorted({right for right, _ in pairs}):
        hit = sum(right == code == found for right, found in pairs)
        scores.append(2 * hit / sum((right == code) + (found == code) for right, found in pairs))
    return sum(scores) / len(scores) if scores else float("nan")


def _calibration_error(cases: Sequence[Case]) -> float:
    """Expected calibration error of the first topic in ten equal bins (Naeini et al. 2015)."""
    p = np.array([case.answer.p for case in cases])
    right = np.array([case.answer.ranked[0] in case.message.topics for case in cases])
    places = np.minimum((p * _BINS).astype(int), _BINS - 1)
    return float(np.abs(np.bincount(places, p - right, _BINS)).sum() / max(1, len(p)))


def _with_interval(measure: Measure, cases: list[Case]) -> Figure:
    """A percentile bootstrap over messages (Efron & Tibshirani 1993)."""
    if not cases:
        return Figure(measure.name, float("nan"), float("nan"), float("nan"), 0)
    random = np.random.default_rng(0)
    picks: NDArray[np.int64] = random.integers(0, len(cases), (RESAMPLES, len(cases)))
    values = [measure.value([cases[index] for index in pick]) for pick in picks.tolist()]
    low, high = np.percentile(values, (_LOW, _HIGH))
    return Figure(measure.name, measure.value(cases), float(low), float(high), len(cases))


def kappa(first: Sequence[str], second: Sequence[str]) -> float:
    """Cohen's kappa of two annotators."""
    agreed = sum(one == other for one, other in zip(first, second, strict=True)) / len(first)
    chance = sum(first.count(code) * second.count(code) for code in set(first)) / len(first) ** 2
    return (agreed - chance) / (1 - chance) if chance < 1 else 1.0

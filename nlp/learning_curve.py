"""How much more messages of more writers help: topics and axes measured as writers are added one after the other.

A full training a point would take half an hour. What is fitted here is the topic machine alone on the same words,
n-grams, lemmas and concepts, with the same lexicon beside it; the likeness of meaning, the machine of the axes and the
calibration are left out. The curve so lies a little below the model's own figures; what it shows is its slope.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from nlp.measures import Answer, Case, Figure, all_measures, figures
from nlp.messages import Message
from nlp.normalise import Normaliser
from nlp.prepare import Prepared, matrix, prepare, vocabulary
from nlp.scheme import Scheme
from nlp.train import LEXICON_GAIN, balanced_weights, one_against_rest
from nlp.vectors import Floats, Vectoriser

POINTS = 6
SEED = 1
"""Of the order in which writers are added; fixed, so that curves of two days can be compared."""
MEASURES = ("axis top-1, any given", "axis top-3", "topic top-1, any given", "topic top-3")


@dataclass(frozen=True, slots=True)
class Point:
    """What the first so many writers are enough for.

    Attributes:
        writers: how many were learnt from.
        messages: how many messages they wrote.
        figures: the measures of each evaluation set, by the set's name.
    """

    writers: int
    messages: int
    figures: Mapping[str, Sequence[Figure]]


def learning_curve(
    training: Sequence[Message],
    sets: Mapping[str, Sequence[Message]],
    scheme: Scheme,
    normaliser: Normaliser,
    tell: Callable[[str], None] = lambda _: None,
) -> tuple[Point, ...]:
    """Fit on growing numbers of writers and measure each on every set; the last point has all writers."""
    codes = list(scheme.topics)
    learnt = prepare(training, codes, normaliser)
    asked = {name: prepare(messages, codes, normaliser) for name, messages in sets.items()}
    measures = [measure for measure in all_measures(scheme) if measure.name in MEASURES]
    order = writers_in_order(training)
    points = []
    for count in steps(len(order)):
        within = np.flatnonzero(np.isin([message.writer for message in training], order[:count]))
        tell(f"learning curve: {count} writers, {len(within)} messages")
        margins = _margins(training, learnt, within, asked, codes)
        found = {
            name: figures(_cases(messages, margins[name], codes), scheme, measures) for name, messages in sets.items()
        }
        points.append(Point(count, len(within), found))
    return tuple(points)


def writers_in_order(training: Sequence[Message]) -> list[str]:
    """All writers in a fixed order that has nothing to do with when they wrote."""
    writers = sorted({message.writer for message in training})
    return [writers[index] for index in np.random.default_rng(SEED).permutation(len(writers)).tolist()]


def steps(writers: int) -> list[int]:
    """How many writers each point has: evenly spread, up to all."""
    spread = np.linspace(writers / POINTS, writers, POINTS)
    return sorted({max(1, round(count)) for count in spread.tolist()} if writers else ())


def _margins(
    training: Sequence[Message],
    learnt: Prepared,
    within: NDArray[np.intp],
    asked: Mapping[str, Prepared],
    codes: Sequence[str],
) -> dict[str, Floats]:
    """Fit on the messages within; returns the margin of every topic for each message of each set."""
    seen = [learnt.seen[index] for index in within]
    chosen = [training[index] for index in within]
    arrays = vocabulary(seen)
    vectoriser = Vectoriser(arrays["keys"], arrays["worth"], arrays["blocks"])
    topics = np.array([codes.index(message.topics[0]) for message in chosen])
    machine = one_against_rest(matrix(seen, vectoriser), topics, balanced_weights(chosen), len(codes))
    return {
        name: matrix(prepared.seen, vectoriser) @ machine.weights + machine.bias + LEXICON_GAIN * prepared.phrase_scores
        for name, prepared in asked.items()
    }


def _cases(messages: Sequence[Message], margins: Floats, codes: Sequence[str]) -> list[Case]:
    """Answers that only rank: nothing is asserted, since nothing was calibrated."""
    order = np.argsort(-margins, axis=1, kind="stable").tolist()
    return [
        Case(message, Answer(tuple(codes[index] for index in row), (), 0.0))
        for message, row in zip(messages, order, strict=True)
    ]

"""The learning curve: writers added one after the other, measured on texts of others, told and drawn."""

import pytest

from nlp.evaluate import Evaluation
from nlp.learning_curve import MEASURES, POINTS, Point, learning_curve, steps, writers_in_order
from nlp.messages import Message, evaluation_messages, training_messages
from nlp.normalise import Normaliser
from nlp.report import CURVE, curve_picture, markdown
from nlp.scheme import Scheme

TOPICS = {"bus", "lighting", "waste", "pests"}
PNG = b"\x89PNG"


@pytest.fixture(scope="module")
def training() -> list[Message]:
    return [message for message in training_messages() if message.topics[0] in TOPICS][::5]


@pytest.fixture(scope="module")
def points(training: list[Message], normaliser: Normaliser) -> tuple[Point, ...]:
    asked = [message for message in evaluation_messages() if message.topics[0] in TOPICS]
    return learning_curve(training, {"F": asked}, Scheme.load(), normaliser)


def test_writers_are_added_until_all_are_in(training: list[Message], points: tuple[Point, ...]) -> None:
    assert [point.writers for point in points] == sorted({point.writers for point in points})
    assert points[-1].writers == len({message.writer for message in training})
    assert points[-1].messages == len(training)
    assert points[0].messages < len(training)


def test_more_writers_help(points: tuple[Point, ...]) -> None:
    first, last = ({figure.name: figure for figure in point.figures["F"]} for point in (points[0], points[-1]))
    assert set(last) == set(MEASURES)
    assert last["topic top-1, any given"].value >= 0.8
    assert last["topic top-1, any given"].value >= first["topic top-1, any given"].value
    assert all(figure.low <= figure.value <= figure.high for figure in last.values())


def test_the_order_of_writers_is_fixed_and_whole(training: list[Message]) -> None:
    order = writers_in_order(training)
    assert order == writers_in_order(list(reversed(training)))
    assert sorted(order) == sorted({message.writer for message in training})


@pytest.mark.parametrize(("writers", "last"), [(1, 1), (4, 4), (17, 17), (100, 100)])
def test_steps_are_few_and_end_with_all(writers: int, last: int) -> None:
    counts = steps(writers)
    assert counts[-1] == last
    assert counts[0] >= 1
    assert len(counts) <= POINTS


def test_the_report_tells_the_curve_only_when_it_was_measured(points: tuple[Point, ...]) -> None:
    bare = Evaluation("1-a", 10, (), ())
    told = markdown(Evaluation("1-a", 10, (), (), points))
    assert CURVE not in markdown(bare)
    assert f"]({CURVE})" in told
    assert f"| {points[0].writers} ({points[0].messages}) |" in told


def test_the_curve_is_drawn(points: tuple[Point, ...]) -> None:
    assert curve_picture(points).startswith(PNG)

"""The shipped model on the frozen set: what it reached may not be lost unnoticed."""

import pytest

from nlp.measures import Case, values
from nlp.messages import evaluation_messages
from nlp.reader import Reader
from nlp.scheme import Scheme
from nlp.tagger import answer

FLOORS = {
    "axis macro-F1": 0.82,
    "axis top-1, any given": 0.86,
    "topic top-1, any given": 0.83,
    "topic top-3": 0.92,
    "out of scope kept out": 0.85,
}
MOST_CALIBRATION_ERROR = 0.06


@pytest.fixture(scope="module")
def measured() -> dict[str, float]:
    reader, scheme = Reader.load(), Scheme.load()
    cases = [Case(message, answer(reader.topics, reader.normaliser, message.text)) for message in evaluation_messages()]
    return values(cases, scheme)


@pytest.mark.parametrize("name", FLOORS)
def test_no_measure_falls_below_its_floor(measured: dict[str, float], name: str) -> None:
    assert measured[name] >= FLOORS[name]


def test_probabilities_mean_what_they_say(measured: dict[str, float]) -> None:
    assert measured["calibration error"] <= MOST_CALIBRATION_ERROR

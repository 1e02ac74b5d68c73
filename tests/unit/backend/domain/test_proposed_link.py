"""Which links are proposed: not the big with the big, but what goes together more often than chance has it."""

from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.domain.proposed_link import Candidate, Trace, lift, propose
from tests.builders import NOON


def trace(issue_id: int, people: int = 10, **fields: Any) -> Trace:
    usual: dict[str, Any] = {
        "topic": "roads", "district": None, "locality": None, "first_seen": NOON, "last_seen": NOON,
    }  # fmt: skip
    return Trace(issue_id, people, **usual | fields)


def test_lift_is_one_where_chance_explains_it() -> None:
    assert lift(10, 100, 100, 1000) == pytest.approx(1.0)
    assert lift(50, 100, 100, 1000) == pytest.approx(5.0)
    assert lift(0, 0, 0, 0) == 0.0


def test_the_same_people_make_a_proposal() -> None:
    found = propose(trace(1), [Candidate(trace(2), 5)], 1000, 5)
    assert [(one.issue_id, one.same_people, one.same_place) for one in found] == [(2, True, False)]


@pytest.mark.parametrize("together", [0, 1, 2])
def test_one_or_two_people_in_common_tell_nothing(together: int) -> None:
    assert propose(trace(1), [Candidate(trace(2), together)], 1000, 5) == []


def test_what_everybody_reports_is_not_proposed_for_that() -> None:
    everybody = Candidate(trace(2, people=900), 9)
    assert propose(trace(1), [everybody], 1000, 5) == []


def test_the_surer_comes_first_and_only_so_many() -> None:
    candidates = [Candidate(trace(number, people=10), together) for number, together in ((2, 3), (3, 9), (4, 6))]
    assert [one.issue_id for one in propose(trace(1), candidates, 1000, 2)] == [3, 4]


def test_another_topic_in_the_same_street_at_the_same_time_is_proposed() -> None:
    place = {"district": "9", "locality": "سناباد"}
    other = trace(2, topic="waste", **place)
    (found,) = propose(trace(1, **place), [Candidate(other, 0)], 1000, 5)
    assert (found.same_people, found.same_place) == (False, True)


def test_the_same_topic_in_the_same_street_is_rather_the_same_issue() -> None:
    place = {"district": "9", "locality": "سناباد"}
    assert propose(trace(1, **place), [Candidate(trace(2, **place), 0)], 1000, 5) == []


@pytest.mark.parametrize(
    "elsewhere",
    [
        {"district": "9", "locality": "لادن"},
        {"district": "1", "locality": "سناباد"},
        {"district": None, "locality": None},
        {"district": "9", "locality": "سناباد", "last_seen": NOON - timedelta(days=40)},
    ],
)
def test_another_street_or_season_is_no_reason(elsewhere: dict[str, Any]) -> None:
    other = trace(2, **{"topic": "waste", "first_seen": NOON - timedelta(days=50)} | elsewhere)
    assert propose(trace(1, district="9", locality="سناباد"), [Candidate(other, 0)], 1000, 5) == []


@given(st.integers(3, 50), st.integers(3, 50), st.integers(3, 50), st.integers(100, 5000))
def test_more_people_in_common_never_weigh_less(few: int, more: int, size: int, population: int) -> None:
    few, more = sorted((few, more))
    own = trace(1, people=size)
    scores = [
        next((one.score for one in propose(own, [Candidate(trace(2, people=size), n)], population, 1)), 0.0)
        for n in (few, more)
    ]
    assert scores[0] <= scores[1]

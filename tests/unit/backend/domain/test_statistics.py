"""Weeks begin on Saturday; answers fall into the stretch that they took."""

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.domain.statistics import RESPONSE_DAYS, Statistics, Tally, week_of
from tests.builders import NOON, TEHRAN


@pytest.mark.parametrize(
    ("moment", "begin"),
    [
        (datetime(2026, 11, 21, 0, 0, tzinfo=TEHRAN), 21),  # a Saturday
        (datetime(2026, 11, 27, 23, 59, tzinfo=TEHRAN), 21),
        (datetime(2026, 11, 28, 0, 0, tzinfo=TEHRAN), 28),
    ],
)
def test_a_week_begins_on_saturday_at_midnight(moment: datetime, begin: int) -> None:
    assert week_of(moment) == datetime(2026, 11, begin, tzinfo=TEHRAN)


def statistics(*waited: timedelta) -> Statistics:
    return Statistics(NOON, NOON, Tally(0, 0), (), {}, {}, {}, {}, waited, 0)


def test_answers_fall_into_their_stretch() -> None:
    days = [0.5, 1, 1.5, 3, 7, 8, 31]
    assert statistics(*(timedelta(days=one) for one in days)).responses_within() == (2, 2, 1, 1, 1)
    assert statistics().median_days is None
    assert statistics(timedelta(days=1), timedelta(days=3)).median_days == 2


@given(st.lists(st.timedeltas(min_value=timedelta(0), max_value=timedelta(days=400)), max_size=50))
def test_every_answer_is_counted_once(waited: list[timedelta]) -> None:
    counts = statistics(*waited).responses_within()
    assert sum(counts) == len(waited)
    assert len(counts) == len(RESPONSE_DAYS) + 1

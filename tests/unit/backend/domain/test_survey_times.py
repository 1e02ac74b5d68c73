"""When people are reminded: once, a day before the end or halfway, at civil hours."""

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.domain.survey import Survey, SurveyAudience, SurveyState
from backend.domain.survey_times import is_civil, reminder_at
from tests.builders import NOON, TEHRAN


def open_from(opened: datetime, closes: datetime | None, *, has_reminder: bool = True) -> Survey:
    return Survey(
        1, 1, "ت", "", "", False, SurveyAudience(), (), "s_1", SurveyState.OPEN, 1, None, opened,
        closes_at=closes, has_reminder=has_reminder, opened_at=opened,
    )  # fmt: skip


def at(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 11, day, hour, minute, tzinfo=TEHRAN)


@pytest.mark.parametrize(
    ("opened", "closes", "moment"),
    [
        (at(10, 12), at(20, 12), at(19, 12)),
        (at(10, 12), at(20, 9), at(19, 10)),
        (at(10, 12), at(20, 21), at(20, 10)),
        (at(10, 9), at(10, 15), at(10, 12)),
        (at(10, 18), at(11, 2), at(10, 19)),
        (at(10, 22), at(11, 6), None),
        (at(10, 12), None, at(13, 12)),
    ],
)
def test_the_moment_of_the_reminder(opened: datetime, closes: datetime | None, moment: datetime | None) -> None:
    assert reminder_at(open_from(opened, closes), TEHRAN) == moment


def test_no_reminder_where_none_is_wanted() -> None:
    assert reminder_at(open_from(NOON, None, has_reminder=False), TEHRAN) is None


@given(st.integers(0, 24 * 60), st.integers(1, 40 * 24 * 60))
def test_it_is_always_civil_and_within_the_time_of_the_survey(start: int, length: int) -> None:
    opened = at(1, 0) + timedelta(minutes=start)
    closes = opened + timedelta(minutes=length)
    moment = reminder_at(open_from(opened, closes), TEHRAN)
    assert moment is None or (opened < moment < closes and is_civil(moment, TEHRAN))

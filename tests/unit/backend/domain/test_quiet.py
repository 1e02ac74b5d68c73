"""Nobody is disturbed at night by what can wait."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.domain.quiet import FALLS, LIFTS, after_quiet
from tests.builders import TEHRAN


def at(hour: int, minute: int = 0, day: int = 10) -> datetime:
    return datetime(2026, 11, day, hour, minute, tzinfo=TEHRAN)


@pytest.mark.parametrize("moment", [at(8), at(12, 30), at(21, 59)])
def test_by_day_it_is_told_at_once(moment: datetime) -> None:
    assert after_quiet(moment.astimezone(UTC), TEHRAN) == moment


@pytest.mark.parametrize(
    ("moment", "morning"), [(at(22), at(8, day=11)), (at(23, 59), at(8, day=11)), (at(0), at(8)), (at(7, 59), at(8))]
)
def test_at_night_it_waits_for_the_morning(moment: datetime, morning: datetime) -> None:
    assert after_quiet(moment.astimezone(UTC), TEHRAN) == morning


@given(st.integers(1_700_000_000, 1_900_000_000))
def test_it_waits_ten_hours_at_most_and_never_ends_in_the_night(seconds: int) -> None:
    moment = datetime.fromtimestamp(seconds, UTC)
    due = after_quiet(moment, TEHRAN)
    assert timedelta(0) <= due - moment <= timedelta(hours=10)
    assert LIFTS <= due.astimezone(TEHRAN).time() < FALLS

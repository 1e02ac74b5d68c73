"""Periods in the Jalali calendar: each moment lies in exactly one."""

from datetime import datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from persiantools.jdatetime import JalaliDate, JalaliDateTime

from backend.domain.schedule import MOST_CAUGHT_UP, Period, Rhythm, Schedule

TEHRAN = ZoneInfo("Asia/Tehran")
EIGHT = time(8, 0)
schedules = st.builds(
    Schedule,
    st.sampled_from(Rhythm),
    st.integers(0, 6),
    st.times(min_value=time(0, 0), max_value=time(23, 59)).map(lambda at: at.replace(second=0, microsecond=0, fold=0)),
)
moments = st.datetimes(datetime(2023, 1, 1), datetime(2040, 1, 1), timezones=st.just(TEHRAN))  # noqa: DTZ001 - bounds are naive


def jalali(year: int, month: int, day: int, hour: int = 8, minute: int = 0) -> datetime:
    return JalaliDateTime(year, month, day, hour, minute, tzinfo=TEHRAN).to_gregorian()


@pytest.mark.parametrize(
    ("schedule", "now", "firing"),
    [
        # 30 Aban 1405 is a Saturday.
        (Schedule(Rhythm.WEEKLY, 0, EIGHT), jalali(1405, 8, 29), jalali(1405, 8, 30)),
        (Schedule(Rhythm.WEEKLY, 0, EIGHT), jalali(1405, 8, 30, 7, 59), jalali(1405, 8, 30)),
        (Schedule(Rhythm.WEEKLY, 0, EIGHT), jalali(1405, 8, 30, 8, 0), jalali(1405, 9, 7)),
        (Schedule(Rhythm.WEEKLY, 6, EIGHT), jalali(1405, 8, 30), jalali(1405, 9, 6)),
        (Schedule(Rhythm.WEEKLY, 3, time(17, 30)), jalali(1405, 8, 30), jalali(1405, 9, 3, 17, 30)),
        # Months of 31, 30 and 29 days.
        (Schedule(Rhythm.MONTHLY, at=EIGHT), jalali(1405, 1, 31, 23), jalali(1405, 2, 1)),
        (Schedule(Rhythm.MONTHLY, at=EIGHT), jalali(1405, 7, 30, 23), jalali(1405, 8, 1)),
        (Schedule(Rhythm.MONTHLY, at=EIGHT), jalali(1405, 12, 29, 23), jalali(1406, 1, 1)),
        (Schedule(Rhythm.MONTHLY, at=EIGHT), jalali(1405, 8, 1, 9), jalali(1405, 9, 1)),
        # Quarters end with Khordad, Shahrivar, Azar, Esfand.
        (Schedule(Rhythm.QUARTERLY, at=EIGHT), jalali(1405, 1, 1), jalali(1405, 3, 31)),
        (Schedule(Rhythm.QUARTERLY, at=EIGHT), jalali(1405, 4, 1), jalali(1405, 6, 31)),
        (Schedule(Rhythm.QUARTERLY, at=EIGHT), jalali(1405, 7, 1), jalali(1405, 9, 30)),
        (Schedule(Rhythm.QUARTERLY, at=EIGHT), jalali(1405, 10, 1), jalali(1405, 12, 29)),
        # 1403 and 1408 are leap years: Esfand has thirty days.
        (Schedule(Rhythm.QUARTERLY, at=EIGHT), jalali(1403, 12, 29, 9), jalali(1403, 12, 30)),
        (Schedule(Rhythm.QUARTERLY, at=EIGHT), jalali(1408, 10, 1), jalali(1408, 12, 30)),
        (Schedule(Rhythm.MONTHLY, at=EIGHT), jalali(1403, 12, 30, 9), jalali(1404, 1, 1)),
    ],
)
def test_the_next_firing_is_right(schedule: Schedule, now: datetime, firing: datetime) -> None:
    assert schedule.next_firing(now) == firing
    assert schedule.next_firing(now).tzinfo is TEHRAN


@pytest.mark.parametrize("year", [1403, 1408, 1412])
def test_a_leap_year_has_its_thirtieth_of_esfand_as_quarter_end(year: int) -> None:
    period = Schedule(Rhythm.QUARTERLY, at=EIGHT).period_ending_by(jalali(year + 1, 1, 1))
    assert (period.start, period.end) == (jalali(year, 9, 30), jalali(year, 12, 30))


def test_a_week_runs_from_saturday_to_saturday() -> None:
    period = Schedule(Rhythm.WEEKLY, 0, EIGHT).period_ending_by(jalali(1405, 9, 2))
    assert (period.start, period.end) == (jalali(1405, 8, 23), jalali(1405, 8, 30))


def test_a_period_is_over_exactly_at_its_end() -> None:
    weekly = Schedule(Rhythm.WEEKLY, 0, EIGHT)
    end = jalali(1405, 8, 30)
    assert weekly.period_ending_by(end).end == end
    assert weekly.period_ending_by(end - timedelta(microseconds=1)).end == end - timedelta(days=7)


def test_the_key_is_the_jalali_date_and_hour_of_the_end() -> None:
    period = Schedule(Rhythm.WEEKLY, 0, EIGHT).period_ending_by(jalali(1405, 9, 2))
    assert period.key == "1405-08-30T0800"


def test_the_period_before_has_the_same_length_and_touches() -> None:
    period = Period(jalali(1405, 8, 23), jalali(1405, 8, 30))
    assert period.before == Period(jalali(1405, 8, 16), jalali(1405, 8, 23))


@given(schedules, moments)
@settings(max_examples=60, deadline=None)
def test_periods_tile_time_without_gap_or_overlap(schedule: Schedule, now: datetime) -> None:
    latest = schedule.period_ending_by(now)
    assert latest.start < latest.end <= now
    assert schedule.next_firing(latest.start) == latest.end
    assert schedule.next_firing(latest.end) > now
    running = schedule.period_running_at(now)
    assert (running.start, running.end) == (latest.end, now)
    earlier = schedule.period_ending_by(latest.end - timedelta(minutes=1))
    assert earlier.end == latest.start


@given(schedules, moments, st.timedeltas(timedelta(0), timedelta(days=400)))
@settings(max_examples=60, deadline=None)
def test_what_is_due_is_every_period_since_but_only_the_newest_few(
    schedule: Schedule, now: datetime, downtime: timedelta
) -> None:
    since = now - downtime
    due = schedule.periods_due(since, now)
    assert len(due) <= MOST_CAUGHT_UP
    assert all(since < period.end <= now for period in due)
    assert all(one.end == next_one.start for one, next_one in pairwise(due))
    if due:
        assert due[-1] == schedule.period_ending_by(now)
    if 0 < len(due) < MOST_CAUGHT_UP:
        assert due[0].start <= since


@given(schedules, moments)
@settings(max_examples=60, deadline=None)
def test_a_firing_is_on_the_right_jalali_day_and_hour(schedule: Schedule, now: datetime) -> None:
    firing = schedule.next_firing(now)
    day, tomorrow = JalaliDate(firing.date()), JalaliDate(firing.date() + timedelta(days=1))
    fits = {
        Rhythm.WEEKLY: day.weekday() == schedule.weekday,
        Rhythm.MONTHLY: day.day == 1,
        Rhythm.QUARTERLY: tomorrow.day == 1 and tomorrow.month in {1, 4, 7, 10},
    }
    assert fits[schedule.rhythm]
    assert firing.time() == schedule.at


@given(moments)
@settings(max_examples=40, deadline=None)
def test_keys_differ_between_periods(now: datetime) -> None:
    keys = [period.key for period in Schedule().periods_due(now - timedelta(days=60), now)]
    assert len(set(keys)) == len(keys)

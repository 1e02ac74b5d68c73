"""When a working group gets its digest, in the Jalali calendar.

A period runs from one firing of the schedule to the next, so that every concern falls into exactly one period.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import StrEnum
from itertools import takewhile

from persiantools.jdatetime import JalaliDate

_MONTHS_OF_QUARTER = 3
MOST_CAUGHT_UP = 6


class Rhythm(StrEnum):
    """How often a schedule fires."""

    WEEKLY = "weekly"
    MONTHLY = "monthly"
    QUARTERLY = "quarterly"


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of time that a digest reports on: `start` inclusive, `end` exclusive."""

    start: datetime
    end: datetime

    @property
    def key(self) -> str:
        """The Jalali date and hour at which the period ended; unique among a group's periods."""
        return JalaliDate(self.end.date()).strftime("%Y-%m-%d", locale="en") + self.end.strftime("T%H%M")

    @property
    def before(self) -> "Period":
        """The stretch of the same length that came before."""
        return Period(self.start - (self.end - self.start), self.start)


@dataclass(frozen=True, slots=True)
class Schedule:
    """A rhythm with its hour, in the city's own time.

    Weekly fires on `weekday` (0 is Saturday), monthly on the first day of the Jalali month, quarterly on the last
    day of a Jalali quarter.
    """

    rhythm: Rhythm = Rhythm.WEEKLY
    weekday: int = 0
    at: time = time(8, 0)

    def period_ending_by(self, now: datetime) -> Period:
        """Return the latest period that is over at `now` (an aware time in the city's zone)."""
        firings = self._firings_backwards(now)
        end = next(firings)
        return Period(next(firings), end)

    def period_running_at(self, now: datetime) -> Period:
        """Return the stretch from the latest firing up to now: what a digest asked for today reports on."""
        return Period(next(self._firings_backwards(now)), now)

    def periods_due(self, since: datetime, now: datetime) -> list[Period]:
        """Return the periods that ended after `since` and by `now`, oldest first.

        After a long downtime only the newest few are caught up: a group is not helped by a year of weekly lists.
        """
        ends = list(takewhile(lambda end: end > since, self._firings_backwards(now)))[:MOST_CAUGHT_UP]
        return [self.period_ending_by(end) for end in reversed(ends)]

    def next_firing(self, now: datetime) -> datetime:
        """Return the first firing after `now`."""
        day = now.date()
        while True:
            moment = datetime.combine(day, self.at, now.tzinfo)
            if moment > now and self._fires_on(JalaliDate(day)):
                return moment
            day += timedelta(days=1)

    def _firings_backwards(self, now: datetime) -> Iterator[datetime]:
        day = now.date()
        while True:
            moment = datetime.combine(day, self.at, now.tzinfo)
            if moment <= now and self._fires_on(JalaliDate(day)):
                yield moment
            day -= timedelta(days=1)

    def _fires_on(self, day: JalaliDate) -> bool:
        if self.rhythm is Rhythm.WEEKLY:
            return bool(day.weekday() == self.weekday)
        if self.rhythm is Rhythm.MONTHLY:
            return bool(day.day == 1)
        is_last_of_month = (day + timedelta(days=1)).month != day.month
        return is_last_of_month and day.month % _MONTHS_OF_QUARTER == 0

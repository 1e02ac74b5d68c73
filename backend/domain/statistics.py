"""The figures of a stretch of time: what came, from whom, and how soon it was taken up."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from statistics import median

from backend.domain.issue import IssueState

WEEKS = 12
WEEK = timedelta(days=7)
# Upper ends, in days, of the stretches into which response times fall; what takes longer falls behind the last.
RESPONSE_DAYS = (1, 3, 7, 30)


@dataclass(frozen=True, slots=True)
class Tally:
    """Messages, and the distinct people from whom they came."""

    messages: int
    people: int


@dataclass(frozen=True, slots=True)
class Statistics:
    """What came since `since`: `weeks` counts messages by the Saturday on which the week began, oldest first.

    `topics` counts messages by topic code (None where none was understood), `districts` and `stakeholders` messages
    and people, `states` issues by where they stand now, `responses` how long each answered issue waited for its first
    change of state, `unanswered` issues that still wait for it.
    """

    since: datetime
    until: datetime
    total: Tally
    weeks: tuple[tuple[datetime, int], ...]
    topics: Mapping[str | None, int]
    districts: Mapping[str | None, Tally]
    stakeholders: Mapping[str | None, Tally]
    states: Mapping[IssueState, int]
    responses: tuple[timedelta, ...]
    unanswered: int

    @property
    def median_days(self) -> float | None:
        """The median response time in days; None if nothing was answered yet."""
        return median(one.total_seconds() for one in self.responses) / 86_400 if self.responses else None

    def responses_within(self) -> tuple[int, ...]:
        """Return how many answers fell into each stretch of `RESPONSE_DAYS`, and last how many behind them."""
        ends = [timedelta(days=days) for days in RESPONSE_DAYS]
        counts = [0] * (len(ends) + 1)
        for waited in self.responses:
            counts[next((i for i, end in enumerate(ends) if waited <= end), len(ends))] += 1
        return tuple(counts)


def week_of(moment: datetime) -> datetime:
    """Return when the week of a local moment began: Saturday at midnight."""
    day = moment.replace(hour=0, minute=0, second=0, microsecond=0)
    return day - timedelta(days=(day.weekday() + 2) % 7)

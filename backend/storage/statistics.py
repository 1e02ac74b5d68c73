"""Figures for those who run the service."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import BigInteger, ColumnElement, distinct, func, literal, select, type_coerce

from backend.domain.acts import EventKind
from backend.domain.concern import IN_SIGHT
from backend.domain.issue import IssueState
from backend.domain.statistics import WEEK, Tally
from backend.storage import tables as t
from backend.storage.collector import Collector
from backend.storage.voices import somebody

_c, _i, _e = t.concern.c, t.issue.c, t.issue_event.c
_MS = 1000
_PEOPLE = func.count(distinct(somebody()))


class SqlStatistics:
    """See `backend.ports.StatisticsSource`."""

    def __init__(self, collector: Collector) -> None:
        """Work within one transaction."""
        self._rows = collector

    async def total(self, since: datetime) -> Tally:
        """Return all messages and people since a moment."""
        row = (await self._rows.rows(select(func.count(), _PEOPLE).where(*_came(since))))[0]
        return Tally(row[0], row[1])

    async def by_week(self, begins: Sequence[datetime]) -> list[int]:
        """Return the messages of each week that begins at one of these moments, seven days apart."""
        first = round(begins[0].timestamp() * _MS)
        length = round(WEEK.total_seconds() * _MS)
        number = ((type_coerce(_c.created_at, BigInteger) - first) // literal(length, BigInteger)).label("week")
        statement = select(number, func.count().label("n")).where(*_came(begins[0])).group_by(number)
        found = {row.week: row.n for row in await self._rows.rows(statement)}
        return [found.get(week, 0) for week in range(len(begins))]

    async def by_topic(self, since: datetime) -> dict[str | None, int]:
        """Return messages by topic."""
        statement = select(_c.topic, func.count()).where(*_came(since)).group_by(_c.topic)
        return {row[0]: row[1] for row in await self._rows.rows(statement)}

    async def by_district(self, since: datetime) -> dict[str | None, Tally]:
        """Return messages and people by district."""
        return await self._tallies(_c.district, since)

    async def by_stakeholders(self, since: datetime) -> dict[str | None, Tally]:
        """Return messages and people by stakeholder group."""
        return await self._tallies(_c.stakeholder_group, since)

    async def by_state(self) -> dict[IssueState, int]:
        """Return issues by state; merged ones count in the issue that they are part of."""
        statement = select(_i.state, func.count()).where(_i.root_id == _i.id).group_by(_i.state)
        return {IssueState(row[0]): row[1] for row in await self._rows.rows(statement)}

    async def responses(self, since: datetime) -> tuple[list[timedelta], int]:
        """Return how long issues since a moment waited for their first change of state, and how many still wait."""
        first = func.min(type_coerce(_e.at, BigInteger)) - type_coerce(_i.first_seen, BigInteger)
        changed = (_e.issue_id == _i.id) & (_e.kind == EventKind.STATE.value)
        statement = (
            select(first.label("waited"))
            .select_from(t.issue.outerjoin(t.issue_event, changed))
            .where(_i.root_id == _i.id, _i.created_at >= since)
            .group_by(_i.id, _i.first_seen)
        )
        waited = [row.waited for row in await self._rows.rows(statement)]
        answered = [timedelta(milliseconds=max(0, one)) for one in waited if one is not None]
        return answered, len(waited) - len(answered)

    async def _tallies(self, by: ColumnElement[Any], since: datetime) -> dict[str | None, Tally]:
        statement = select(by, func.count(), _PEOPLE).where(*_came(since)).group_by(by)
        return {row[0]: Tally(row[1], row[2]) for row in await self._rows.rows(statement)}


def _came(since: datetime) -> tuple[ColumnElement[bool], ...]:
    return _c.created_at >= since, _c.state.in_(IN_SIGHT)

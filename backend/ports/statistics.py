"""Figures for those who run the service."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Protocol

from backend.domain.issue import IssueState
from backend.domain.statistics import Statistics, Tally


class StatisticsSource(Protocol):
    """Counts what is in sight."""

    async def total(self, since: datetime) -> Tally:
        """Return all messages and people since a moment."""

    async def by_week(self, begins: Sequence[datetime]) -> list[int]:
        """Return the messages of each week that begins at one of these moments, seven days apart."""

    async def by_topic(self, since: datetime) -> dict[str | None, int]:
        """Return messages by topic."""

    async def by_district(self, since: datetime) -> dict[str | None, Tally]:
        """Return messages and people by district."""

    async def by_stakeholders(self, since: datetime) -> dict[str | None, Tally]:
        """Return messages and people by stakeholder group."""

    async def by_state(self) -> dict[IssueState, int]:
        """Return issues by state; merged ones count in the issue that they are part of."""

    async def responses(self, since: datetime) -> tuple[list[timedelta], int]:
        """Return how long issues since a moment waited for their first change of state, and how many still wait."""


class StatisticsPress(Protocol):
    """Draws the figures."""

    async def pictures(self, statistics: Statistics) -> list[tuple[str, bytes]]:
        """Return pictures, each with the name of its file."""

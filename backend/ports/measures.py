"""Measures, the votes on them, and how a group's members hear of them."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Protocol

from backend.domain.groups import WorkingGroup
from backend.domain.measure import Measure, MeasureState, Rules, Tally, Vote
from backend.ports.outside import Part


class Measures(Protocol):
    """Measures with their issues, votes and each group's rules."""

    def add(self, measure: Measure) -> None:
        """Keep a new measure."""

    async def next_number(self) -> int:
        """Return the number for the next measure."""

    async def by_id(self, measure_id: int) -> Measure | None:
        """Return a measure."""

    async def locked(self, number: int) -> Measure | None:
        """Return the measure with this number, locked: who votes at the same moment waits."""

    async def by_number(self, number: int) -> Measure | None:
        """Return the measure with this number."""

    async def of_issues(self, root_ids: Iterable[int]) -> dict[int, list[Measure]]:
        """Return the measures that answer these root issues or what was merged into them, newest first."""

    async def page(
        self, group_id: int, states: Sequence[MeasureState], skip: int, limit: int
    ) -> tuple[list[Measure], int]:
        """Return a page of a group's measures, newest first, and how many there are."""

    async def over(self, now: datetime, limit: int) -> list[int]:
        """Return the numbers of open measures whose deadline has passed, the longest overdue first."""

    def close(self, measure_id: int, state: MeasureState, at: datetime, result: Tally | None) -> None:
        """Keep what became of a measure."""

    def vote(self, vote: Vote) -> None:
        """Keep a member's vote in the place of an earlier one."""

    async def tally(self, measure: Measure) -> Tally:
        """Count the votes of those who are members of the group now."""

    async def vote_of(self, measure_id: int, person_id: int) -> Vote | None:
        """Return what a person said to a measure."""

    async def objections(self, measure_id: int) -> list[str]:
        """Return the reasons of those who object, in the order in which they were given."""

    async def rules(self, group_id: int) -> Rules:
        """Return how a group decides."""

    def set_rules(self, group_id: int, rules: Rules) -> None:
        """Change how a group decides, from the next proposal on."""


class MeasurePress(Protocol):
    """Writes what a group's members hear of a measure."""

    def ballot(self, measure: Measure, group: WorkingGroup, tally: Tally, titles: Sequence[str]) -> Part:
        """Return the message that asks for a vote; `titles` are those of the issues that it answers."""

    def result(self, measure: Measure, group: WorkingGroup) -> Part:
        """Return the message that tells what became of it, with the counts."""

"""Working groups."""

from datetime import datetime
from typing import Protocol

from backend.domain.groups import Membership, WorkingGroup
from backend.domain.roles import Holder
from backend.domain.schedule import Schedule


class Groups(Protocol):
    """Working groups with their remit, schedule, members and invites."""

    def add(self, group: WorkingGroup) -> None:
        """Keep a new group with its remit and schedule."""

    async def all(self) -> list[WorkingGroup]:
        """Return every group by number."""

    async def next_number(self) -> int:
        """Return the number for the next group."""

    def bind(self, group_id: int, contact_id: int | None) -> None:
        """Bind a group to a group chat."""

    def set_schedule(self, group_id: int, schedule: Schedule, since: datetime) -> None:
        """Replace the schedule."""

    async def scheduled_since(self) -> dict[int, datetime]:
        """Return since when each group's schedule holds."""

    def add_member(self, membership: Membership) -> None:
        """Give a person a seat; giving it twice is harmless."""

    async def members(self, group_id: int) -> list[int]:
        """Return the persons of a group."""

    async def seats(self, group_id: int) -> list[Holder]:
        """Return who has a seat in a group, since when."""

    def remove_member(self, group_id: int, person_id: int) -> None:
        """Take a seat away; taking none away is harmless."""

    async def groups_of(self, person_id: int) -> set[int]:
        """Return the groups of a person."""

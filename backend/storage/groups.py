"""Working groups with their remit, schedule, members and invites."""

from datetime import datetime, time
from typing import Any

from sqlalchemy import func, select

from backend.domain.groups import Level, Membership, WorkingGroup
from backend.domain.roles import Holder
from backend.domain.schedule import Rhythm, Schedule
from backend.storage import tables as t
from backend.storage.collector import AnyRow, Collector, Known

_MINUTES = 60


class SqlGroups:
    """See `backend.ports.Groups`."""

    def __init__(self, collector: Collector) -> None:
        """Work within one transaction."""
        self._rows = collector
        self._known: list[WorkingGroup] | None = None

    def add(self, group: WorkingGroup) -> None:
        """Keep a new group with its remit and schedule."""
        self._known = None
        self._rows.add(
            t.working_group,
            {
                "id": group.id,
                "number": group.number,
                "name": group.name,
                "level": group.level.value,
                "takes_rest": group.takes_rest,
                "contact_id": group.contact_id,
                "created_at": group.created_at,
            },
        )
        for topic in sorted(group.topics):
            self._rows.add(t.working_group_topic, {"group_id": group.id, "topic": topic})
        for district in sorted(group.districts):
            self._rows.add(t.working_group_district, {"group_id": group.id, "district": district})
        self.set_schedule(group.id, group.schedule, group.created_at)

    async def all(self) -> list[WorkingGroup]:
        """Return every group by number; a batch of urgent messages asks again and again, and is answered at once."""
        if self._known is None:
            self._known = await self._all()
        return list(self._known)

    async def _all(self) -> list[WorkingGroup]:
        topics = await self._sets(t.working_group_topic.c.group_id, t.working_group_topic.c.topic)
        districts = await self._sets(t.working_group_district.c.group_id, t.working_group_district.c.district)
        statement = (
            select(t.working_group, t.schedule.c.rhythm, t.schedule.c.weekday, t.schedule.c.minute_of_day)
            .join(t.schedule, t.schedule.c.group_id == t.working_group.c.id)
            .order_by(t.working_group.c.number)
        )
        return [
            _group(row, topics.get(row.id, frozenset()), districts.get(row.id, frozenset()))
            for row in await self._rows.rows(statement)
        ]

    async def next_number(self) -> int:
        """Return the number for the next group."""
        return int(await self._rows.value(select(func.coalesce(func.max(t.working_group.c.number), 0) + 1)))

    def bind(self, group_id: int, contact_id: int | None) -> None:
        """Bind a group to a group chat."""
        self._known = None
        self._rows.change(t.working_group, {"id": group_id}, {"contact_id": contact_id})

    def set_schedule(self, group_id: int, schedule: Schedule, since: datetime) -> None:
        """Replace the schedule."""
        self._known = None
        row = {
            "group_id": group_id,
            "rhythm": schedule.rhythm.value,
            "weekday": schedule.weekday,
            "minute_of_day": schedule.at.hour * _MINUTES + schedule.at.minute,
            "since": since,
        }
        self._rows.add(t.schedule, row, Known.IS_REPLACED)

    async def scheduled_since(self) -> dict[int, datetime]:
        """Return since when each group's schedule holds."""
        return {row.group_id: row.since for row in await self._rows.rows(select(t.schedule))}

    def add_member(self, membership: Membership) -> None:
        """Give a person a seat; giving it twice is harmless."""
        row = {"group_id": membership.group_id, "person_id": membership.person_id, "since": membership.since}
        self._rows.add(t.membership, row, Known.IS_KEPT)

    async def members(self, group_id: int) -> list[int]:
        """Return the persons of a group."""
        statement = select(t.membership.c.person_id).where(t.membership.c.group_id == group_id)
        return [row.person_id for row in await self._rows.rows(statement)]

    async def seats(self, group_id: int) -> list[Holder]:
        """Return who has a seat in a group, since when."""
        m = t.membership.c
        statement = select(m.person_id, m.since).where(m.group_id == group_id).order_by(m.since, m.person_id)
        return [Holder(row.person_id, row.since) for row in await self._rows.rows(statement)]

    def remove_member(self, group_id: int, person_id: int) -> None:
        """Take a seat away; taking none away is harmless."""
        self._rows.remove(t.membership, {"group_id": group_id, "person_id": person_id})

    async def groups_of(self, person_id: int) -> set[int]:
        """Return the groups of a person."""
        statement = select(t.membership.c.group_id).where(t.membership.c.person_id == person_id)
        return {row.group_id for row in await self._rows.rows(statement)}

    async def _sets(self, group_id: Any, value: Any) -> dict[int, frozenset[str]]:
        found: dict[int, frozenset[str]] = {}
        for row in await self._rows.rows(select(group_id, value)):
            found[row[0]] = found.get(row[0], frozenset()) | {row[1]}
        return found


def _group(row: AnyRow, topics: frozenset[str], districts: frozenset[str]) -> WorkingGroup:
    at = time(*divmod(row.minute_of_day, _MINUTES))
    return WorkingGroup(
        id=row.id,
        number=row.number,
        name=row.name,
        level=Level(row.level),
        topics=topics,
        districts=districts,
        takes_rest=row.takes_rest,
        schedule=Schedule(Rhythm(row.rhythm), row.weekday, at),
        created_at=row.created_at,
        contact_id=row.contact_id,
    )

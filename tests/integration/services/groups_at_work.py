"""A working group with members, and issues that people brought up, for tests of what members do."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from backend.domain.actor import Actor
from backend.domain.groups import Membership, WorkingGroup
from backend.domain.issue import Issue
from backend.domain.people import Role
from backend.services import people
from backend.storage.unit_of_work import SqlStore
from tests.builders import a_concern, a_group, an_issue


@dataclass(frozen=True, slots=True)
class Seats:
    """A group and its members."""

    group: WorkingGroup
    members: Sequence[Actor]


async def somebody(store: SqlStore, chat_id: int, *roles: Role) -> Actor:
    async with store.begin() as uow:
        contact, person = people.meet(uow, "telegram", chat_id)
        for role in roles:
            uow.people.grant(person.id, role)
        await uow.commit()
    return Actor(person.id, frozenset(roles), contact.id)


async def a_seated_group(store: SqlStore, members: int = 3, **fields: Any) -> Seats:
    """A group that is bound to no chat, with members at the chats 100·number + 1 and so on."""
    group = a_group(**fields)
    seated = [await somebody(store, 100 * group.number + one) for one in range(1, members + 1)]
    async with store.begin() as uow:
        uow.groups.add(group)
        for actor in seated:
            uow.groups.add_member(Membership(group.id, actor.person_id, uow.now))
        await uow.commit()
    return Seats(group, seated)


async def issues(store: SqlStore, *wanted: dict[str, Any]) -> list[Issue]:
    """Keep issues with these fields."""
    made = [an_issue(**fields) for fields in wanted]
    async with store.begin() as uow:
        for issue in made:
            uow.issues.add(issue)
        await uow.commit()
    return made


async def report(store: SqlStore, issue: Issue, persons: Sequence[int], **fields: Any) -> None:
    """Let each of these persons bring an issue up."""
    async with store.begin() as uow:
        for person_id in persons:
            usual = {"issue_id": issue.id, "created_at": uow.now, "state": "gathered"}
            uow.concerns.add(a_concern(person_id, **usual | fields))
        await uow.commit()

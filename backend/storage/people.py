"""Persons, contacts, roles and dialogues."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import ColumnElement, bindparam, delete, select, update

from backend.domain.people import Contact, ContactKind, Dialogue, Person, Role, StakeholderGroup
from backend.domain.roles import Holder
from backend.storage import tables as t
from backend.storage.collector import AnyRow, Collector, Known


class SqlPeople:
    """See `backend.ports.People`."""

    def __init__(self, collector: Collector, now: datetime) -> None:
        """Work within one transaction."""
        self._rows = collector
        self._now = now

    async def contacts_at(self, platform: str, chat_ids: Iterable[int]) -> dict[int, Contact]:
        """Return the known contacts by chat id."""
        statement = select(t.contact).where(t.contact.c.platform == platform, t.contact.c.chat_id.in_(list(chat_ids)))
        return {row.chat_id: _contact(row) for row in await self._rows.rows(statement)}

    async def contacts_of(self, person_ids: Iterable[int]) -> list[Contact]:
        """Return the active private contacts of these persons."""
        return await self._active(t.contact.c.person_id.in_(list(person_ids)))

    async def contacts_by_ids(self, contact_ids: Iterable[int]) -> list[Contact]:
        """Return the active contacts with these ids."""
        return await self._active(t.contact.c.id.in_(list(contact_ids)))

    async def _active(self, condition: ColumnElement[bool]) -> list[Contact]:
        statement = select(t.contact).where(condition, t.contact.c.active).order_by(t.contact.c.id)
        return [_contact(row) for row in await self._rows.rows(statement)]

    async def persons(self, person_ids: Iterable[int]) -> dict[int, Person]:
        """Return persons by id."""
        statement = select(t.person).where(t.person.c.id.in_(list(person_ids)))
        return {row.id: _person(row) for row in await self._rows.rows(statement)}

    async def roles(self, person_ids: Iterable[int]) -> dict[int, frozenset[Role]]:
        """Return the roles of those persons that have any."""
        statement = select(t.person_role).where(t.person_role.c.person_id.in_(list(person_ids)))
        found: dict[int, frozenset[Role]] = {}
        for row in await self._rows.rows(statement):
            found[row.person_id] = found.get(row.person_id, frozenset()) | {Role(row.role)}
        return found

    async def dialogues(self, contact_ids: Iterable[int]) -> dict[tuple[int, int], Dialogue]:
        """Return the open dialogues by contact and person."""
        statement = select(t.dialogue).where(t.dialogue.c.contact_id.in_(list(contact_ids)))
        return {
            (row.contact_id, row.person_id): Dialogue(row.contact_id, row.person_id, row.step, row.data)
            for row in await self._rows.rows(statement)
        }

    async def dialogues_at(self, step: str, limit: int) -> list[Dialogue]:
        """Return dialogues that stand at a step; an index serves only `READING_STEP`."""
        # The step is written out, since a partial index is of no use to a bound one.
        at = t.dialogue.c.step == bindparam("step", step, literal_execute=True)
        rows = await self._rows.rows(select(t.dialogue).where(at).limit(limit))
        return [Dialogue(row.contact_id, row.person_id, row.step, row.data) for row in rows]

    async def admins(self, platform: str) -> list[int]:
        """Return the chat ids of the admins."""
        statement = (
            select(t.contact.c.chat_id)
            .join(t.person_role, t.person_role.c.person_id == t.contact.c.person_id)
            .where(t.contact.c.platform == platform, t.person_role.c.role == Role.ADMIN.value)
            .order_by(t.contact.c.chat_id)
        )
        return [row.chat_id for row in await self._rows.rows(statement)]

    def add(self, person: Person) -> None:
        """Keep a new person."""
        self._rows.add(
            t.person,
            {
                "id": person.id,
                "created_at": person.created_at,
                "stakeholder_group": person.stakeholder_group,
                "district": person.district,
                "language": person.language,
                "muted": person.muted,
            },
        )

    def add_contact(self, contact: Contact) -> None:
        """Keep a new contact."""
        self._rows.add(
            t.contact,
            {
                "id": contact.id,
                "platform": contact.platform,
                "chat_id": contact.chat_id,
                "kind": contact.kind.value,
                "person_id": contact.person_id,
                "active": contact.active,
                "created_at": contact.created_at,
            },
        )

    def set_profile(self, person_id: int, **profile: str | None) -> None:
        """Change the stakeholder group, district or language."""
        self._rows.change(t.person, {"id": person_id}, profile)

    def set_muted(self, person_id: int, *, muted: bool) -> None:
        """Note whether a person wishes to be sent nothing but answers."""
        self._rows.change(t.person, {"id": person_id}, {"muted": muted})

    def set_contact_active(self, contact_id: int, *, active: bool) -> None:
        """Note that a person stopped the bot, or came back."""
        self._rows.change(t.contact, {"id": contact_id}, {"active": active})

    async def move_contact(self, contact_id: int, chat_id: int) -> None:
        """Give a contact a new address; if that is known already, hand over to it what hangs on the contact.

        It is known when somebody spoke in the new chat before we heard of the move.
        """
        c = t.contact.c
        platform = select(c.platform).where(c.id == contact_id).scalar_subquery()
        statement = select(c.id).where(c.platform == platform, c.chat_id == chat_id, c.id != contact_id)
        heir = await self._rows.value(statement)
        if heir is None:
            self._rows.change(t.contact, {"id": contact_id}, {"chat_id": chat_id})
            return
        for table in (t.working_group, t.outbox, t.errand):
            await self._rows.run(update(table).where(table.c.contact_id == contact_id).values(contact_id=heir))
        self.set_contact_active(contact_id, active=False)
        self.set_contact_active(heir, active=True)

    async def holders(self, role: Role) -> list[Holder]:
        """Return who holds a role, since when, locked against a change at the same moment."""
        held = t.person_role.c.role == role.value
        statement = select(t.person_role).where(held).order_by(t.person_role.c.since).with_for_update()
        return [Holder(row.person_id, row.since) for row in await self._rows.rows(statement)]

    def grant(self, person_id: int, role: Role) -> None:
        """Give a role; giving it twice is harmless."""
        row = {"person_id": person_id, "role": role.value, "since": self._now}
        self._rows.add(t.person_role, row, Known.IS_KEPT)

    async def revoke(self, person_id: int, role: Role) -> None:
        """Take a role away."""
        held = (t.person_role.c.person_id == person_id) & (t.person_role.c.role == role.value)
        await self._rows.run(delete(t.person_role).where(held))

    def put_dialogue(self, dialogue: Dialogue) -> None:
        """Begin or continue a dialogue."""
        row = {
            "contact_id": dialogue.contact_id,
            "person_id": dialogue.person_id,
            "step": dialogue.step,
            "data": dialogue.data,
        }
        self._rows.add(t.dialogue, row, Known.IS_REPLACED)

    def end_dialogue(self, contact_id: int, person_id: int) -> None:
        """End a dialogue; ending none is harmless."""
        self._rows.remove(t.dialogue, {"contact_id": contact_id, "person_id": person_id})


def _person(row: AnyRow) -> Person:
    group = StakeholderGroup(row.stakeholder_group) if row.stakeholder_group else None
    return Person(row.id, row.created_at, group, row.district, row.language, row.muted)


def _contact(row: AnyRow) -> Contact:
    kind = ContactKind(row.kind)
    return Contact(row.id, row.platform, row.chat_id, kind, row.person_id, row.active, row.created_at)

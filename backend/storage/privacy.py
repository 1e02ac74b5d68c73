"""What is kept on a person, found by what the tables themselves say of it: a new table is covered on its first day."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Column, ColumnElement, LargeBinary, Table, delete, func, or_, select, update

from backend.domain.concern import ConcernState
from backend.domain.incoming import InboxState
from backend.domain.own_data import LEFT_OUT_COLUMNS, LEFT_OUT_TABLES, Entry
from backend.storage import tables as t
from backend.storage.collector import AnyRow, Collector

# Who acted, where the row must outlive the person and no foreign key says so.
_LOOSE = {
    ("audit", "actor_id"),
    ("withheld", "decided_by"),
    ("role_invite", "created_by"),
    ("role_invite", "used_by"),
    ("ban", "by_id"),
    ("broadcast", "created_by"),
}
# The words in which an act names its subject may be a person.
_WORDS = (t.audit.c.subject, t.audit.c.detail)
_FORGOTTEN = "—"


class SqlPrivacy:
    """See `backend.ports.Privacy`."""

    def __init__(self, collector: Collector) -> None:
        """Work within one transaction."""
        self._rows = collector

    async def kept_on(self, person_id: int) -> Mapping[str, Sequence[Entry]]:
        """Return a person's rows by table, with those that hang on their messages; files only by their size."""
        found: dict[str, list[Entry]] = {}
        for table in t.metadata.sorted_tables:
            condition = None if table.name in LEFT_OUT_TABLES else _theirs(table, person_id)
            if condition is None:
                continue
            rows = await self._rows.rows(select(*_readable(table)).where(condition))
            if rows:
                found[table.name] = [_entry(row) for row in rows]
        return found

    async def concerns_of(self, person_id: int) -> Mapping[int, int | None]:
        """Return the ids of all messages of a person that were not erased, with the root of their issues."""
        c = t.concern.c
        statement = (
            select(c.id, t.issue.c.root_id)
            .outerjoin(t.issue, t.issue.c.id == c.issue_id)
            .where(c.person_id == person_id, c.state != ConcernState.DELETED.value)
            .order_by(c.id)
        )
        return {row[0]: row[1] for row in await self._rows.rows(statement)}

    async def forget(self, person_id: int) -> None:
        """Remove the person and the addresses, and every way back to them from what stays.

        A row that names the person where it need not keeps its content and loses the name; a row that is about the
        person goes: a vote, a seat, a support.
        """
        await self._forget_failed_updates(person_id)
        await self._forget_messages(person_id)
        for table in reversed(t.metadata.sorted_tables):
            for column in _columns_naming(table, t.person):
                if table is not t.contact:
                    await self._part(table, column, person_id)
        await self._forget_words(person_id)
        addresses = _addresses(person_id)
        await self._rows.run(delete(t.dialogue).where(t.dialogue.c.contact_id.in_(addresses)))
        await self._rows.run(delete(t.contact).where(t.contact.c.person_id == person_id))
        await self._rows.run(delete(t.person).where(t.person.c.id == person_id))

    async def _part(self, table: Table, column: Column[Any], person_id: int) -> None:
        if column.nullable:
            await self._rows.run(update(table).where(column == person_id).values({column.name: None}))
        else:
            await self._rows.run(delete(table).where(column == person_id))

    async def _forget_failed_updates(self, person_id: int) -> None:
        """An update that failed keeps what the platform sent, the address with it."""
        chats = await self._rows.rows(select(t.contact.c.chat_id).where(t.contact.c.person_id == person_id))
        for row in chats:
            told = t.inbox.c.raw.contains(str(row.chat_id), autoescape=True)
            await self._rows.run(delete(t.inbox).where(t.inbox.c.state == InboxState.FAILED.value, told))

    async def _forget_messages(self, person_id: int) -> None:
        """What waits for the person is not sent any more, and what was sent is not remembered."""
        theirs = t.outbox.c.contact_id.in_(_addresses(person_id))
        files = await self._rows.rows(select(t.outbox.c.attachment_id).where(theirs))
        await self._rows.run(delete(t.outbox).where(theirs))
        ids = [row.attachment_id for row in files if row.attachment_id is not None]
        await self._rows.run(delete(t.attachment).where(t.attachment.c.id.in_(ids)))

    async def _forget_words(self, person_id: int) -> None:
        number = str(person_id)
        for column in _WORDS:
            without = func.replace(column, number, _FORGOTTEN)
            told = column.contains(number, autoescape=True)
            await self._rows.run(update(t.audit).where(told).values({column.name: without}))


def _theirs(table: Table, person_id: int) -> ColumnElement[bool] | None:
    """The rows of a table that lead to a person; None where none can."""
    if table is t.person:
        return t.person.c.id == person_id
    conditions: list[ColumnElement[bool]] = [column == person_id for column in _columns_naming(table, t.person)]
    conditions += [column.in_(_addresses(person_id)) for column in _columns_to(table, t.contact)]
    own = select(t.concern.c.id).where(t.concern.c.person_id == person_id)
    conditions += [column.in_(own) for column in _columns_to(table, t.concern)]
    return or_(*conditions) if conditions else None


def _columns_naming(table: Table, other: Table) -> Iterator[Column[Any]]:
    """The columns that hold a person, whether or not a foreign key says so."""
    yield from _columns_to(table, other)
    yield from (table.c[name] for in_table, name in sorted(_LOOSE) if in_table == table.name)


def _columns_to(table: Table, other: Table) -> Iterator[Column[Any]]:
    yield from (column for column in table.c if any(key.column.table is other for key in column.foreign_keys))


def _addresses(person_id: int) -> Any:
    return select(t.contact.c.id).where(t.contact.c.person_id == person_id)


def _readable(table: Table) -> list[Any]:
    """The columns of a table that are shown; contents of files by their size."""
    return [
        func.length(column).label(column.name) if isinstance(column.type, LargeBinary) else column
        for column in table.c
        if (table.name, column.name) not in LEFT_OUT_COLUMNS
    ]


def _entry(row: AnyRow) -> Entry:
    return dict(row._mapping)  # noqa: SLF001 - public in SQLAlchemy

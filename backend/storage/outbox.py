"""What is to be sent, and what became of it."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import case, delete, func, select, update

from backend.domain.broadcast import Tally
from backend.domain.outgoing import Attachment, Delivery, Outcome, Outgoing, Priority, SendState
from backend.domain.people import ContactKind
from backend.ports import Depth
from backend.storage import tables as t
from backend.storage.collector import AnyRow, Collector, Known
from backend.storage.people import SqlPeople

_c = t.outbox.c
_UNSETTLED = (SendState.UNKNOWN.value, SendState.FAILED.value)
# A picture of results goes to many, page by page: more calls may come to refer to it.
_UNUSED = (
    ~select(_c.id).where(_c.attachment_id == t.attachment.c.id).exists(),
    ~select(t.survey_news.c.survey_id).where(t.survey_news.c.picture_id == t.attachment.c.id).exists(),
)


class SqlOutbox:
    """See `backend.ports.Outbox`."""

    def __init__(self, collector: Collector, now: datetime) -> None:
        """Work within one transaction."""
        self._rows = collector
        self._now = now

    def add(self, outgoing: Outgoing) -> None:
        """Queue a call; one with a known dedupe key is passed over."""
        row = {
            "id": outgoing.id,
            "contact_id": outgoing.contact_id,
            "priority": outgoing.priority.value,
            "method": outgoing.method,
            "payload": outgoing.payload,
            "attachment_id": outgoing.attachment_id,
            "dedupe_key": outgoing.dedupe_key,
            "state": SendState.PENDING.value,
            "attempts": 0,
            "created_at": outgoing.created_at,
            "due_at": outgoing.due_at or outgoing.created_at,
            "sent_at": None,
            "message_id": None,
            "error": "",
            "batch": outgoing.batch,
        }
        self._rows.add(t.outbox, row, Known.IS_KEPT)

    def add_attachment(self, attachment: Attachment) -> None:
        """Keep a file to send."""
        row = {"id": attachment.id, "name": attachment.name, "content": attachment.content, "created_at": self._now}
        self._rows.add(t.attachment, row)

    async def next(self, limit: int, busy: Iterable[int]) -> list[Delivery]:
        """Return due calls by priority and age, passing over busy contacts.

        A contact with a call that waits for its next attempt is passed over too: what comes after it must not
        overtake it. One that was meant for a later hour from the start holds nothing up.
        """
        earlier = t.outbox.alias("earlier")
        retries = (
            select(earlier.c.id)
            .where(earlier.c.contact_id == _c.contact_id, earlier.c.state == SendState.PENDING.value)
            .where(earlier.c.due_at > self._now, earlier.c.id < _c.id, earlier.c.priority <= _c.priority)
            .where(earlier.c.error != "")
        )
        statement = (
            select(t.outbox, t.contact.c.chat_id, t.contact.c.kind)
            .join(t.contact, t.contact.c.id == _c.contact_id)
            .where(_c.state == SendState.PENDING.value, _c.due_at <= self._now, t.contact.c.active, ~retries.exists())
            .order_by(_c.priority, _c.id)
            .limit(limit)
        )
        if held := list(busy):
            statement = statement.where(_c.contact_id.not_in(held))
        rows = await self._rows.rows(statement)
        files = await self._attachments({row.attachment_id for row in rows if row.attachment_id})
        return [
            Delivery(_outgoing(row), row.chat_id, row.kind == ContactKind.GROUP.value, files.get(row.attachment_id))
            for row in rows
        ]

    def sending(self, outgoing_ids: Iterable[int]) -> None:
        """Note, before the request, that these may have been sent from now on."""
        for outgoing_id in outgoing_ids:
            self._rows.change(t.outbox, {"id": outgoing_id}, {"state": SendState.SENDING.value})

    async def settle(self, outcomes: Sequence[Outcome]) -> None:
        """Note what became of attempts; what was sent keeps only its key and message id.

        A file is dropped with the last call that refers to it.
        """
        for outcome in outcomes:
            key = {"id": outcome.outgoing_id}
            if outcome.leaves_no_trace and outcome.retry_at is None:
                self._rows.remove(t.outbox, key)
            elif outcome.state is SendState.SENT:
                values: dict[str, Any] = {"sent_at": outcome.at, "message_id": outcome.message_id, "payload": {}}
                self._rows.change(t.outbox, key, {"state": outcome.state.value, **values, "attachment_id": None})
            elif outcome.retry_at is not None:
                values = {"due_at": outcome.retry_at, "error": outcome.error, "attempts": outcome.attempts}
                self._rows.change(t.outbox, key, {"state": SendState.PENDING.value, **values})
            else:
                self._rows.change(t.outbox, key, {"state": outcome.state.value, "error": outcome.error})
            if outcome.deactivate_contact is not None:
                self._rows.change(t.contact, {"id": outcome.deactivate_contact}, {"active": False})
            if outcome.moved_contact is not None:
                await SqlPeople(self._rows, self._now).move_contact(*outcome.moved_contact)
        await self._drop_files({one.attachment_id for one in outcomes if one.attachment_id is not None})

    async def recover(self) -> tuple[int, int]:
        """After a crash: put answers that were being sent back, mark the rest unknown; return both counts."""
        caught = _c.state == SendState.SENDING.value
        answers = _c.priority == Priority.ANSWER.value
        again = await self._rows.run(update(t.outbox).where(caught, answers).values(state=SendState.PENDING.value))
        unknown = await self._rows.run(update(t.outbox).where(caught, ~answers).values(state=SendState.UNKNOWN.value))
        return again, unknown

    async def tally(self, batch: str) -> Tally:
        """Return how far the messages of a batch are; those to whom nothing can be sent any more do not wait."""
        waits = _c.state.in_((SendState.PENDING.value, SendState.SENDING.value))
        statement = (
            select(
                func.sum(case((waits & t.contact.c.active, 1), else_=0)).label("waiting"),
                func.sum(case((_c.state == SendState.SENT.value, 1), else_=0)).label("sent"),
                func.count().label("all"),
            )
            .join(t.contact, t.contact.c.id == _c.contact_id)
            .where(_c.batch == batch)
        )
        row = (await self._rows.rows(statement))[0]
        waiting, sent = row.waiting or 0, row.sent or 0
        return Tally(waiting, sent, row.all - waiting - sent)

    async def withdraw(self, batch: str) -> int:
        """Take back what waits of a batch; return how many messages. What is being sent now arrives."""
        waiting = (_c.batch == batch) & (_c.state == SendState.PENDING.value)
        return await self._rows.run(delete(t.outbox).where(waiting))

    async def list_unsettled(self, limit: int) -> list[tuple[Outgoing, str, str]]:
        """Return unknown and failed calls with state and error."""
        statement = select(t.outbox).where(_c.state.in_(_UNSETTLED)).order_by(_c.id).limit(limit)
        return [(_outgoing(row), row.state, row.error) for row in await self._rows.rows(statement)]

    async def resend(self, outgoing_ids: Sequence[int] | None) -> int:
        """Queue unknown and failed calls again on a person's word; return how many."""
        statement = update(t.outbox).where(_c.state.in_(_UNSETTLED))
        if outgoing_ids is not None:
            statement = statement.where(_c.id.in_(outgoing_ids))
        return await self._rows.run(statement.values(state=SendState.PENDING.value, due_at=self._now, attempts=0))

    async def depth(self) -> Depth:
        """Return how much waits, failed, and is unknown; what was meant for a later hour does not wait yet."""
        is_awaited = (_c.due_at <= self._now) | (_c.error != "")
        waits = _c.state.in_((SendState.PENDING.value, SendState.SENDING.value)) & t.contact.c.active & is_awaited
        waiting = (
            select(func.count(), func.min(_c.created_at)).join(t.contact, t.contact.c.id == _c.contact_id).where(waits)
        )
        count, oldest = (await self._rows.rows(waiting))[0]
        failed = await self._rows.value(select(func.count()).where(_c.state == SendState.FAILED.value))
        unknown = await self._rows.value(select(func.count()).where(_c.state == SendState.UNKNOWN.value))
        return Depth(count, oldest, failed, unknown)

    async def prune(self, before: datetime) -> int:
        """Delete sent calls and their files; return how many calls."""
        sent = (_c.state == SendState.SENT.value) & (_c.created_at < before)
        count = await self._rows.run(delete(t.outbox).where(sent))
        await self._rows.run(delete(t.attachment).where(t.attachment.c.created_at < before, *_UNUSED))
        return count

    async def _drop_files(self, ids: set[int]) -> None:
        if ids:
            await self._rows.run(delete(t.attachment).where(t.attachment.c.id.in_(ids), *_UNUSED))

    async def _attachments(self, ids: set[int]) -> dict[int, Attachment]:
        if not ids:
            return {}
        statement = select(t.attachment).where(t.attachment.c.id.in_(ids))
        return {row.id: Attachment(row.id, row.name, row.content) for row in await self._rows.rows(statement)}


def _outgoing(row: AnyRow) -> Outgoing:
    return Outgoing(
        id=row.id,
        contact_id=row.contact_id,
        priority=Priority(row.priority),
        method=row.method,
        payload=row.payload,
        dedupe_key=row.dedupe_key,
        created_at=row.created_at,
        attachment_id=row.attachment_id,
        attempts=row.attempts,
        due_at=row.due_at,
        batch=row.batch,
    )

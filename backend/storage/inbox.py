"""Raw updates: kept before they are confirmed, worked in order within a chat."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from sqlalchemy import delete, func, select, update

from backend.domain.incoming import InboxState, RawUpdate
from backend.ports import Depth
from backend.storage import tables as t
from backend.storage.collector import AnyRow, Collector, Known

_c = t.inbox.c


class SqlInbox:
    """See `backend.ports.Inbox`."""

    def __init__(self, collector: Collector) -> None:
        """Work within one transaction."""
        self._rows = collector

    async def keep(self, updates: Sequence[RawUpdate]) -> None:
        """Keep updates; the unique key (platform, bot, update id) passes over those that are kept already."""
        for raw in updates:
            row = {
                "id": raw.id,
                "platform": raw.platform,
                "bot": raw.bot,
                "update_id": raw.update_id,
                "chat_key": raw.chat_key,
                "raw": raw.raw,
                "received_at": raw.received_at,
                "state": InboxState.NEW.value,
                "attempts": 0,
                "error": "",
                "error_id": "",
            }
            self._rows.add(t.inbox, row, Known.IS_KEPT)
        await self._rows.flush()

    async def claim(self, limit: int, passing_over: Iterable[int] = ()) -> list[RawUpdate]:
        """Return waiting updates, the oldest of each chat but those passed over, locked against other workers.

        The lock is the transaction's: it holds while the updates are worked and falls with the worker. Another
        worker that meets a locked head of a chat passes over the chat, so order within a chat is kept.
        """
        heads = (
            select(func.min(_c.id))
            .where(_c.state == InboxState.NEW.value, _c.chat_key.not_in(list(passing_over)))
            .group_by(_c.chat_key)
            .order_by(func.min(_c.id))
            .limit(limit)
        )
        ids = [row[0] for row in await self._rows.rows(heads)]
        if not ids:
            return []
        return await self._locked(ids)

    async def claim_one(self, update_id: int) -> RawUpdate | None:
        """Return an update if it still waits, locked against other workers."""
        rows = await self._locked([update_id])
        return rows[0] if rows else None

    async def _locked(self, ids: Sequence[int]) -> list[RawUpdate]:
        statement = select(t.inbox).where(_c.id.in_(ids), _c.state == InboxState.NEW.value).order_by(_c.id)
        if self._rows.is_postgresql:
            statement = statement.with_for_update(skip_locked=True)
        return [_raw_update(row) for row in await self._rows.rows(statement)]

    def done(self, update_ids: Iterable[int]) -> None:
        """Mark updates as worked and drop what they said: only the key stays, against a second delivery."""
        for update_id in update_ids:
            self._rows.change(t.inbox, {"id": update_id}, {"state": InboxState.DONE.value, "raw": "", "chat_key": 0})

    def failed(self, update_id: int, error: str, error_id: str) -> None:
        """Mark an update as failed; it keeps what it said."""
        values = {"state": InboxState.FAILED.value, "error": error, "error_id": error_id}
        # Only while it waits: another worker may have finished it in between, and its words are gone then.
        self._rows.change(t.inbox, {"id": update_id, "state": InboxState.NEW.value}, values)

    async def list_failed(self, limit: int) -> list[RawUpdate]:
        """Return failed updates, oldest first."""
        statement = select(t.inbox).where(_c.state == InboxState.FAILED.value).order_by(_c.id).limit(limit)
        return [_raw_update(row) for row in await self._rows.rows(statement)]

    async def replay(self, update_ids: Sequence[int] | None) -> int:
        """Make failed updates (all, or these) wait again; return how many."""
        statement = update(t.inbox).where(_c.state == InboxState.FAILED.value)
        if update_ids is not None:
            statement = statement.where(_c.id.in_(update_ids))
        return await self._rows.run(statement.values(state=InboxState.NEW.value, attempts=_c.attempts + 1))

    async def oldest_waiting(self) -> datetime | None:
        """Return when the oldest waiting update came."""
        return (await self.depth()).oldest

    async def depth(self) -> Depth:
        """Return how much waits and how much failed."""
        waiting = select(func.count(), func.min(_c.received_at)).where(_c.state == InboxState.NEW.value)
        count, oldest = (await self._rows.rows(waiting))[0]
        failed = await self._rows.value(select(func.count()).where(_c.state == InboxState.FAILED.value))
        return Depth(count, oldest, failed)

    async def prune(self, before: datetime) -> int:
        """Delete worked updates that came before a moment; return how many."""
        return await self._rows.run(delete(t.inbox).where(_c.state == InboxState.DONE.value, _c.received_at < before))


def _raw_update(row: AnyRow) -> RawUpdate:
    return RawUpdate(
        id=row.id,
        platform=row.platform,
        bot=row.bot,
        update_id=row.update_id,
        chat_key=row.chat_key,
        raw=row.raw,
        received_at=row.received_at,
        attempts=row.attempts,
        error=row.error,
        error_id=row.error_id,
    )

"""What was asked for and is made after the turn."""

from collections.abc import Iterable

from sqlalchemy import delete, select

from backend.domain.errand import Errand, ErrandKind
from backend.storage import tables as t
from backend.storage.collector import Collector

_c = t.errand.c


class SqlErrands:
    """See `backend.ports.Errands`."""

    def __init__(self, collector: Collector) -> None:
        """Work within one transaction."""
        self._rows = collector

    def add(self, errand: Errand) -> None:
        """Keep an errand."""
        row = {
            "id": errand.id,
            "contact_id": errand.contact_id,
            "kind": errand.kind.value,
            "data": errand.data,
            "created_at": errand.created_at,
            "attempts": errand.attempts,
        }
        self._rows.add(t.errand, row)

    async def next(self, busy: Iterable[int]) -> Errand | None:
        """Return the oldest errand, those that failed behind the others; busy contacts are passed over."""
        statement = select(t.errand).order_by(_c.attempts, _c.id).limit(1)
        if held := list(busy):
            statement = statement.where(_c.contact_id.not_in(held))
        for row in await self._rows.rows(statement):
            return Errand(row.id, row.contact_id, ErrandKind(row.kind), row.data, row.created_at, row.attempts)
        return None

    async def done(self, errand_id: int) -> int | None:
        """Remove an errand; return the contact for which it is by now, or None if it is gone."""
        statement = delete(t.errand).where(_c.id == errand_id).returning(_c.contact_id)
        contact_id: int | None = await self._rows.value(statement)
        return contact_id

    def failed(self, errand: Errand) -> None:
        """Count an attempt that failed."""
        self._rows.change(t.errand, {"id": errand.id}, {"attempts": errand.attempts + 1})

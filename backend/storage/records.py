"""The audit log and the heartbeats."""

from datetime import datetime

from sqlalchemy import func, select

from backend.domain.audit import AuditEntry
from backend.storage import tables as t
from backend.storage.collector import Collector, Known


class SqlRecords:
    """See `backend.ports.Records`."""

    def __init__(self, collector: Collector) -> None:
        """Work within one transaction."""
        self._rows = collector

    def audit(self, entry: AuditEntry) -> None:
        """Append to the audit log."""
        self._rows.add(
            t.audit,
            {
                "id": entry.id,
                "at": entry.at,
                "actor_id": entry.actor_id,
                "act": entry.act,
                "subject": entry.subject,
                "allowed": entry.allowed,
                "detail": entry.detail,
            },
        )

    async def audited(self, limit: int, offset: int = 0, act: str = "", *, refused: bool = False) -> list[AuditEntry]:
        """Return entries, newest first: of all acts or one, all or only what was refused."""
        statement = select(t.audit).order_by(t.audit.c.id.desc()).limit(limit).offset(offset)
        if act:
            statement = statement.where(t.audit.c.act == act)
        if refused:
            statement = statement.where(~t.audit.c.allowed)
        return [
            AuditEntry(row.id, row.at, row.actor_id, row.act, row.subject, row.allowed, row.detail)
            for row in await self._rows.rows(statement)
        ]

    async def has_audited(self, act: str, subject: str) -> bool:
        """Say whether this was ever done to this, attempts that were refused aside."""
        a = t.audit.c
        done = select(a.id).where(a.act == act, a.subject == subject, a.allowed).limit(1)
        return bool(await self._rows.rows(done))

    async def acts(self) -> list[str]:
        """Return the acts that stand in the audit log, the most frequent first."""
        act = t.audit.c.act
        statement = select(act).group_by(act).order_by(func.count().desc(), act)
        return [row.act for row in await self._rows.rows(statement)]

    def beat(self, name: str, at: datetime) -> None:
        """Note that a part of the service is alive."""
        self._rows.add(t.beat, {"name": name, "at": at}, Known.IS_REPLACED)

    async def beats(self) -> dict[str, datetime]:
        """Return the last beat of each part."""
        return {row.name: row.at for row in await self._rows.rows(select(t.beat))}

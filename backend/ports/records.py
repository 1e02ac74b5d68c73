"""The audit log and the heartbeats."""

from datetime import datetime
from typing import Protocol

from backend.domain.audit import AuditEntry


class Records(Protocol):
    """The audit log and the heartbeats."""

    def audit(self, entry: AuditEntry) -> None:
        """Append to the audit log."""

    async def audited(self, limit: int, offset: int = 0, act: str = "", *, refused: bool = False) -> list[AuditEntry]:
        """Return entries, newest first: of all acts or one, all or only what was refused."""

    async def has_audited(self, act: str, subject: str) -> bool:
        """Say whether this was ever done to this, attempts that were refused aside."""

    async def acts(self) -> list[str]:
        """Return the acts that stand in the audit log, the most frequent first."""

    def beat(self, name: str, at: datetime) -> None:
        """Note that a part of the service is alive."""

    async def beats(self) -> dict[str, datetime]:
        """Return the last beat of each part."""

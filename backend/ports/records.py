"""The audit log and the heartbeats."""

from datetime import datetime
from typing import Protocol

from backend.domain.audit import AuditEntry


class Records(Protocol):
    """The audit log and the heartbeats."""

    def audit(self, entry: AuditEntry) -> None:
        """Append to the audit log."""

    async def audited(self, limit: int) -> list[AuditEntry]:
        """Return the latest entries, newest first."""

    def beat(self, name: str, at: datetime) -> None:
        """Note that a part of the service is alive."""

    async def beats(self) -> dict[str, datetime]:
        """Return the last beat of each part."""

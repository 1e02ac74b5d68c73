"""The audit log: every act of a member or admin, and every refusal."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class AuditEntry:
    """Who did what to which thing, and whether it was allowed."""

    id: int
    at: datetime
    actor_id: int | None
    act: str
    subject: str
    allowed: bool
    detail: str = ""

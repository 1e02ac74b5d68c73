"""What the platform sent: a row of the inbox."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class InboxState(StrEnum):
    """The life of an inbox row; a failed one keeps its update and error until it is replayed."""

    NEW = "new"
    DONE = "done"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class RawUpdate:
    """An update as it came. `chat_key` orders a chat's updates and is a keyed hash, not a chat id."""

    id: int
    platform: str
    bot: str
    update_id: int
    chat_key: int
    raw: str
    received_at: datetime
    attempts: int = 0
    error: str = ""
    error_id: str = ""

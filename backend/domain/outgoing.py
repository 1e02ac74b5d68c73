"""What is to be sent: a row of the outbox."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import IntEnum, StrEnum
from typing import Any


class Priority(IntEnum):
    """Answers before digests before broadcasts."""

    ANSWER = 0
    DIGEST = 1
    BROADCAST = 2


class SendState(StrEnum):
    """The life of an outbox row.

    `SENDING` is written before the request, so that after a crash it means: perhaps sent. `UNKNOWN` waits for a
    person's word, except for answers, which are sent again.
    """

    PENDING = "pending"
    SENDING = "sending"
    SENT = "sent"
    UNKNOWN = "unknown"
    FAILED = "failed"


# What begins the batch of answers of which no row may stay once they were sent, or cannot be.
TRACELESS = "traceless"


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file to send, kept in the database until it was sent."""

    id: int
    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Outgoing:
    """One call of the platform: a method with its payload, without the chat id, which the contact knows.

    It waits until `due_at`, if that is given. `batch` names what it is part of (a broadcast, a survey), so that its
    progress can be counted and what still waits be taken back.
    """

    id: int
    contact_id: int
    priority: Priority
    method: str
    payload: dict[str, Any]
    dedupe_key: str
    created_at: datetime
    attachment_id: int | None = None
    attempts: int = 0
    due_at: datetime | None = None
    batch: str | None = None


@dataclass(frozen=True, slots=True)
class Delivery:
    """An outgoing row with what the sender needs of its contact and attachment."""

    outgoing: Outgoing
    chat_id: int
    is_group: bool
    attachment: Attachment | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one attempt. `retry_at` is set where the row goes back to pending."""

    outgoing_id: int
    contact_id: int
    state: SendState
    at: datetime
    error: str = ""
    retry_at: datetime | None = None
    attempts: int = 0
    message_id: int | None = None
    attachment_id: int | None = None
    deactivate_contact: int | None = None
    moved_contact: tuple[int, int] | None = field(default=None)
    leaves_no_trace: bool = False

"""A broadcast: one text to many, sent behind everything else."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from backend.domain.audience import Audience

LONGEST_TEXT = 3500


class BroadcastState(StrEnum):
    """Its life: queued page by page, then sent by the sender until nothing of it waits, or stopped before."""

    FEEDING = "feeding"
    SENDING = "sending"
    DONE = "done"
    STOPPED = "stopped"


RUNNING = (BroadcastState.FEEDING, BroadcastState.SENDING)


@dataclass(frozen=True, slots=True)
class Broadcast:
    """What is sent to whom, how far it is queued, and where its progress is shown.

    `cursor` is the last address that was queued, `total` how many people the audience had when it was confirmed.
    """

    id: int
    audience: Audience
    text: str
    created_at: datetime
    created_by: int | None
    contact_id: int
    message_id: int
    state: BroadcastState = BroadcastState.FEEDING
    cursor: int = 0
    total: int = 0
    sent: int = 0
    failed: int = 0

    @property
    def batch(self) -> str:
        """The name under which its messages stand in the outbox."""
        return f"broadcast:{self.id}"


@dataclass(frozen=True, slots=True)
class Tally:
    """How many messages of a batch wait, were sent, and could not be sent."""

    waiting: int = 0
    sent: int = 0
    failed: int = 0

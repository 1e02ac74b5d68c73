"""The two boxes: what came, and what is to be sent."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from backend.domain.broadcast import Tally
from backend.domain.incoming import RawUpdate
from backend.domain.outgoing import Attachment, Delivery, Outcome, Outgoing


@dataclass(frozen=True, slots=True)
class Depth:
    """How much waits in a box, and since when."""

    waiting: int
    oldest: datetime | None
    failed: int
    unknown: int = 0


class Inbox(Protocol):
    """Raw updates."""

    async def keep(self, updates: Sequence[RawUpdate]) -> None:
        """Keep updates; those that are kept already are passed over."""

    async def claim(self, limit: int, passing_over: Iterable[int] = ()) -> list[RawUpdate]:
        """Return waiting updates, the oldest of each chat but those passed over, locked against other workers."""

    async def claim_one(self, update_id: int) -> RawUpdate | None:
        """Return an update if it still waits, locked against other workers."""

    def done(self, update_ids: Iterable[int]) -> None:
        """Mark updates as worked and drop what they said."""

    def failed(self, update_id: int, error: str, error_id: str) -> None:
        """Mark an update as failed; it keeps what it said."""

    async def list_failed(self, limit: int) -> list[RawUpdate]:
        """Return failed updates, oldest first."""

    async def replay(self, update_ids: Sequence[int] | None) -> int:
        """Make failed updates (all, or these) wait again; return how many."""

    async def oldest_waiting(self) -> datetime | None:
        """Return when the oldest waiting update came."""

    async def depth(self) -> Depth:
        """Return how much waits."""

    async def prune(self, before: datetime) -> int:
        """Delete worked updates that came before a moment; return how many."""


class Outbox(Protocol):
    """What is to be sent."""

    def add(self, outgoing: Outgoing) -> None:
        """Queue a call; one with a known dedupe key is passed over."""

    def add_attachment(self, attachment: Attachment) -> None:
        """Keep a file to send."""

    async def next(self, limit: int, busy: Iterable[int]) -> list[Delivery]:
        """Return due calls by priority, passing over busy contacts."""

    def sending(self, outgoing_ids: Iterable[int]) -> None:
        """Note, before the request, that these may have been sent from now on."""

    async def settle(self, outcomes: Sequence[Outcome]) -> None:
        """Note what became of attempts."""

    async def recover(self) -> tuple[int, int]:
        """After a crash: put answers that were being sent back, mark the rest unknown; return both counts."""

    async def tally(self, batch: str) -> Tally:
        """Return how far the messages of a batch are."""

    async def withdraw(self, batch: str) -> int:
        """Take back what waits of a batch; return how many messages."""

    async def list_unsettled(self, limit: int) -> list[tuple[Outgoing, str, str]]:
        """Return unknown and failed calls with state and error."""

    async def resend(self, outgoing_ids: Sequence[int] | None) -> int:
        """Queue unknown and failed calls again on a person's word; return how many."""

    async def depth(self) -> Depth:
        """Return how much waits."""

    async def prune(self, before: datetime) -> int:
        """Delete sent calls and their files; return how many calls."""

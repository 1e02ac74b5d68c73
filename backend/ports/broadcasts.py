"""Broadcasts and the audiences that they reach."""

from typing import Protocol

from backend.domain.audience import Audience, Recipient
from backend.domain.broadcast import Broadcast


class Broadcasts(Protocol):
    """Broadcasts, and who belongs to an audience."""

    async def reach(self, audience: Audience) -> int:
        """Return how many people an audience has."""

    async def recipients(self, audience: Audience, after: int, limit: int) -> list[Recipient]:
        """Return the addresses of an audience behind a contact id, by contact id; each person once."""

    def add(self, broadcast: Broadcast) -> None:
        """Keep a new broadcast; one that is known is passed over."""

    async def by_id(self, broadcast_id: int) -> Broadcast | None:
        """Return a broadcast, locked against a change at the same moment."""

    async def running(self) -> list[Broadcast]:
        """Return the broadcasts that are neither done nor stopped, oldest first."""

    def change(self, broadcast_id: int, **values: object) -> None:
        """Change columns of a broadcast."""

"""Invites to working groups and to roles."""

from datetime import datetime
from typing import Protocol

from backend.domain.invites import Invite


class Invites[Aim](Protocol):
    """Invites to one kind of aim."""

    def add(self, invite: Invite[Aim]) -> None:
        """Keep a new invite."""

    async def by_hash(self, token_hash: str) -> Invite[Aim] | None:
        """Return an invite, locked against a second use at the same moment."""

    def use(self, invite_id: int, person_id: int, at: datetime) -> None:
        """Note that an invite was used."""

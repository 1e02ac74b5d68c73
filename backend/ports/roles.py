"""Invites to roles."""

from datetime import datetime
from typing import Protocol

from backend.domain.roles import RoleInvite


class RoleInvites(Protocol):
    """Invites to the roles of the city."""

    def add(self, invite: RoleInvite) -> None:
        """Keep a new invite."""

    async def by_hash(self, token_hash: str) -> RoleInvite | None:
        """Return an invite, locked against a second use at the same moment."""

    def use(self, invite_id: int, person_id: int, at: datetime) -> None:
        """Note that an invite was used."""

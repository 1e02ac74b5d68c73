"""Invites to roles."""

from datetime import datetime

from sqlalchemy import select

from backend.domain.people import Role
from backend.domain.roles import RoleInvite
from backend.storage import tables as t
from backend.storage.collector import Collector


class SqlRoleInvites:
    """See `backend.ports.RoleInvites`."""

    def __init__(self, collector: Collector) -> None:
        """Work within one transaction."""
        self._rows = collector

    def add(self, invite: RoleInvite) -> None:
        """Keep a new invite."""
        row = {
            "id": invite.id,
            "role": invite.role.value,
            "token_hash": invite.token_hash,
            "created_by": invite.created_by,
            "created_at": invite.created_at,
            "expires_at": invite.expires_at,
            "used_at": invite.used_at,
            "used_by": invite.used_by,
        }
        self._rows.add(t.role_invite, row)

    async def by_hash(self, token_hash: str) -> RoleInvite | None:
        """Return an invite, locked against a second use at the same moment."""
        statement = select(t.role_invite).where(t.role_invite.c.token_hash == token_hash).with_for_update()
        rows = await self._rows.rows(statement)
        if not rows:
            return None
        (row,) = rows
        return RoleInvite(
            row.id,
            Role(row.role),
            row.token_hash,
            row.created_by,
            row.created_at,
            row.expires_at,
            row.used_at,
            row.used_by,
        )

    def use(self, invite_id: int, person_id: int, at: datetime) -> None:
        """Note that an invite was used."""
        self._rows.change(t.role_invite, {"id": invite_id}, {"used_at": at, "used_by": person_id})

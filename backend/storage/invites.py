"""Invites to working groups and to roles: two tables that differ in what an invite leads to."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from sqlalchemy import Table, select

from backend.domain.invites import Invite
from backend.domain.people import Role
from backend.storage import tables as t
from backend.storage.collector import Collector

_SAME = ("id", "token_hash", "created_by", "created_at", "expires_at", "used_at", "used_by")


class SqlInvites[Aim]:
    """See `backend.ports.Invites`."""

    def __init__(self, collector: Collector, table: Table, aim: str, read_aim: Callable[[Any], Aim]) -> None:
        """Work within one transaction on the table whose column `aim` says where an invite leads."""
        self._rows = collector
        self._table = table
        self._aim = aim
        self._read_aim = read_aim

    def add(self, invite: Invite[Aim]) -> None:
        """Keep a new invite."""
        self._rows.add(self._table, {name: getattr(invite, name) for name in _SAME} | {self._aim: invite.aim})

    async def by_hash(self, token_hash: str) -> Invite[Aim] | None:
        """Return an invite, locked against a second use at the same moment; SQLite has one writer anyway."""
        statement = select(self._table).where(self._table.c.token_hash == token_hash).with_for_update()
        rows = await self._rows.rows(statement)
        if not rows:
            return None
        kept = dict(rows[0]._mapping)  # noqa: SLF001 - public in SQLAlchemy
        return Invite(aim=self._read_aim(kept.pop(self._aim)), **kept)

    def use(self, invite_id: int, person_id: int, at: datetime) -> None:
        """Note that an invite was used."""
        self._rows.change(self._table, {"id": invite_id}, {"used_at": at, "used_by": person_id})


def group_invites(collector: Collector) -> SqlInvites[int]:
    """Return the invites to seats in working groups."""
    return SqlInvites(collector, t.invite, "group_id", int)


def role_invites(collector: Collector) -> SqlInvites[Role]:
    """Return the invites to roles of the city."""
    return SqlInvites(collector, t.role_invite, "role", Role)

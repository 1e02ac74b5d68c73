"""One process of many does what must not be done twice."""

import asyncio
import zlib

from sqlalchemy import text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncConnection

from backend.domain.errors import Unavailable
from backend.storage.engine import own_errors
from backend.storage.unit_of_work import SqlStore


class AdvisoryLeadership:
    """See `backend.ports.Leadership`: a PostgreSQL advisory lock for each name.

    The lock belongs to a session and would stay with a pooled connection, so it has a connection of its own, which
    is not given back while the lead is held. If that connection breaks, the database frees the lock.
    """

    def __init__(self, store: SqlStore) -> None:
        """Lead nothing yet."""
        self._store = store
        self._held: dict[str, AsyncConnection] = {}
        # Tasks of one process ask at the same moment, and a connection serves one at a time.
        self._turn = asyncio.Lock()

    async def holds(self, name: str) -> bool:
        """Say whether this process leads `name` now, taking the lead if nobody has it."""
        async with self._turn:
            return await self._holds(name)

    async def _holds(self, name: str) -> bool:
        connection = self._held.get(name)
        if connection is not None:
            if await _is_alive(connection):
                return True
            del self._held[name]
            await connection.invalidate()
        with own_errors():
            connection = await self._store.writer.connect()
            await connection.execution_options(isolation_level="AUTOCOMMIT")
            key = zlib.crc32(name.encode())
            if (await connection.execute(text("SELECT pg_try_advisory_lock(:key)"), {"key": key})).scalar():
                self._held[name] = connection
                return True
            await connection.close()
        return False

    async def resign(self) -> None:
        """Give every lead back."""
        for connection in self._held.values():
            # Closing would return the session, lock and all, to the pool.
            await connection.invalidate()
            await connection.close()
        self._held.clear()


class SoleLeadership:
    """For the embedded database, which one process has to itself."""

    async def holds(self, name: str) -> bool:  # noqa: ARG002 - the port's signature
        """Say yes."""
        return True

    async def resign(self) -> None:
        """Give nothing back."""


async def _is_alive(connection: AsyncConnection) -> bool:
    try:
        with own_errors():
            await connection.execute(text("SELECT 1"))
    except (Unavailable, DBAPIError):
        return False
    return True

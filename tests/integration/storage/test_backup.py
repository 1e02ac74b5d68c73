"""A copy of the database holds everything, and comes back."""

import os
from pathlib import Path

import pytest

from backend.domain.errors import BadFile
from backend.services import people
from backend.storage import backup, migrate
from backend.storage.unit_of_work import SqlStore
from tests.postgresql import path_with


@pytest.fixture(autouse=True)
def server_tools(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """`pg_dump` must be of the server's own version."""
    if "postgresql" in request.node.name:
        monkeypatch.setitem(os.environ, "PATH", path_with(request.getfixturevalue("postgresql").tools))


async def meet(store: SqlStore, chat_id: int) -> None:
    async with store.begin() as uow:
        people.meet(uow, "telegram", chat_id)
        await uow.commit()


async def known(store: SqlStore) -> set[int]:
    async with store.look() as uow:
        return set(await uow.people.contacts_at("telegram", range(10)))


async def test_a_copy_brings_back_what_was_there_and_nothing_that_came_later(store: SqlStore, tmp_path: Path) -> None:
    await meet(store, 1)
    await backup.backup(store, tmp_path / "copies" / "one.backup")
    await meet(store, 2)
    await backup.restore(store, tmp_path / "copies" / "one.backup")
    assert await known(store) == {1}
    assert await migrate.differences(store.writer) == []
    await meet(store, 3)
    assert await known(store) == {1, 3}


async def test_a_copy_can_be_made_beside_a_writer(store: SqlStore, tmp_path: Path) -> None:
    await meet(store, 1)
    async with store.begin() as uow:
        people.meet(uow, "telegram", 2)
        await uow.records.beats()
        await backup.backup(store, tmp_path / "one.backup")
        await uow.commit()
    await backup.restore(store, tmp_path / "one.backup")
    assert await known(store) == {1}


async def test_an_existing_file_is_not_written_over(store: SqlStore, tmp_path: Path) -> None:
    file = tmp_path / "one.backup"
    file.write_text("mine", encoding="utf-8")
    with pytest.raises(BadFile):
        await backup.backup(store, file)
    assert file.read_text(encoding="utf-8") == "mine"


async def test_what_is_no_copy_is_refused_and_the_database_stays(store: SqlStore, tmp_path: Path) -> None:
    await meet(store, 1)
    file = tmp_path / "no.backup"
    file.write_text("this is no database", encoding="utf-8")
    with pytest.raises(BadFile):
        await backup.restore(store, file)
    with pytest.raises(BadFile):
        await backup.restore(store, tmp_path / "missing.backup")
    assert await known(store) == {1}


async def test_a_healthy_database_has_no_problems(store: SqlStore) -> None:
    assert await backup.problems(store) == []


async def test_the_former_file_is_kept_beside_the_restored_one(sqlite_store: SqlStore, tmp_path: Path) -> None:
    await backup.backup(sqlite_store, tmp_path / "one.backup")
    await meet(sqlite_store, 2)
    kept = await backup.restore(sqlite_store, tmp_path / "one.backup")
    assert kept is not None
    former = SqlStore(f"sqlite+aiosqlite:///{kept}")
    assert await known(former) == {2}
    await former.close()


async def test_a_database_in_use_is_not_replaced(sqlite_store: SqlStore, sqlite_url: str, tmp_path: Path) -> None:
    await backup.backup(sqlite_store, tmp_path / "one.backup")
    running = SqlStore(sqlite_url)
    async with running.begin() as uow:
        people.meet(uow, "telegram", 1)
        await uow.records.beats()
        with pytest.raises(BadFile):
            await backup.restore(sqlite_store, tmp_path / "one.backup")
        await uow.commit()
    assert await known(running) == {1}
    await running.close()


async def test_a_damaged_database_is_told(sqlite_store: SqlStore, tmp_path: Path) -> None:
    for chat_id in range(10):
        await meet(sqlite_store, chat_id)
    await sqlite_store.close()
    file = tmp_path / "hamandish.db"
    content = bytearray(file.read_bytes())
    page = int.from_bytes(content[16:18], "big")
    for at in range(page * 5, len(content), page):
        content[at + 8 : at + 40] = b"\xff" * 32
    file.write_bytes(content)
    damaged = SqlStore(f"sqlite+aiosqlite:///{file}")
    assert await backup.problems(damaged) != []
    await damaged.close()

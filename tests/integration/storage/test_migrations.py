"""The migrated schema is the one that the code means."""

from backend.storage import migrate
from backend.storage.unit_of_work import SqlStore


async def test_a_migrated_database_is_at_the_newest_revision(store: SqlStore) -> None:
    current, newest = await migrate.revisions(store.writer)
    assert current == newest


async def test_a_migrated_database_equals_the_tables_in_code(store: SqlStore) -> None:
    assert await migrate.differences(store.writer) == []


async def test_upgrading_twice_is_harmless(store: SqlStore) -> None:
    await migrate.upgrade(store.writer)

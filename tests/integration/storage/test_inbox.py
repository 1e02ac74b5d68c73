"""The inbox: each update takes effect once, in order within a chat, and is never lost."""

import asyncio
from datetime import timedelta

from sqlalchemy import text

from backend.domain.incoming import RawUpdate
from backend.storage.unit_of_work import SqlStore
from tests.builders import NOON, an_update


async def keep(store: SqlStore, *updates: RawUpdate) -> None:
    async with store.begin() as uow:
        await uow.inbox.keep(updates)
        await uow.commit()


async def work_one_batch(store: SqlStore, limit: int = 100) -> list[RawUpdate]:
    async with store.begin() as uow:
        rows = await uow.inbox.claim(limit)
        uow.inbox.done(row.id for row in rows)
        await uow.commit()
    return rows


async def test_an_update_delivered_twice_is_kept_once(store: SqlStore) -> None:
    await keep(store, an_update(1), an_update(2), an_update(1))
    await keep(store, an_update(2, raw="{}"), an_update(3))
    async with store.look() as uow:
        assert (await uow.inbox.depth()).waiting == 3


async def test_an_update_delivered_again_after_it_was_worked_takes_no_effect(store: SqlStore) -> None:
    await keep(store, an_update(1))
    assert len(await work_one_batch(store)) == 1
    await keep(store, an_update(1))
    assert await work_one_batch(store) == []


async def test_the_same_number_from_another_bot_or_platform_is_another_update(store: SqlStore) -> None:
    await keep(store, an_update(1), an_update(1, bot="43"), an_update(1, platform="bale"))
    async with store.look() as uow:
        assert (await uow.inbox.depth()).waiting == 3


async def test_a_claim_gives_the_oldest_of_each_chat_and_at_most_one(store: SqlStore) -> None:
    await keep(store, *(an_update(n, chat_key=n % 3) for n in range(9)))
    assert [row.update_id for row in await work_one_batch(store)] == [0, 1, 2]
    assert [row.update_id for row in await work_one_batch(store, limit=2)] == [3, 4]
    assert [row.update_id for row in await work_one_batch(store)] == [5, 6, 7]


async def test_what_was_claimed_and_not_committed_waits_again(store: SqlStore) -> None:
    await keep(store, an_update(1))
    async with store.begin() as uow:
        uow.inbox.done(row.id for row in await uow.inbox.claim(10))
        await uow.records.beats()
    assert len(await work_one_batch(store)) == 1


async def test_a_worked_row_keeps_nothing_that_was_said(store: SqlStore) -> None:
    await keep(store, an_update(1, chat_key=77, raw='{"text": "راز"}'))
    await work_one_batch(store)
    async with store.writer.connect() as connection:
        row = (await connection.execute(text("SELECT raw, chat_key, state FROM inbox"))).one()
    assert tuple(row) == ("", 0, "done")


async def test_a_failed_row_keeps_its_update_and_error_and_lets_its_chat_go_on(store: SqlStore) -> None:
    await keep(store, an_update(1, raw='{"poison": true}'), an_update(2))
    async with store.begin() as uow:
        (row,) = await uow.inbox.claim(10)
        uow.inbox.failed(row.id, "KeyError", "abcd1234")
        await uow.commit()
    assert [row.update_id for row in await work_one_batch(store)] == [2]
    async with store.look() as uow:
        (failed,) = await uow.inbox.list_failed(10)
        depth = await uow.inbox.depth()
    assert (failed.raw, failed.error, failed.error_id) == ('{"poison": true}', "KeyError", "abcd1234")
    assert (depth.waiting, depth.failed) == (0, 1)


async def test_a_failed_row_is_worked_again_when_it_is_replayed(store: SqlStore) -> None:
    await keep(store, an_update(1), an_update(2, chat_key=2))
    async with store.begin() as uow:
        rows = await uow.inbox.claim(10)
        for row in rows:
            uow.inbox.failed(row.id, "KeyError", "x")
        await uow.commit()
    async with store.begin() as uow:
        assert await uow.inbox.replay([rows[0].id]) == 1
        await uow.commit()
    (again,) = await work_one_batch(store)
    assert (again.update_id, again.attempts) == (1, 1)
    async with store.begin() as uow:
        assert await uow.inbox.replay(None) == 1
        await uow.commit()
    assert [row.update_id for row in await work_one_batch(store)] == [2]


async def test_one_row_can_be_claimed_only_while_it_waits(store: SqlStore) -> None:
    await keep(store, an_update(1))
    (row,) = await work_one_batch(store)
    async with store.begin() as uow:
        assert await uow.inbox.claim_one(row.id) is None


async def test_pruning_takes_only_old_worked_rows(store: SqlStore) -> None:
    old = NOON - timedelta(days=30)
    await keep(store, an_update(1, received_at=old), an_update(2, chat_key=2))
    await work_one_batch(store)
    await keep(store, an_update(3, received_at=old), an_update(4, received_at=old, chat_key=2))
    async with store.begin() as uow:
        for row in await uow.inbox.claim(10):
            if row.update_id == 4:
                uow.inbox.failed(row.id, "KeyError", "x")
        await uow.commit()
    async with store.begin() as uow:
        assert await uow.inbox.prune(NOON - timedelta(days=7)) == 1
        await uow.commit()
    async with store.look() as uow:
        depth = await uow.inbox.depth()
    assert (depth.waiting, depth.failed, depth.oldest) == (1, 1, old)


async def test_workers_side_by_side_work_each_update_once_and_in_order_within_a_chat(postgresql_url: str) -> None:
    """Four processes' worth of workers on one PostgreSQL inbox, with rows arriving meanwhile."""
    chats, each = 7, 12
    intake = SqlStore(postgresql_url)
    workers = [SqlStore(postgresql_url) for _ in range(4)]
    worked: list[tuple[int, int]] = []
    at_work: set[int] = set()
    is_over = asyncio.Event()

    async def arrive() -> None:
        for n in range(each):
            await keep(intake, *(an_update(n * chats + chat, chat_key=chat) for chat in range(chats)))
            await asyncio.sleep(0.003)
        is_over.set()

    async def work(store: SqlStore) -> None:
        while True:
            has_all_arrived = is_over.is_set()
            async with store.begin() as uow:
                rows = await uow.inbox.claim(5)
                mine = {row.chat_key for row in rows}
                assert not mine & at_work, "two workers in one chat"
                at_work.update(mine)
                await asyncio.sleep(0.002)
                uow.inbox.done(row.id for row in rows)
                worked.extend((row.chat_key, row.update_id) for row in rows)
                at_work.difference_update(mine)
                await uow.commit()
            if not rows and has_all_arrived:
                return

    await asyncio.gather(arrive(), *(work(store) for store in workers))
    for store in (intake, *workers):
        await store.close()
    assert sorted(update for _, update in worked) == list(range(chats * each))
    for chat in range(chats):
        updates = [update for key, update in worked if key == chat]
        assert updates == sorted(updates)


async def test_a_worker_that_dies_gives_its_rows_back(postgresql_url: str) -> None:
    dying, other = SqlStore(postgresql_url), SqlStore(postgresql_url)
    await keep(dying, an_update(1))
    async with dying.begin() as uow:
        assert len(await uow.inbox.claim(10)) == 1
        async with other.begin() as beside:
            assert await beside.inbox.claim(10) == []
    assert [row.update_id for row in await work_one_batch(other)] == [1]
    await dying.close()
    await other.close()

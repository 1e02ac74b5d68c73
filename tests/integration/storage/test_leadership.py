"""One process of many leads, and another takes over when it dies."""

from sqlalchemy import text

from backend.storage.leadership import AdvisoryLeadership, SoleLeadership
from backend.storage.unit_of_work import SqlStore

# The server is shared: other databases have leaders of their own.
_HOLDING = """
    SELECT pid FROM pg_locks
    WHERE locktype = 'advisory' AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
"""


async def pids_holding(store: SqlStore) -> list[int]:
    async with store.writer.connect() as connection:
        return list((await connection.execute(text(_HOLDING))).scalars())


async def test_only_one_leads(postgresql_url: str) -> None:
    stores = [SqlStore(postgresql_url) for _ in range(3)]
    leaders = [AdvisoryLeadership(store) for store in stores]
    first = [await one.holds("schedule") for one in leaders]
    again = [await one.holds("schedule") for one in reversed(leaders)][::-1]
    assert first == again == [True, False, False]
    assert len(await pids_holding(stores[1])) == 1
    for leader, store in zip(leaders, stores, strict=True):
        await leader.resign()
        await store.close()


async def test_each_name_has_a_leader_of_its_own(postgresql_url: str) -> None:
    one, other = SqlStore(postgresql_url), SqlStore(postgresql_url)
    here, there = AdvisoryLeadership(one), AdvisoryLeadership(other)
    assert await here.holds("schedule")
    assert await there.holds("send")
    assert not await there.holds("schedule")
    for leader in (here, there):
        await leader.resign()
    await one.close()
    await other.close()


async def test_another_takes_over_when_the_leader_resigns(postgresql_url: str) -> None:
    one, other = SqlStore(postgresql_url), SqlStore(postgresql_url)
    here, there = AdvisoryLeadership(one), AdvisoryLeadership(other)
    assert await here.holds("schedule")
    await here.resign()
    assert await there.holds("schedule")
    assert not await here.holds("schedule")
    await there.resign()
    await one.close()
    await other.close()


async def test_another_takes_over_when_the_leader_dies_and_the_old_one_knows_it(postgresql_url: str) -> None:
    one, other = SqlStore(postgresql_url), SqlStore(postgresql_url)
    here, there = AdvisoryLeadership(one), AdvisoryLeadership(other)
    assert await here.holds("schedule")
    (pid,) = await pids_holding(other)
    async with other.writer.connect() as connection:
        await connection.execute(text("SELECT pg_terminate_backend(:pid)"), {"pid": pid})
    while pid in await pids_holding(other):
        pass
    assert await there.holds("schedule")
    assert not await here.holds("schedule")
    await there.resign()
    assert await here.holds("schedule")
    await here.resign()
    await one.close()
    await other.close()


async def test_a_lead_outlives_many_units_of_work(postgresql_url: str) -> None:
    one, other = SqlStore(postgresql_url), SqlStore(postgresql_url)
    here, there = AdvisoryLeadership(one), AdvisoryLeadership(other)
    assert await here.holds("schedule")
    for _ in range(10):
        async with one.begin() as uow:
            uow.records.beat("schedule", uow.now)
            await uow.commit()
    assert not await there.holds("schedule")
    await here.resign()
    await one.close()
    await other.close()


async def test_the_embedded_database_has_one_process_which_leads() -> None:
    assert await SoleLeadership().holds("schedule")

"""Several processes on PostgreSQL share the inbox, keep order in every chat, and agree on who leads the schedule."""

import asyncio
from pathlib import Path

import pytest

from tests.journey.crowd import Crowd
from tests.journey.shared import rows_of, shared_town

_PEOPLE, _WAVES = 40, 8
_UNGATHERED = "SELECT count(*) FROM concern WHERE state = 'received'"
_LEADERS = (
    "SELECT count(*) FROM pg_locks JOIN pg_database ON pg_database.oid = pg_locks.database "
    "WHERE locktype = 'advisory' AND granted AND datname = current_database()"
)


@pytest.mark.timeout(240)
async def test_workers_share_the_inbox_and_another_scheduler_takes_over(tmp_path: Path, postgresql_url: str) -> None:
    parts = ("intake,send", "work", "work", "schedule", "schedule")
    async with shared_town(tmp_path, postgresql_url, *parts) as town:
        crowd = Crowd(town.sim, 6_000_000, _PEOPLE)
        for _ in range(_WAVES):
            await crowd.write()
        await town.settled(crowd)
        repeated = await crowd.check(dict(await rows_of(postgresql_url, "SELECT code, text FROM concern")))
        assert repeated == 0
        assert await rows_of(postgresql_url, _LEADERS) == [(4,)]  # sending, schedule, files, errands

        await _gathered(postgresql_url)
        schedulers = town.products[3:]
        leader = max(schedulers, key=lambda product: product.count("child_started"))
        (follower,) = [product for product in schedulers if product is not leader]
        assert [product.count("child_started") for product in (leader, follower)] == [1, 0]
        await leader.kill()
        await crowd.write()
        await town.settled(crowd)
        await _gathered(postgresql_url)
        assert follower.count("child_started") == 1
        for product in town.products:
            assert product.count("part_failed") == product.count("task_failed") == 0


async def _gathered(url: str) -> None:
    async with asyncio.timeout(60):
        while True:
            if await rows_of(url, _UNGATHERED) == [(0,)]:
                return
            await asyncio.sleep(0.2)

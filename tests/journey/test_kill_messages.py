"""`kill -9` at random moments while a crowd writes: nothing is lost, nobody is left without an answer."""

import asyncio
import random
from pathlib import Path

import pytest

from bot.simulator.faults import Faults
from tests.journey.crowd import Crowd
from tests.journey.product import show
from tests.journey.town import own_town

_SEED = 14050830
_PEOPLE, _WAVES = 75, 4
_IN_FLIGHT = 64


@pytest.mark.kill
@pytest.mark.timeout(240)
async def test_every_message_is_kept_once_and_answered_in_order(tmp_path: Path) -> None:
    chance = random.Random(_SEED)
    async with own_town(tmp_path, Faults(latency=0.05), starts=False) as town:
        product, db, crowd = town.product, town.db, Crowd(town.sim, 2_000_000, _PEOPLE)
        moments: list[str] = []
        # Once in the middle of starting up, with a wave waiting; then while waves are being worked.
        await crowd.write()
        product.launch()
        await asyncio.sleep(chance.uniform(0.5, 3))
        await product.kill()
        for _ in range(_WAVES - 1):
            await product.start()
            await crowd.write()
            pause = chance.uniform(0.05, 0.8)
            await asyncio.sleep(pause)
            await product.kill()
            kept = db.value("SELECT count(*) FROM concern")
            caught = dict(db.rows("SELECT state, count(*) FROM outbox GROUP BY state"))
            moments.append(f"after {pause:.2f} s: {crowd.total} said, {kept} kept, outbox {caught}")
        await product.start()
        await town.settled()

        kept = dict(db.rows("SELECT code, text FROM concern"))
        repeated = await crowd.check(kept)
        states = dict(db.rows("SELECT state, count(*) FROM outbox GROUP BY state"))
        show(f"seed {_SEED}, {_WAVES} kills, {crowd.total} messages of {_PEOPLE} people", *moments)
        show(f"  in the end: {len(kept)} kept, {repeated} answers came again, outbox {states}")
        assert len(kept) == crowd.total == _PEOPLE * _WAVES
        assert set(states) == {"sent"}
        assert db.value("SELECT count(*) FROM inbox WHERE state != 'done'") == 0
        assert repeated <= _IN_FLIGHT * _WAVES

"""`kill -9` while digests go out: one a group and period, no part twice, none missing but those marked unknown."""

import asyncio
import random
from pathlib import Path

import pytest

from bot.simulator.client import SimGroup
from tests.journey.acts import bind, found_group, tell
from tests.journey.due import make_due
from tests.journey.product import show
from tests.journey.town import ADMIN_ID, OwnTown, own_town

_SEED = 30
_DISTRICTS = ("۱", "۲", "۳", "۴")
_KILLS = 2


@pytest.mark.kill
@pytest.mark.timeout(240)
async def test_digests_are_built_once_and_no_part_is_repeated(tmp_path: Path) -> None:
    chance = random.Random(_SEED)
    async with own_town(tmp_path) as town:
        product, db = town.product, town.db
        chats = await _city_with_groups(town)
        await product.terminate()
        make_due(db, *range(1, len(chats) + 1), codes=tuple(db.column("SELECT code FROM concern")))
        await town.sim.faults(latency=0.3)
        moments: list[str] = []
        for _ in range(_KILLS):
            await product.start()
            await _until_digests_go_out(town)
            pause = chance.uniform(0, 0.1)
            await asyncio.sleep(pause)
            await product.kill()
            states = dict(db.rows("SELECT state, count(*) FROM outbox WHERE priority = 1 GROUP BY state"))
            moments.append(f"{pause:.2f} s: {db.value('SELECT count(*) FROM digest')} digests, parts {states}")
        await product.start()
        await db.until("SELECT count(*) FROM digest", equals=len(chats), seconds=60)
        await town.settled()

        unknown = db.value("SELECT count(*) FROM outbox WHERE state = 'unknown'")
        arrived = [await _parts(chat) for chat in chats]
        show(f"seed {_SEED}, {_KILLS} kills, {len(chats)} groups due", *moments)
        show(f"  in the end: {unknown} parts unknown; text, chart, table of each group: {arrived}")
        assert db.rows("SELECT group_id, period FROM digest GROUP BY 1, 2 HAVING count(*) > 1") == []
        assert all(count <= 1 for parts in arrived for count in parts)
        missing = sum(3 - sum(parts) for parts in arrived)
        assert missing <= unknown
        assert db.value("SELECT count(*) FROM outbox WHERE state NOT IN ('sent', 'unknown')") == 0

        # On an operator's word what is unknown goes out again: then nothing is missing.
        assert "wait again" in product.command("outbox", "resend").stdout
        await db.settled()
        arrived = [await _parts(chat) for chat in chats]
        assert all(1 <= count <= 2 for parts in arrived for count in parts)


async def _city_with_groups(town: OwnTown) -> list[SimGroup]:
    admin = await town.sim.user("مدیر", id=ADMIN_ID)
    await admin.start()
    await admin.wait_for(lambda message: bool(message.keyboard))
    chats = []
    for number, district in enumerate(_DISTRICTS, start=1):
        name = f"کارگروه منطقهٔ {district}"
        await found_group(admin, name, districts=district, when="هر شنبه ساعت ۸")
        chats.append(await bind(admin, town.sim, number, name))
        citizen = await town.sim.user(f"ساکن منطقهٔ {district}")
        await tell(citizen, f"در منطقه {district} چاله‌های آسفالت زیاد است")
    await town.db.gathered()
    return chats


async def _until_digests_go_out(town: OwnTown) -> None:
    """Wait until a part of a digest is on its way."""
    going = "SELECT count(*) > 0 FROM outbox WHERE priority = 1 AND state = 'sending'"
    await town.product.until(lambda: town.db.value(going), 60)


async def _parts(chat: SimGroup) -> tuple[int, int, int]:
    """Return how often text, chart and table of the digest stand in a chat."""
    messages = [message for message in await chat.messages() if message.from_bot]
    texts = sum(message.text.startswith("📊 فهرست مسائل") for message in messages)
    return texts, sum(m.photo is not None for m in messages), sum(m.document is not None for m in messages)

"""The platform's limits: never overstepped, and what people wait for goes first."""

import time
from pathlib import Path

import pytest

from bot.simulator.faults import Faults
from tests.journey.acts import has_code
from tests.journey.crowd import Crowd
from tests.journey.database import MS
from tests.journey.product import show
from tests.journey.town import ADMIN_ID, OwnTown, own_town

_BROADCAST = 2
_DIGEST = 1
_SENT = "SELECT count(*) FROM outbox WHERE method = 'sendMessage' AND state = 'sent'"


@pytest.mark.timeout(120)
async def test_answers_overtake_broadcasts_and_no_limit_is_overstepped(tmp_path: Path) -> None:
    async with own_town(tmp_path, Faults(strict=True, latency=0.02), send_rate="30") as town:
        crowd = Crowd(town.sim, 4_000_000, 60)
        await crowd.write()
        await town.settled()
        _queue(town, _BROADCAST, "خبر شهر", count=3)
        await town.db.until("SELECT count(*) >= 20 FROM outbox WHERE priority = 2 AND state = 'sent'")

        await crowd.write(crowd.ids[:20])
        hasty = await town.sim.user("شتابزده")
        began = time.monotonic()
        for n in range(3):
            await hasty.say(f"چراغ کوچهٔ {n} سوخته است")
        await hasty.wait_for(has_code)
        waited = time.monotonic() - began
        left = town.db.value("SELECT count(*) FROM outbox WHERE priority = 2 AND state = 'pending'")
        assert left > 30, "the broadcast was over too early to show anything"
        await town.settled()

        sent = (await town.sim.stats())["counts"]["sendMessage"]
        show(f"the answer came after {waited:.2f} s with {left} broadcasts waiting; sendMessage {sent}")
        assert set(sent) == {"ok"}
        # Answers and broadcasts; some hear besides that others reported the same.
        assert sent["ok"] >= 60 + 180 + 20 + 3
        assert sent["ok"] == town.db.value(_SENT)
        assert waited < 5
        assert len([m for m in await hasty.answers() if has_code(m)]) == 3


@pytest.mark.timeout(120)
async def test_a_group_gets_at_most_twenty_in_a_minute(tmp_path: Path) -> None:
    async with own_town(tmp_path, Faults(strict=True), send_rate="30") as town:
        owner = await town.sim.user("صاحب گروه")
        await owner.start()
        await owner.wait_for(lambda message: bool(message.keyboard))
        chat = await town.sim.group("گروه پرکار", owner)
        await owner.say("/digest", chat)
        await chat.wait_for(lambda message: message.from_bot)
        _queue(town, _DIGEST, "بخش فهرست", count=25, only=chat.id)
        await town.db.until("SELECT count(*) FROM outbox WHERE priority = 1 AND state = 'sent'", equals=19)
        assert await _answers_still(town), "a group at its limit must hold up nobody else"
        sent = (await town.sim.stats())["counts"]["sendMessage"]
        assert set(sent) == {"ok"}
        assert town.db.value("SELECT count(*) FROM outbox WHERE priority = 1 AND state = 'sent'") == 19


async def _answers_still(town: OwnTown) -> bool:
    somebody = await town.sim.user("رهگذر")
    return has_code(await somebody.ask("نردهٔ پل عابر شکسته است", has_code))


def _queue(town: OwnTown, priority: int, text: str, *, count: int, only: int = 0) -> None:
    """Put rows into the outbox as a job would, for every chat or one."""
    now = int(time.time() * MS)
    statement = (
        "INSERT INTO outbox (id, contact_id, priority, method, payload, dedupe_key, state, attempts, created_at, "
        "due_at, error) SELECT id + ?, id, ?, 'sendMessage', json_object('text', ? || ?), 'test:' || ? || ':' || id, "
        f"'pending', 0, ?, ?, '' FROM contact WHERE chat_id = ? OR (? = 0 AND chat_id != {ADMIN_ID})"
    )
    town.db.change(
        *((statement, (n + 1, priority, text, n, f"{priority}:{n}", now, now, only, only)) for n in range(count))
    )

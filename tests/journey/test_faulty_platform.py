"""A platform that refuses, breaks off, loses answers and repeats itself: nothing is lost, nothing is doubled."""

from pathlib import Path

import pytest

from bot.simulator.faults import Faults
from tests.journey.crowd import Crowd
from tests.journey.product import show
from tests.journey.town import own_town

_FAULTS = Faults(
    too_many=0.05, retry_after=1, bad_gateway=0.05, bad_gateway_effect=0.3, lost=0.02, duplicate=0.2, poll_failure=0.3
)


@pytest.mark.timeout(180)
async def test_every_message_is_kept_once_and_answered_in_order(tmp_path: Path) -> None:
    async with own_town(tmp_path, _FAULTS, seed=7) as town:
        crowd = Crowd(town.sim, 3_000_000, 40)
        gone = list(crowd.ids)[:4]
        for _ in range(3):
            await crowd.write()
        for person in await town.sim.users():
            if person.id in gone:
                await person.block()
        await crowd.write(crowd.ids[4:])
        await town.settled()

        stats = await town.sim.stats()
        repeated = await crowd.check(dict(town.db.rows("SELECT code, text FROM concern")), silent=gone)
        sent = stats["counts"]["sendMessage"]
        polls = stats["counts"]["getUpdates"]
        show(f"{crowd.total} messages, {repeated} answers came again, sendMessage {sent}, getUpdates {polls}")
        assert stats["early_after_429"] == 0
        assert sent["429"] > 0
        assert sent["502"] > 0
        assert sent["lost"] > 0
        inactive = town.db.column("SELECT chat_id FROM contact WHERE NOT active ORDER BY chat_id")
        assert inactive == gone
        assert town.db.value("SELECT count(*) FROM inbox WHERE state != 'done'") == 0


async def test_a_lost_answer_to_a_digest_is_not_sent_again_by_itself(tmp_path: Path) -> None:
    async with own_town(tmp_path) as town:
        crowd = Crowd(town.sim, 3_100_000, 1)
        await crowd.write()
        await town.settled()
        await town.sim.faults(lost=1.0, methods=("sendMessage",), limit=1)
        town.db.change(
            (
                "INSERT INTO outbox (id, contact_id, priority, method, payload, dedupe_key, state, attempts, "
                "created_at, due_at, error) SELECT 1, id, 1, 'sendMessage', '{\"text\": \"فهرست\"}', 'd', 'pending', "
                "0, 0, 0, '' FROM contact WHERE chat_id = ?",
                (crowd.first_id,),
            )
        )
        await town.db.until("SELECT state FROM outbox WHERE id = 1", equals="unknown")
        await town.sim.settled()
        said = [message.text for message in await town.sim.messages(crowd.first_id)]
        assert said.count("فهرست") == 1

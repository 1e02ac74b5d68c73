"""Updates by webhook: kept before 200 is said, refused without the secret, once however often they come."""

import asyncio
import socket
from pathlib import Path

import aiohttp
import pytest

from bot.app import webhook_secret
from tests.journey.crowd import Crowd
from tests.journey.town import WAIT, OwnTown, own_town

_HEADER = "X-Telegram-Bot-Api-Secret-Token"


def _free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


@pytest.mark.timeout(120)
async def test_updates_by_webhook_and_what_an_operator_sees(tmp_path: Path) -> None:
    port = _free_port()
    base = f"http://127.0.0.1:{port}"
    async with own_town(tmp_path, webhook_url=base, web_port=str(port)) as town, aiohttp.ClientSession() as http:
        await town.sim.faults(duplicate=0.3)
        crowd = Crowd(town.sim, 8_000_000, 20)
        for _ in range(3):
            await crowd.write()
        await town.settled()
        assert await crowd.check(dict(town.db.rows("SELECT code, text FROM concern"))) == 0
        assert "getUpdates" not in (await town.sim.stats())["counts"]

        await _check_the_door(http, base, town)
        async with http.get(f"{base}/healthz") as answer:
            assert (answer.status, (await answer.json())["status"]) == (200, "ok")
        said = await _metrics(http, base, "hamandish_outbox_depth 0.0")
        for name in ("hamandish_inbox_depth 0.0", "hamandish_inbox_age_seconds", "hamandish_outbox_age_seconds",
                     "hamandish_last_digest_timestamp_seconds"):  # fmt: skip
            assert name in said
        assert 'hamandish_beat_age_seconds{part="intake"}' in said


async def _metrics(http: aiohttp.ClientSession, base: str, awaited: str) -> str:
    """Return the metrics as soon as they hold a line: news of like messages may just be on their way."""
    async with asyncio.timeout(WAIT):
        while True:
            async with http.get(f"{base}/metrics") as answer:
                said = await answer.text()
            if awaited in said:
                return said
            await asyncio.sleep(0.2)


async def _check_the_door(http: aiohttp.ClientSession, base: str, town: OwnTown) -> None:
    secret = webhook_secret(town.product.settings["bot_token"])
    update = {"update_id": 7, "poll": {"id": "1"}}
    known = town.db.value("SELECT count(*) FROM inbox")
    for path, header, body, status in (
        (secret, "wrong", update, 403),
        (secret, "", update, 403),
        ("wrong", secret, update, 403),
        (secret, secret, "no update", 400),
        (secret, secret, update, 200),
        (secret, secret, update, 200),
    ):
        async with http.post(f"{base}/webhook/{path}", json=body, headers={_HEADER: header}) as answer:
            assert answer.status == status, (path, header, body)
    assert town.db.value("SELECT count(*) FROM inbox") == known + 1
    async with http.get(f"{base}/docs") as answer:
        assert answer.status == 404

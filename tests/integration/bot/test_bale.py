"""What is different on Bale: old clients show nothing over the chat, so that a message says it."""

from typing import Any

from backend.storage.unit_of_work import SqlStore
from bot.platforms import BALE
from tests.integration.bot.conftest import Bench

_CITIZEN = 4200


def pressed_by(client: str, update: dict[str, Any]) -> dict[str, Any]:
    """A press as a client sends it whose callback ids begin so."""
    update["callback_query"]["id"] = f"{client}{update['update_id']:08}"
    return update


async def test_an_old_client_is_told_by_a_message(store: SqlStore) -> None:
    bench = Bench(store, BALE)
    await bench.play(bench.message(_CITIZEN, "/start"))
    before = await bench.heard(_CITIZEN)
    await bench.play(pressed_by("1", bench.press(_CITIZEN, "no-such-button")))
    told = (await bench.heard(_CITIZEN))[len(before) :]
    assert len(told) == 1
    assert "دکمه" in told[0]


async def test_a_new_client_shows_it_over_the_chat(store: SqlStore) -> None:
    bench = Bench(store, BALE)
    await bench.play(bench.message(_CITIZEN, "/start"))
    before = await bench.heard(_CITIZEN)
    await bench.play(pressed_by("2", bench.press(_CITIZEN, "no-such-button")))
    assert await bench.heard(_CITIZEN) == before

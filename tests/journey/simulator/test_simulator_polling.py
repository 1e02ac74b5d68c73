"""getUpdates keeps its promises: nothing is dropped before a higher offset asks for it."""

import asyncio
import time
from collections.abc import Callable

import pytest
from telegram import Bot
from telegram.error import Conflict, NetworkError

from bot.simulator.client import SimulatorClient, SimUser
from bot.simulator.server import SimulatorServer

_DAY = 24 * 3600


async def texts(bot: Bot, **query: object) -> list[str | None]:
    return [update.message.text for update in await bot.get_updates(**query) if update.message]


async def test_updates_stay_until_a_higher_offset_confirms_them(bot: Bot, maryam: SimUser) -> None:
    await maryam.say("یک")
    await maryam.say("دو")

    first = await bot.get_updates()
    assert [update.message.text for update in first] == ["/start", "یک", "دو"]
    assert await texts(bot) == ["/start", "یک", "دو"], "asking again without an offset drops nothing"
    assert await texts(bot, offset=first[1].update_id) == ["یک", "دو"]
    assert await texts(bot) == ["یک", "دو"]
    assert await texts(bot, offset=first[-1].update_id + 1) == []


async def test_update_numbers_rise_one_by_one(bot: Bot, maryam: SimUser) -> None:
    await maryam.say("یک")
    numbers = [update.update_id for update in await bot.get_updates()]
    assert numbers == [numbers[0], numbers[0] + 1]


async def test_limit_and_negative_offset(bot: Bot, maryam: SimUser) -> None:
    for text in ("یک", "دو", "سه"):
        await maryam.say(text)
    assert await texts(bot, limit=2) == ["/start", "یک"]
    assert await texts(bot, offset=-2) == ["دو", "سه"]
    assert await texts(bot) == ["دو", "سه"], "a negative offset forgets what came before"


async def test_a_long_poll_ends_when_something_happens(bot: Bot, maryam: SimUser) -> None:
    offset = (await bot.get_updates())[-1].update_id + 1
    began = time.monotonic()
    poll = asyncio.create_task(texts(bot, offset=offset, timeout=20))
    await asyncio.sleep(0.2)
    assert not poll.done()
    await maryam.say("خبر تازه")
    assert await poll == ["خبر تازه"]
    assert time.monotonic() - began < 5


async def test_a_long_poll_ends_empty_after_its_timeout(bot: Bot) -> None:
    began = time.monotonic()
    assert await bot.get_updates(timeout=1) == ()
    assert 0.9 < time.monotonic() - began < 5


async def test_a_second_poller_ends_the_first(
    bot: Bot, maryam: SimUser, server: SimulatorServer, bot_of: Callable[[SimulatorServer], Bot]
) -> None:
    offset = (await bot.get_updates())[-1].update_id + 1
    first = asyncio.create_task(bot.get_updates(offset=offset, timeout=20))
    await asyncio.sleep(0.2)
    other = bot_of(server)
    await other.initialize()
    second = asyncio.create_task(other.get_updates(offset=offset, timeout=20))
    with pytest.raises(Conflict, match=r"(?i)terminated by other getUpdates"):
        await first
    await maryam.say("سلام")
    assert [update.message.text for update in await second] == ["سلام"]
    await other.shutdown()


async def test_polling_is_refused_while_a_webhook_is_set(bot: Bot, maryam: SimUser) -> None:
    waiting = asyncio.create_task(bot.get_updates(offset=-1, timeout=20))
    await asyncio.sleep(0.2)
    assert (await waiting)[0].message.text == "/start"
    await bot.set_webhook("http://127.0.0.1:9/never")
    with pytest.raises(Conflict, match=r"(?i)webhook is active"):
        await bot.get_updates()
    await bot.delete_webhook()
    assert await texts(bot) == ["/start"]


async def test_only_wanted_kinds_are_queued(bot: Bot, maryam: SimUser) -> None:
    offset = (await bot.get_updates(allowed_updates=["edited_message"]))[-1].update_id + 1
    said = await maryam.say("این را نمی‌خواهد")
    await maryam.edit(said, "این را می‌خواهد")
    updates = await bot.get_updates(offset=offset)
    assert [update.edited_message.text for update in updates] == ["این را می‌خواهد"]


async def test_updates_are_gone_after_a_day(bot: Bot, sim: SimulatorClient, maryam: SimUser) -> None:
    await sim.advance_clock(_DAY - 60)
    assert await texts(bot) == ["/start"]
    await maryam.say("دیرتر")
    await sim.advance_clock(120)
    assert await texts(bot) == ["دیرتر"]
    assert (await sim.stats())["expired_updates"] == 1


async def test_confirmed_updates_may_come_once_more(bot: Bot, sim: SimulatorClient, maryam: SimUser) -> None:
    await sim.faults(duplicate=1.0)
    first = await bot.get_updates()
    offset = first[-1].update_id + 1
    again = await bot.get_updates(offset=offset)
    assert [update.update_id for update in again] == [update.update_id for update in first]
    assert await bot.get_updates(offset=offset) == ()


async def test_a_bot_survives_new_lower_numbers(bot: Bot, sim: SimulatorClient, maryam: SimUser) -> None:
    offset = (await bot.get_updates())[-1].update_id + 1
    await bot.get_updates(offset=offset)
    await sim.post("update-ids", next=17)
    await maryam.say("پس از یک هفته")
    updates = await bot.get_updates(offset=offset)
    assert [(update.update_id, update.message.text) for update in updates] == [(17, "پس از یک هفته")]


async def test_polling_can_fail(bot: Bot, sim: SimulatorClient, maryam: SimUser) -> None:
    await sim.faults(poll_failure=1.0)
    with pytest.raises(NetworkError, match=r"(?i)Bad Gateway"):
        await bot.get_updates()
    await sim.faults(poll_failure=0.0)
    assert await texts(bot) == ["/start"]


async def test_dropping_what_waits(bot: Bot, server: SimulatorServer, maryam: SimUser) -> None:
    await bot.delete_webhook(drop_pending_updates=True)
    assert await bot.get_updates() == ()
    assert len(server.world.updates) == 0

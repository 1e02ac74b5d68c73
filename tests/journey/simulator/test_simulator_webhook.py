"""Updates posted to a webhook: with the secret, in order within a chat, again until they are taken."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, field

import pytest
from aiohttp import web
from telegram import Bot
from telegram.error import BadRequest

from bot.simulator.client import SimulatorClient, SimUser
from bot.simulator.webhook import SECRET_HEADER


@dataclass
class Receiver:
    """A product's webhook that notes what it gets and fails as told."""

    url: str = ""
    got: list[tuple[str, str]] = field(default_factory=list)
    failures: int = 0
    answer: dict[str, object] | None = None
    news: asyncio.Event = field(default_factory=asyncio.Event)

    async def take(self, request: web.Request) -> web.Response:
        update = await request.json()
        if self.failures:
            self.failures -= 1
            return web.Response(status=500)
        self.got.append((update["message"]["text"], request.headers.get(SECRET_HEADER, "")))
        self.news.set()
        return web.json_response(self.answer) if self.answer else web.Response()

    async def until(self, count: int) -> list[str]:
        async with asyncio.timeout(10):
            while len(self.got) < count:
                self.news.clear()
                await self.news.wait()
        return [text for text, _ in self.got]


@pytest.fixture
async def receiver() -> AsyncIterator[Receiver]:
    taking = Receiver()
    app = web.Application()
    app.router.add_post("/hook", taking.take)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    taking.url = f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
    yield taking
    await runner.cleanup()


async def test_updates_come_with_the_secret_and_in_order(
    bot: Bot, receiver: Receiver, sim: SimulatorClient, maryam: SimUser
) -> None:
    await bot.set_webhook(receiver.url, secret_token="abc-123")
    for number in range(20):
        await maryam.say(f"پیام {number}")
    assert await receiver.until(21) == ["/start", *(f"پیام {number}" for number in range(20))]
    assert {secret for _, secret in receiver.got} == {"abc-123"}
    await sim.settled()
    info = await bot.get_webhook_info()
    assert (info.url, info.pending_update_count) == (receiver.url, 0)


async def test_what_was_refused_comes_again_before_what_follows(bot: Bot, receiver: Receiver, maryam: SimUser) -> None:
    receiver.failures = 3
    await bot.set_webhook(receiver.url)
    await maryam.say("دوم")
    assert await receiver.until(2) == ["/start", "دوم"]
    info = await bot.get_webhook_info()
    assert "500" in info.last_error_message


async def test_one_stuck_chat_does_not_hold_up_the_others(
    bot: Bot, receiver: Receiver, sim: SimulatorClient, maryam: SimUser
) -> None:
    other = await sim.user("علی قاسمی")
    receiver.failures = 1
    await bot.set_webhook(receiver.url)
    await other.say("من زودتر می‌رسم")
    assert (await receiver.until(2))[0] == "من زودتر می‌رسم"


async def test_an_update_may_come_twice(bot: Bot, receiver: Receiver, sim: SimulatorClient, maryam: SimUser) -> None:
    await sim.faults(duplicate=1.0)
    await bot.set_webhook(receiver.url)
    assert await receiver.until(2) == ["/start", "/start"]


async def test_a_call_in_the_answer_is_done(bot: Bot, receiver: Receiver, maryam: SimUser) -> None:
    receiver.answer = {"method": "sendMessage", "chat_id": maryam.id, "text": "خوش آمدید"}
    await bot.set_webhook(receiver.url)
    assert (await maryam.wait_for()).text == "خوش آمدید"


async def test_waiting_updates_go_back_to_polling(bot: Bot, receiver: Receiver, maryam: SimUser) -> None:
    receiver.failures = 10_000
    await bot.set_webhook(receiver.url)
    await asyncio.sleep(0.3)
    await bot.delete_webhook()
    assert [update.message.text for update in await bot.get_updates()] == ["/start"]
    assert receiver.got == []


@pytest.mark.parametrize(
    ("url", "secret", "error"),
    [("http://example.org/hook", "", "HTTPS"), ("https://example.org/hook", "با فاصله", "unallowed characters")],
)
async def test_refused_webhooks(url: str, secret: str, error: str, bot: Bot) -> None:
    with pytest.raises(BadRequest, match=f"(?i){error}"):
        await bot.set_webhook(url, secret_token=secret or None)

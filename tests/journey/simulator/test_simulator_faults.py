"""What goes wrong on purpose, and that it goes wrong the same way again."""

import asyncio
import time
from collections.abc import Callable

import pytest
from telegram import Bot
from telegram.error import NetworkError, RetryAfter, TimedOut

from bot.simulator.client import SimulatorClient, SimulatorError, SimUser
from bot.simulator.faults import FaultPlan, Faults, Verdict
from bot.simulator.limits import GROUP_PER_MINUTE, OVERALL_PER_SECOND, PRIVATE_BURST, RateLimits
from bot.simulator.server import SimulatorServer, running_simulator
from bot.simulator.world import Settings


async def test_a_429_closes_the_chat_until_it_is_over(bot: Bot, sim: SimulatorClient, maryam: SimUser) -> None:
    other = await sim.user("علی قاسمی")
    await other.start()
    await sim.faults(too_many=1.0, retry_after=1, limit=1)
    with pytest.raises(RetryAfter) as error:
        await bot.send_message(maryam.id, "زود")
    assert error.value.retry_after == 1
    with pytest.raises(RetryAfter):
        await bot.send_message(maryam.id, "هنوز زود")
    assert await bot.send_message(other.id, "گفت‌وگوی دیگر باز است")
    assert (await sim.stats())["early_after_429"] == 1
    await asyncio.sleep(1.05)
    assert await bot.send_message(maryam.id, "به‌هنگام")
    assert [message.text for message in await maryam.answers()] == ["به‌هنگام"]
    assert [call["outcome"] for call in await sim.calls("sendMessage")] == ["429", "429", "ok", "ok"]


async def test_a_502_leaves_no_trace(bot: Bot, sim: SimulatorClient, maryam: SimUser) -> None:
    await sim.faults(bad_gateway=1.0, limit=1)
    with pytest.raises(NetworkError, match=r"(?i)bad gateway"):
        await bot.send_message(maryam.id, "سلام")
    assert await maryam.answers() == []


async def test_a_502_may_have_been_done(bot: Bot, sim: SimulatorClient, maryam: SimUser) -> None:
    await sim.faults(bad_gateway=1.0, bad_gateway_effect=1.0, limit=1)
    with pytest.raises(NetworkError, match=r"(?i)bad gateway"):
        await bot.send_message(maryam.id, "سلام")
    assert [message.text for message in await maryam.answers()] == ["سلام"]


async def test_a_lost_answer_is_done_and_cut(bot: Bot, sim: SimulatorClient, maryam: SimUser) -> None:
    await sim.faults(lost=1.0, limit=1, methods=["sendMessage"])
    assert await bot.send_chat_action(maryam.id, "typing")
    with pytest.raises(NetworkError):
        await bot.send_message(maryam.id, "سلام")
    assert [message.text for message in await maryam.answers()] == ["سلام"]
    assert (await sim.stats())["counts"]["sendMessage"] == {"lost": 1}


async def test_a_lost_answer_may_hang(bot: Bot, sim: SimulatorClient, maryam: SimUser) -> None:
    await sim.faults(lost=1.0, lost_hang=5, limit=1)
    began = time.monotonic()
    with pytest.raises(TimedOut):
        await bot.send_message(maryam.id, "سلام", read_timeout=0.3)
    assert time.monotonic() - began < 3


async def test_latency(bot: Bot, sim: SimulatorClient, maryam: SimUser) -> None:
    await sim.faults(latency=0.3)
    began = time.monotonic()
    await asyncio.gather(*(bot.send_message(maryam.id, str(number)) for number in range(20)))
    assert 0.3 <= time.monotonic() - began < 3, "calls wait side by side, not one after the other"


async def test_strict_limits_over_http(bot_of: Callable[[SimulatorServer], Bot]) -> None:
    settings = Settings(faults=Faults(strict=True))
    async with running_simulator(settings) as server, SimulatorClient(server.url) as sim, bot_of(server) as bot:
        user = await sim.user("مریم رضایی")
        await user.start()
        for number in range(PRIVATE_BURST):
            await bot.send_message(user.id, str(number))
        with pytest.raises(RetryAfter) as error:
            await bot.send_message(user.id, "بیش از اندازه")
        assert error.value.retry_after == 1


def test_rate_limits_by_the_clock() -> None:
    now = [0.0]
    limits = RateLimits(lambda: now[0])
    assert [limits.wait(-1) for _ in range(GROUP_PER_MINUTE)] == [0] * GROUP_PER_MINUTE
    assert limits.wait(-1) == 60
    now[0] = 59.0
    assert limits.wait(-1) == 1
    now[0] = 60.0
    assert limits.wait(-1) == 0
    now[0] = 100.0
    assert [limits.wait(chat) for chat in range(1, OVERALL_PER_SECOND + 1)] == [0] * OVERALL_PER_SECOND
    assert limits.wait(99) == 1
    now[0] = 101.0
    assert limits.wait(99) == 0


def test_about_one_message_a_second_to_a_person() -> None:
    now = [0.0]
    limits = RateLimits(lambda: now[0])
    passed = 0
    for tick in range(600):
        now[0] = tick / 10
        passed += limits.wait(7) == 0
    assert passed == pytest.approx(60 + PRIVATE_BURST, abs=1)


def test_the_same_seed_spoils_the_same_calls_whatever_their_order() -> None:
    faults = Faults(too_many=0.1, bad_gateway=0.1, lost=0.1)

    def fates(seed: int, chats: list[int]) -> dict[int, list[Verdict]]:
        plan = FaultPlan(faults, seed)
        found: dict[int, list[Verdict]] = {}
        for chat in chats:
            found.setdefault(chat, []).append(plan.verdict("sendMessage", chat, limited=True))
        return found

    forwards = [chat for _ in range(50) for chat in range(20)]
    by_chat = [chat for chat in range(20) for _ in range(50)]
    assert fates(1, forwards) == fates(1, by_chat)
    assert fates(1, forwards) != fates(2, forwards)


@pytest.mark.parametrize("share", [0.02, 0.05, 0.5])
def test_shares_are_kept(share: float) -> None:
    plan = FaultPlan(Faults(lost=share), seed=3)
    lost = sum(plan.verdict("sendMessage", chat % 97, limited=True) is Verdict.LOST for chat in range(20_000))
    assert lost / 20_000 == pytest.approx(share, rel=0.15)


@pytest.mark.parametrize("settings", [{"lost": 1.5}, {"latency": -1}, {"typo": 1}])
async def test_senseless_faults_are_refused(settings: dict[str, float], sim: SimulatorClient) -> None:
    with pytest.raises(SimulatorError):
        await sim.faults(**settings)

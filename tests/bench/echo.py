"""Our whole work on a message beside bots that only echo it, in one run on the same simulator."""

import asyncio
import time
from collections.abc import Awaitable, Callable
from contextlib import AsyncExitStack
from dataclasses import dataclass
from pathlib import Path

from backend.storage.unit_of_work import SqlStore
from bot.simulator.client import SimulatorClient
from tests.bench.processes import Watched, watched
from tests.bench.texts import varied

MESSAGES = 3000
PEOPLE = 1000
LATENCY = 0.05
_TOKEN = "1234567:BENCH-token-of-the-simulator"
_PATIENCE = 300.0


@dataclass(frozen=True, slots=True)
class Result:
    """What one bot did with the load."""

    name: str
    seconds: float
    rate: float
    peak_mib: float


async def measure(directory: Path) -> list[Result]:
    """Run the three bots one after the other, each on a fresh simulator."""
    database = directory / "echo.db"
    ours = {
        "HAMANDISH_DATABASE_URL": f"sqlite+aiosqlite:///{database}",
        "HAMANDISH_SEND_RATE": "0",
        "HAMANDISH_WEB_PORT": "0",
        "HAMANDISH_DATA_DIR": str(directory),
    }

    async def gathered() -> None:
        await _until_gathered(f"sqlite+aiosqlite:///{database}")

    return [
        await _one("hamandish: kept, tagged, grouped, answered", "bot.cli", ("run",), ours, directory, gathered),
        await _one("aiogram, echo only", "tests.bench.peers.aiogram_echo", (), {}, directory, _nothing),
        await _one("python-telegram-bot, echo only", "tests.bench.peers.ptb_echo", (), {}, directory, _nothing),
    ]


async def _one(
    name: str,
    module: str,
    arguments: tuple[str, ...],
    environment: dict[str, str],
    directory: Path,
    afterwards: Callable[[], Awaitable[None]],
) -> Result:
    log = directory / "echo.log"
    port = "8197"
    async with AsyncExitStack() as stack:
        options = (
            "simulate",
            "--port",
            port,
            "--latency",
            str(LATENCY),
            "--token",
            _TOKEN,
            "--keep",
            "2",
            "--log-calls",
            "0",
        )
        await stack.enter_async_context(watched("bot.cli", *options, environment={}, log=log))
        url = f"http://127.0.0.1:{port}"
        sim = await _connected(stack, url)
        settings = environment | {"HAMANDISH_BOT_API_URL": url, "HAMANDISH_BOT_TOKEN": _TOKEN}
        bot = await stack.enter_async_context(watched(module, *arguments, environment=settings, log=log))
        return await _load(name, sim, bot, afterwards)


async def _load(name: str, sim: SimulatorClient, bot: Watched, afterwards: Callable[[], Awaitable[None]]) -> Result:
    # One message first, so that neither start-up nor the first connection is measured.
    await sim.say_bulk([(9_999_999, "سلام، این پیام برای گرم‌شدن است")])
    await _until_sent(sim, 1)
    await sim.reset_stats()
    texts = varied(MESSAGES)
    begun = time.monotonic()
    await sim.say_bulk([(2_000_000 + number % PEOPLE, text) for number, text in enumerate(texts)])
    await _until_sent(sim, MESSAGES)
    await afterwards()
    seconds = time.monotonic() - begun
    bot.sample()
    return Result(name, seconds, MESSAGES / seconds, bot.peak_mib)


async def _until_sent(sim: SimulatorClient, count: int) -> None:
    async with asyncio.timeout(_PATIENCE):
        while True:
            stats = await sim.stats()
            if stats["counts"].get("sendMessage", {}).get("ok", 0) >= count:
                return
            await asyncio.sleep(0.05)


async def _until_gathered(url: str) -> None:
    """Wait until nothing waits: neither updates nor answers nor concerns without their issue."""
    store = SqlStore(url)
    try:
        async with asyncio.timeout(_PATIENCE):
            while True:
                async with store.look() as uow:
                    boxes = (await uow.inbox.depth()).waiting + (await uow.outbox.depth()).waiting
                    if not (boxes or await uow.concerns.waiting(1) or await uow.concerns.unread(1)):
                        return
                await asyncio.sleep(0.2)
    finally:
        await store.close()


async def _nothing() -> None:
    return


async def _connected(stack: AsyncExitStack, url: str) -> SimulatorClient:
    async with asyncio.timeout(60):
        while True:
            client = SimulatorClient(url, timeout=60)
            await client.__aenter__()
            try:
                await client.stats()
            except OSError:
                await client.__aexit__(None, None, None)
                await asyncio.sleep(0.2)
            else:
                stack.push_async_exit(client)
                return client

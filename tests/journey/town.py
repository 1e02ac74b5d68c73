"""A town for a journey: a simulated platform, the product on it, and a look into its database."""

import subprocess
import sys
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from pathlib import Path

from bot.simulator.client import SimulatorClient
from bot.simulator.faults import Faults
from bot.simulator.people import Platform
from bot.simulator.server import running_simulator
from bot.simulator.world import Settings
from tests.journey.database import Database
from tests.journey.product import RunningProduct, show, with_bytecode

ADMIN_ID = 900_001
WAIT = 30.0


@dataclass(frozen=True, slots=True)
class Town:
    """What a journey needs at hand."""

    url: str
    product: RunningProduct
    db: Database


@dataclass(frozen=True, slots=True)
class OwnTown(Town):
    """A town that one test has to itself, with the platform in the test's own process."""

    sim: SimulatorClient

    async def settled(self, seconds: float = 90.0) -> None:
        """Wait until every update was fetched and worked, and everything was sent that could be."""
        await self.sim.settled(timeout=seconds)
        await self.db.settled(seconds)


def settings_for(directory: Path, url: str, token: str, **more: str) -> dict[str, str]:
    """Return the product's settings: no limit of pace, no web, an embedded database in the directory."""
    return {
        "bot_token": token,
        "bot_api_url": url,
        "database_url": f"sqlite+aiosqlite:///{directory / 'hamandish.db'}",
        "admins": str(ADMIN_ID),
        "send_rate": "0",
        "web_port": "0",
        "data_dir": str(directory),
    } | more


@asynccontextmanager
async def own_town(
    directory: Path,
    faults: Faults | None = None,
    *,
    seed: int = 1,
    starts: bool = True,
    platform: Platform = Platform.TELEGRAM,
    **settings: str,
) -> AsyncIterator[OwnTown]:
    """Open a platform and start the product on it; on a failure show the product's log."""
    simulator = running_simulator(Settings(faults=faults or Faults(), seed=seed, platform=platform))
    async with simulator as server, SimulatorClient(server.url, timeout=WAIT) as sim:
        own = {"platform": platform.value} | settings
        product = RunningProduct(directory, settings_for(directory, server.url, server.token, **own))
        try:
            if starts:
                await product.start()
            yield OwnTown(server.url, product, Database(directory / "hamandish.db"), sim)
        except BaseException:
            show(product.tail())
            raise
        finally:
            product.end()


@contextmanager
def simulator_process() -> Iterator[tuple[str, str]]:
    """Run the simulator as a process; return its address and the bot's token."""
    arguments = [sys.executable, "-m", "bot.cli", "simulate", "--port", "0"]
    process = subprocess.Popen(arguments, env=with_bytecode(), stdout=subprocess.PIPE, text=True)
    try:
        assert process.stdout is not None
        said = dict(line.strip().split("=", 1) for line in [process.stdout.readline() for _ in range(3)][1:])
        yield said["HAMANDISH_BOT_API_URL"], said["HAMANDISH_BOT_TOKEN"]
    finally:
        process.terminate()
        process.wait(20)


async def open_town(url: str, product: RunningProduct) -> None:
    """Start the product; the admin opens the chat first, as everybody must to whom the bot is to write."""
    async with SimulatorClient(url, timeout=WAIT) as sim:
        admin = await sim.user("مدیر هم‌اندیش", id=ADMIN_ID, role="مدیر")
        await product.start()
        await admin.start()
        await admin.wait_for(lambda message: bool(message.keyboard))

"""A simulator over real HTTP, a client that plays people, and python-telegram-bot's own Bot as the judge."""

from collections.abc import AsyncIterator, Callable

import pytest
from telegram import Bot

from bot.simulator.client import SimulatorClient, SimUser
from bot.simulator.server import SimulatorServer, running_simulator


@pytest.fixture
async def server() -> AsyncIterator[SimulatorServer]:
    async with running_simulator() as running:
        yield running


@pytest.fixture
async def sim(server: SimulatorServer) -> AsyncIterator[SimulatorClient]:
    async with SimulatorClient(server.url, timeout=5) as client:
        yield client


@pytest.fixture
def bot_of() -> Callable[[SimulatorServer], Bot]:
    """Makes python-telegram-bot's Bot for a simulator."""
    return lambda server: Bot(server.token, base_url=f"{server.url}/bot", base_file_url=f"{server.url}/file/bot")


@pytest.fixture
async def bot(server: SimulatorServer, bot_of: Callable[[SimulatorServer], Bot]) -> AsyncIterator[Bot]:
    async with bot_of(server) as ready:
        yield ready


@pytest.fixture
async def maryam(sim: SimulatorClient) -> SimUser:
    """A citizen who has started the bot."""
    user = await sim.user("مریم رضایی", role="شهروند")
    await user.start()
    return user

"""One town for all journeys that need nothing of their own; each test brings its own people."""

import asyncio
from collections.abc import AsyncIterator, Iterator

import pytest

from bot.simulator.client import SimulatorClient, SimUser
from tests.journey.database import Database
from tests.journey.product import RunningProduct
from tests.journey.town import ADMIN_ID, WAIT, Town, open_town, settings_for, simulator_process


@pytest.fixture(scope="session")
def town(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Town]:
    """A simulated platform and the running product, for the whole session."""
    directory = tmp_path_factory.mktemp("town")
    with simulator_process() as (url, token):
        product = RunningProduct(directory, settings_for(directory, url, token))
        try:
            asyncio.run(open_town(url, product))
            yield Town(url, product, Database(directory / "hamandish.db"))
        finally:
            product.end()


@pytest.fixture
async def sim(town: Town) -> AsyncIterator[SimulatorClient]:
    async with SimulatorClient(town.url, timeout=WAIT) as client:
        yield client


@pytest.fixture
def db(town: Town) -> Database:
    return town.db


@pytest.fixture
async def admin(sim: SimulatorClient) -> SimUser:
    """The town's one admin, who has opened the chat."""
    return next(user for user in await sim.users() if user.id == ADMIN_ID)


@pytest.fixture
async def citizen(sim: SimulatorClient) -> SimUser:
    """Somebody who has never written."""
    return await sim.user("مریم رضایی", role="شهروند")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[None]) -> Iterator[None]:
    """Show the product's log beside a failure."""
    report = yield
    town = getattr(item, "funcargs", {}).get("town")
    if report.failed and town is not None:
        report.sections.append(("log of the product", town.product.tail()))
    return report

"""A town on PostgreSQL, whose work several processes share."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import asyncpg
from sqlalchemy import make_url

from bot.simulator.client import SimulatorClient
from bot.simulator.server import running_simulator
from tests.journey.crowd import Crowd
from tests.journey.product import RunningProduct, show
from tests.journey.town import WAIT, settings_for


async def rows_of(url: str, statement: str) -> list[tuple[Any, ...]]:
    """Read from the server directly."""
    parts = make_url(url)
    connection = await asyncpg.connect(host=parts.query["host"], user=parts.username, database=parts.database)
    try:
        return [tuple(row) for row in await connection.fetch(statement)]
    finally:
        await connection.close()


@dataclass(frozen=True, slots=True)
class SharedTown:
    """The platform and the processes of the product, in the order in which their parts were named."""

    sim: SimulatorClient
    products: tuple[RunningProduct, ...]
    url: str

    async def settled(self, crowd: Crowd, seconds: float = 60.0) -> None:
        """Wait until as many concerns are kept as were said, and nothing waits."""
        waiting = (
            "SELECT (SELECT count(*) FROM concern), (SELECT count(*) FROM inbox WHERE state = 'new'), "
            "(SELECT count(*) FROM outbox WHERE state IN ('pending', 'sending'))"
        )
        found: list[tuple[Any, ...]] = []
        try:
            async with asyncio.timeout(seconds):
                while found != [(crowd.total, 0, 0)]:
                    await asyncio.sleep(0.2)
                    found = await rows_of(self.url, waiting)
        except TimeoutError:
            raise AssertionError(f"{crowd.total} said; kept, inbox, outbox: {found}") from None
        await self.sim.settled()


@asynccontextmanager
async def shared_town(directory: Path, url: str, *parts: str) -> AsyncIterator[SharedTown]:
    """Open a platform and start a process of the product for each group of parts; "" means all of them."""
    async with running_simulator() as server, SimulatorClient(server.url, timeout=WAIT) as sim:
        settings = settings_for(directory, server.url, server.token, database_url=url)
        products = tuple(
            RunningProduct(directory, settings, only, f"{number}-{only.replace(',', '-')}")
            for number, only in enumerate(parts)
        )
        try:
            await asyncio.gather(*(product.start() for product in products))
            yield SharedTown(sim, products, url)
        except BaseException:
            show(*(f"{product.name}\n{product.tail()}" for product in products))
            raise
        finally:
            for product in products:
                product.end()

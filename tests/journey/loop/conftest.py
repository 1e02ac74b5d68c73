"""A town for each engine: what comes back to citizens must not depend on where it is kept."""

import asyncio
from collections.abc import Iterator

import pytest

from tests.conftest import ENGINES
from tests.journey.database import Database
from tests.journey.product import RunningProduct
from tests.journey.town import Town, open_town, settings_for, simulator_process
from tests.postgresql import Server


@pytest.fixture(scope="session", params=ENGINES)
def town(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Town]:
    """A simulated platform and the running product on one of the engines; the chat is all that a journey looks at."""
    directory = tmp_path_factory.mktemp(f"loop-{request.param}")
    settings: dict[str, str] = {}
    if request.param == "postgresql":
        running: Server = request.getfixturevalue("postgresql")
        settings["database_url"] = running.create("loop", "migrated")
    with simulator_process() as (url, token):
        product = RunningProduct(directory, settings_for(directory, url, token, **settings))
        try:
            asyncio.run(open_town(url, product))
            yield Town(url, product, Database(directory / "hamandish.db"))
        finally:
            product.end()

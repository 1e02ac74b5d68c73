"""Letting time pass in a town on either engine: the night, and the weeks after «done»."""

import asyncio

import asyncpg
from sqlalchemy import make_url

from bot.simulator.client import SimMessage, SimUser
from tests.journey.town import Town

_WEEKS = 29 * 24 * 3600 * 1000


async def change(town: Town, *statements: str) -> None:
    """Change rows of the running product's database."""
    url = town.product.settings["database_url"]
    if not url.startswith("postgresql"):
        town.db.change(*((statement, ()) for statement in statements))
        return
    parts = make_url(url)
    connection = await asyncpg.connect(host=parts.query["host"], user=parts.username, database=parts.database)
    try:
        for statement in statements:
            await connection.execute(statement)
    finally:
        await connection.close()


async def end_the_night(town: Town) -> None:
    """Let be due what waits for the morning; by day nothing waits."""
    await change(town, "UPDATE outbox SET due_at = created_at WHERE state = 'pending'")


async def heard(town: Town, user: SimUser, words: str) -> SimMessage:
    """Wait for news that may have been put off until the morning; the jobs that bring it run every ten seconds."""
    for _ in range(80):
        await end_the_night(town)
        found = [one for one in await user.messages() if one.from_bot and words in one.text]
        if found:
            return found[-1]
        await asyncio.sleep(0.3)
    raise AssertionError(f"{user.name} never heard {words!r}: {[one.text for one in await user.messages()]}")


async def let_weeks_pass(town: Town) -> None:
    """Let everything that was announced lie four weeks back."""
    await change(town, f"UPDATE announcement SET at = at - {_WEEKS}")

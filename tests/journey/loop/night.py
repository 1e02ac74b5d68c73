"""Letting time pass in a town on either engine: the night, and the weeks after «done»."""

import asyncpg
from sqlalchemy import make_url

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


async def let_weeks_pass(town: Town) -> None:
    """Let everything that was announced lie four weeks back."""
    await change(town, f"UPDATE announcement SET at = at - {_WEEKS}")

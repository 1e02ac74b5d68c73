"""Brings a database to the newest revision."""

from pathlib import Path

from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection
from sqlalchemy.ext.asyncio import AsyncEngine

import migrations
from backend.storage.engine import own_errors
from backend.storage.tables import metadata


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(Path(migrations.__file__).parent))
    return config


async def upgrade(engine: AsyncEngine) -> None:
    """Run every revision that the database has not seen; harmless when there is none."""
    with own_errors():
        async with engine.begin() as connection:
            await connection.run_sync(_upgrade)


async def revisions(engine: AsyncEngine) -> tuple[str | None, str | None]:
    """Return the revision of the database and the newest one known."""
    with own_errors():
        async with engine.connect() as connection:
            current = await connection.run_sync(lambda c: MigrationContext.configure(c).get_current_revision())
    return current, ScriptDirectory.from_config(_config()).get_current_head()


async def differences(engine: AsyncEngine) -> list[object]:
    """Return what the database has otherwise than `tables.py` says; empty when all is well."""
    with own_errors():
        async with engine.connect() as connection:
            return await connection.run_sync(lambda c: list(compare_metadata(MigrationContext.configure(c), metadata)))


def _upgrade(connection: Connection) -> None:
    config = _config()
    config.attributes["connection"] = connection
    command.upgrade(config, "head")

"""`hamandish db upgrade|check|backup|restore`."""

from pathlib import Path
from typing import Annotated

import typer

from backend.bootstrap import Backend
from backend.commands.console import console, with_backend
from backend.storage import backup as copies
from backend.storage import migrate

app = typer.Typer(no_args_is_help=True, help="The database.")
File = Annotated[Path, typer.Argument(help="The backup file.")]


@app.command()
def upgrade() -> None:
    """Bring the database to the newest revision."""

    async def act(backend: Backend) -> None:
        await migrate.upgrade(backend.store.writer)
        current, _ = await migrate.revisions(backend.store.writer)
        console.print(f"at revision {current}")

    with_backend(act)


@app.command()
def check() -> None:
    """Say whether the database is whole and at the newest revision."""

    async def act(backend: Backend) -> bool:
        current, newest = await migrate.revisions(backend.store.writer)
        problems = await copies.problems(backend.store)
        if current != newest:
            problems.append(f"at revision {current}, newest is {newest}: run `hamandish db upgrade`")
        problems += [
            f"differs from the code: {difference}" for difference in await migrate.differences(backend.store.writer)
        ]
        for problem in problems:
            console.print(problem, style="red")
        return not problems

    if not with_backend(act):
        raise typer.Exit(1)
    console.print("the database is whole", style="green")


@app.command()
def backup(file: File) -> None:
    """Write a copy of the database, also while the service runs."""

    async def act(backend: Backend) -> None:
        await copies.backup(backend.store, file)
        console.print(f"written: {file} ({file.stat().st_size:,} bytes)")

    with_backend(act)


@app.command()
def restore(file: File) -> None:
    """Put a copy in the database's place; the service must be stopped. What was there is kept beside it."""

    async def act(backend: Backend) -> None:
        kept = await copies.restore(backend.store, file)
        console.print(f"restored from {file}" + (f"; the former database is {kept}" if kept else ""))

    with_backend(act)

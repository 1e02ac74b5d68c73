"""What the commands share: an open backend, tables on the terminal, errors in a sentence."""

import asyncio
from collections.abc import Awaitable, Callable, Iterable, Sequence
from typing import Any

import typer
from pydantic import ValidationError
from rich.console import Console
from rich.table import Table

from backend import logs
from backend.bootstrap import Backend, build
from backend.config import Settings
from backend.domain.errors import HamandishError

console = Console()
complaints = Console(stderr=True)


def with_backend[T](act: Callable[[Backend], Awaitable[T]]) -> T:
    """Run an act on an open backend; an expected error ends the command with status 1 and one sentence."""
    logs.configure()
    try:
        return asyncio.run(_run(act))
    except ValidationError as error:
        for problem in error.errors():
            complaints.print(f"HAMANDISH_{str(problem['loc'][0]).upper()}: {problem['msg']}", style="red")
        raise typer.Exit(1) from error
    except HamandishError as error:
        complaints.print(describe(error), style="red")
        raise typer.Exit(1) from error


def describe(error: HamandishError) -> str:
    """Say an error in a line for an operator."""
    details = ", ".join(f"{name}: {value}" for name, value in error.fields.items())
    return f"{error.code}{f' ({details})' if details else ''}"


def show_table(title: str, columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    """Print a table."""
    table = Table(*columns, title=title)
    for row in rows:
        table.add_row(*(str(cell) for cell in row))
    console.print(table)


async def _run[T](act: Callable[[Backend], Awaitable[T]]) -> T:
    backend = build(Settings())
    try:
        await backend.open()
        return await act(backend)
    finally:
        await backend.close()

"""`hamandish inbox list|replay` and `hamandish outbox list|resend`."""

from typing import Annotated

import typer

from backend.bootstrap import Backend
from backend.commands.console import console, show_table, with_backend

inbox = typer.Typer(no_args_is_help=True, help="Updates that failed.")
outbox = typer.Typer(no_args_is_help=True, help="Calls that failed or were perhaps sent.")
Ids = Annotated[list[int] | None, typer.Argument(help="Ids as `list` shows them; all when none is given.")]
Limit = Annotated[int, typer.Option(help="The most rows to show.")]


@inbox.command("list")
def list_inbox(limit: Limit = 50) -> None:
    """Show failed updates: id, when, error, error id. What was said in them is not shown."""

    async def act(backend: Backend) -> None:
        async with backend.store.look() as uow:
            rows = await uow.inbox.list_failed(limit)
        cells = [(row.id, row.received_at.isoformat(timespec="seconds"), row.error, row.error_id) for row in rows]
        show_table("failed updates", ("id", "received", "error", "error id"), cells)

    with_backend(act)


@inbox.command("replay")
def replay_inbox(ids: Ids = None) -> None:
    """Have failed updates worked again by the running service."""

    async def act(backend: Backend) -> None:
        async with backend.store.begin() as uow:
            count = await uow.inbox.replay(ids or None)
            await uow.commit()
        console.print(f"{count} wait again")

    with_backend(act)


@outbox.command("list")
def list_outbox(limit: Limit = 50) -> None:
    """Show calls that failed or were perhaps sent."""

    async def act(backend: Backend) -> None:
        async with backend.store.look() as uow:
            rows = await uow.outbox.list_unsettled(limit)
        cells = [
            (one.id, one.created_at.isoformat(timespec="seconds"), one.priority.name.lower(), one.method, state, error)
            for one, state, error in rows
        ]
        show_table("unsettled calls", ("id", "created", "priority", "method", "state", "error"), cells)

    with_backend(act)


@outbox.command("resend")
def resend_outbox(ids: Ids = None) -> None:
    """Queue them again on your word; what was perhaps sent may arrive twice."""

    async def act(backend: Backend) -> None:
        async with backend.store.begin() as uow:
            count = await uow.outbox.resend(ids or None)
            await uow.commit()
        console.print(f"{count} wait again")

    with_backend(act)

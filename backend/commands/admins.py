"""`hamandish admin add|list|remove`."""

from typing import Annotated

import typer

from backend.bootstrap import Backend
from backend.commands.console import console, with_backend
from backend.services import people

app = typer.Typer(no_args_is_help=True, help="Who runs the service by chat.")
UserId = Annotated[int, typer.Argument(help="The user's id at the platform.")]


@app.command()
def add(user_id: UserId) -> None:
    """Make a user an admin."""

    async def act(backend: Backend) -> None:
        async with backend.store.begin() as uow:
            await people.appoint_admins(uow, backend.settings.platform, frozenset({user_id}))
            await uow.commit()
        console.print(f"{user_id} is an admin")

    with_backend(act)


@app.command("list")
def list_admins() -> None:
    """Show the admins' user ids."""

    async def act(backend: Backend) -> None:
        async with backend.store.look() as uow:
            for user_id in await uow.people.admins(backend.settings.platform):
                console.print(user_id)

    with_backend(act)


@app.command()
def remove(user_id: UserId) -> None:
    """Take the role from a user, for good: a name in HAMANDISH_ADMINS does not give it back, `admin add` does."""

    async def act(backend: Backend) -> bool:
        async with backend.store.begin() as uow:
            known = await people.dismiss_admin(uow, backend.settings.platform, user_id)
            await uow.commit()
        return known

    if not with_backend(act):
        console.print(f"{user_id} is not known", style="red")
        raise typer.Exit(1)
    console.print(f"{user_id} is no admin")

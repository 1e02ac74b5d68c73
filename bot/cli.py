"""`hamandish`: run, demo, simulate; mounts the commands of backend and nlp."""

import asyncio
import os
import signal
from typing import TYPE_CHECKING, Annotated

import typer
import uvloop
from rich.console import Console

from backend import cli as backend_cli
from backend import logs
from backend.bootstrap import Backend, build
from backend.child import spare_collector
from backend.commands.console import with_backend
from backend.config import Settings
from bot.simulator.cli import simulate
from nlp import cli as nlp_cli

if TYPE_CHECKING:
    from bot.app import Role

app = typer.Typer(no_args_is_help=True, help="The chat bot through which a city draws up its plan with its citizens.")
app.command()(simulate)
backend_cli.mount(app)
# Adding a nameless group would warn that its callback is not called; its commands stand beside ours.
app.registered_commands += nlp_cli.app.registered_commands

EVERY_PART = "intake,work,send,schedule,web"


@app.command()
def run(
    only: Annotated[str, typer.Option(help="Run only these parts, comma-separated.")] = EVERY_PART,
) -> None:
    """Run bot, sender, scheduler and web until SIGTERM."""
    from bot.app import Role

    logs.configure()
    settings = Settings()
    if not settings.bot_token.get_secret_value():
        raise typer.BadParameter("HAMANDISH_BOT_TOKEN is not set")
    try:
        roles = frozenset(Role(part.strip()) for part in only.split(","))
    except ValueError as error:
        raise typer.BadParameter(f"{error}; the parts are {EVERY_PART}") from error
    asyncio.run(_run(settings, roles), loop_factory=uvloop.new_event_loop)


async def _run(settings: Settings, roles: frozenset["Role"]) -> None:
    from bot.app import product

    backend: Backend = build(settings)
    stop = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        # A second signal finds the same event set: there is no rude stop that could lose something.
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    try:
        await backend.open()
        spare_collector()
        async with product(backend) as running:
            await running.run(roles, stop)
    finally:
        await backend.close()


@app.command()
def digest(
    group: Annotated[int, typer.Argument(help="The group's number.")],
    period: Annotated[str, typer.Option(help="current, last, or the key of a past period.")] = "current",
    send: Annotated[bool, typer.Option(help="Send it to the group as well.")] = False,
) -> None:
    """Show a group's issue list."""
    from bot.commands.digest import show

    Console().print(with_backend(lambda backend: show(backend, group, period, send=send)), markup=False)


@app.command()
def doctor() -> None:
    """Examine token, database, schedule, disk, clock, unsent and failed."""
    from bot.commands.doctor import examine

    findings = with_backend(examine)
    for name, is_well, words in findings:
        Console().print(f"{'✓' if is_well else '✗'} {name}: {words}", style="green" if is_well else "red", markup=False)
    if not all(is_well for _, is_well, _ in findings):
        raise typer.Exit(1)


@app.command()
def demo(
    headless: Annotated[bool, typer.Option(help="Play, check, print the digests and end.")] = False,
    port: Annotated[int, typer.Option(help="Port of the chat page; 0 takes a free one.")] = 8081,
) -> None:
    """Play a small Mashhad on the simulator; then it is yours to try."""
    from bot.demo.play import play

    raise typer.Exit(asyncio.run(play(headless=headless, port=port)))


def main() -> None:
    """Enter from the shell."""
    # python-telegram-bot then tells pauses as timedelta, without a deprecation warning each.
    os.environ.setdefault("PTB_TIMEDELTA", "true")
    app()


if __name__ == "__main__":
    main()

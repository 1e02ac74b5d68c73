"""`hamandish simulate`: the simulator as a process of its own."""

import asyncio
import signal
from typing import Annotated

import typer

from bot.simulator.faults import Faults
from bot.simulator.people import BotAccount, Platform
from bot.simulator.server import DEFAULT_PORT, running_simulator
from bot.simulator.world import Settings

_BOT = BotAccount()


def simulate(  # noqa: PLR0913, PLR0917 — each is an option of the command
    host: Annotated[str, typer.Option(help="Address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="Port to listen on; 0 takes a free one.")] = DEFAULT_PORT,
    platform: Annotated[Platform, typer.Option(help="Whose rules hold.")] = Platform.TELEGRAM,
    token: Annotated[str, typer.Option(help="The token the bot must use.")] = _BOT.token,
    username: Annotated[str, typer.Option(help="The bot's user name.")] = _BOT.username,
    privacy: Annotated[bool, typer.Option(help="Hide ordinary group talk from the bot.")] = True,
    seed: Annotated[int, typer.Option(help="Seed of all chance.")] = 1,
    latency: Annotated[float, typer.Option(min=0, help="Seconds before each answer.")] = 0.0,
    jitter: Annotated[float, typer.Option(min=0, help="Up to this many seconds more.")] = 0.0,
    too_many: Annotated[float, typer.Option(min=0, max=1, help="Share of sends answered 429.")] = 0.0,
    retry_after: Annotated[int, typer.Option(min=0, help="Seconds that such a 429 names.")] = 1,
    strict: Annotated[bool, typer.Option(help="Enforce Telegram's real rate limits.")] = False,
    bad_gateway: Annotated[float, typer.Option(min=0, max=1, help="Share of calls answered 502.")] = 0.0,
    lost: Annotated[float, typer.Option(min=0, max=1, help="Share of calls done but never answered.")] = 0.0,
    lost_hang: Annotated[float, typer.Option(min=0, help="Seconds a lost answer keeps the caller waiting.")] = 0.0,
    duplicate: Annotated[float, typer.Option(min=0, max=1, help="Share of updates delivered twice.")] = 0.0,
    poll_failure: Annotated[float, typer.Option(min=0, max=1, help="Share of getUpdates answered 502.")] = 0.0,
    keep: Annotated[int, typer.Option(min=0, help="Messages remembered a chat; 0 keeps all.")] = 0,
    log_calls: Annotated[int, typer.Option(min=0, help="Calls remembered in full; 0 only counts.")] = 10_000,
) -> None:
    """Run a Bot API simulator with a chat page, until SIGINT or SIGTERM."""
    faults = Faults(
        latency=latency,
        jitter=jitter,
        too_many=too_many,
        retry_after=retry_after,
        strict=strict,
        bad_gateway=bad_gateway,
        lost=lost,
        lost_hang=lost_hang,
        duplicate=duplicate,
        poll_failure=poll_failure,
    )
    bot = BotAccount(token=token, username=username, privacy=privacy)
    settings = Settings(platform, bot, seed, faults, keep or None, log_calls)
    asyncio.run(_serve(settings, host, port))


async def _serve(settings: Settings, host: str, port: int) -> None:
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, stop.set)
    async with running_simulator(settings, host=host, port=port) as server:
        typer.echo(f"Simulator of {settings.platform} at {server.url}")
        typer.echo(f"HAMANDISH_BOT_API_URL={server.url}")
        typer.echo(f"HAMANDISH_BOT_TOKEN={server.token}")
        await stop.wait()

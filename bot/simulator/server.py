"""The running simulator: an HTTP server around a world."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

from aiohttp import web

from bot.simulator.api import BotApi
from bot.simulator.clock import Clock
from bot.simulator.control.routes import control_routes
from bot.simulator.files import UPLOAD_LIMIT
from bot.simulator.page import page_routes
from bot.simulator.webhook import WebhookSender
from bot.simulator.world import Settings, World

DEFAULT_PORT = 8081


class SimulatorServer:
    """A world with its address; made by `running_simulator`."""

    def __init__(self, world: World, url: str) -> None:
        self.world = world
        self.url = url

    @property
    def token(self) -> str:
        """The token of the bot it serves."""
        return self.world.settings.bot.token


def build_app(world: World) -> web.Application:
    """All routes over one world."""
    app = web.Application(client_max_size=UPLOAD_LIMIT + 1024 * 1024)
    api = BotApi(world)
    app.add_routes(
        [
            web.get("/bot{token}/{method}", api.call),
            web.post("/bot{token}/{method}", api.call),
            web.get("/file/bot{token}/{path:.+}", api.file),
            *control_routes(world),
            *page_routes(),
        ]
    )
    sender = WebhookSender(world, api)

    async def deliver_webhooks(_app: web.Application) -> AsyncIterator[None]:
        task = asyncio.create_task(sender.run())
        yield
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task

    async def end_streams(_app: web.Application) -> None:
        world.feed.close()

    app.cleanup_ctx.append(deliver_webhooks)
    app.on_shutdown.append(end_streams)
    return app


@asynccontextmanager
async def running_simulator(
    settings: Settings | None = None, *, host: str = "127.0.0.1", port: int = 0, clock: Clock | None = None
) -> AsyncIterator[SimulatorServer]:
    """Serve a fresh world while the context lasts; port 0 takes a free one."""
    world = World(settings or Settings(), clock)
    runner = web.AppRunner(build_app(world), access_log=None, shutdown_timeout=1.0)
    await runner.setup()
    try:
        site = web.TCPSite(runner, host, port)
        await site.start()
        real_port = runner.addresses[0][1]
        shown = f"[{host}]" if ":" in host else host
        yield SimulatorServer(world, f"http://{shown}:{real_port}")
    finally:
        await runner.cleanup()

"""The stream of events that keeps an open page up to date."""

import asyncio
from collections.abc import Awaitable, Callable

from aiohttp import web

from bot.simulator.feed import END
from bot.simulator.wire import Json, to_bytes
from bot.simulator.world import World

_HEARTBEAT = 15.0


async def stream_events(world: World, request: web.Request) -> web.StreamResponse:
    """Server-sent events for one person's page, until the page or the server closes."""
    user_id = request.query.get("user", "")
    if not user_id.isdecimal() or int(user_id) not in world.people:
        raise web.HTTPNotFound
    stream = web.StreamResponse(headers={"Content-Type": "text/event-stream", "Cache-Control": "no-cache"})
    await stream.prepare(request)
    subscription = world.feed.subscribe(int(user_id))
    line = b": open\n\n"
    try:
        while line:
            await stream.write(line)
            line = await _next_line(subscription.next)
    except ConnectionResetError:
        return stream
    finally:
        world.feed.unsubscribe(subscription)
    return stream


async def _next_line(next_event: Callable[[], Awaitable[Json]]) -> bytes:
    """The next event, a comment that keeps the line open, or nothing at the end."""
    try:
        async with asyncio.timeout(_HEARTBEAT):
            event = await next_event()
    except TimeoutError:
        return b": still here\n\n"
    return b"" if event is END else b"data: " + to_bytes(event) + b"\n\n"

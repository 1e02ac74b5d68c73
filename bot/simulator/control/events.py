"""The stream of events that keeps an open page up to date."""

import asyncio

from aiohttp import web

from bot.simulator.wire import to_bytes
from bot.simulator.world import World

_HEARTBEAT = 15.0


async def stream_events(world: World, request: web.Request) -> web.StreamResponse:
    """Server-sent events for one person's page."""
    person = world.person(int(request.query.get("user", 0)))
    stream = web.StreamResponse(headers={"Content-Type": "text/event-stream", "Cache-Control": "no-cache"})
    await stream.prepare(request)
    subscription = world.feed.subscribe(person.id)
    try:
        await stream.write(b": open\n\n")
        while True:
            try:
                async with asyncio.timeout(_HEARTBEAT):
                    event = await subscription.next()
            except TimeoutError:
                await stream.write(b": still here\n\n")
            else:
                await stream.write(b"data: " + to_bytes(event) + b"\n\n")
    except ConnectionResetError:
        return stream
    finally:
        world.feed.unsubscribe(subscription)

"""Waiting for something to do, but not for ever."""

import asyncio


async def wait_at_most(event: asyncio.Event, seconds: float) -> None:
    """Return when the event is set, or when the seconds are over."""
    try:
        await asyncio.wait_for(event.wait(), seconds)
    except TimeoutError:
        return

"""Who waits for news: tests that wait for a message, browsers that watch a chat."""

import asyncio
from collections.abc import Callable, Iterable

from bot.simulator.wire import Json

_BACKLOG = 1_000
END: Json = {"type": "end"}


class Subscription:
    """One open page: the events for one person, in order; a page that lags too far is told to reload."""

    def __init__(self, user_id: int) -> None:
        self.user_id = user_id
        self._events: asyncio.Queue[Json] = asyncio.Queue(_BACKLOG)

    def offer(self, event: Json) -> None:
        """Hand over an event."""
        if self._events.full():
            while not self._events.empty():
                self._events.get_nowait()
            event = {"type": "reload"}
        self._events.put_nowait(event)

    async def next(self) -> Json:
        """The next event."""
        return await self._events.get()


class Feed:
    """Counts changes, wakes those who wait for one and passes events to open pages."""

    def __init__(self) -> None:
        self.revision = 0
        self._waiting: set[asyncio.Future[None]] = set()
        self._subscriptions: set[Subscription] = set()

    @property
    def watched(self) -> bool:
        """Whether a page is open; without one no event need be built."""
        return bool(self._subscriptions)

    def advance(self) -> int:
        """Number a change and wake who waits."""
        self.revision += 1
        if self._waiting:
            waiting, self._waiting = self._waiting, set()
            for future in waiting:
                if not future.done():
                    future.set_result(None)
        return self.revision

    async def until(self, happened: Callable[[], bool], seconds: float) -> bool:
        """Wait until something has happened, or that many seconds; says whether it has."""
        loop = asyncio.get_running_loop()
        deadline = loop.time() + seconds
        while not happened():
            left = deadline - loop.time()
            if left <= 0:
                return False
            future = loop.create_future()
            self._waiting.add(future)
            await asyncio.wait((future,), timeout=left)
            self._waiting.discard(future)
        return True

    def subscribe(self, user_id: int) -> Subscription:
        """Open a stream of events for one person."""
        subscription = Subscription(user_id)
        self._subscriptions.add(subscription)
        return subscription

    def unsubscribe(self, subscription: Subscription) -> None:
        """Close a stream."""
        self._subscriptions.discard(subscription)

    def close(self) -> None:
        """End all streams, because the server stops."""
        for subscription in self._subscriptions:
            subscription.offer(END)

    def emit(self, event: Json, audience: Iterable[int] | None = None) -> None:
        """Pass an event to the pages of some persons, or of all."""
        chosen = None if audience is None else set(audience)
        for subscription in self._subscriptions:
            if chosen is None or subscription.user_id in chosen:
                subscription.offer(event)

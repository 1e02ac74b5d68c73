"""The queue of updates, with Telegram's rules for reading it."""

import asyncio
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from itertools import islice, takewhile

from bot.simulator.clock import Clock
from bot.simulator.errors import ConflictError
from bot.simulator.wire import Json

EXPIRY = 24 * 3600.0
MOST_PER_POLL = 100
ONLY_ON_REQUEST = frozenset({"chat_member", "message_reaction", "message_reaction_count"})
# Telegram ignores an offset that lies further ahead than this; so a bot survives new, lower numbers.
_FUTURE = 10
_TERMINATED = "terminated by other getUpdates request; make sure that only one bot instance is running"


@dataclass(frozen=True, slots=True)
class Update:
    """An update; `lane` is the chat or person within which order is kept."""

    id: int
    at: float
    lane: int
    body: Json


class UpdateQueue:
    """Updates wait here for 24 h until a higher offset confirms them.

    A second poller ends the first one's call with 409, as at Telegram. Bale keeps only the last 2,000.
    """

    def __init__(self, clock: Clock, repeats: Callable[[], bool], *, first_id: int, most: int | None = None) -> None:
        self._clock = clock
        self._repeats = repeats
        self._next_id = first_id
        self._most = most
        self._pending: deque[Update] = deque()
        self._again: list[Update] = []
        self._waiting: set[asyncio.Future[None]] = set()
        self._poller = 0
        self.allowed: frozenset[str] | None = None
        self.confirmed = 0
        self.expired = 0

    def __len__(self) -> int:
        return len(self._pending)

    def add(self, kind: str, content: Json, lane: int) -> int | None:
        """Queue an update; gives its id, or None when the bot did not ask for this kind."""
        wanted = kind in self.allowed if self.allowed else kind not in ONLY_ON_REQUEST
        if not wanted:
            return None
        update_id = self._next_id
        self._next_id += 1
        self._pending.append(Update(update_id, self._clock.now(), lane, {"update_id": update_id, kind: content}))
        if self._most is not None and len(self._pending) > self._most:
            self._pending.popleft()
            self.expired += 1
        self.wake()
        return update_id

    def restart_ids(self, next_id: int) -> None:
        """Go on with another number, as the platform may after a quiet week."""
        self._next_id = next_id

    def clear(self) -> None:
        """Forget all updates (drop_pending_updates)."""
        self._pending.clear()
        self._again.clear()

    def wake(self) -> None:
        """Let who waits look again."""
        waiting, self._waiting = self._waiting, set()
        for future in waiting:
            if not future.done():
                future.set_result(None)

    async def news(self, seconds: float | None = None) -> None:
        """Wait until something changes in the queue, or that many seconds."""
        future = asyncio.get_running_loop().create_future()
        self._waiting.add(future)
        await asyncio.wait((future,), timeout=seconds)
        self._waiting.discard(future)

    def pending(self, most: int) -> list[Update]:
        """The oldest that wait, without what is over 24 h old."""
        oldest = self._clock.now() - EXPIRY
        while self._pending and self._pending[0].at < oldest:
            self._pending.popleft()
            self.expired += 1
        return list(islice(self._pending, most))

    def confirm(self, update: Update) -> None:
        """Drop one update that a webhook took, unless it has been dropped meanwhile."""
        if update in self._pending:
            self._pending.remove(update)
            self.confirmed += 1

    async def poll(self, offset: int, limit: int, timeout: float) -> list[Json]:  # noqa: ASYNC109 — the API's own name
        """Answer one getUpdates.

        Raises:
            ConflictError: another getUpdates came while this one waited.
        """
        self._poller += 1
        turn = self._poller
        self.wake()
        self._confirm_below(offset)
        deadline = asyncio.get_running_loop().time() + timeout
        while not (found := self._batch(limit)):
            left = deadline - asyncio.get_running_loop().time()
            if left <= 0:
                break
            await self.news(left)
            if turn != self._poller:
                raise ConflictError(_TERMINATED)
        return found

    def end_poll(self) -> None:
        """End a waiting getUpdates with 409, because a webhook was set."""
        self._poller += 1
        self.wake()

    def _batch(self, limit: int) -> list[Json]:
        again, self._again = self._again[:limit], self._again[limit:]
        return [update.body for update in again + self.pending(limit - len(again))]

    def _confirm_below(self, offset: int) -> None:
        if offset < 0:
            self._drop(max(0, len(self._pending) + offset))
        elif 0 < offset <= self._next_id + _FUTURE:
            self._drop(sum(1 for _ in takewhile(lambda update: update.id < offset, self._pending)))

    def _drop(self, count: int) -> None:
        for _ in range(count):
            update = self._pending.popleft()
            self.confirmed += 1
            if self._repeats():
                self._again.append(update)

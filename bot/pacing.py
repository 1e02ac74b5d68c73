"""How fast may be sent: the platform's limits, kept on our side."""

import time
from collections import deque
from collections.abc import Callable
from typing import Protocol

# The platform counts arrivals, we count departures: what left late may arrive close to what follows it.
_JITTER = 0.1
_GROUP_COUNT, _GROUP_SECONDS = 20, 60.0 + _JITTER
_CHAT_BURST, _CHAT_RATE = 3.0, 1.0
_MOST_REMEMBERED = 10_000
# What can wait goes out in small portions: more than the sender sleeps through at most, far less than a second's worth.
_PORTION = 0.3


class Allowance(Protocol):
    """How many messages may go out."""

    def available(self, now: float) -> float:
        """Return how many may be sent at `now`."""

    def take(self, now: float) -> None:
        """Send one."""

    def is_full(self, now: float) -> bool:
        """Say whether nothing would be lost by forgetting it."""


class Bucket:
    """A token bucket: `burst` at once, then `rate` a second."""

    def __init__(self, burst: float, rate: float, now: float) -> None:
        """Start full."""
        self._burst, self._rate = burst, rate
        self._tokens, self._at = burst, now

    def available(self, now: float) -> float:
        """Return how many may be sent at `now`."""
        self._tokens = min(self._burst, self._tokens + (now - self._at) * self._rate)
        self._at = now
        return self._tokens

    def take(self, now: float) -> None:
        """Send one; a bucket may so fall below zero, which later waiting makes good."""
        self.available(now)
        self._tokens -= 1

    def is_full(self, now: float) -> bool:
        """Say whether nothing would be lost by forgetting it."""
        return self.available(now) >= self._burst


class Window:
    """At most `count` in any stretch of `seconds`: a bucket would allow nearly twice that after a rest."""

    def __init__(self, count: int, seconds: float) -> None:
        """Start with nothing sent."""
        self._count, self._seconds = count, seconds
        self._sent: deque[float] = deque()

    def available(self, now: float) -> float:
        """Return how many may be sent at `now`."""
        while self._sent and self._sent[0] <= now - self._seconds:
            self._sent.popleft()
        return self._count - len(self._sent)

    def take(self, now: float) -> None:
        """Send one."""
        self._sent.append(now)

    def is_full(self, now: float) -> bool:
        """Say whether nothing would be lost by forgetting it."""
        return self.available(now) == self._count


class Pace:
    """Messages a second over all chats, about one a second in a chat, twenty a minute in a group.

    After a 429 nothing may be sent before its deadline, by a monotonic clock. A group that is told to wait holds
    only itself up, since the limit of a group is its own; a private chat is paced by us well below the platform's
    limit, so a 429 there means that the bot as a whole is too fast.
    """

    def __init__(self, rate: float, clock: Callable[[], float] = time.monotonic) -> None:
        """Pace to `rate` messages a second; 0 for no limits at all (a 429 is obeyed even so)."""
        self._rate = rate
        self._clock = clock
        # A rate under one a second is one message in a longer stretch.
        self._all = Window(int(rate), 1.0 + _JITTER) if rate >= 1 else Window(1, 1 / rate if rate else 0.0)
        self._behind = Bucket(max(1.0, rate * _PORTION), rate / (1.0 + _JITTER), clock())
        self._chats: dict[int, Allowance] = {}
        self._held: dict[int, float] = {}
        self._stopped_until = 0.0

    def room(self) -> int:
        """Return how many messages may go out now over all chats."""
        now = self._clock()
        if now < self._stopped_until:
            return 0
        return int(self._all.available(now)) if self._rate else _MOST_REMEMBERED

    def room_behind(self) -> int:
        """Return how many of the messages that can wait may go out now.

        They take the same room, spread over the second: sent all at once, they would leave none for an answer until
        the second is over.
        """
        if not self._rate:
            return self.room()
        return min(self.room(), int(self._behind.available(self._clock())))

    def closed(self) -> list[int]:
        """Return the contacts to which nothing may be sent now."""
        now = self._clock()
        self._held = {contact: until for contact, until in self._held.items() if until > now}
        empty = [contact for contact, allowance in self._chats.items() if allowance.available(now) < 1]
        return [*self._held, *empty]

    def sent(self, contact_id: int, *, is_group: bool, can_wait: bool = False) -> None:
        """Count a message."""
        if not self._rate:
            return
        now = self._clock()
        self._all.take(now)
        if can_wait:
            self._behind.take(now)
        if contact_id not in self._chats:
            allowance = Window(_GROUP_COUNT, _GROUP_SECONDS) if is_group else Bucket(_CHAT_BURST, _CHAT_RATE, now)
            self._chats[contact_id] = allowance
        self._chats[contact_id].take(now)
        if len(self._chats) > _MOST_REMEMBERED:
            self._chats = {contact: one for contact, one in self._chats.items() if not one.is_full(now)}

    def hold(self, contact_id: int, seconds: float) -> None:
        """Send nothing to one contact for a while."""
        self._held[contact_id] = max(self._held.get(contact_id, 0.0), self._clock() + seconds)

    def stop(self, seconds: float) -> None:
        """Send nothing at all for a while."""
        self._stopped_until = max(self._stopped_until, self._clock() + seconds)

"""Telegram's rate limits, as far as its FAQ names them: https://core.telegram.org/bots/faq#broadcasting-to-users."""

import math
import time
from collections import deque
from collections.abc import Callable

OVERALL_PER_SECOND = 30
PRIVATE_PER_SECOND = 1.0
PRIVATE_BURST = 5
GROUP_PER_MINUTE = 20
_MINUTE = 60.0


class RateLimits:
    """Says when a message may go to a chat, and remembers which chats are closed after a 429."""

    def __init__(self, monotonic: Callable[[], float] = time.monotonic) -> None:
        self._now = monotonic
        self._overall: deque[float] = deque()
        self._groups: dict[int, deque[float]] = {}
        self._private: dict[int, tuple[float, float]] = {}
        self._closed: dict[int, float] = {}
        self.early = 0

    def close(self, chat_id: int, seconds: float) -> None:
        """Refuse the chat for some seconds, after a 429."""
        self._closed[chat_id] = max(self._closed.get(chat_id, 0.0), self._now() + seconds)

    def closed_for(self, chat_id: int) -> int:
        """Whole seconds a chat stays closed, 0 when open; asking too early is counted in `early`."""
        until = self._closed.get(chat_id) if self._closed else None
        if until is None:
            return 0
        left = until - self._now()
        if left <= 0:
            del self._closed[chat_id]
            return 0
        self.early += 1
        return math.ceil(left)

    def wait(self, chat_id: int, count: int = 1) -> int:
        """Whole seconds to wait before `count` messages may go; 0 means they were counted and may go now."""
        now = self._now()
        wait = max(self._overall_wait(now), self._chat_wait(chat_id, now))
        if wait > 0:
            return math.ceil(wait)
        self._overall.extend([now] * count)
        if chat_id < 0:
            self._groups.setdefault(chat_id, deque()).extend([now] * count)
        else:
            tokens, at = self._private.get(chat_id, (float(PRIVATE_BURST), now))
            self._private[chat_id] = (self._refilled(tokens, at, now) - count, now)
        return 0

    def _overall_wait(self, now: float) -> float:
        while self._overall and self._overall[0] <= now - 1:
            self._overall.popleft()
        return self._overall[0] + 1 - now if len(self._overall) >= OVERALL_PER_SECOND else 0.0

    def _chat_wait(self, chat_id: int, now: float) -> float:
        if chat_id < 0:
            sent = self._groups.get(chat_id, deque())
            while sent and sent[0] <= now - _MINUTE:
                sent.popleft()
            return sent[0] + _MINUTE - now if len(sent) >= GROUP_PER_MINUTE else 0.0
        tokens, at = self._private.get(chat_id, (float(PRIVATE_BURST), now))
        return (1 - self._refilled(tokens, at, now)) / PRIVATE_PER_SECOND

    @staticmethod
    def _refilled(tokens: float, since: float, now: float) -> float:
        return min(float(PRIVATE_BURST), tokens + (now - since) * PRIVATE_PER_SECOND)

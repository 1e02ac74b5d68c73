"""The simulator's calendar clock, which tests may move forward."""

import time
from collections.abc import Callable


class Clock:
    """Unix time plus what was skipped with `advance`; message dates and the 24 h expiry follow it."""

    def __init__(self, source: Callable[[], float] = time.time) -> None:
        self._source = source
        self._shift = 0.0

    def now(self) -> float:
        """Seconds since 1970."""
        return self._source() + self._shift

    def advance(self, seconds: float) -> None:
        """Let that much calendar time pass at once."""
        self._shift += seconds

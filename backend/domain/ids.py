"""Identifiers that are given by us, not read back from the database."""

import secrets
import time

_EPOCH_US = 1_735_689_600_000_000  # 2025-01-01T00:00:00Z
_RANDOM_BITS = 12


class IdSource:
    """Gives 63-bit integers that grow with time: microseconds since 2025, then twelve random bits.

    Rows can so be collected and written in one statement without asking the database for their ids. Two processes
    can give the same id only in the same microsecond with the same random bits; the unique key then refuses the
    row and the batch is worked again, with other ids.
    """

    def __init__(self) -> None:
        """Start after everything that was given before."""
        self._last = 0

    def __call__(self) -> int:
        """Return the next id, always larger than the one before from this source."""
        micros = time.time_ns() // 1000 - _EPOCH_US
        fresh = (micros << _RANDOM_BITS) | secrets.randbits(_RANDOM_BITS)
        self._last = max(fresh, self._last + 1)
        return self._last

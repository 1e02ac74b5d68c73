"""Errands."""

from collections.abc import Iterable
from typing import Protocol

from backend.domain.errand import Errand


class Errands(Protocol):
    """What waits to be made after the turn in which it was asked for."""

    def add(self, errand: Errand) -> None:
        """Keep an errand."""

    async def next(self, busy: Iterable[int]) -> Errand | None:
        """Return the oldest errand, those that failed behind the others; busy contacts are passed over."""

    async def done(self, errand_id: int) -> int | None:
        """Remove an errand; return the contact for which it is by now, as a chat may have moved meanwhile.

        None if it is gone: with its contact, or since another process did it.
        """

    def failed(self, errand: Errand) -> None:
        """Count an attempt that failed."""

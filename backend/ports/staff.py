"""The wording of what those hear who run the service, and of what they decide."""

from typing import Protocol

from backend.domain.broadcast import Broadcast, Tally
from backend.domain.concern import Concern
from backend.domain.moderation import Ground, Verdict
from backend.ports.outside import Part


class StaffPress(Protocol):
    """Turns what happened into one message; `language` is that of the person who will read it."""

    def queue_waits(self, language: str, count: int) -> Part:
        """Tell moderators that so many messages wait for them."""

    def decided(self, language: str, concern: Concern, verdict: Verdict, ground: Ground) -> Part:
        """Tell a writer what became of a message that was withheld."""

    def broadcast(self, text: str) -> Part:
        """Write a broadcast as people will see it."""

    def progress(self, language: str, broadcast: Broadcast, tally: Tally) -> Part:
        """Show how far a broadcast is."""

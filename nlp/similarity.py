"""Which messages are about the same concrete issue, wording apart."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from nlp.places import Mention
from nlp.reading import PlaceReading, TopicScore


@dataclass(frozen=True, slots=True)
class Placement:
    """Where a message falls.

    Attributes:
        issue: the issue it belongs to; None when it opens a new one.
        campaign: number of the text itself when the same text came before, else None.
        theme: number of its kind of problem anywhere in the city; None when nothing is recognised.
        score: how surely it belongs to the issue, 0 to 1.
        nearest: the likeliest issue even when the score is too low to join, for a member to decide.
    """

    issue: int | None
    campaign: int | None
    theme: int | None
    score: float
    nearest: int | None = None


def make_signature(  # noqa: PLR0913 - what Reader has at hand
    *,
    text: str,
    lemmas: Sequence[str],
    topics: Sequence[TopicScore],
    problems: Sequence[str],
    kind: str,
    place: PlaceReading,
    mentions: Sequence[Mention],
) -> bytes:
    """Return the fingerprint of a message for grouping; under 400 bytes."""
    return b"\x01"


class Grouper:
    """Gathers signatures into issues, one message at a time."""

    def place(self, signature: bytes, at: datetime) -> Placement:
        """Say where a message falls; nothing is kept."""
        return Placement(None, None, None, 0.0)

    def add(self, issue: int, signature: bytes, at: datetime) -> None:
        """Remember that a message belongs to an issue."""

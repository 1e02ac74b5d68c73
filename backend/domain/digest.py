"""The digest: what a working group is sent of a period, and in which order."""

import math
from dataclasses import dataclass, field, replace
from datetime import datetime

from backend.domain.issue import IssueState
from backend.domain.schedule import Period

_URGENT_WEIGHT = 3.0
_GROWTH_CAP = 2.0
_REACH_WEIGHT = 0.25


@dataclass(frozen=True, slots=True)
class DigestItem:
    """One issue in a digest, with its figures in the period and before.

    `messages` and `people` are of the period, `messages_before` of the period of equal length before it, `total`
    of all time. `example` is redacted.
    """

    issue_id: int
    title: str
    topic: str | None
    state: IssueState
    messages: int
    people: int
    messages_before: int
    total: int
    districts: tuple[str, ...]
    first_seen: datetime
    last_seen: datetime
    urgent: int = 0
    example: str = ""
    rank: int = 0
    score: float = 0.0

    @property
    def growth(self) -> float:
        """Messages of this period by those of the one before (a new issue has 1 + its messages)."""
        return (1 + self.messages) / (1 + self.messages_before)


@dataclass(frozen=True, slots=True)
class Digest:
    """A built digest. `unplaced` are messages of the period that raised no issue (thanks, greetings, unclear)."""

    id: int
    group_id: int
    period: Period
    built_at: datetime
    messages: int
    people: int
    stakeholder_groups: dict[str, int]
    districts: dict[str, int]
    items: tuple[DigestItem, ...] = field(default=())
    unplaced: int = 0

    @property
    def is_empty(self) -> bool:
        """Say whether nothing new came in."""
        return self.messages == 0


def priority(item: DigestItem) -> float:
    """Return how high an issue stands in the list; «چرا این ترتیب؟» explains exactly this.

    The score is `people × trend × danger × reach`:
    people   distinct people of the period: one person who writes ten times counts once;
    trend    the square root of the growth against the period before, between 0.5 and 2: what grows comes up;
    danger   three times as high when at least one message tells of danger to life or limb;
    reach    a quarter more for each further district in which it was reported (at most double).
    """
    trend = min(_GROWTH_CAP, max(1 / _GROWTH_CAP, math.sqrt(item.growth)))
    danger = _URGENT_WEIGHT if item.urgent else 1.0
    reach = min(2.0, 1 + _REACH_WEIGHT * max(0, len(item.districts) - 1))
    return item.people * trend * danger * reach


def ranked(items: list[DigestItem]) -> tuple[DigestItem, ...]:
    """Return the items by priority, each with its rank and score; ties go to the one that was seen first."""
    scored = [replace(item, score=round(priority(item), 3)) for item in items]
    scored.sort(key=lambda item: (-item.score, item.first_seen, item.issue_id))
    return tuple(replace(item, rank=rank) for rank, item in enumerate(scored, start=1))

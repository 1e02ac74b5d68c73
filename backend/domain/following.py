"""What ties people to an issue: who wrote of it or supports it hears of it, unless they wish not to."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from backend.domain.issue import Issue, IssueState

# «نه» must come from at least so many, and from at least this part of those who answered.
_FEWEST_NOES = 2
_ENOUGH_NOES = 0.3


@dataclass(frozen=True, slots=True)
class Follower:
    """Somebody who hears of an issue: where, and in which language."""

    person_id: int
    contact_id: int
    language: str


@dataclass(frozen=True, slots=True)
class Announcement:
    """What citizens were told of an issue: its new state, and the reason in the group's words."""

    id: int
    issue_id: int
    state: IssueState
    reason: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Known:
    """An issue as people outside the groups may know it: how many stand behind it, and whether it grows."""

    issue: Issue
    messages: int
    people: int
    growth: float = 1.0


@dataclass(frozen=True, slots=True)
class Weight:
    """How much stands behind an issue: messages and distinct people, and the growth against the time before."""

    issue_id: int
    messages: int
    people: int
    growth: float


@dataclass(frozen=True, slots=True)
class Tie:
    """A person's tie to an issue: whether they support it, and whether they wish to hear no more of it."""

    is_supported: bool = False
    is_silent: bool = False


class Verdict(StrEnum):
    """What somebody answers when asked whether a thing that was called done is really done."""

    YES = "yes"
    NO = "no"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class Check:
    """The question whether an issue is really done, asked of everybody who stood behind it."""

    id: int
    issue_id: int
    announcement_id: int
    asked_at: datetime
    closed_at: datetime | None = None
    reopened: bool = False


@dataclass(frozen=True, slots=True)
class Tally:
    """How a check was answered."""

    yes: int = 0
    no: int = 0
    unsure: int = 0

    @property
    def answers(self) -> int:
        """How many answered."""
        return self.yes + self.no + self.unsure

    @property
    def reopens(self) -> bool:
        """Say whether so many see the problem still there that the issue must be opened again.

        One answer could be a slip or somebody's grudge, so two are needed; where many answer, three in ten.
        """
        return self.no >= _FEWEST_NOES and self.no >= _ENOUGH_NOES * self.answers

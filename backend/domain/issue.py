"""An issue: concerns about the same concrete problem at a compatible place."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class IssueState(StrEnum):
    """Where an issue stands in its working group."""

    NEW = "new"
    UNDER_STUDY = "under-study"
    PLANNED = "planned"
    IN_PROGRESS = "in-progress"
    DONE = "done"
    WONT_DO = "wont-do"
    NOT_OURS = "not-ours"


# An issue in one of these states asks for nothing more; lists put it last.
CLOSED = frozenset({IssueState.DONE, IssueState.WONT_DO, IssueState.NOT_OURS})


@dataclass(frozen=True, slots=True)
class Issue:
    """What the gathering of concerns made; counts of messages and people are read from the concerns.

    `root_id` is the issue into which this one was merged, else its own id: figures, cards and digests go by the root.
    `group_id` is the working group to which it was handed by its members; without one its remit decides.
    """

    id: int
    title: str
    topic: str | None
    district: str | None
    locality: str | None
    created_at: datetime
    first_seen: datetime
    last_seen: datetime
    root_id: int
    state: IssueState = IssueState.NEW
    group_id: int | None = None

    @property
    def is_merged(self) -> bool:
        """Say whether this issue is part of another one."""
        return self.root_id != self.id


@dataclass(frozen=True, slots=True)
class IssueFigures:
    """What stands behind an issue and all that was merged into it.

    `people` are writers and supporters, each once; `recent` and `before` are the messages of the last days and of as
    many days before. `places` are rounded pins. `examples` are redacted, the latest first.
    """

    messages: int = 0
    people: int = 0
    supporters: int = 0
    recent: int = 0
    before: int = 0
    urgent: int = 0
    districts: tuple[str, ...] = ()
    places: tuple[tuple[float, float], ...] = ()
    examples: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class IssueLine:
    """One message of an issue as members read it: redacted, with nothing of who wrote it."""

    concern_id: int
    text: str
    at: datetime


@dataclass(frozen=True, slots=True)
class DeskLine:
    """An issue in the list of a group's desk."""

    issue: Issue
    messages: int

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


@dataclass(frozen=True, slots=True)
class Issue:
    """What the gathering of concerns made; counts of messages and people are read from the concerns."""

    id: int
    title: str
    topic: str | None
    district: str | None
    locality: str | None
    created_at: datetime
    first_seen: datetime
    last_seen: datetime
    state: IssueState = IssueState.NEW

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

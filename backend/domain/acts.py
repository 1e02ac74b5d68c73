"""What members do to an issue: its history, their votes, notes, questions and merges."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from statistics import median

from backend.domain.issue import IssueState

PRIORITIES = range(1, 6)
# What ends an issue in the eyes of those who brought it up is never left without words.
NEEDS_REASON = frozenset({IssueState.DONE, IssueState.WONT_DO, IssueState.NOT_OURS})


class EventKind(StrEnum):
    """What the history of an issue tells. Votes and notes are not in it: they change often, or are private."""

    STATE = "state"
    TAKEN = "taken"
    RELEASED = "released"
    TOPIC = "topic"
    MERGED = "merged"
    UNMERGED = "unmerged"
    SPLIT = "split"
    ASKED = "asked"
    HANDED = "handed"
    RETURNED = "returned"


@dataclass(frozen=True, slots=True)
class IssueEvent:
    """A step in an issue's life. `detail` holds codes and ids, `reason` is redacted; who acted is never shown.

    `group_id` is the working group at whose desk it was done, None where nobody did it (citizens reopened it).
    """

    id: int
    issue_id: int
    group_id: int | None
    at: datetime
    actor_id: int | None
    kind: EventKind
    detail: Mapping[str, str] = field(default_factory=dict)
    reason: str = ""
    is_public: bool = False


@dataclass(frozen=True, slots=True)
class Vote:
    """A member's priority for an issue, 1 (low) to 5 (high): one a member in a group, changeable."""

    issue_id: int
    group_id: int
    person_id: int
    priority: int
    at: datetime


@dataclass(frozen=True, slots=True)
class Note:
    """A note that only the group reads."""

    id: int
    issue_id: int
    group_id: int
    author_id: int | None
    at: datetime
    text: str


@dataclass(frozen=True, slots=True)
class Question:
    """What a group asks those who brought an issue up; the text is redacted."""

    id: int
    issue_id: int
    group_id: int
    asked_by: int | None
    at: datetime
    text: str


@dataclass(frozen=True, slots=True)
class QuestionAnswer:
    """A citizen's answer to a question, redacted; a second one of the same person takes the place of the first."""

    id: int
    question_id: int
    person_id: int | None
    at: datetime
    text: str


@dataclass(frozen=True, slots=True)
class Merge:
    """One issue was found to be the same as another. Nothing is moved by it, so undoing it restores exactly."""

    id: int
    from_id: int
    into_id: int
    group_id: int
    by_id: int | None
    at: datetime
    undone_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class ReasonTemplate:
    """A sentence that members often give as the reason of a state."""

    id: int
    state: IssueState
    text: str


def median_priority(votes: Sequence[Vote]) -> float | None:
    """Return the median of the votes (it may lie between two numbers), None without a vote."""
    return float(median(vote.priority for vote in votes)) if votes else None


def roots_of(issue_ids: Iterable[int], merges: Iterable[Merge]) -> dict[int, int]:
    """Return the issue in which each of these ends by the merges that stand; undone ones do not count.

    An issue is merged away at most once at a time and only into a root, so the way has no loop; should one ever
    stand in the database it is cut where it closes.
    """
    into = {merge.from_id: merge.into_id for merge in merges if merge.undone_at is None}
    found: dict[int, int] = {}
    for issue_id in issue_ids:
        passed = {issue_id}
        at = issue_id
        while at in into and into[at] not in passed:
            at = into[at]
            passed.add(at)
        found[issue_id] = at
    return found

"""Where concerns stand and what became of them: from the message to its issue, priority and measures."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from backend.domain.acts import median_priority
from backend.domain.concern import Concern, ConcernState
from backend.domain.errors import UnknownCode
from backend.domain.following import Tie
from backend.domain.issue import Issue
from backend.domain.measure import Measure, MeasureState
from backend.domain.moderation import Ground
from backend.domain.people import Person
from backend.domain.tracking_code import parse_code
from backend.ports import UnitOfWork

LIST_LENGTH = 10
# A withdrawn measure is nobody's business any more; a rejected one is no answer.
_TOLD = frozenset({MeasureState.PROPOSED, MeasureState.AGREED, MeasureState.WITH_COMMITTEE})


@dataclass(frozen=True, slots=True)
class Course:
    """What became of an issue: whom it was reported to and when, what was told of it, its priority, its measures."""

    issue: Issue
    messages: int = 0
    people: int = 0
    reported: tuple[tuple[str, datetime], ...] = ()
    reason: str = ""
    priority: float | None = None
    measures: tuple[Measure, ...] = ()
    tie: Tie = field(default_factory=Tie)


@dataclass(frozen=True, slots=True)
class Standing:
    """A concern with the course of its issue; `ground` says why a moderator hid it."""

    concern: Concern
    course: Course | None = None
    ground: Ground | None = None


@dataclass(frozen=True, slots=True)
class Followed:
    """What a person follows: their own latest concerns, and the issues of others that they support."""

    own: tuple[Standing, ...]
    supported: tuple[Course, ...]


async def mine(uow: UnitOfWork, person: Person) -> Followed:
    """Return a person's latest concerns and where they stand, newest first, and the issues that they support."""
    own = await _standings(uow, await uow.concerns.of_person(person.id, LIST_LENGTH), person)
    known = {standing.course.issue.id for standing in own if standing.course}
    others = [root for root in await uow.following.supported(person.id, LIST_LENGTH) if root not in known]
    courses = await _courses(uow, others, person)
    return Followed(tuple(own), tuple(courses[root] for root in others))


async def track(uow: UnitOfWork, typed: str) -> Standing:
    """Return where the concern with this code stands, or the one that it became part of.

    Raises:
        BadTrackingCode: it cannot be a code.
        UnknownCode: no concern has it.
    """
    concern = await uow.concerns.by_code(parse_code(typed))
    if concern is not None and concern.state is ConcernState.DELETED:
        whole = await uow.parts.joined_into(concern.id)
        concern = await uow.concerns.by_id(whole) if whole is not None else None
    if concern is None or concern.state is ConcernState.DELETED:
        raise UnknownCode
    return (await _standings(uow, [concern], None))[0]


async def _standings(uow: UnitOfWork, concerns: Sequence[Concern], person: Person | None) -> list[Standing]:
    leaves = await uow.issues.by_ids({one.issue_id for one in concerns if one.issue_id is not None})
    courses = await _courses(uow, {leaf.root_id for leaf in leaves.values()}, person)
    hidden = [one.id for one in concerns if one.state is ConcernState.HIDDEN]
    grounds = await uow.moderation.grounds(hidden) if hidden else {}
    standings = []
    for concern in concerns:
        leaf = leaves.get(concern.issue_id or 0)
        standings.append(Standing(concern, courses[leaf.root_id] if leaf else None, grounds.get(concern.id)))
    return standings


async def _courses(uow: UnitOfWork, root_ids: Sequence[int] | set[int], person: Person | None) -> dict[int, Course]:
    if not root_ids:
        return {}
    issues = await uow.issues.by_ids(root_ids)
    sizes = await uow.issues.sizes(root_ids)
    reported = await uow.digests.reported(root_ids)
    announced = await uow.following.announced(root_ids)
    votes = await uow.acts.votes(root_ids)
    measures = await uow.measures.of_issues(root_ids)
    ties = await uow.following.ties(person.id, root_ids) if person else {}
    courses = {}
    for root, issue in issues.items():
        told = announced.get(root)
        courses[root] = Course(
            issue=issue,
            messages=sizes.get(root, (0, 0))[0],
            people=sizes.get(root, (0, 0))[1],
            reported=tuple(reported.get(root, ())),
            reason=told.reason if told and told.state is issue.state else "",
            priority=median_priority(votes.get(root, ())),
            measures=tuple(one for one in measures.get(root, ()) if one.state in _TOLD),
            tie=ties.get(root, Tie()),
        )
    return courses

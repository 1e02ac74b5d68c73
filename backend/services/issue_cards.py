"""An issue as a group's members see it, with all that was done about it."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from backend.domain.actor import Actor
from backend.domain.acts import IssueEvent, Merge, median_priority
from backend.domain.groups import WorkingGroup
from backend.domain.issue import DeskLine, Issue, IssueFigures
from backend.domain.measure import Measure
from backend.ports import UnitOfWork
from backend.services import desks
from backend.services.desks import AtDesk

TREND_SPAN = timedelta(days=30)
SHOWN_EVENTS = 5
MOST_EVENTS = 100
PAGE = 8


@dataclass(frozen=True, slots=True)
class Priority:
    """How important an issue is to a group: the median of its members' votes, and how many voted."""

    median: float | None = None
    votes: int = 0


@dataclass(frozen=True, slots=True)
class Attached:
    """How much hangs on an issue: the counts that the card shows beside its buttons."""

    mess: int = 0
    measures: tuple[Measure, ...] = ()
    merged: int = 0
    notes: int = 0
    files: int = 0
    answers: int = 0
    questions: int = 0


@dataclass(frozen=True, slots=True)
class Card:
    """Everything that a card shows. `is_owned` says that a member took the issue, `is_own` that it is the viewer."""

    at: AtDesk
    figures: IssueFigures
    priority: Priority
    attached: Attached
    history: tuple[IssueEvent, ...]
    state_event: IssueEvent | None = None
    first_seen: datetime | None = None
    is_owned: bool = False
    is_own: bool = False
    seen: int = 0

    @property
    def issue(self) -> Issue:
        """The issue."""
        return self.at.issue


async def look(uow: UnitOfWork, actor: Actor, number: int, issue_id: int) -> Card:
    """Return the card of an issue to a person who may look at it from this group's desk."""
    return await card_of(uow, actor, await desks.to_look(uow, actor, number, issue_id))


async def card_of(uow: UnitOfWork, actor: Actor, at: AtDesk) -> Card:
    """Return the card of an issue as it is now."""
    issue = (await uow.issues.by_ids([at.issue.id]))[at.issue.id]
    if issue.is_merged:
        issue = (await uow.issues.by_ids([issue.root_id]))[issue.root_id]
    at = AtDesk(issue, at.group, at.groups)
    root, group = issue.id, at.group.id
    family = await uow.issues.family(root)
    since = uow.now - TREND_SPAN
    owner = await uow.acts.owner(root, group)
    return Card(
        at=at,
        figures=await uow.issues.figures(root, since, since - TREND_SPAN),
        priority=await priority_of(uow, root, group),
        attached=await _attached(uow, root, group, len(family) - 1),
        first_seen=min(member.first_seen for member in family),
        history=tuple(await uow.acts.history(root, SHOWN_EVENTS)),
        state_event=(await uow.acts.latest_states([root])).get(root),
        is_owned=owner is not None,
        is_own=owner == actor.person_id,
        seen=len(await uow.acts.seen_by(root, group)),
    )


async def priority_of(uow: UnitOfWork, root_id: int, group_id: int) -> Priority:
    """Return a group's priority of an issue."""
    votes = [vote for vote in (await uow.acts.votes([root_id])).get(root_id, []) if vote.group_id == group_id]
    return Priority(median_priority(votes), len(votes))


async def history(uow: UnitOfWork, actor: Actor, number: int, issue_id: int) -> tuple[AtDesk, list[IssueEvent]]:
    """Return the whole history of an issue."""
    at = await desks.to_look(uow, actor, number, issue_id)
    return at, await uow.acts.history(at.issue.id, MOST_EVENTS)


async def merged(uow: UnitOfWork, actor: Actor, number: int, issue_id: int) -> tuple[AtDesk, list[tuple[Merge, Issue]]]:
    """Return what was merged into an issue, each with the merge by which it was."""
    at = await desks.to_look(uow, actor, number, issue_id)
    merges = await uow.acts.merges([at.issue.id])
    issues = await uow.issues.by_ids(merge.from_id for merge in merges)
    return at, [(merge, issues[merge.from_id]) for merge in merges]


async def listed(uow: UnitOfWork, actor: Actor, number: int, page: int) -> tuple[WorkingGroup, list[DeskLine], bool]:
    """Return a page of the issues at a group's desk to its people, and whether there are more."""
    group, groups = await desks.to_list(uow, actor, number)
    others = [other for other in groups if other.id != group.id]
    found = await uow.issues.at_desk(group, others, page * PAGE, PAGE + 1)
    return group, found[:PAGE], len(found) > PAGE


async def _attached(uow: UnitOfWork, root: int, group: int, merged_into_it: int) -> Attached:
    questions = await uow.questions.of_issue(root)
    answers = await uow.questions.answers([question.id for question in questions])
    return Attached(
        mess=(await uow.messes.of_issue(root)).size - 1,
        measures=tuple((await uow.measures.of_issues([root])).get(root, ())),
        merged=merged_into_it,
        notes=len(await uow.acts.notes(root, group, MOST_EVENTS)),
        files=len(await uow.files.of_issue(root)),
        answers=sum(map(len, answers.values())),
        questions=len(questions),
    )

"""Measures: a member proposes, members agree, object or abstain, and the group's rules decide."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from backend.domain.actor import Actor
from backend.domain.errors import BadInput, NotAllowed, NotFound, VoteClosed
from backend.domain.groups import WorkingGroup
from backend.domain.horizon import Horizon
from backend.domain.measure import (
    LONGEST_CUSTODIAN,
    LONGEST_REASON,
    LONGEST_TITLE,
    Measure,
    MeasureKind,
    MeasureState,
    Rules,
    Stand,
    Tally,
    Vote,
    decide,
)
from backend.domain.rights import Right
from backend.ports import MeasurePress, UnitOfWork
from backend.services import access, groups, messes, notices

PAGE = 6
_MOST_ANSWERED = 10


@dataclass(frozen=True, slots=True)
class Draft:
    """What a member says of a measure before it is proposed; words were read for personal data already.

    `id` is given when the dialogue begins, so that proposing twice is once.
    """

    id: int
    kind: MeasureKind
    title: str
    custodian: str
    horizon: Horizon
    issue_ids: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A measure as members see it: the votes so far, the reasons against it, what it answers, one's own vote."""

    measure: Measure
    group: WorkingGroup
    tally: Tally
    objections: Sequence[str]
    titles: Sequence[str]
    own: Vote | None
    may_withdraw: bool


async def begin(uow: UnitOfWork, actor: Actor, issue_id: int) -> tuple[WorkingGroup, tuple[int, ...]]:
    """Let a member begin a proposal; return the group and the issues that it may answer, the own one first."""
    issue = await messes.root_of(uow, issue_id)
    group = await messes.acting_group(uow, actor, issue, "begin-measure")
    if group.id == 0:
        # The secretariat without a group of its own has no members who could agree.
        raise NotFound
    mess = await uow.messes.of_issue(issue.id)
    return group, (issue.id, *sorted(mess.issue_ids - {issue.id})[: _MOST_ANSWERED - 1])


def checked(words: str, what: str, longest: int) -> str:
    """Return words on one line.

    Raises:
        BadInput: there are none, or too many.
    """
    flat = " ".join(words.split())
    if not flat or len(flat) > longest:
        raise BadInput(what=what)
    return flat


def checked_title(words: str) -> str:
    """Return a title that can stand for a measure."""
    return checked(words, "title", LONGEST_TITLE)


def checked_custodian(words: str) -> str:
    """Return the name of who answers for a measure."""
    return checked(words, "custodian", LONGEST_CUSTODIAN)


async def propose(uow: UnitOfWork, press: MeasurePress, actor: Actor, draft: Draft) -> Measure:
    """Put a measure to the vote and ask the group's members; a draft that was proposed already stays as it is.

    Raises:
        NotAllowed: the person is no member of a group that may act on the first of the issues.
    """
    known = await uow.measures.by_id(draft.id)
    if known is not None:
        return known
    first = await messes.root_of(uow, draft.issue_ids[0])
    group = await messes.acting_group(uow, actor, first, "propose-measure")
    rules = await uow.measures.rules(group.id)
    measure = Measure(
        id=draft.id,
        number=await uow.measures.next_number(),
        group_id=group.id,
        kind=draft.kind,
        title=draft.title,
        subject=first.topic,
        custodian=draft.custodian,
        horizon=draft.horizon,
        issue_ids=frozenset(draft.issue_ids),
        proposed_by=actor.person_id,
        proposed_at=uow.now,
        deadline=rules.deadline(uow.now),
        rules=rules,
    )
    uow.measures.add(measure)
    tally, titles = await uow.measures.tally(measure), await titles_of(uow, measure.issue_ids)
    await notices.tell_group(uow, group, press.ballot(measure, group, tally, titles), f"measure:{measure.id}:ballot")
    return measure


async def vote(
    uow: UnitOfWork, press: MeasurePress, actor: Actor, number: int, stand: Stand, reason: str = ""
) -> Sheet:
    """Keep a member's vote, which replaces an earlier one, and close the measure once it is decided.

    Raises:
        NotAllowed: the person has no seat in the group; a role gives no vote.
        VoteClosed: it is decided or withdrawn already.
        BadInput: an objection says no reason, or a very long one.
    """
    measure, group = await _of_group(uow, await uow.measures.locked(number))
    await _allow_voting(uow, actor, group, measure)
    if stand is Stand.OBJECT:
        reason = checked(reason, "reason", LONGEST_REASON)
    uow.measures.vote(Vote(measure.id, actor.person_id, stand, reason, uow.now))
    measure = await _close_if_decided(uow, press, measure, group)
    return await _sheet(uow, actor, measure, group)


async def about_to_object(uow: UnitOfWork, actor: Actor, number: int) -> Measure:
    """Return the measure to which a member is about to object."""
    measure, group = await _of_group(uow, await uow.measures.by_number(number))
    await _allow_voting(uow, actor, group, measure)
    return measure


async def look(uow: UnitOfWork, actor: Actor, number: int) -> Sheet:
    """Show a measure to a member, to an admin, or in the group's chat."""
    measure, group = await _of_group(uow, await uow.measures.by_number(number))
    await _allow_looking(uow, actor, group, "see-measure")
    return await _sheet(uow, actor, measure, group)


async def page(
    uow: UnitOfWork, actor: Actor, number: int, states: Sequence[MeasureState], index: int
) -> tuple[WorkingGroup, list[Measure], int]:
    """Return a page of a group's measures, and how many there are."""
    group = await groups.by_number(uow, number)
    await _allow_looking(uow, actor, group, "see-measures")
    found, count = await uow.measures.page(group.id, states, index * PAGE, PAGE)
    return group, found, count


async def withdraw(uow: UnitOfWork, actor: Actor, number: int) -> Sheet:
    """Take a proposal back: its proposer may, and the secretary.

    Raises:
        NotAllowed: somebody else proposed it.
        VoteClosed: it is decided already.
    """
    measure, group = await _of_group(uow, await uow.measures.locked(number))
    if not _may_withdraw(actor, measure):
        raise NotAllowed(act="withdraw-measure", subject=_subject(measure))
    await access.allow_member(uow, actor, group, "withdraw-measure", _subject(measure))
    if measure.state is not MeasureState.WITHDRAWN:
        _expect_open(measure, uow.now)
        measure = await _close(uow, measure, MeasureState.WITHDRAWN)
    return await _sheet(uow, actor, measure, group)


async def close_over(uow: UnitOfWork, press: MeasurePress, limit: int) -> int:
    """Decide the measures whose deadline has passed; return how many."""
    numbers = await uow.measures.over(uow.now, limit)
    for number in numbers:
        measure, group = await _of_group(uow, await uow.measures.locked(number))
        if measure.is_open:
            await _close_if_decided(uow, press, measure, group)
    return len(numbers)


async def groups_here(uow: UnitOfWork, actor: Actor) -> list[WorkingGroup]:
    """Return the groups whose measures and rules the actor may look at here; the secretary serves every group."""
    return await groups.of_actor(uow, actor, sees_all=actor.is_admin or actor.may(Right.ACT_ON_ISSUES))


async def rules(uow: UnitOfWork, actor: Actor, number: int) -> tuple[WorkingGroup, Rules]:
    """Return how a group decides, to its members and to admins."""
    group = await groups.by_number(uow, number)
    await _allow_looking(uow, actor, group, "see-rules")
    return group, await uow.measures.rules(group.id)


async def set_rules(uow: UnitOfWork, actor: Actor, number: int, fresh: Rules) -> WorkingGroup:
    """Change how a group decides, from the next proposal on; admins only."""
    access.allow_admin(uow, actor, "set-rules", f"group {number}: {fresh.quorum} {fresh.majority} {fresh.days}")
    group = await groups.by_number(uow, number)
    uow.measures.set_rules(group.id, fresh)
    return group


async def titles_of(uow: UnitOfWork, issue_ids: Iterable[int]) -> list[str]:
    """Return the titles of issues in the order in which they came up."""
    found = await uow.issues.by_ids(issue_ids)
    return [found[issue_id].title for issue_id in sorted(found)]


async def _close_if_decided(uow: UnitOfWork, press: MeasurePress, measure: Measure, group: WorkingGroup) -> Measure:
    tally = await uow.measures.tally(measure)
    verdict = decide(tally, measure.rules, is_over=uow.now >= measure.deadline)
    if verdict is None:
        return measure
    # What is agreed goes on to the drafting-and-revision committee.
    state = MeasureState.WITH_COMMITTEE if verdict is MeasureState.AGREED else verdict
    closed = await _close(uow, measure, state)
    await notices.tell_group(uow, group, press.result(closed, group), f"measure:{measure.id}:result")
    return closed


async def _close(uow: UnitOfWork, measure: Measure, state: MeasureState) -> Measure:
    result = await uow.measures.tally(measure)
    uow.measures.close(measure.id, state, uow.now, result)
    return replace(measure, state=state, decided_at=uow.now, result=result)


async def _sheet(uow: UnitOfWork, actor: Actor, measure: Measure, group: WorkingGroup) -> Sheet:
    return Sheet(
        measure=measure,
        group=group,
        tally=measure.result or await uow.measures.tally(measure),
        objections=await uow.measures.objections(measure.id),
        titles=await titles_of(uow, measure.issue_ids),
        own=await uow.measures.vote_of(measure.id, actor.person_id),
        may_withdraw=measure.is_open and _may_withdraw(actor, measure),
    )


async def _allow_voting(uow: UnitOfWork, actor: Actor, group: WorkingGroup, measure: Measure) -> None:
    if group.id not in await uow.groups.groups_of(actor.person_id):
        raise NotAllowed(act="vote-on-measure", subject=_subject(measure))
    await access.allow_member(uow, actor, group, "vote-on-measure", _subject(measure))
    _expect_open(measure, uow.now)


async def _allow_looking(uow: UnitOfWork, actor: Actor, group: WorkingGroup, act: str) -> None:
    if actor.may(Right.ACT_ON_ISSUES):
        access.allow(uow, actor, Right.ACT_ON_ISSUES, act, f"group {group.number}")
    else:
        await access.allow_insider(uow, actor, group, act)


def _expect_open(measure: Measure, now: datetime) -> None:
    if not measure.is_open or now >= measure.deadline:
        raise VoteClosed


def _may_withdraw(actor: Actor, measure: Measure) -> bool:
    return measure.proposed_by == actor.person_id or actor.may(Right.ACT_ON_ISSUES)


def _subject(measure: Measure) -> str:
    return f"measure {measure.number}"


async def _of_group(uow: UnitOfWork, measure: Measure | None) -> tuple[Measure, WorkingGroup]:
    if measure is None:
        raise NotFound
    return measure, next(group for group in await uow.groups.all() if group.id == measure.group_id)

"""Merging issues that are one, taking a merge back, and splitting what is two.

A merge moves nothing: every message and support stays with its own issue, which only points at its root. So taking a
merge back restores exactly what was, whatever was merged before or since.
"""

from collections.abc import Sequence
from dataclasses import replace

from backend.domain.actor import Actor
from backend.domain.acts import EventKind, IssueEvent, Merge, roots_of
from backend.domain.concern import Concern
from backend.domain.errors import BadInput, ChangedMeanwhile, NotFound
from backend.domain.issue import Issue
from backend.ports import UnitOfWork
from backend.services import desks
from backend.services.desks import AtDesk
from backend.services.issue_acts import record

MOST_SPLIT = 200
_OFFERED = 8


async def alike(uow: UnitOfWork, actor: Actor, number: int, issue_id: int) -> tuple[AtDesk, list[Issue]]:
    """Return the issues at this desk that could be the same as this one."""
    at = await desks.to_act(uow, actor, number, issue_id, "find-alike")
    found = await uow.issues.alike(at.issue, _OFFERED)
    return at, [issue for issue in found if replace(at, issue=issue).is_here]


async def both(uow: UnitOfWork, actor: Actor, number: int, into_id: int, from_id: int) -> tuple[AtDesk, AtDesk]:
    """Return the two issues of a merge, both of which must lie at this desk."""
    into = await desks.to_act(uow, actor, number, into_id, "merge-issues")
    return into, await desks.to_act(uow, actor, number, from_id, "merge-issues")


async def merge(uow: UnitOfWork, actor: Actor, number: int, into_id: int, from_id: int) -> AtDesk:
    """Make one issue part of another; doing it twice, or the other way round at the same moment, is once.

    Raises:
        ChangedMeanwhile: one of them was merged into a third a moment ago.

    """
    into, other = await both(uow, actor, number, into_id, from_id)
    if into.issue.id == other.issue.id:
        return into
    held = await uow.issues.locked([into.issue.id, other.issue.id])
    if len({issue.root_id for issue in held.values()}) == 1:
        return into
    if any(issue.is_merged for issue in held.values()):
        raise ChangedMeanwhile
    merged = Merge(uow.new_id(), other.issue.id, into.issue.id, into.group.id, actor.person_id, uow.now)
    uow.acts.add_merge(merged)
    for member in await uow.issues.family(other.issue.id):
        uow.issues.change(member.id, root_id=into.issue.id)
    record(uow, actor, into, EventKind.MERGED, detail=_naming(other.issue))
    return into


async def undo(uow: UnitOfWork, actor: Actor, number: int, merge_id: int) -> AtDesk:
    """Take a merge back; doing it twice is once.

    Raises:
        NotFound: there is no such merge.

    """
    found = await uow.acts.merge(merge_id)
    if found is None:
        raise NotFound
    at = await desks.to_act(uow, actor, number, found.into_id, "undo-merge")
    standing = await uow.acts.merges([found.from_id])
    family = {end for one in standing for end in (one.from_id, one.into_id)}
    held = await uow.issues.locked({*family, found.from_id, found.into_id})
    found = await uow.acts.merge(merge_id)
    if found is None or found.undone_at is not None:
        return at
    uow.acts.undo_merge(merge_id, uow.now)
    standing = [one for one in await uow.acts.merges(held) if one.id != merge_id]
    for issue_id, root_id in roots_of(held, standing).items():
        if held[issue_id].root_id != root_id:
            uow.issues.change(issue_id, root_id=root_id)
    record(uow, actor, at, EventKind.UNMERGED, detail=_naming(held[found.from_id]))
    return at


async def split(uow: UnitOfWork, actor: Actor, number: int, issue_id: int, concern_ids: Sequence[int]) -> AtDesk:
    """Make an issue of its own out of some messages of another; merging the two takes it back.

    Raises:
        BadInput: none of the messages was chosen, or all of them, so that there would be nothing to part.

    """
    at = await desks.to_act(uow, actor, number, issue_id, "split-issue")
    parent = await desks.locked(uow, at.issue.id)
    family = {issue.id for issue in await uow.issues.family(parent.id)}
    found = [await uow.concerns.by_id(concern_id) for concern_id in list(concern_ids)[:MOST_SPLIT]]
    chosen = [concern for concern in found if concern is not None and concern.issue_id in family]
    messages, _ = (await uow.issues.sizes([parent.id])).get(parent.id, (0, 0))
    if not chosen or len(chosen) >= messages:
        raise BadInput(what="messages")
    fresh = _issue_of(uow, parent, chosen)
    uow.issues.add(fresh)
    await uow.issues.move([concern.id for concern in chosen], parent.id, fresh.id)
    for concern in chosen:
        uow.following.keep_apart(concern.id, parent.id)
    if parent.title in {concern.headline or concern.redacted for concern in chosen}:
        await _retitle(uow, parent)
    record(uow, actor, at, EventKind.SPLIT, detail={"count": str(len(chosen)), "into": str(fresh.id)})
    origin = {"from": str(parent.id), "title": parent.title}
    uow.acts.add_event(
        IssueEvent(uow.new_id(), fresh.id, at.group.id, uow.now, actor.person_id, EventKind.SPLIT, origin)
    )
    return replace(at, issue=fresh)


async def _retitle(uow: UnitOfWork, parent: Issue) -> None:
    """Name the issue after what stayed in it, where its name went away with a message."""
    lines = await uow.issues.lines(parent.id, 0, MOST_SPLIT)
    stayed = await uow.concerns.by_id(lines[-1].concern_id) if lines else None
    if stayed is not None:
        title = stayed.headline or stayed.redacted
        uow.issues.change(parent.id, title=title, district=stayed.district, locality=stayed.locality)


def _issue_of(uow: UnitOfWork, parent: Issue, concerns: Sequence[Concern]) -> Issue:
    """The issue that these messages make; it stays with the group to which the old one was handed."""
    first = min(concerns, key=lambda concern: concern.id)
    placed = next((concern for concern in concerns if concern.locality), first)
    issue_id = uow.new_id()
    return Issue(
        id=issue_id,
        title=placed.headline or first.headline or first.redacted,
        topic=parent.topic,
        district=placed.district or parent.district,
        locality=placed.locality,
        created_at=uow.now,
        first_seen=min(concern.created_at for concern in concerns),
        last_seen=max(concern.created_at for concern in concerns),
        root_id=issue_id,
        group_id=parent.group_id,
    )


def _naming(issue: Issue) -> dict[str, str]:
    return {"other": str(issue.id), "title": issue.title}

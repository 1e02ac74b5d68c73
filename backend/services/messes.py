"""Messes: members link issues that feed one another, helped by what the same people report together."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from backend.domain.actor import Actor
from backend.domain.desk import homes, may_act, may_look
from backend.domain.errors import NotAllowed, NotFound
from backend.domain.groups import WorkingGroup
from backend.domain.issue import Issue
from backend.domain.mess import IssueLink, LinkKind, MessSheet, new_link
from backend.domain.proposed_link import RECENT, ProposedLink, propose
from backend.domain.rights import Right
from backend.ports import UnitOfWork
from backend.services import access

PAGE = 8
_MOST_PROPOSED = 5
_MOST_JUDGED = 20


@dataclass(frozen=True, slots=True)
class Choices:
    """What an issue may be linked with: proposals with their reasons on the first page, then the group's issues."""

    issue: Issue
    proposed: Sequence[ProposedLink]
    others: Sequence[int]
    issues: Mapping[int, Issue]
    page: int
    has_more: bool


async def sheet(uow: UnitOfWork, actor: Actor, issue_id: int) -> MessSheet:
    """Return the mess of an issue to a member of a group whose business it is, or to an admin.

    Raises:
        NotAllowed: it is none of the person's business.
        NotFound: there is no such issue.
    """
    issue = await root_of(uow, issue_id)
    group = await _allow_looking(uow, actor, issue, "see-mess")
    return await _sheet(uow, issue, group.number)


async def sheet_at(uow: UnitOfWork, issue_id: int, desk: int) -> MessSheet:
    """Return the mess of an issue as it is now, to be drawn for somebody whom `sheet` let pass before.

    Raises:
        NotFound: there is no such issue.
    """
    return await _sheet(uow, await root_of(uow, issue_id), desk)


async def choices(uow: UnitOfWork, actor: Actor, issue_id: int, page: int) -> Choices:
    """Offer issues to link with this one, to whom may link it."""
    issue = await root_of(uow, issue_id)
    group = await acting_group(uow, actor, issue, "choose-linked-issue")
    known = {issue.id} | {link.other(issue.id) for link in (await _sheet(uow, issue, group.number)).own_links}
    proposed = await _proposed(uow, issue, known) if page == 0 else []
    found = await uow.messes.issues_at(group, page * PAGE, PAGE + 1)
    others = [one for one in found[:PAGE] if one not in known | {link.issue_id for link in proposed}]
    issues = await uow.issues.by_ids({*others, *(link.issue_id for link in proposed)})
    return Choices(issue, proposed, others, issues, page, len(found) > PAGE)


async def pair(uow: UnitOfWork, actor: Actor, issue_id: int, other_id: int) -> tuple[Issue, Issue]:
    """Return two issues that somebody who may do so is about to link."""
    issue, other = await root_of(uow, issue_id), await root_of(uow, other_id)
    await acting_group(uow, actor, issue, "choose-link")
    return issue, other


async def link(uow: UnitOfWork, actor: Actor, a: int, b: int, kind: LinkKind) -> None:
    """Link two issues: the first causes or worsens the second, or both share a cause. Twice is once.

    Raises:
        BadInput: both are the same issue.
        NotAllowed: neither is at the desk of a group of which the person is a member.
    """
    first, second = await root_of(uow, a), await root_of(uow, b)
    fresh = new_link(first.id, second.id, kind, actor.person_id, uow.now)
    await _allow_either(uow, actor, first, second, "link-issues", fresh)
    uow.messes.link(fresh)


async def unlink(uow: UnitOfWork, actor: Actor, a: int, b: int, kind: LinkKind) -> None:
    """Take a link away again; one that is gone already stays gone."""
    first, second = await root_of(uow, a), await root_of(uow, b)
    gone = new_link(first.id, second.id, kind, actor.person_id, uow.now)
    await _allow_either(uow, actor, first, second, "unlink-issues", gone)
    await uow.messes.unlink(gone, uow.now)


async def root_of(uow: UnitOfWork, issue_id: int) -> Issue:
    """Return an issue, or the one into which it was merged.

    Raises:
        NotFound: there is no such issue.
    """
    found = (await uow.issues.by_ids([issue_id])).get(issue_id)
    if found is not None and found.is_merged:
        found = (await uow.issues.by_ids([found.root_id])).get(found.root_id)
    if found is None:
        raise NotFound
    return found


async def acting_group(uow: UnitOfWork, actor: Actor, issue: Issue, act: str) -> WorkingGroup:
    """Return the group in whose name the person acts on the issue, and write the act down.

    Raises:
        NotAllowed: no group of which the person is a member may act on it.
    """
    groups, seats = await uow.groups.all(), await uow.groups.groups_of(actor.person_id)
    able = [group for group in groups if group.id in seats and may_act(group, issue, groups)]
    if not able and actor.may(Right.ACT_ON_ISSUES):
        able = homes(issue, groups)
    if not able:
        raise NotAllowed(act=act, subject=f"issue {issue.id}")
    await access.allow_member(uow, actor, able[0], act, f"issue {issue.id}")
    return able[0]


async def _allow_looking(uow: UnitOfWork, actor: Actor, issue: Issue, act: str) -> WorkingGroup:
    groups, seats = await uow.groups.all(), await uow.groups.groups_of(actor.person_id)
    here = [group for group in groups if group.contact_id == actor.chat_contact_id]
    own = [group for group in groups if group.id in seats]
    near = [group for group in (*here, *own) if may_look(group, issue, groups)]
    if not near and (actor.is_admin or actor.may(Right.ACT_ON_ISSUES)):
        near = homes(issue, groups)
    if not near:
        raise NotAllowed(act=act, subject=f"issue {issue.id}")
    access.record(uow, actor, act, f"issue {issue.id}")
    return near[0]


async def _allow_either(
    uow: UnitOfWork, actor: Actor, first: Issue, second: Issue, act: str, joined: IssueLink
) -> None:
    """Let pass who may act on one of two issues; the other may be at another desk, as messes cross subjects."""
    groups, seats = await uow.groups.all(), await uow.groups.groups_of(actor.person_id)
    subject = f"{joined.a} {joined.kind} {joined.b}"
    able = [
        group for issue in (first, second) for group in groups if group.id in seats and may_act(group, issue, groups)
    ]
    if not able and actor.may(Right.ACT_ON_ISSUES):
        able = homes(first, groups)
    if not able:
        raise NotAllowed(act=act, subject=subject)
    await access.allow_member(uow, actor, able[0], act, subject)


async def _sheet(uow: UnitOfWork, issue: Issue, desk: int) -> MessSheet:
    mess = await uow.messes.of_issue(issue.id)
    issues = await uow.issues.by_ids(mess.issue_ids)
    sizes = await uow.issues.sizes(mess.issue_ids)
    return MessSheet(issue, desk, mess, issues, {issue_id: people for issue_id, (_, people) in sizes.items()})


async def _proposed(uow: UnitOfWork, issue: Issue, known: set[int]) -> list[ProposedLink]:
    since = uow.now - RECENT
    own = await uow.messes.trace(issue.id, since)
    if own is None:
        return []
    candidates = await uow.messes.candidates(own, since, _MOST_JUDGED)
    fresh = [candidate for candidate in candidates if candidate.trace.issue_id not in known]
    if not fresh:
        return []
    return propose(own, fresh, await uow.messes.population(since), _MOST_PROPOSED)

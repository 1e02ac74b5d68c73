"""Finding an issue by the code that somebody typed."""

from backend.domain.actor import Actor
from backend.domain.desk import may_act, may_look
from backend.domain.errors import NoIssueWithCode, NotAllowed
from backend.domain.groups import WorkingGroup
from backend.domain.issue import Issue
from backend.domain.issue_code import remainder_in
from backend.ports import UnitOfWork
from backend.services import desks, groups, messes
from backend.services.desks import AtDesk


async def to_open(uow: UnitOfWork, actor: Actor, typed: str) -> list[tuple[WorkingGroup, Issue]]:
    """Return the issues with this code, each with that of the person's own desks from which it is best looked at.

    Raises:
        NoIssueWithCode: there is none.
        NotAllowed: they are the business of none of these desks.

    """
    found = await _coded(uow, typed)
    own = await desks.desks_of(uow, actor, await groups.of_actor(uow, actor))
    every = await uow.groups.all()
    seen: list[tuple[WorkingGroup, Issue]] = []
    for issue in found:
        near = [group for group in own if may_look(group, issue, every)]
        near.sort(key=lambda group: not may_act(group, issue, every))
        seen += [(group, issue) for group in near[:1]]
    if not seen:
        raise NotAllowed(act="see-issue", subject=f"issue {found[0].id}")
    return seen


async def to_merge(uow: UnitOfWork, actor: Actor, number: int, into_id: int, typed: str) -> tuple[AtDesk, list[Issue]]:
    """Return the issue into which another is to be merged, and the issues with the typed code at the same desk.

    Raises:
        NoIssueWithCode: there is none.
        NotAllowed: the person may not act on the first, or the second lies at another desk.

    """
    into = await desks.to_act(uow, actor, number, into_id, "merge-issues")
    found = await _coded(uow, typed)
    here = [issue for issue in found if AtDesk(issue, into.group, into.groups).is_here]
    if not here:
        raise NotAllowed(act="merge-issues", subject=f"issue {found[0].id} group {number}")
    return into, here


async def to_link(uow: UnitOfWork, actor: Actor, issue_id: int, typed: str) -> tuple[Issue, list[Issue]]:
    """Return the issue that is to be linked, and the issues with the typed code: messes cross desks.

    Raises:
        NoIssueWithCode: there is none but the issue itself.
        NotAllowed: the person may not act on the issue.

    """
    issue = await messes.root_of(uow, issue_id)
    await messes.acting_group(uow, actor, issue, "choose-linked-issue")
    others = [other for other in await _coded(uow, typed) if other.id != issue.id]
    if not others:
        raise NoIssueWithCode
    return issue, others


async def _coded(uow: UnitOfWork, typed: str) -> list[Issue]:
    """Return the issues with a code; for those that were merged, what they became part of."""
    remainder = remainder_in(typed)
    found = [] if remainder is None else await uow.issues.coded(remainder)
    roots = await uow.issues.by_ids({issue.root_id for issue in found})
    if not roots:
        raise NoIssueWithCode
    return [roots[issue_id] for issue_id in sorted(roots)]

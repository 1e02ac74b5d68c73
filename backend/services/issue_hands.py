"""Handing an issue on: from district to organisation to headquarters, and back with a note."""

from collections.abc import Callable

from backend.domain.actor import Actor
from backend.domain.acts import EventKind
from backend.domain.desk import above, below
from backend.domain.errors import NotAllowed
from backend.domain.groups import WorkingGroup
from backend.ports import Part, UnitOfWork
from backend.services import desks, notices
from backend.services.desks import AtDesk
from backend.services.issue_acts import record

type Wording = Callable[[AtDesk], Part]


async def targets(
    uow: UnitOfWork, actor: Actor, number: int, issue_id: int, *, upwards: bool
) -> tuple[AtDesk, list[WorkingGroup]]:
    """Return to whom this group may hand the issue: upwards, or back down."""
    at = await desks.to_act(uow, actor, number, issue_id, "find-group")
    return at, await _targets(uow, at, upwards=upwards)


async def hand(
    uow: UnitOfWork,
    actor: Actor,
    number: int,
    issue_id: int,
    to_number: int,
    note: str,
    *,
    upwards: bool,
    wording: Wording,
) -> AtDesk:
    """Hand the issue to another group, tell that group, and keep the note for both; doing it twice is once.

    `note` was read for personal data; `wording` says it to the other group.

    Raises:
        NotAllowed: the other group is not one to whom this issue may go.

    """
    act = "escalate-issue" if upwards else "return-issue"
    at = await desks.to_act(uow, actor, number, issue_id, act)
    target = next((one for one in await _targets(uow, at, upwards=upwards) if one.number == to_number), None)
    if target is None:
        raise NotAllowed(act=act, subject=f"issue {at.issue.id} group {number} to {to_number}")
    issue = await desks.locked(uow, at.issue.id)
    if issue.group_id == target.id:
        return at
    uow.issues.change(issue.id, group_id=target.id)
    kind = EventKind.HANDED if upwards else EventKind.RETURNED
    record(uow, actor, at, kind, detail={"to": str(target.id)}, reason=note)
    there = AtDesk(issue, target, at.groups)
    key = f"handed:{issue.id}:{target.id}:{int(uow.now.timestamp())}"
    await notices.tell_group(uow, target, wording(there), key)
    return at


async def _targets(uow: UnitOfWork, at: AtDesk, *, upwards: bool) -> list[WorkingGroup]:
    if upwards:
        return above(at.group, at.issue, at.groups)
    came_from = await uow.acts.handed_by(at.issue.id, at.group.id)
    return below(at.group, at.issue, at.groups, came_from)

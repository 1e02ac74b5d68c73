"""Setting where an issue stands, with a reason that citizens read; and the reasons at hand."""

from dataclasses import dataclass, replace

from backend.domain.actor import Actor
from backend.domain.acts import NEEDS_REASON, EventKind, IssueEvent
from backend.domain.city import City
from backend.domain.errors import BadInput, ChangedMeanwhile
from backend.domain.issue import Issue, IssueState
from backend.ports import NoticePress, UnitOfWork
from backend.services import desks, notices
from backend.services.desks import AtDesk
from backend.services.issue_acts import record


@dataclass(frozen=True, slots=True)
class StateChange:
    """What a member means to say: the new state, why, and which state the member saw when deciding.

    `agency` names to whom citizens should turn where the matter is not the city's; `reason` was read for personal data.
    """

    state: IssueState
    was: IssueState
    reason: str = ""
    agency: str = ""


async def set_state(
    uow: UnitOfWork,
    city: City,
    press: NoticePress,
    actor: Actor,
    number: int,
    issue_id: int,
    change: StateChange,
) -> tuple[AtDesk, int]:
    """Set an issue's state and tell everybody who stands behind it; return also how many were told.

    Raises:
        BadInput: such a state needs a reason, or the name of the agency.
        ChangedMeanwhile: another member changed the state after this one looked.

    """
    at = await desks.to_act(uow, actor, number, issue_id, "set-state")
    if change.state in NEEDS_REASON and not change.reason:
        raise BadInput(what="reason")
    issue = await desks.locked(uow, at.issue.id)
    if issue.state is not change.was:
        raise ChangedMeanwhile
    detail = {"from": issue.state.value, "to": change.state.value}
    detail |= {"agency": change.agency} if change.agency else {}
    uow.issues.change(issue.id, state=change.state.value)
    record(uow, actor, at, EventKind.STATE, detail=detail, reason=change.reason, is_public=True)
    told = await notices.tell_state(uow, city, press, replace(issue, state=change.state), change.reason)
    return at, told


async def reopen(uow: UnitOfWork, issue: Issue, reason: str) -> None:
    """Set an issue back to being studied because citizens say that it is not done; nobody's act.

    `issue` carries the new state; whoever calls tells the citizens and the group.
    """
    uow.issues.change(issue.id, state=issue.state.value)
    detail = {"from": IssueState.DONE.value, "to": issue.state.value, "by": "citizens"}
    event = IssueEvent(
        id=uow.new_id(),
        issue_id=issue.id,
        group_id=None,
        at=uow.now,
        actor_id=None,
        kind=EventKind.STATE,
        detail=detail,
        reason=reason,
        is_public=True,
    )
    uow.acts.add_event(event)

"""The reasons that members have at hand, by state: editable by admins and the secretary.

A state for which nobody wrote any has the defaults that come with the product; the first change keeps them all, so
that the others do not vanish with it.
"""

from collections.abc import Sequence

from backend.domain.actor import Actor
from backend.domain.acts import ReasonTemplate
from backend.domain.errors import BadInput, NotAllowed, NotFound
from backend.domain.issue import IssueState
from backend.domain.rights import Right
from backend.ports import UnitOfWork
from backend.services import access

MOST = 8


async def of_state(uow: UnitOfWork, state: IssueState) -> list[ReasonTemplate]:
    """Return those of a state; none if nobody wrote any."""
    return await uow.reasons.of_state(state)


def allow(uow: UnitOfWork, actor: Actor, act: str) -> None:
    """Let those pass who keep the reasons: admins, and the secretary.

    Raises:
        NotAllowed: the person is neither.

    """
    if actor.may(Right.ACT_ON_ISSUES):
        access.allow(uow, actor, Right.ACT_ON_ISSUES, act, "")
    elif actor.may(Right.RUN_THE_SERVICE):
        access.allow(uow, actor, Right.RUN_THE_SERVICE, act, "")
    else:
        raise NotAllowed(act=act, subject="")


async def add(uow: UnitOfWork, actor: Actor, state: IssueState, text: str, defaults: Sequence[str]) -> None:
    """Keep one more reason; the same words twice are one.

    Raises:
        BadInput: there are no words, or so many reasons already that nobody would find one.

    """
    allow(uow, actor, "add-reason")
    kept = await _kept(uow, state, defaults)
    if not text or len(kept) >= MOST:
        raise BadInput(what="reason")
    if text not in kept:
        uow.reasons.add(ReasonTemplate(uow.new_id(), state, text))


async def change(
    uow: UnitOfWork, actor: Actor, state: IssueState, index: int, text: str, defaults: Sequence[str]
) -> None:
    """Change the words of a reason.

    Raises:
        NotFound: there is none at this place.

    """
    allow(uow, actor, "change-reason")
    await _kept(uow, state, defaults)
    uow.reasons.change((await _at(uow, state, index)).id, text)


async def remove(uow: UnitOfWork, actor: Actor, state: IssueState, index: int, defaults: Sequence[str]) -> None:
    """Remove a reason; with the last one the defaults come back.

    Raises:
        NotFound: there is none at this place.

    """
    allow(uow, actor, "remove-reason")
    await _kept(uow, state, defaults)
    uow.reasons.remove((await _at(uow, state, index)).id)


async def _kept(uow: UnitOfWork, state: IssueState, defaults: Sequence[str]) -> list[str]:
    found = await uow.reasons.of_state(state)
    if found:
        return [template.text for template in found]
    for text in defaults:
        uow.reasons.add(ReasonTemplate(uow.new_id(), state, text))
    return list(defaults)


async def _at(uow: UnitOfWork, state: IssueState, index: int) -> ReasonTemplate:
    found = await uow.reasons.of_state(state)
    if index >= len(found):
        raise NotFound
    return found[index]

"""Editing the reasons that members have at hand."""

from backend.domain.errors import NotFound
from backend.domain.issue import IssueState
from backend.services import reason_templates
from bot.handlers.issues import redacted
from bot.turn import Desk
from bot.views import reasons as views
from bot.views.view import View

STEP_ADD = "reason-add"
STEP_CHANGE = "reason-change"
_LONGEST = 500


async def begin(desk: Desk) -> None:
    """Ask for which state the reasons are to be edited."""
    desk.finish()
    reason_templates.allow(desk.uow, desk.turn.actor, "see-reasons")
    view = views.by_state(desk.turn.speaker)
    desk.toast()
    if desk.turn.event.callback_id:
        desk.edit(view)
    else:
        desk.say(view)


async def show(desk: Desk, state: str) -> None:
    """List the reasons of a state."""
    reason_templates.allow(desk.uow, desk.turn.actor, "see-reasons")
    desk.finish()
    desk.toast()
    desk.edit(await _listed(desk, _state(state)))


async def ask_new(desk: Desk, state: str) -> None:
    """Ask for the words of a new reason."""
    reason_templates.allow(desk.uow, desk.turn.actor, "add-reason")
    desk.expect(STEP_ADD, state=_state(state))
    desk.toast()
    desk.edit(views.ask_words(desk.turn.speaker, _state(state)))


async def ask_change(desk: Desk, state: str, index: int) -> None:
    """Ask for other words for a reason."""
    reason_templates.allow(desk.uow, desk.turn.actor, "change-reason")
    desk.expect(STEP_CHANGE, state=_state(state), index=str(index))
    desk.toast()
    desk.edit(views.ask_words(desk.turn.speaker, _state(state)))


async def add(desk: Desk) -> None:
    """Keep a new reason."""
    state = _state(desk.turn.data["state"])
    defaults = views.defaults(desk.turn.speaker, state)
    await reason_templates.add(desk.uow, desk.turn.actor, state, await redacted(desk, _LONGEST), defaults)
    desk.finish()
    desk.say(await _listed(desk, state))


async def change(desk: Desk) -> None:
    """Change the words of a reason."""
    state, index = _state(desk.turn.data["state"]), int(desk.turn.data["index"])
    defaults = views.defaults(desk.turn.speaker, state)
    text = await redacted(desk, _LONGEST)
    await reason_templates.change(desk.uow, desk.turn.actor, state, index, text, defaults)
    desk.finish()
    desk.say(await _listed(desk, state))


async def remove(desk: Desk, state: str, index: int) -> None:
    """Remove a reason."""
    defaults = views.defaults(desk.turn.speaker, _state(state))
    await reason_templates.remove(desk.uow, desk.turn.actor, _state(state), index, defaults)
    desk.toast()
    desk.edit(await _listed(desk, _state(state)))


async def _listed(desk: Desk, state: IssueState) -> View:
    kept = [template.text for template in await reason_templates.of_state(desk.uow, state)]
    return views.of_state(desk.turn.speaker, state, kept or views.defaults(desk.turn.speaker, state))


def _state(code: str) -> IssueState:
    if code not in set(IssueState):
        raise NotFound
    return IssueState(code)

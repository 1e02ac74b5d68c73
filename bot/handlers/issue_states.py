"""Setting an issue's state: choose it, choose or write the reason, read what citizens will read, confirm."""

from dataclasses import replace

from backend.domain.acts import NEEDS_REASON
from backend.domain.errors import NotFound
from backend.domain.issue import IssueState
from backend.services import desks, issue_states, reason_templates
from backend.services.desks import AtDesk
from backend.services.issue_states import StateChange
from bot.handlers.issues import data_at, expect_at, redacted, refresh, speaker
from bot.turn import Desk
from bot.views import card_menus as menus
from bot.views import notices
from bot.views import reasons as reason_views
from bot.views.view import View

STEP_AGENCY = "issue-agency"
STEP_REASON = "issue-reason"
_STEP_CHOOSING = "issue-state"
_LONGEST_REASON = 500
_LONGEST_AGENCY = 60


async def ask_state(desk: Desk, number: int, issue_id: int) -> None:
    """Offer the states."""
    at = await desks.to_act(desk.uow, desk.turn.actor, number, issue_id, "ask-state")
    desk.toast()
    desk.edit(menus.states(speaker(desk), at))


async def choose_state(desk: Desk, number: int, issue_id: int, state: str) -> None:
    """Take the state; ask whose task it is where it is not the city's, else for the reason."""
    if state not in set(IssueState):
        raise NotFound
    at = await desks.to_act(desk.uow, desk.turn.actor, number, issue_id, "choose-state")
    chosen = IssueState(state)
    desk.toast()
    if chosen is IssueState.NOT_OURS:
        expect_at(desk, STEP_AGENCY, at, state=chosen, was=at.issue.state)
        desk.edit(menus.agencies(speaker(desk), at, in_group=desk.turn.event.is_group))
        return
    expect_at(desk, _STEP_CHOOSING, at, state=chosen, was=at.issue.state)
    desk.edit(menus.reasons(speaker(desk), at, chosen, await _texts(desk, chosen)))


async def choose_agency(desk: Desk, number: int, issue_id: int, index: int) -> None:
    """Take the agency, ask for the reason."""
    at, data = await _under_way(desk, number, issue_id)
    if index >= len(menus.AGENCIES):
        raise NotFound
    agency = speaker(desk)(menus.AGENCIES[index])
    desk.toast()
    desk.edit(await _reasons_after(desk, at, data, agency))


async def take_agency(desk: Desk) -> None:
    """Take the typed agency, ask for the reason."""
    at, data = await _under_way(desk, *_named(desk))
    desk.say(await _reasons_after(desk, at, data, await redacted(desk, _LONGEST_AGENCY)))


async def offer_reasons(desk: Desk, number: int, issue_id: int) -> None:
    """Offer the reasons again."""
    at, data = await _under_way(desk, number, issue_id)
    state = IssueState(data["state"])
    desk.toast()
    desk.edit(menus.reasons(speaker(desk), at, state, await _texts(desk, state)))


async def choose_reason(desk: Desk, number: int, issue_id: int, index: int) -> None:
    """Take a reason at hand, show what citizens will read."""
    at, data = await _under_way(desk, number, issue_id)
    texts = await _texts(desk, IssueState(data["state"]))
    if index >= len(texts):
        raise NotFound
    desk.toast()
    desk.edit(await _preview(desk, at, data, texts[index]))


async def choose_no_reason(desk: Desk, number: int, issue_id: int) -> None:
    """Go without a reason, where that is allowed."""
    at, data = await _under_way(desk, number, issue_id)
    if IssueState(data["state"]) in NEEDS_REASON:
        raise NotFound
    desk.toast()
    desk.edit(await _preview(desk, at, data, ""))


async def ask_reason(desk: Desk, number: int, issue_id: int) -> None:
    """Ask for a reason in words."""
    at, data = await _under_way(desk, number, issue_id)
    desk.expect(STEP_REASON, **data)
    desk.toast()
    desk.edit(menus.ask_reason(speaker(desk), at, in_group=desk.turn.event.is_group))


async def take_reason(desk: Desk) -> None:
    """Take the typed reason, show what citizens will read."""
    at, data = await _under_way(desk, *_named(desk))
    desk.say(await _preview(desk, at, data, await redacted(desk, _LONGEST_REASON)))


async def confirm(desk: Desk, number: int, issue_id: int) -> None:
    """Set the state and tell citizens; pressed a second time it changes nothing."""
    say = speaker(desk)
    if "reason" not in desk.turn.data:
        at = await desks.to_look(desk.uow, desk.turn.actor, number, issue_id)
        await refresh(desk, at, desk.turn.speaker("card-already"))
        return
    data = data_at(desk, number, issue_id)
    desk.finish()
    change = StateChange(IssueState(data["state"]), IssueState(data["was"]), data["reason"], data.get("agency", ""))
    at, _ = await issue_states.set_state(
        desk.uow, desk.city, desk.service.notices, desk.turn.actor, number, issue_id, change
    )
    await refresh(desk, at, say("card-state-set"))


async def _under_way(desk: Desk, number: int, issue_id: int) -> tuple[AtDesk, dict[str, str]]:
    at = await desks.to_act(desk.uow, desk.turn.actor, number, issue_id, "choose-state")
    return at, data_at(desk, number, issue_id)


def _named(desk: Desk) -> tuple[int, int]:
    return int(desk.turn.data["group"]), int(desk.turn.data["issue"])


async def _texts(desk: Desk, state: IssueState) -> list[str]:
    """The reasons at hand for a state: those that the city wrote, else those that come with the product."""
    kept = [template.text for template in await reason_templates.of_state(desk.uow, state)]
    return kept or reason_views.defaults(speaker(desk), state)


async def _reasons_after(desk: Desk, at: AtDesk, data: dict[str, str], agency: str) -> View:
    desk.expect(_STEP_CHOOSING, **data | {"agency": agency})
    state = IssueState(data["state"])
    return menus.reasons(speaker(desk), at, state, await _texts(desk, state))


async def _preview(desk: Desk, at: AtDesk, data: dict[str, str], reason: str) -> View:
    say, agency = speaker(desk), data.get("agency", "")
    if agency:
        reason = say("card-reason-agency", agency=agency, reason=reason)
    desk.expect(_STEP_CHOOSING, **data | {"reason": reason})
    meant = replace(at.issue, state=IssueState(data["state"]))
    people = len(await desk.uow.following.followers(at.issue.id))
    return menus.preview(say, at, notices.state(say, meant, reason).text, people)

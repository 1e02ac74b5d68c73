"""Merging issues, taking a merge back, splitting one, correcting the topic."""

from backend.domain.errors import NotFound
from backend.services import desks, issue_acts, issue_cards, issue_finding, issue_merges
from backend.services.desks import AtDesk
from bot.handlers.issues import data_at, expect_at, refresh, speaker
from bot.turn import Desk
from bot.views import card_merges as views
from bot.views.view import View

STEP_MERGE = "issue-merge"
_STEP_SPLIT = "issue-split"


async def offer(desk: Desk, number: int, issue_id: int) -> None:
    """Offer the issues that could be the same, and earlier merges to take back."""
    at, alike = await issue_merges.alike(desk.uow, desk.turn.actor, number, issue_id)
    _, merged = await issue_cards.merged(desk.uow, desk.turn.actor, number, issue_id)
    expect_at(desk, STEP_MERGE, at)
    desk.toast()
    desk.edit(views.candidates(speaker(desk), at, alike, merged, in_group=desk.turn.event.is_group))


async def take_code(desk: Desk) -> None:
    """Take the code of the issue that is to become part of this one; where several have it, ask which."""
    number, issue_id = int(desk.turn.data["group"]), int(desk.turn.data["issue"])
    into, found = await issue_finding.to_merge(desk.uow, desk.turn.actor, number, issue_id, desk.turn.event.text)
    if len(found) > 1:
        desk.say(views.candidates(speaker(desk), into, found, (), in_group=desk.turn.event.is_group))
        return
    desk.finish()
    if found[0].id == into.issue.id:
        await refresh(desk, into)
    else:
        desk.say(views.confirm(speaker(desk), into, found[0]))


async def ask(desk: Desk, number: int, into_id: int, from_id: int) -> None:
    """Ask before two issues become one."""
    into, other = await issue_merges.both(desk.uow, desk.turn.actor, number, into_id, from_id)
    if into.issue.id == other.issue.id:
        await refresh(desk, into, desk.turn.speaker("card-already"))
        return
    desk.finish()
    desk.toast()
    desk.edit(views.confirm(speaker(desk), into, other.issue))


async def merge(desk: Desk, number: int, into_id: int, from_id: int) -> None:
    """Make one issue part of the other."""
    at = await issue_merges.merge(desk.uow, desk.turn.actor, number, into_id, from_id)
    await refresh(desk, at, desk.turn.speaker("merge-done"))


async def undo(desk: Desk, number: int, merge_id: int) -> None:
    """Take a merge back."""
    at = await issue_merges.undo(desk.uow, desk.turn.actor, number, merge_id)
    await refresh(desk, at, desk.turn.speaker("merge-undone"))


async def begin_split(desk: Desk, number: int, issue_id: int) -> None:
    """Offer the messages of an issue to tick."""
    at = await desks.to_act(desk.uow, desk.turn.actor, number, issue_id, "split-issue")
    expect_at(desk, _STEP_SPLIT, at, ticked="")
    desk.toast()
    desk.edit(await _lines(desk, at, frozenset(), 0))


async def turn_page(desk: Desk, number: int, issue_id: int, page: int) -> None:
    """Show other messages of the issue."""
    at = await desks.to_act(desk.uow, desk.turn.actor, number, issue_id, "split-issue")
    data_at(desk, number, issue_id)
    desk.toast()
    desk.edit(await _lines(desk, at, _ticked(desk), page))


async def tick(desk: Desk, page: int, concern_id: int) -> None:
    """Tick or untick a message."""
    if desk.turn.step != _STEP_SPLIT:
        raise NotFound
    number, issue_id = int(desk.turn.data["group"]), int(desk.turn.data["issue"])
    at = await desks.to_act(desk.uow, desk.turn.actor, number, issue_id, "split-issue")
    ticked = _ticked(desk) ^ {concern_id}
    if len(ticked) > issue_merges.MOST_SPLIT:
        raise NotFound
    desk.expect(_STEP_SPLIT, **desk.turn.data | {"ticked": ",".join(map(str, sorted(ticked)))})
    desk.toast()
    desk.edit(await _lines(desk, at, ticked, page))


async def split(desk: Desk, number: int, issue_id: int) -> None:
    """Make an issue of the ticked messages; pressed a second time it changes nothing."""
    if desk.turn.step != _STEP_SPLIT:
        at = await desks.to_look(desk.uow, desk.turn.actor, number, issue_id)
        await refresh(desk, at, desk.turn.speaker("card-already"))
        return
    data_at(desk, number, issue_id)
    at = await issue_merges.split(desk.uow, desk.turn.actor, number, issue_id, sorted(_ticked(desk)))
    desk.finish()
    await refresh(desk, at, desk.turn.speaker("split-done"))


async def offer_axes(desk: Desk, number: int, issue_id: int) -> None:
    """Offer the axes under which the right topic stands."""
    at = await desks.to_act(desk.uow, desk.turn.actor, number, issue_id, "correct-topic")
    desk.toast()
    desk.edit(views.axes(speaker(desk), desk.city, at))


async def offer_topics(desk: Desk, number: int, issue_id: int, axis: str) -> None:
    """Offer the topics of an axis."""
    if axis not in desk.city.axes:
        raise NotFound
    at = await desks.to_act(desk.uow, desk.turn.actor, number, issue_id, "correct-topic")
    desk.toast()
    desk.edit(views.topics(speaker(desk), desk.city, at, axis))


async def choose_topic(desk: Desk, number: int, issue_id: int, topic: str) -> None:
    """Set the topic; the issue may thereby come to another desk."""
    at = await issue_acts.retopic(desk.uow, desk.city, desk.turn.actor, number, issue_id, topic)
    await refresh(desk, at, desk.turn.speaker("topic-corrected"))


async def _lines(desk: Desk, at: AtDesk, ticked: frozenset[int], page: int) -> View:
    lines = await desk.uow.issues.lines(at.issue.id, page * views.SPLIT_PAGE, views.SPLIT_PAGE + 1)
    shown, has_more = lines[: views.SPLIT_PAGE], len(lines) > views.SPLIT_PAGE
    return views.lines_to_split(speaker(desk), desk.city, at, shown, ticked, page, has_more=has_more)


def _ticked(desk: Desk) -> frozenset[int]:
    return frozenset(int(one) for one in desk.turn.data.get("ticked", "").split(",") if one)

"""The moderators' queue: one at a time, decided by buttons."""

from backend.domain.errors import NotFound
from backend.domain.moderation import Decided, Ground, Verdict
from backend.services import moderators
from bot.staff_press import ChatStaffPress
from bot.turn import Desk
from bot.views import moderation as views

STEP_TEXT = "moderation-text"


async def queue(desk: Desk) -> None:
    """Show the first that waits, in a message of its own."""
    desk.finish()
    outlook = await moderators.look(desk.uow, desk.turn.actor)
    desk.toast()
    desk.say(views.queue(desk.turn.speaker, desk.city, outlook))


async def go_on(desk: Desk, after: int) -> None:
    """Put one off and show the next in its place."""
    outlook = await moderators.look(desk.uow, desk.turn.actor, after)
    desk.toast()
    desk.edit(views.queue(desk.turn.speaker, desk.city, outlook))


async def ask_publish(desk: Desk, concern_id: int) -> None:
    """Offer the grounds of publishing."""
    await _ask(desk, concern_id, Verdict.PUBLISHED)


async def ask_edit(desk: Desk, concern_id: int) -> None:
    """Offer the grounds of editing."""
    await _ask(desk, concern_id, Verdict.EDITED)


async def ask_hide(desk: Desk, concern_id: int) -> None:
    """Offer the grounds of hiding."""
    await _ask(desk, concern_id, Verdict.HIDDEN)


async def publish(desk: Desk, concern_id: int, ground: str) -> None:
    """Publish it as it is."""
    decided = await moderators.publish(desk.uow, desk.turn.actor, concern_id, _ground(ground))
    await _after(desk, decided)
    await moderators.tell_urgent(desk.uow, desk.service.notices, decided)


async def hide(desk: Desk, concern_id: int, ground: str) -> None:
    """Keep it hidden."""
    await _after(desk, await moderators.hide(desk.uow, desk.turn.actor, concern_id, _ground(ground)))


async def ask_text(desk: Desk, concern_id: int, ground: str) -> None:
    """Ask for the words in which it is to be seen."""
    concern = await moderators.one(desk.uow, desk.turn.actor, concern_id)
    desk.toast()
    desk.expect(STEP_TEXT, concern=str(concern_id), ground=_ground(ground))
    desk.say(views.ask_text(desk.turn.speaker, concern))


async def take_text(desk: Desk) -> None:
    """Publish it in the typed words, which were read like a citizen's."""
    turn = desk.turn
    desk.finish()
    concern_id, ground = int(turn.data["concern"]), _ground(turn.data["ground"])
    decided = await moderators.edit(desk.uow, turn.actor, concern_id, turn.event.text, turn.reading, ground)
    await moderators.tell_writer(desk.uow, ChatStaffPress(desk.city), decided)
    await moderators.tell_urgent(desk.uow, desk.service.notices, decided)
    outlook = await moderators.look(desk.uow, turn.actor)
    desk.say(views.queue(turn.speaker, desk.city, outlook, views.decided(turn.speaker, decided)))


async def ask_ban(desk: Desk, concern_id: int) -> None:
    """Ask before banning the writer."""
    concern = await moderators.one(desk.uow, desk.turn.actor, concern_id)
    desk.toast()
    desk.edit(views.ask_ban(desk.turn.speaker, concern))


async def ban(desk: Desk, concern_id: int) -> None:
    """Ban the writer."""
    concern = await moderators.ban(desk.uow, desk.turn.actor, concern_id)
    done = desk.turn.speaker("queue-banned", code=views.ltr(concern.code))
    outlook = await moderators.look(desk.uow, desk.turn.actor)
    desk.toast()
    desk.edit(views.queue(desk.turn.speaker, desk.city, outlook, done))


async def bans(desk: Desk) -> None:
    """List who is banned."""
    found = await moderators.bans(desk.uow, desk.turn.actor)
    desk.toast()
    desk.edit(views.bans(desk.turn.speaker, desk.city, found))


async def unban(desk: Desk, person_id: int) -> None:
    """Take a ban back."""
    await moderators.unban(desk.uow, desk.turn.actor, person_id)
    found = await moderators.bans(desk.uow, desk.turn.actor)
    desk.toast(desk.turn.speaker("unbanned"))
    desk.edit(views.bans(desk.turn.speaker, desk.city, found))


async def _ask(desk: Desk, concern_id: int, verdict: Verdict) -> None:
    concern = await moderators.one(desk.uow, desk.turn.actor, concern_id)
    desk.toast()
    desk.edit(views.ask_ground(desk.turn.speaker, concern, verdict))


async def _after(desk: Desk, decided: Decided) -> None:
    await moderators.tell_writer(desk.uow, ChatStaffPress(desk.city), decided)
    outlook = await moderators.look(desk.uow, desk.turn.actor)
    desk.toast()
    desk.edit(views.queue(desk.turn.speaker, desk.city, outlook, views.decided(desk.turn.speaker, decided)))


def _ground(code: str) -> Ground:
    if code not in set(Ground):
        raise NotFound
    return Ground(code)

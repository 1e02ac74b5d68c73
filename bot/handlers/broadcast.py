"""One message to many: whom, what, a look before, progress after."""

from backend.domain.audience import Audience, AudienceKind
from backend.domain.broadcast import Broadcast, Tally
from backend.domain.errors import NotFound
from backend.domain.quiet import after_quiet
from backend.services import broadcasts
from bot.turn import Desk
from bot.views import broadcast as views

STEP_TEXT = "broadcast-text"
STEP_CONFIRM = "broadcast-confirm"


async def begin(desk: Desk) -> None:
    """Ask for whom."""
    desk.finish()
    await broadcasts.begin(desk.uow, desk.turn.actor)
    view = views.ask_audience(desk.turn.speaker)
    if desk.turn.event.button:
        desk.toast()
        desk.edit(view)
    else:
        desk.say(view)


async def choose_kind(desk: Desk, kind: str) -> None:
    """Take the kind; ask which of it, or for the text where there is only one."""
    await broadcasts.begin(desk.uow, desk.turn.actor)
    chosen = _kind(kind)
    if chosen is AudienceKind.EVERYBODY:
        await choose(desk, kind, "")
        return
    desk.toast()
    groups = await desk.uow.groups.all() if chosen is AudienceKind.GROUP else []
    desk.edit(views.ask_which(desk.turn.speaker, desk.city, chosen, groups))


async def choose(desk: Desk, kind: str, value: str) -> None:
    """Take the audience, ask for the text."""
    await broadcasts.begin(desk.uow, desk.turn.actor)
    desk.toast()
    desk.expect(STEP_TEXT, kind=_kind(kind), value=value)
    desk.edit(views.ask_text(desk.turn.speaker))


async def take_text(desk: Desk) -> None:
    """Take the text, show it as people will see it, and ask."""
    turn = desk.turn
    data, text = turn.data, turn.event.text
    audience = Audience(_kind(data["kind"]), data["value"])
    people = await broadcasts.preview(desk.uow, desk.city, turn.actor, audience, text)
    broadcast_id = desk.uow.new_id()
    desk.expect(STEP_CONFIRM, **data, text=text, id=str(broadcast_id))
    desk.say(views.announce_preview(turn.speaker))
    desk.say(views.letter(text))
    words = views.audience_words(turn.speaker, desk.city, audience, await desk.uow.groups.all())
    desk.say(views.ask_confirm(turn.speaker, words, people, broadcast_id))


async def send(desk: Desk, broadcast_id: int) -> None:
    """Begin to send; the message with the button becomes the one that shows how far it is."""
    turn = desk.turn
    if turn.step != STEP_CONFIRM or turn.data["id"] != str(broadcast_id):
        await show(desk, broadcast_id)
        return
    audience = Audience(_kind(turn.data["kind"]), turn.data["value"])
    broadcast = await broadcasts.confirm(
        desk.uow, desk.city, turn.actor, broadcast_id, audience, turn.data["text"], turn.event.message_id
    )
    desk.finish()
    desk.toast()
    await _progress(desk, broadcast, Tally(waiting=broadcast.total))


async def discard(desk: Desk) -> None:
    """Send nothing."""
    await broadcasts.begin(desk.uow, desk.turn.actor)
    desk.finish()
    desk.toast()
    desk.edit(views.discarded(desk.turn.speaker))


async def stop(desk: Desk, broadcast_id: int) -> None:
    """Take back what was not sent yet."""
    broadcast, tally = await broadcasts.stop(desk.uow, desk.turn.actor, broadcast_id)
    desk.toast()
    await _progress(desk, broadcast, tally)


async def show(desk: Desk, broadcast_id: int) -> None:
    """Show how far it is."""
    broadcast, tally = await broadcasts.show(desk.uow, desk.turn.actor, broadcast_id)
    desk.toast()
    await _progress(desk, broadcast, tally)


async def _progress(desk: Desk, broadcast: Broadcast, tally: Tally) -> None:
    is_quiet = tally.waiting > 0 and after_quiet(desk.uow.now, desk.city.zone) != desk.uow.now
    groups = await desk.uow.groups.all()
    desk.edit(views.progress(desk.turn.speaker, desk.city, broadcast, tally, groups, is_quiet=is_quiet))


def _kind(code: str) -> AudienceKind:
    if code not in set(AudienceKind) - {AudienceKind.PEOPLE}:
        raise NotFound
    return AudienceKind(code)

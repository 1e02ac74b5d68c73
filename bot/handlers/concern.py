"""A citizen's message becomes a concern; its topic is confirmed or corrected; it is edited or erased."""

from backend.domain.errors import NotFound
from backend.services import concerns
from bot.handlers.following import STEP_CODE
from bot.turn import Desk
from bot.views import concern as views
from bot.views.view import View


async def take(desk: Desk) -> None:
    """Keep a plain text and answer with its tracking code; words where a code was asked for end that question."""
    turn = desk.turn
    if turn.step == STEP_CODE:
        desk.finish()
    concern = concerns.take(
        desk.uow, turn.person, turn.raw, turn.event.text, turn.reading, turn.event.message_id, turn.standing
    )
    desk.say(views.taken(turn.speaker, desk.city, concern, is_first=turn.is_new))


async def edit(desk: Desk) -> None:
    """Follow an edit of the message within the hour; an edit of something else is passed over."""
    turn = desk.turn
    try:
        concern = await concerns.edit(
            desk.uow, turn.person, turn.event.message_id, turn.raw, turn.event.text, turn.reading
        )
    except NotFound:
        return
    desk.say(views.edited(turn.speaker, desk.city, concern))


async def confirm(desk: Desk, concern_id: int) -> None:
    """Note that the topic is right."""
    concern = await concerns.confirm_topic(desk.uow, desk.turn.person, concern_id)
    desk.toast(desk.turn.speaker("concern-confirmed"))
    desk.edit(views.confirmed(desk.turn.speaker, desk.city, concern))


async def offer_likeliest(desk: Desk, concern_id: int) -> None:
    """Offer the five likeliest topics."""
    concern = await concerns.own(desk.uow, desk.turn.person, concern_id)
    desk.toast()
    desk.edit(views.likeliest_topics(desk.turn.speaker, desk.city, concern))


async def offer_axes(desk: Desk, concern_id: int) -> None:
    """Offer all topics, by axis."""
    concern = await concerns.own(desk.uow, desk.turn.person, concern_id)
    desk.toast()
    desk.edit(views.axes(desk.turn.speaker, desk.city, concern))


async def offer_topics(desk: Desk, concern_id: int, axis: str) -> None:
    """Offer the topics of one axis."""
    if axis not in desk.city.axes:
        raise NotFound
    concern = await concerns.own(desk.uow, desk.turn.person, concern_id)
    desk.toast()
    desk.edit(views.topics_of_axis(desk.turn.speaker, desk.city, concern, axis))


async def choose(desk: Desk, concern_id: int, topic: str) -> None:
    """Set the topic that the writer chose."""
    if topic not in desk.city.topics:
        raise NotFound
    signer = desk.service.signer
    concern = await concerns.choose_topic(desk.uow, signer, desk.turn.person, concern_id, topic)
    desk.toast()
    desk.edit(views.rechosen(desk.turn.speaker, desk.city, concern))


async def show(desk: Desk, concern_id: int) -> None:
    """Go back to the concern as it was answered."""
    concern = await concerns.own(desk.uow, desk.turn.person, concern_id)
    desk.toast()
    desk.edit(views.shown_again(desk.turn.speaker, desk.city, concern))


async def ask_delete(desk: Desk, concern_id: int) -> None:
    """Ask before erasing."""
    concern = await concerns.own(desk.uow, desk.turn.person, concern_id)
    desk.toast()
    desk.edit(views.ask_delete(desk.turn.speaker, concern))


async def erase(desk: Desk, concern_id: int) -> None:
    """Erase the words."""
    concern = await concerns.delete(desk.uow, desk.turn.person, concern_id)
    desk.toast()
    desk.edit(views.deleted(desk.turn.speaker, concern))


async def wants_words(desk: Desk) -> None:
    """Ask for words where only a file came."""
    desk.say(View(desk.turn.speaker("concern-file-only")))

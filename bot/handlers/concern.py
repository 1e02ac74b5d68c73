"""A citizen's message becomes a concern; its topic is confirmed or corrected; it is edited or erased."""

from dataclasses import replace

from backend.domain.concern import Concern
from backend.domain.errors import NotFound
from backend.domain.parts import JOINS_WITHIN, OpenConcern, is_matter
from backend.domain.place import ChosenPlace
from backend.domain.said import Said
from backend.services import anonymous, concerns, joining, places
from bot.handlers import telling
from bot.handlers.telling import STEP_ANONYMOUS, STEP_ANONYMOUS_ALBUM
from bot.turn import Desk
from bot.views import concern as views
from bot.views import intake
from bot.views.view import View

# More words than these name no place but tell a story.
_MOST_WORDS_OF_A_PLACE = 10


async def take(desk: Desk) -> None:
    """Keep what was said and answer with its tracking code; words where a code was asked for end that question.

    It becomes part of the concern before it where it belongs to that, else a concern of its own.
    """
    turn = desk.turn
    said = telling.said_by(turn)
    if turn.step == STEP_ANONYMOUS:
        await _take_anonymously(desk, said)
    elif turn.step == STEP_ANONYMOUS_ALBUM and said.album and said.album == turn.data["album"]:
        # The rest of an album of which the first picture was taken without a name: it must not be taken with one.
        return
    elif not await _go_on(desk, said):
        await _begin(desk, said)


async def take_file(desk: Desk) -> None:
    """Keep a file, or a point on the map; ask for something else where it was neither."""
    event = desk.turn.event
    if event.enclosed is not None:
        await take(desk)
    elif event.point is not None:
        await _take_pin(desk)
    else:
        desk.say(View(desk.turn.speaker("concern-file-only")))


async def edit(desk: Desk) -> None:
    """Follow an edit of the message within the hour; an edit of something else is passed over."""
    turn, service = desk.turn, desk.service
    said = telling.said_by(turn)
    try:
        concern = await joining.edit(desk.uow, service.reader, service.signer, desk.city, turn.person, said)
    except NotFound:
        return
    desk.say(views.edited(turn.speaker, desk.city, concern))
    await telling.warn(desk, concern)


async def _begin(desk: Desk, said: Said) -> None:
    turn, before = desk.turn, telling.open_concern(desk.turn)
    said = replace(said, point=said.point or telling.kept_pin(turn))
    concern = concerns.take(desk.uow, desk.city, turn.person, said, turn.standing)
    files = 1 if said.enclosed else 0
    has_words, has_matter = bool(said.text), not said.text or is_matter(concern.topic)
    to = OpenConcern(concern.id, concern.code, said.at, has_words, said.album, files, has_matter=has_matter)
    telling.keep_open(desk, to)
    if not said.text and said.enclosed is not None:
        desk.say(intake.unheard(turn.speaker, concern, said.enclosed, is_first=turn.is_new))
        return
    is_near = before is not None and said.at - before.at <= JOINS_WITHIN
    after = before.concern_id if before is not None and is_near else None
    view = views.taken(turn.speaker, desk.city, concern, is_first=turn.is_new, after=after)
    lines = intake.reservations(turn.speaker, said.enclosed)
    desk.say(replace(view, text="\n".join([view.text, *lines])))
    await telling.warn(desk, concern)


async def _go_on(desk: Desk, said: Said) -> bool:
    """Take a message as part of the concern before it; say whether it is one."""
    turn, to = desk.turn, telling.open_concern(desk.turn)
    if to is None:
        return False
    if telling.is_place_awaited(turn, to) and _names_a_place(said):
        await _put_place(desk, to, said)
        return True
    service = desk.service
    added = await joining.add(desk.uow, service.reader, service.signer, desk.city, turn.person, to, said)
    if added is None:
        return False
    concern, part = added
    is_quiet = bool(said.album) and said.album == to.album and not said.text
    files = to.files + (1 if said.enclosed else 0)
    telling.keep_open(
        desk,
        replace(to, at=said.at, has_words=to.has_words or bool(said.text), album=said.album or to.album, files=files),
    )
    if not is_quiet:
        part_id = part.id if said.text and to.has_words else None
        desk.say(intake.added(turn.speaker, desk.city, concern, said, part_id))
    await telling.warn(desk, concern)
    return True


async def _take_pin(desk: Desk) -> None:
    """Put a pin on the concern that is being told, or keep it until one is."""
    turn, to = desk.turn, telling.open_concern(desk.turn)
    said = telling.said_by(turn)
    if said.point is None:
        return
    if to is not None and (telling.is_place_awaited(turn, to) or said.at - to.at <= JOINS_WITHIN):
        await _put_place(desk, to, said)
        return
    telling.keep_pin(desk, said.point, said.at)
    answer = View(turn.speaker("intake-point-kept"))
    if turn.step == STEP_ANONYMOUS:
        desk.whisper(answer)
    else:
        desk.say(answer)


async def _put_place(desk: Desk, to: OpenConcern, said: Said) -> None:
    turn, service = desk.turn, desk.service
    concern = await concerns.own(desk.uow, turn.person, to.concern_id)
    concern = await _placed(desk, concern, said)
    telling.keep_open(desk, replace(to, at=said.at, wants_place=False))
    desk.say(intake.placed(turn.speaker, service.city, concern, is_point=said.point is not None))


async def _placed(desk: Desk, concern: Concern, said: Said) -> Concern:
    service = desk.service
    if said.point is not None:
        return await places.pin(desk.uow, service.reader, service.signer, desk.city, concern, said.point)
    place = ChosenPlace(said.reading.district or concern.district, said.reading.locality)
    return await places.choose(desk.uow, service.reader, service.signer, desk.city, concern, place)


async def _take_anonymously(desk: Desk, said: Said) -> None:
    turn = desk.turn
    said = replace(said, point=said.point or telling.kept_pin(turn))
    concern = anonymous.take(desk.uow, desk.city, said, turn.standing)
    if said.album:
        desk.expect(STEP_ANONYMOUS_ALBUM, album=said.album)
    else:
        desk.finish()
    desk.whisper(intake.anonymous(turn.speaker, concern, is_album=bool(said.album)))
    await telling.warn(desk, concern)


def _names_a_place(said: Said) -> bool:
    reading = said.reading
    is_short = 0 < len(said.text.split()) <= _MOST_WORDS_OF_A_PLACE
    return is_short and (reading.locality is not None or reading.district is not None)


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
    to = telling.open_concern(desk.turn)
    if to is not None and to.concern_id == concern_id:
        desk.finish()
    desk.toast()
    desk.edit(views.deleted(desk.turn.speaker, concern))

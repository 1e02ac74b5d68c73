"""Where a concern is, what belongs to it, and messages without a name."""

from dataclasses import replace

from backend.domain.errors import NotFound
from backend.domain.parts import OpenConcern
from backend.domain.place import ChosenPlace
from backend.services import concerns, joining, places
from bot.handlers import telling
from bot.handlers.telling import STEP_ANONYMOUS
from bot.turn import Desk
from bot.views import concern as concern_views
from bot.views import intake as views
from bot.views.view import View


async def ask_place(desk: Desk, concern_id: int) -> None:
    """Ask where the matter is; a pin or the name of a street that comes next answers it."""
    turn = desk.turn
    concern = await concerns.own(desk.uow, turn.person, concern_id)
    to = telling.open_concern(turn)
    if to is None or to.concern_id != concern_id:
        to = OpenConcern(concern.id, concern.code, concern.created_at, bool(concern.text))
    telling.keep_open(desk, replace(to, at=turn.raw.received_at, wants_place=True))
    desk.toast()
    desk.edit(views.ask_place(turn.speaker, desk.city, concern))


async def show(desk: Desk, concern_id: int) -> None:
    """Go back from the question for the place, which waits for no answer any more."""
    turn, to = desk.turn, telling.open_concern(desk.turn)
    concern = await concerns.own(desk.uow, turn.person, concern_id)
    if to is not None and to.concern_id == concern_id:
        telling.keep_open(desk, replace(to, wants_place=False))
    desk.toast()
    desk.edit(concern_views.shown_again(turn.speaker, desk.city, concern))


async def choose_district(desk: Desk, concern_id: int, district: str) -> None:
    """Note the district, then offer its neighbourhoods."""
    names = desk.city.neighbourhoods.get(district, ())
    if not names:
        await choose_neighbourhood(desk, concern_id, district, 0)
        return
    concern = await concerns.own(desk.uow, desk.turn.person, concern_id)
    if district not in desk.city.districts:
        raise NotFound
    desk.toast()
    desk.edit(views.ask_neighbourhood(desk.turn.speaker, desk.city, concern, district))


async def choose_neighbourhood(desk: Desk, concern_id: int, district: str, index: int) -> None:
    """Note the neighbourhood, or the district alone."""
    turn, service = desk.turn, desk.service
    names = desk.city.neighbourhoods.get(district, ())
    if index > len(names):
        raise NotFound
    place = ChosenPlace(district, names[index] if index < len(names) else None)
    concern = await concerns.own(desk.uow, turn.person, concern_id)
    concern = await places.choose(desk.uow, service.reader, service.signer, desk.city, concern, place)
    if (to := telling.open_concern(turn)) is not None and to.concern_id == concern_id:
        telling.keep_open(desk, replace(to, wants_place=False))
    desk.toast(turn.speaker("intake-place-noted"))
    desk.edit(views.placed(turn.speaker, desk.city, concern, is_point=False))


async def finish(desk: Desk, concern_id: int) -> None:
    """End the telling: what is said next is a concern of its own."""
    turn, to = desk.turn, telling.open_concern(desk.turn)
    concern = await concerns.own(desk.uow, turn.person, concern_id)
    if to is not None and to.concern_id == concern_id:
        desk.finish()
    desk.toast()
    desk.edit(views.done(turn.speaker, desk.city, concern))


async def join(desk: Desk, later_id: int, earlier_id: int) -> None:
    """Make a concern part of the one before it."""
    turn, service = desk.turn, desk.service
    concern = await joining.join(desk.uow, service.reader, service.signer, desk.city, turn.person, later_id, earlier_id)
    telling.keep_open(desk, OpenConcern(concern.id, concern.code, turn.raw.received_at, bool(concern.text)))
    desk.toast()
    desk.edit(views.joined(turn.speaker, desk.city, concern))
    await telling.warn(desk, concern)


async def part(desk: Desk, concern_id: int, part_id: int) -> None:
    """Make a message that was added to a concern a concern of its own."""
    turn, service = desk.turn, desk.service
    concern = await joining.part_from(
        desk.uow, service.reader, service.signer, desk.city, turn.person, concern_id, part_id
    )
    telling.keep_open(desk, OpenConcern(concern.id, concern.code, turn.raw.received_at, has_words=True))
    desk.toast()
    desk.edit(views.parted(turn.speaker, desk.city, concern))
    await telling.warn(desk, concern)


async def begin_anonymous(desk: Desk) -> None:
    """Take the next message without a name. Not even this answer leaves a row that could be laid beside it."""
    turn = desk.turn
    desk.toast()
    if turn.event.is_group:
        return
    desk.expect(STEP_ANONYMOUS)
    desk.whisper(views.ask_anonymous(turn.speaker))


async def end_anonymous(desk: Desk) -> None:
    """Take the next message as usual after all."""
    if desk.turn.step == STEP_ANONYMOUS:
        desk.finish()
    desk.toast()
    desk.edit(View(desk.turn.speaker("anonymous-cancelled")))

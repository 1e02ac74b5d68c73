"""The concern that somebody is still telling, as the dialogue remembers it from message to message."""

from datetime import UTC, datetime

from backend.domain.concern import EDIT_WINDOW, Concern
from backend.domain.parts import WORDS_WITHIN, OpenConcern
from backend.domain.place import Point
from backend.domain.said import Said
from backend.services import notices
from bot.handlers.following import STEP_CODE
from bot.turn import Desk, Turn
from bot.views.concern import URGENT

STEP_OPEN = "open-concern"
STEP_PIN = "pin"
STEP_ANONYMOUS = "anonymous"
STEP_ANONYMOUS_ALBUM = "anonymous-album"
# The steps that a concern may end; at any other one a dialogue goes on, with its question still open.
_OWN_STEPS = frozenset({"", STEP_OPEN, STEP_PIN, STEP_ANONYMOUS, STEP_ANONYMOUS_ALBUM, STEP_CODE})


def said_by(turn: Turn) -> Said:
    """Return what the message of a turn says."""
    event = turn.event
    return Said(
        at=turn.raw.received_at,
        message_id=event.message_id,
        text=event.text,
        reading=turn.reading,
        enclosed=event.enclosed,
        point=event.point,
        album=event.album,
    )


def open_concern(turn: Turn) -> OpenConcern | None:
    """Return the concern that the person is still telling, if there is one."""
    return OpenConcern.from_data(turn.data) if turn.step == STEP_OPEN else None


def keep_open(desk: Desk, to: OpenConcern) -> None:
    """Remember the concern, unless another dialogue waits for an answer."""
    if desk.turn.step in _OWN_STEPS:
        desk.expect(STEP_OPEN, **to.as_data())


def keep_pin(desk: Desk, point: Point, at: datetime) -> None:
    """Remember a point on the map until somebody says what is there; without a name, it stays without one."""
    held = {"latitude": str(point.latitude), "longitude": str(point.longitude), "pinned": str(at.timestamp())}
    if desk.turn.step == STEP_ANONYMOUS:
        desk.expect(STEP_ANONYMOUS, **held)
    elif desk.turn.step in _OWN_STEPS:
        desk.expect(STEP_PIN, **held)


def kept_pin(turn: Turn) -> Point | None:
    """Return the point that the person sent a moment ago, if they did."""
    if turn.step not in {STEP_PIN, STEP_ANONYMOUS} or "pinned" not in turn.data:
        return None
    pinned = datetime.fromtimestamp(float(turn.data["pinned"]), UTC)
    if turn.raw.received_at - pinned > WORDS_WITHIN:
        return None
    return Point(float(turn.data["latitude"]), float(turn.data["longitude"]))


def is_place_awaited(turn: Turn, to: OpenConcern) -> bool:
    """Say whether the person was asked where the matter is, and not too long ago."""
    return to.wants_place and turn.raw.received_at - to.at <= EDIT_WINDOW


async def warn(desk: Desk, concern: Concern) -> None:
    """Tell the groups of danger at once; telling them twice of the same is harmless."""
    if concern.urgency == URGENT:
        await notices.tell_urgent(desk.uow, desk.service.notices, concern)

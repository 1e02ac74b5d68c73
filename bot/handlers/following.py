"""Looking after one's concerns."""

from backend.services import concerns
from bot.turn import Desk
from bot.views import following as views

STEP_CODE = "track-code"


async def mine(desk: Desk) -> None:
    """List the person's own concerns; in a group it is passed over, since it is nobody else's business."""
    if desk.turn.event.is_group:
        return
    desk.finish()
    standings = await concerns.mine(desk.uow, desk.turn.person)
    desk.say(views.mine(desk.turn.speaker, desk.city, standings))


async def track(desk: Desk) -> None:
    """Show where a concern stands, by the code after the command; without one, ask for it."""
    if desk.turn.event.argument:
        await _show(desk, desk.turn.event.argument)
    else:
        await ask_code(desk)


async def ask_code(desk: Desk) -> None:
    """Ask for a tracking code."""
    desk.expect(STEP_CODE)
    desk.say(views.ask_code(desk.turn.speaker))


async def track_typed(desk: Desk) -> None:
    """Show where the concern with the typed code stands."""
    desk.finish()
    await _show(desk, desk.turn.event.text)


async def _show(desk: Desk, code: str) -> None:
    standing = await concerns.track(desk.uow, code)
    desk.say(views.tracked(desk.turn.speaker, desk.city, standing))

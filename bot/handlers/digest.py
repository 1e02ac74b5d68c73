"""The issue list in the chat, on demand."""

from backend.domain.errand import ErrandKind
from backend.domain.groups import WorkingGroup
from backend.services import digests, groups
from bot.turn import Desk
from bot.views import digest as views
from bot.views.view import View


async def show(desk: Desk) -> None:
    """Show the list of the chat's or the person's group; with several, ask which."""
    desk.finish()
    found = await groups.of_actor(desk.uow, desk.turn.actor)
    if not found:
        desk.say(View(desk.turn.speaker("digest-none")))
    elif len(found) == 1:
        await _show(desk, found[0])
    else:
        desk.say(views.ask_which(desk.turn.speaker, found))


async def show_pressed(desk: Desk, number: int) -> None:
    """Show the list of the group whose button was pressed."""
    group = await groups.by_number(desk.uow, number)
    desk.toast()
    await _show(desk, group)


async def explain(desk: Desk, number: int, digest_id: int) -> None:
    """Explain the order of a list."""
    digest = await digests.explained(desk.uow, desk.turn.actor, number, digest_id)
    desk.toast()
    if digest is None:
        desk.errand(ErrandKind.ORDER, group=str(number), language=desk.turn.speaker.language)
    else:
        desk.say(views.explained(desk.turn.speaker, digest))


async def _show(desk: Desk, group: WorkingGroup) -> None:
    await digests.allow_seeing(desk.uow, desk.turn.actor, group)
    desk.errand(ErrandKind.DIGEST, group=str(group.number))

"""The issue list in the chat, on demand."""

from backend.domain.groups import WorkingGroup
from backend.domain.outgoing import Priority
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
    digest = await digests.explained(desk.uow, desk.city, desk.turn.actor, number, digest_id)
    desk.toast()
    desk.say(views.explained(desk.turn.speaker, digest))


async def _show(desk: Desk, group: WorkingGroup) -> None:
    digest = await digests.show(desk.uow, desk.city, desk.turn.actor, group)
    parts = await desk.service.press.parts(digest, group, is_live=True)
    digests.queue(desk.uow, parts, desk.turn.chat, desk.next_key(), Priority.ANSWER)

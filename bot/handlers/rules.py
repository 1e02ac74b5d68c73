"""How a group decides on measures: members see it, admins set it."""

from dataclasses import replace

from backend.domain.errors import NotFound
from backend.domain.measure import Majority, Rules
from backend.services import measures
from bot.handlers.issues import speaker
from bot.turn import Desk
from bot.views import rules as views


async def show(desk: Desk) -> None:
    """Show the rules of the chat's or the person's group; with several, ask which."""
    desk.finish()
    desk.toast()
    found = await measures.groups_here(desk.uow, desk.turn.actor)
    if len(found) != 1:
        desk.say(views.ask_which(speaker(desk), found))
        return
    group, held = await measures.rules(desk.uow, desk.turn.actor, found[0].number)
    desk.say(views.shown(speaker(desk), group, held, may_change=desk.turn.actor.is_admin))


async def show_pressed(desk: Desk, number: int) -> None:
    """Show the rules of the group whose button was pressed."""
    group, held = await measures.rules(desk.uow, desk.turn.actor, number)
    desk.toast()
    desk.edit(views.shown(speaker(desk), group, held, may_change=desk.turn.actor.is_admin))


async def set_quorum(desk: Desk, number: int, percent: int) -> None:
    """Change how many must take part."""
    if percent not in views.QUORUMS:
        raise NotFound
    await _set(desk, number, quorum=percent)


async def set_majority(desk: Desk, number: int, majority: str) -> None:
    """Change what carries a measure."""
    if majority not in set(Majority):
        raise NotFound
    await _set(desk, number, majority=Majority(majority))


async def set_days(desk: Desk, number: int, days: int) -> None:
    """Change how long a vote takes."""
    if days not in views.DAYS:
        raise NotFound
    await _set(desk, number, days=days)


async def _set(desk: Desk, number: int, **changes: int | Majority) -> None:
    group, held = await measures.rules(desk.uow, desk.turn.actor, number)
    fresh: Rules = replace(held, **changes)  # type: ignore[arg-type]
    await measures.set_rules(desk.uow, desk.turn.actor, number, fresh)
    desk.toast(desk.turn.speaker("rules-set"))
    desk.edit(views.shown(speaker(desk), group, fresh, may_change=True))

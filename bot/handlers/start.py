"""Greeting, help, and what a person may tell of themselves."""

from backend.domain.errors import NotFound
from backend.domain.people import StakeholderGroup
from backend.services import following, groups, people, roles
from backend.services.survey_making import LINK_PREFIX
from bot.handlers import answering
from bot.texts.speaker import Speaker
from bot.turn import Desk
from bot.views import group as group_views
from bot.views import person as views
from bot.views import roles as role_views
from bot.views.view import View


async def greet(desk: Desk) -> None:
    """Greet; with a deep link's payload, accept the invite that it carries."""
    turn = desk.turn
    desk.finish()
    if turn.person.muted:
        following.mute(desk.uow, turn.person, muted=False)
        desk.say(View(turn.speaker("news-unmuted")))
    if turn.event.argument.startswith(LINK_PREFIX):
        await answering.open_link(desk, turn.event.argument)
        return
    if turn.event.argument:
        await _accept_invite(desk)
        return
    desk.say(views.welcome(turn.speaker, desk.city, await menu(desk)))
    if turn.person.stakeholder_group is None:
        desk.say(views.ask_stakeholder_group(turn.speaker))


async def explain(desk: Desk) -> None:
    """Explain the bot."""
    desk.say(views.helped(desk.turn.speaker, await menu(desk)))


async def invite_to_write(desk: Desk) -> None:
    """Ask for a message; any plain text is one anyway."""
    desk.finish()
    desk.say(View(desk.turn.speaker("invite-to-write")))


async def introduce(desk: Desk) -> None:
    """Begin with the questions about the person, on their wish."""
    desk.toast()
    desk.say(views.ask_stakeholder_group(desk.turn.speaker))


async def note_stakeholder_group(desk: Desk, chosen: str) -> None:
    """Note the stakeholder group, and ask for the district in the same message."""
    if chosen not in {views.SKIP, *StakeholderGroup}:
        raise NotFound
    group = None if chosen == views.SKIP else StakeholderGroup(chosen)
    people.join_stakeholder_group(desk.uow, desk.turn.person, group)
    desk.toast(desk.turn.speaker("profile-noted") if group else "")
    desk.edit(views.ask_district(desk.turn.speaker, desk.city))


async def note_district(desk: Desk, chosen: str) -> None:
    """Note the district, and invite to write."""
    people.live_in(desk.uow, desk.city, desk.turn.person, None if chosen == views.SKIP else chosen)
    desk.toast(desk.turn.speaker("profile-noted") if chosen != views.SKIP else "")
    desk.edit(views.profile_done(desk.turn.speaker))


async def stopped(desk: Desk) -> None:
    """Note that a person stopped the bot, or that it was put out of a group."""
    desk.uow.people.set_contact_active(desk.turn.chat.id, active=False)


async def menu(desk: Desk, say: Speaker | None = None, *, has_role: bool = False) -> tuple[tuple[str, ...], ...]:
    """Return the menu by what the person may do, in the language that is spoken or comes now."""
    is_member = bool(await desk.uow.groups.groups_of(desk.turn.person.id))
    has_role = has_role or bool(desk.turn.roles)
    return views.menu(say or desk.turn.speaker, is_member=is_member, has_role=has_role)


async def _accept_invite(desk: Desk) -> None:
    turn = desk.turn
    role = await roles.accept(desk.uow, turn.actor, turn.person, turn.event.argument)
    if role is not None:
        desk.say(role_views.taken(turn.speaker, role, await menu(desk, has_role=True)))
        return
    group = await groups.join(desk.uow, turn.actor, turn.person, turn.event.argument)
    desk.say(group_views.joined(turn.speaker, group, await menu(desk)))

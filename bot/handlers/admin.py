"""What those who run the service do by buttons: roles and seats, statistics, the audit log."""

from backend.domain.errand import ErrandKind
from backend.domain.errors import NotFound
from backend.domain.invites import INVITE_LIFE
from backend.domain.rights import Right
from backend.services import access, groups, roles, statistics
from bot.turn import Desk
from bot.views import admin as views
from bot.views import audit as audit_views
from bot.views import roles as role_views
from bot.views.view import View

_MOST_PAGES = 10_000


async def menu(desk: Desk) -> None:
    """Open the menu of what the person may do; who may do nothing is refused."""
    desk.finish()
    access.allow_staff(desk.uow, desk.turn.actor, "manage")
    may_moderate = desk.turn.actor.may(Right.MODERATE)
    waiting = await desk.uow.moderation.waiting() if may_moderate else 0
    _show(desk, views.menu(desk.turn.speaker, desk.city, desk.turn.actor, waiting))


async def list_roles(desk: Desk) -> None:
    """List the roles with their rights."""
    held = await roles.held(desk.uow, desk.turn.actor)
    _show(desk, role_views.listed(desk.turn.speaker, held))


async def open_role(desk: Desk, role: str) -> None:
    """List the holders of a role."""
    chosen = roles.role_named(role)
    holders = await roles.holders(desk.uow, desk.turn.actor, chosen)
    _show(desk, role_views.held(desk.turn.speaker, desk.city, chosen, holders, desk.turn.person.id))


async def invite(desk: Desk, role: str) -> None:
    """Make a one-time invite to a role."""
    chosen = roles.role_named(role)
    token = roles.invite(desk.uow, desk.turn.actor, chosen)
    link = f"https://t.me/{desk.service.identity.username}?start={token}"
    desk.toast()
    desk.say(role_views.invited(desk.turn.speaker, desk.city, chosen, link, desk.uow.now + INVITE_LIFE))


async def ask_dismiss(desk: Desk, role: str, person_id: int) -> None:
    """Ask before taking a role away."""
    chosen = roles.role_named(role)
    await roles.holders(desk.uow, desk.turn.actor, chosen)
    _show(desk, role_views.ask_dismiss(desk.turn.speaker, chosen, person_id))


async def dismiss(desk: Desk, role: str, person_id: int) -> None:
    """Take a role away, and list who still holds it."""
    chosen = roles.role_named(role)
    await roles.dismiss(desk.uow, desk.turn.actor, chosen, person_id)
    desk.toast(role_views.dismissed(desk.turn.speaker, chosen, person_id))
    holders = await roles.holders(desk.uow, desk.turn.actor, chosen)
    desk.edit(role_views.held(desk.turn.speaker, desk.city, chosen, holders, desk.turn.person.id))


async def list_groups(desk: Desk) -> None:
    """Offer the groups whose seats may be looked at."""
    found = await groups.all_for_admin(desk.uow, desk.turn.actor)
    _show(desk, role_views.ask_group(desk.turn.speaker, found))


async def open_seats(desk: Desk, number: int) -> None:
    """List the seats of a group."""
    group, holders = await roles.seats(desk.uow, desk.turn.actor, number)
    _show(desk, role_views.seats(desk.turn.speaker, desk.city, group, holders, desk.turn.person.id))


async def ask_unseat(desk: Desk, number: int, person_id: int) -> None:
    """Ask before taking a seat away."""
    group, _ = await roles.seats(desk.uow, desk.turn.actor, number)
    _show(desk, role_views.ask_unseat(desk.turn.speaker, group, person_id))


async def unseat(desk: Desk, number: int, person_id: int) -> None:
    """Take a seat away, and list who still has one."""
    group = await roles.unseat(desk.uow, desk.turn.actor, number, person_id)
    desk.toast(role_views.unseated(desk.turn.speaker, group, person_id))
    _, holders = await roles.seats(desk.uow, desk.turn.actor, number)
    desk.edit(role_views.seats(desk.turn.speaker, desk.city, group, holders, desk.turn.person.id))


async def show_statistics(desk: Desk) -> None:
    """Have the figures counted, told and drawn."""
    statistics.allow_seeing(desk.uow, desk.turn.actor)
    desk.toast()
    desk.errand(ErrandKind.STATISTICS, language=desk.turn.speaker.language)


async def audit(desk: Desk) -> None:
    """Show the first page of the audit log."""
    await turn_audit(desk, audit_views.ALL, 0)


async def turn_audit(desk: Desk, which: str, page: int) -> None:
    """Show a page of the audit log: all of it, what was refused, or one act."""
    access.allow(desk.uow, desk.turn.actor, Right.SEE_AUDIT, "see-audit", "")
    if page > _MOST_PAGES:
        raise NotFound
    entries = await desk.uow.records.audited(
        audit_views.PAGE + 1,
        page * audit_views.PAGE,
        "" if which in {audit_views.ALL, audit_views.REFUSED} else which,
        refused=which == audit_views.REFUSED,
    )
    _show(desk, audit_views.page(desk.turn.speaker, desk.city, which, page, entries))


async def ask_act(desk: Desk) -> None:
    """Offer the acts by which the audit log can be filtered."""
    access.allow(desk.uow, desk.turn.actor, Right.SEE_AUDIT, "see-audit", "")
    _show(desk, audit_views.ask_act(desk.turn.speaker, await desk.uow.records.acts()))


def _show(desk: Desk, view: View) -> None:
    """Put a view in the place of the message whose button was pressed; after a command say it."""
    if desk.turn.event.button:
        desk.toast()
        desk.edit(view)
    else:
        desk.say(view)

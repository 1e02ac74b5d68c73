"""Roles and seats: who may do what, how many hold it, since when."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from backend.domain.city import City
from backend.domain.groups import WorkingGroup
from backend.domain.people import Role
from backend.domain.persian import date_words
from backend.domain.rights import RIGHTS, Right
from backend.domain.roles import Holder, opaque
from bot.texts.speaker import Speaker
from bot.views import admin
from bot.views.view import Button, View, in_rows


def listed(say: Speaker, held: Mapping[Role, Sequence[Holder]]) -> View:
    """List the roles with their rights in words."""
    lines = [say("roles-title")]
    for role, holders in held.items():
        lines += ["", say("roles-line", role=say(f"role-{role}"), count=len(holders))]
        lines += [say("roles-right", right=say(f"right-{right}")) for right in Right if right in RIGHTS[role]]
    lines += ["", say("roles-member"), "", say("roles-own")]
    buttons = [Button(say(f"role-{role}"), f"a:role:{role}") for role in held]
    more = (Button(say("button-seats"), "a:groups"),)
    return View("\n".join(lines), (*in_rows(buttons, 3), more, (admin.back(say),)))


def held(say: Speaker, city: City, role: Role, holders: Sequence[Holder], own_id: int) -> View:
    """List the holders of a role by opaque numbers, each but oneself with a button to dismiss."""
    lines = [say("role-title", role=say(f"role-{role}"), count=len(holders))]
    lines += [_holder(say, city, holder, own_id) for holder in holders] or [say("role-none")]
    others = [holder for holder in holders if holder.person_id != own_id]
    buttons = [_dismiss(say, holder, f"a:dismiss:{role}") for holder in others]
    invite = (Button(say("button-role-invite"), f"a:invite:{role}"),)
    back = (Button(say("button-roles-back"), "a:roles"),)
    return View("\n".join([*lines, "", say("role-numbers")]), (invite, *in_rows(buttons, 2), back))


def invited(say: Speaker, city: City, role: Role, link: str, until: datetime) -> View:
    """Hand over an invite link."""
    return View(say("role-invited", role=say(f"role-{role}"), until=date_words(until, city.zone), link=link))


def taken(say: Speaker, role: Role, menu: tuple[tuple[str, ...], ...]) -> View:
    """Welcome somebody in a role."""
    return View(say("role-taken", role=say(f"role-{role}")), menu=menu)


def ask_dismiss(say: Speaker, role: Role, person_id: int) -> View:
    """Ask before taking a role away."""
    yes = Button(say("button-dismiss-sure"), f"a:dismissed:{role}:{person_id}")
    text = say("role-dismiss-sure", role=say(f"role-{role}"), number=number(say, person_id))
    return View(text, ((yes, Button(say("button-back"), f"a:role:{role}")),))


def dismissed(say: Speaker, role: Role, person_id: int) -> str:
    """Say that a role was taken away."""
    return say("role-dismissed", role=say(f"role-{role}"), number=number(say, person_id))


def ask_group(say: Speaker, groups: Sequence[WorkingGroup]) -> View:
    """Offer the groups whose seats may be looked at."""
    back = (Button(say("button-roles-back"), "a:roles"),)
    if not groups:
        return View(say("groups-none"), (back,))
    buttons = [Button(group.name, f"a:seats:{group.number}") for group in groups]
    return View(say("seats-which"), (*in_rows(buttons, 1), back))


def seats(say: Speaker, city: City, group: WorkingGroup, holders: Sequence[Holder], own_id: int) -> View:
    """List the seats of a group."""
    back = (Button(say("button-back"), "a:groups"),)
    if not holders:
        return View(say("seats-none", group=group.name), (back,))
    lines = [say("seats-title", group=group.name, count=len(holders))]
    lines += [_holder(say, city, holder, own_id) for holder in holders]
    others = [holder for holder in holders if holder.person_id != own_id]
    buttons = [_dismiss(say, holder, f"a:unseat:{group.number}") for holder in others]
    return View("\n".join([*lines, "", say("role-numbers")]), (*in_rows(buttons, 2), back))


def ask_unseat(say: Speaker, group: WorkingGroup, person_id: int) -> View:
    """Ask before taking a seat away."""
    yes = Button(say("button-dismiss-sure"), f"a:unseated:{group.number}:{person_id}")
    text = say("seat-sure", number=number(say, person_id), group=group.name)
    return View(text, ((yes, Button(say("button-back"), f"a:seats:{group.number}")),))


def unseated(say: Speaker, group: WorkingGroup, person_id: int) -> str:
    """Say that a seat was taken away."""
    return say("seat-removed", number=number(say, person_id), group=group.name)


def number(say: Speaker, person_id: int) -> str:
    """Return the opaque number by which somebody is told apart from others."""
    return say.figures(opaque(person_id))


def _holder(say: Speaker, city: City, holder: Holder, own_id: int) -> str:
    since, who = date_words(holder.since, city.zone), number(say, holder.person_id)
    name = "role-holder-own" if holder.person_id == own_id else "role-holder"
    return say(name, number=who, since=since)


def _dismiss(say: Speaker, holder: Holder, data: str) -> Button:
    return Button(say("button-dismiss", number=number(say, holder.person_id)), f"{data}:{holder.person_id}")

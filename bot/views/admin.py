"""The menu of those who run the service, by what each may do."""

from dataclasses import dataclass

from backend.domain.actor import Actor
from backend.domain.city import City
from backend.domain.rights import Right
from bot.texts.speaker import Speaker
from bot.views.view import Button, View, in_rows


@dataclass(frozen=True, slots=True)
class Entry:
    """A button of the menu with a line on what it is for; any of the rights opens it."""

    name: str
    data: str
    rights: frozenset[Right]


_ENTRIES = (
    Entry("groups", "g:list", frozenset({Right.RUN_THE_SERVICE})),
    Entry("issues", "i:list", frozenset({Right.ACT_ON_ISSUES})),
    Entry("measures", "x:measures", frozenset({Right.RUN_THE_SERVICE, Right.ACT_ON_ISSUES})),
    Entry("rules", "x:deciding", frozenset({Right.RUN_THE_SERVICE, Right.ACT_ON_ISSUES})),
    Entry("queue", "a:queue", frozenset({Right.MODERATE})),
    Entry("voices", "w:voices", frozenset({Right.MODERATE})),
    Entry("roles", "a:roles", frozenset({Right.GIVE_ROLES})),
    Entry("broadcast", "b:new", frozenset({Right.BROADCAST})),
    Entry("surveys", "s:list", frozenset({Right.MAKE_SURVEYS})),
    Entry("templates", "i:templates", frozenset({Right.RUN_THE_SERVICE, Right.ACT_ON_ISSUES})),
    Entry("stats", "a:stats", frozenset({Right.SEE_STATISTICS})),
    Entry("audit", "a:audit:all:0", frozenset({Right.SEE_AUDIT})),
)
ENTRY_NAMES = tuple(entry.name for entry in _ENTRIES)


def menu(say: Speaker, city: City, actor: Actor, waiting: int) -> View:
    """Show what the actor may do, each with a line on what it is for; `waiting` counts the moderators' queue."""
    entries = [entry for entry in _ENTRIES if any(actor.may(right) for right in entry.rights)]
    lines = [say("admin-title", city=city.title), "", *(say(f"admin-about-{entry.name}") for entry in entries)]
    buttons = [Button(_label(say, entry, waiting), entry.data) for entry in entries]
    new_group = (Button(say("button-new-group"), "g:new"),) if actor.is_admin else ()
    return View("\n".join(lines), tuple(row for row in (new_group, *in_rows(buttons, 2)) if row))


def back(say: Speaker) -> Button:
    """Lead back to the menu."""
    return Button(say("button-admin-back"), "a:menu")


def _label(say: Speaker, entry: Entry, waiting: int) -> str:
    if entry.name == "queue" and waiting:
        return say("button-admin-queue-count", count=waiting)
    return say(f"button-admin-{entry.name}")

"""Greeting, menu and what a person may tell of themselves."""

from itertools import batched

from backend.domain.city import City
from backend.domain.people import StakeholderGroup
from bot.texts.speaker import Speaker
from bot.views.view import Button, View, in_rows

SKIP = "-"


def menu(say: Speaker, *, is_member: bool, has_role: bool) -> tuple[tuple[str, ...], ...]:
    """Return the menu at the keyboard's place, by what a person may do."""
    rows = (
        (say("menu-new"), say("menu-mine")),
        (say("menu-top"), say("menu-track")),
        (say("menu-settings"), say("menu-help")),
    )
    deciding = ["menu-measures", "menu-rules"] if is_member else []
    working = ["menu-digest", *deciding, *(["menu-manage"] if has_role else [])] if is_member or has_role else []
    return (*rows, *(tuple(map(say, pair)) for pair in batched(working, 2, strict=False)))


def welcome(say: Speaker, city: City, rows: tuple[tuple[str, ...], ...]) -> View:
    """Greet, and say in three lines what becomes of a message and what is kept."""
    return View(say("welcome", city=city.title), menu=rows)


def ask_stakeholder_group(say: Speaker) -> View:
    """Offer the five stakeholder groups."""
    buttons = [Button(say(f"stakeholder-{group}"), f"p:group:{group}") for group in StakeholderGroup]
    skip = (Button(say("button-skip"), f"p:group:{SKIP}"),)
    return View(say("ask-stakeholder-group"), (*in_rows(buttons, 2), skip))


def ask_district(say: Speaker, city: City) -> View:
    """Offer the city's districts."""
    buttons = [Button(title, f"p:district:{code}") for code, title in city.districts.items()]
    skip = (Button(say("button-skip"), f"p:district:{SKIP}"),)
    return View(say("ask-district"), (*in_rows(buttons, 3), skip))


def profile_done(say: Speaker) -> View:
    """Thank, and invite to write."""
    return View(say("profile-done"))


def helped(say: Speaker, rows: tuple[tuple[str, ...], ...]) -> View:
    """Explain the bot."""
    return View(say("help"), menu=rows)

"""How a group decides, in words and buttons."""

from collections.abc import Sequence

from backend.domain.groups import WorkingGroup
from backend.domain.measure import Majority, Rules
from bot.texts.speaker import Speaker
from bot.views.view import Button, View, in_rows

QUORUMS = (25, 50, 67, 100)
DAYS = (3, 7, 14)
_CHOSEN = "✅ "


def shown(say: Speaker, group: WorkingGroup, rules: Rules, *, may_change: bool) -> View:
    """Tell a group's rules; who may change them gets the buttons."""
    text = say(
        "rules-shown",
        group=group.name,
        quorum=rules.quorum,
        majority=say(f"majority-{rules.majority}"),
        days=rules.days,
    )
    if not may_change:
        return View(text)
    number = group.number
    quorums = [
        Button(_ticked(say("rules-quorum", percent=one), one == rules.quorum), f"x:quorum:{number}:{one}")
        for one in QUORUMS
    ]
    majorities = [
        Button(_ticked(say(f"majority-{one}"), one is rules.majority), f"x:majority:{number}:{one}") for one in Majority
    ]
    days = [Button(_ticked(say("rules-days", days=one), one == rules.days), f"x:days:{number}:{one}") for one in DAYS]
    return View(text, (*in_rows(quorums, 2), *in_rows(majorities, 1), *in_rows(days, 3)))


def ask_which(say: Speaker, groups: Sequence[WorkingGroup]) -> View:
    """Offer the groups whose rules may be seen."""
    if not groups:
        return View(say("measures-no-group"))
    return View(say("rules-which"), in_rows([Button(group.name, f"x:rules:{group.number}") for group in groups], 1))


def _ticked(words: str, is_chosen: bool) -> str:
    return f"{_CHOSEN}{words}" if is_chosen else words

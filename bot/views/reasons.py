"""The reasons at hand, as those who keep them see them."""

from collections.abc import Mapping, Sequence

from backend.domain.issue import IssueState
from bot.texts.speaker import Speaker
from bot.views.view import Button, View, in_rows

_DEFAULTS: Mapping[IssueState, Sequence[str]] = {
    IssueState.UNDER_STUDY: ("reason-under-study-first", "reason-under-study-second"),
    IssueState.PLANNED: ("reason-planned-first", "reason-planned-second"),
    IssueState.IN_PROGRESS: ("reason-in-progress-first",),
    IssueState.DONE: ("reason-done-first", "reason-done-second"),
    IssueState.WONT_DO: ("reason-wont-do-first", "reason-wont-do-second"),
    IssueState.NOT_OURS: ("reason-not-ours-first", "reason-not-ours-second"),
}


def defaults(say: Speaker, state: IssueState) -> list[str]:
    """Return the reasons that come with the product."""
    return [say(name) for name in _DEFAULTS.get(state, ())]


def by_state(say: Speaker) -> View:
    """Ask for which state the reasons are to be edited."""
    buttons = [Button(say(f"issue-state-{state}"), f"i:ts:{state}") for state in IssueState]
    back = (Button(say("button-admin-back"), "a:menu"),)
    return View(say("reasons-which"), (*in_rows(buttons, 2), back))


def of_state(say: Speaker, state: IssueState, texts: Sequence[str]) -> View:
    """List the reasons of a state, each with its buttons."""
    lines = [say("reasons-of", state=say(f"issue-state-{state}")), ""]
    lines += [say("card-reason-line", number=n, text=text) for n, text in enumerate(texts, start=1)]
    rows = [
        (
            Button(say("button-reason-change", number=n), f"i:tc:{state}:{n - 1}"),
            Button(say("button-reason-remove", number=n), f"i:td:{state}:{n - 1}"),
        )
        for n in range(1, len(texts) + 1)
    ]
    last = (Button(say("button-reason-add"), f"i:ta:{state}"), Button(say("button-back"), "i:templates"))
    return View("\n".join(lines), (*rows, last))


def ask_words(say: Speaker, state: IssueState) -> View:
    """Ask for the words of a reason."""
    return View(say("reasons-write"), ((Button(say("button-card-cancel"), f"i:ts:{state}"),),))

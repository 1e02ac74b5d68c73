"""What opens from an issue's card: votes, states with their reasons, the list of a group's issues."""

from collections.abc import Sequence

from backend.domain.acts import NEEDS_REASON, PRIORITIES
from backend.domain.groups import WorkingGroup
from backend.domain.issue import DeskLine, Issue, IssueState
from backend.domain.suppression import SMALLEST_SHOWN
from backend.services.desks import AtDesk
from backend.services.issue_cards import PAGE
from bot.texts.speaker import Speaker
from bot.views.asking import asking
from bot.views.card import back, data, openers
from bot.views.view import Button, View, in_rows

AGENCIES = (
    "agency-water",
    "agency-power",
    "agency-gas",
    "agency-telecom",
    "agency-police",
    "agency-health",
    "agency-roads",
    "agency-governor",
)


def votes(say: Speaker, at: AtDesk) -> View:
    """Offer the five priorities."""
    names = {PRIORITIES[0]: say("card-vote-lowest"), PRIORITIES[-1]: say("card-vote-highest")}
    row = tuple(Button(names.get(n, say.figures(n)), data("v", at, n)) for n in PRIORITIES)
    return View(say("card-vote-ask", title=at.issue.title), (row[:1], row[1:-1], row[-1:], (back(say, at),)))


def states(say: Speaker, at: AtDesk) -> View:
    """Offer the states; the one in which the issue is may be chosen too, to tell something new about it."""
    buttons = [Button(say(f"issue-state-{state}"), data("to", at, state)) for state in IssueState]
    now = say(f"issue-state-{at.issue.state}")
    return View(say("card-state-ask", title=at.issue.title, state=now), (*in_rows(buttons, 2), (back(say, at),)))


def agencies(say: Speaker, at: AtDesk, *, in_group: bool) -> View:
    """Ask whose task it is."""
    buttons = [Button(say(name), data("ag", at, index)) for index, name in enumerate(AGENCIES)]
    text = asking(say, say("card-agency-ask"), in_group=in_group)
    return View(text, (*in_rows(buttons, 2), (cancel(say, at),)))


def reasons(say: Speaker, at: AtDesk, state: IssueState, texts: Sequence[str]) -> View:
    """Offer the reasons at hand by number, and to write one."""
    lines = [say("card-reason-ask", state=say(f"issue-state-{state}")), ""]
    lines += [say("card-reason-line", number=number, text=text) for number, text in enumerate(texts, start=1)]
    numbered = [Button(say.figures(index + 1), data("re", at, index)) for index in range(len(texts))]
    own = [Button(say("button-card-write"), data("wr", at))]
    if state not in NEEDS_REASON:
        own.append(Button(say("button-card-no-reason"), data("nr", at)))
    return View("\n".join(lines), (*in_rows(numbered, 5), tuple(own), (cancel(say, at),)))


def ask_reason(say: Speaker, at: AtDesk, *, in_group: bool) -> View:
    """Ask for a reason in words."""
    return View(asking(say, say("card-reason-write"), in_group=in_group), ((cancel(say, at),),))


def preview(say: Speaker, at: AtDesk, text: str, people: int) -> View:
    """Show what citizens will read, before they do."""
    buttons = (
        (Button(say("button-card-send"), data("do", at)),),
        (Button(say("button-card-other-reason"), data("rs", at)), cancel(say, at)),
    )
    return View("\n\n".join([say("card-preview"), text, reach(say, people)]), buttons)


def reach(say: Speaker, people: int) -> str:
    """Say how many will be told."""
    if people == 0:
        return say("card-preview-nobody")
    return say("card-preview-few") if people < SMALLEST_SHOWN else say("card-preview-people", people=people)


def listed(say: Speaker, group: WorkingGroup, lines: Sequence[DeskLine], page: int, *, has_more: bool) -> View:
    """List the issues at a group's desk, with numbered buttons that open their cards."""
    if not lines:
        return View(say("card-list-none", group=group.name))
    first = page * PAGE + 1
    told = [
        say(
            "card-list-line",
            number=number,
            title=line.issue.title,
            state=say(f"issue-state-{line.issue.state}"),
            messages=line.messages,
        )
        for number, line in enumerate(lines, start=first)
    ]
    buttons = in_rows(openers(say, group, [line.issue.id for line in lines], first), 4)
    text = "\n".join([say("card-list", group=group.name), "", *told])
    return View(text, (*buttons, *pages(say, f"i:ls:{group.number}", page, has_more=has_more)))


def which_list(say: Speaker, groups: Sequence[WorkingGroup]) -> View:
    """Ask whose issues to list."""
    buttons = [Button(group.name, f"i:l:{group.number}") for group in groups]
    return View(say("card-list-which"), in_rows(buttons, 1))


def coded(say: Speaker, found: Sequence[tuple[WorkingGroup, Issue]]) -> View:
    """Ask which of the issues that share a code is meant."""
    lines = [say("card-code-which"), ""]
    lines += [say("card-reason-line", number=n, text=issue.title) for n, (_, issue) in enumerate(found, start=1)]
    buttons = [one for n, (group, issue) in enumerate(found, start=1) for one in openers(say, group, [issue.id], n)]
    return View("\n".join(lines), in_rows(buttons, 4))


def pages(say: Speaker, prefix: str, page: int, *, has_more: bool) -> tuple[tuple[Button, ...], ...]:
    """Return the row that turns pages, if there is more than one."""
    row: list[Button] = []
    if page:
        row.append(Button(say("button-page-back"), f"{prefix}:{page - 1}"))
    if has_more:
        row.append(Button(say("button-page-next"), f"{prefix}:{page + 1}"))
    return (tuple(row),) if row else ()


def cancel(say: Speaker, at: AtDesk) -> Button:
    """The button that gives up and leads back to the card."""
    return Button(say("button-card-cancel"), data("c", at))

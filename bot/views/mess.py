"""A mess in words: what an issue feeds and what feeds it."""

from collections.abc import Sequence

from backend.domain.issue import Issue
from backend.domain.mess import IssueLink, LinkKind, MessSheet
from backend.domain.proposed_link import ProposedLink
from backend.services.messes import Choices
from bot.texts.speaker import Speaker
from bot.views.asking import asking
from bot.views.view import Button, View, in_rows

# How a link reads from one of its ends: its kind, whether it leads away from here, and what a button says of it.
CODES = (
    (LinkKind.CAUSES, True, "co"),
    (LinkKind.CAUSES, False, "ci"),
    (LinkKind.WORSENS, True, "wo"),
    (LinkKind.WORSENS, False, "wi"),
    (LinkKind.SHARES_CAUSE, True, "s"),
)
_IN_A_ROW = 4
_TITLE_LENGTH = 90


def shown(say: Speaker, sheet: MessSheet) -> View:
    """Tell an issue's links, and offer the picture, further links and a measure."""
    issue = sheet.issue
    lines = [say("mess-title", title=short(issue.title)), ""]
    lines += [f"• {_line(say, link, sheet)}" for link in sheet.own_links]
    if not sheet.own_links:
        lines.append(say("mess-none"))
    if sheet.mess.size > 1:
        lines += ["", say("mess-size", count=sheet.mess.size)]
    rows: list[tuple[Button, ...]] = [(Button(say("button-new-link"), f"m:new:{issue.id}:0"),)]
    if sheet.own_links:
        rows.append(
            (
                Button(say("button-mess-picture"), f"m:draw:{issue.id}"),
                Button(say("button-unlink"), f"m:cuts:{issue.id}"),
            )
        )
    rows.append((Button(say("button-new-measure"), f"x:new:{issue.id}"),))
    rows.append((Button(say("button-back-to-card"), f"i:c:{sheet.desk}:{issue.id}"),))
    return View("\n".join(lines), tuple(rows))


def caption(say: Speaker, sheet: MessSheet) -> str:
    """Say what the picture shows."""
    return say("mess-caption", title=short(sheet.issue.title), count=sheet.mess.size)


def choices(say: Speaker, found: Choices, *, in_group: bool) -> View:
    """List issues to link with, by numbers that the buttons repeat."""
    lines = [say("mess-choose", title=short(found.issue.title)), asking(say, say("mess-code"), in_group=in_group)]
    buttons = []
    ids = [link.issue_id for link in found.proposed] + list(found.others)
    if found.proposed:
        lines += ["", say("mess-proposed")]
    for number, issue_id in enumerate(ids, 1):
        if number == len(found.proposed) + 1:
            lines += ["", say("mess-others")]
        lines.append(say("mess-choice", number=number, title=short(found.issues[issue_id].title)))
        if number <= len(found.proposed):
            lines.append(_why(say, found.proposed[number - 1]))
        buttons.append(Button(say.figures(number), f"m:pick:{found.issue.id}:{issue_id}"))
    if not ids:
        lines += ["", say("mess-no-others")]
    return View("\n".join(lines), (*in_rows(buttons, _IN_A_ROW), *_turning(say, found)))


def which(say: Speaker, issue: Issue, found: Sequence[Issue]) -> View:
    """Ask which of the issues that share a code is meant."""
    lines = [say("card-code-which"), ""]
    lines += [say("mess-choice", number=n, title=short(one.title)) for n, one in enumerate(found, 1)]
    buttons = [Button(say.figures(n), f"m:pick:{issue.id}:{one.id}") for n, one in enumerate(found, 1)]
    back = (Button(say("button-back"), f"m:new:{issue.id}:0"),)
    return View("\n".join(lines), (*in_rows(buttons, _IN_A_ROW), back))


def ask_kind(say: Speaker, issue: Issue, other: Issue) -> View:
    """Ask how two issues hang together, each way in words."""
    text = say("mess-ask-kind", this=short(issue.title), other=short(other.title))
    rows = [(Button(say(f"link-{code}"), f"m:link:{issue.id}:{other.id}:{code}"),) for _, _, code in CODES]
    return View(text, (*rows, (Button(say("button-back"), f"m:new:{issue.id}:0"),)))


def cuts(say: Speaker, sheet: MessSheet) -> View:
    """Offer an issue's links for removal."""
    issue = sheet.issue
    lines, buttons = [say("mess-ask-unlink"), ""], []
    for number, link in enumerate(sheet.own_links, 1):
        lines.append(f"{say.figures(number)}. {_line(say, link, sheet)}")
        data = f"m:cut:{issue.id}:{link.other(issue.id)}:{_code(link, issue.id)}"
        buttons.append(Button(say.figures(number), data))
    back = (Button(say("button-back"), f"m:show:{issue.id}"),)
    return View("\n".join(lines), (*in_rows(buttons, _IN_A_ROW), back))


def short(title: str) -> str:
    """Return a title that leaves room for others."""
    flat = " ".join(title.split())
    return flat if len(flat) <= _TITLE_LENGTH else flat[:_TITLE_LENGTH].rsplit(" ", 1)[0] + "…"


def _line(say: Speaker, link: IssueLink, sheet: MessSheet) -> str:
    other = sheet.issues[link.other(sheet.issue.id)]
    return say(f"mess-line-{_code(link, sheet.issue.id)}", other=short(other.title))


def _code(link: IssueLink, issue_id: int) -> str:
    is_outward = link.a == issue_id or not link.has_direction
    return next(code for kind, outward, code in CODES if kind is link.kind and outward == is_outward)


def _why(say: Speaker, proposed: ProposedLink) -> str:
    if proposed.same_people and proposed.same_place:
        return say("mess-why-both")
    return say("mess-why-people" if proposed.same_people else "mess-why-place")


def _turning(say: Speaker, found: Choices) -> tuple[tuple[Button, ...], ...]:
    issue_id = found.issue.id
    turning = []
    if found.page:
        turning.append(Button(say("button-previous-page"), f"m:new:{issue_id}:{found.page - 1}"))
    if found.has_more:
        turning.append(Button(say("button-next-page"), f"m:new:{issue_id}:{found.page + 1}"))
    back = (Button(say("button-back"), f"m:show:{issue_id}"),)
    return (tuple(turning), back) if turning else (back,)

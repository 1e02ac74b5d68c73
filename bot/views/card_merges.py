"""Merging, taking back, splitting, and correcting the topic, on an issue's card."""

from collections.abc import Sequence

from backend.domain.acts import Merge
from backend.domain.city import City
from backend.domain.issue import Issue, IssueLine
from backend.domain.persian import date_words
from backend.services.desks import AtDesk
from bot.texts.speaker import Speaker
from bot.views.asking import asking
from bot.views.card import back, data
from bot.views.card_menus import pages
from bot.views.digest import excerpt
from bot.views.issue_code import code_word
from bot.views.view import Button, View, in_rows

SPLIT_PAGE = 6
_TICKED = "✅ "
_LONGEST_BUTTON = 40


def candidates(
    say: Speaker, at: AtDesk, alike: Sequence[Issue], merged: Sequence[tuple[Merge, Issue]], *, in_group: bool
) -> View:
    """Offer the issues that could be the same, or to type a code, and to take earlier merges back."""
    question = say("merge-ask" if alike else "merge-none", title=at.issue.title)
    lines = [question, asking(say, say("merge-code" if alike else "merge-code-only"), in_group=in_group), ""]
    lines += [
        say("merge-line", number=n, title=issue.title, code=code_word(issue)) for n, issue in enumerate(alike, start=1)
    ]
    choose = [Button(say.figures(n), data("mw", at, issue.id)) for n, issue in enumerate(alike, start=1)]
    undo = tuple(
        (Button(say("button-merge-undo", title=_short(issue.title)), f"i:mu:{at.group.number}:{merge.id}"),)
        for merge, issue in merged
    )
    return View("\n".join(lines), (*in_rows(choose, 4), *undo, (back(say, at),)))


def confirm(say: Speaker, into: AtDesk, other: Issue) -> View:
    """Ask before two issues become one."""
    yes = Button(say("button-merge-sure"), data("my", into, other.id))
    text = say("merge-sure", title=other.title, into=into.issue.title)
    return View(text, ((yes,), (back(say, into),)))


def lines_to_split(
    say: Speaker,
    city: City,
    at: AtDesk,
    lines: Sequence[IssueLine],
    ticked: frozenset[int],
    page: int,
    *,
    has_more: bool,
) -> View:
    """Offer the messages of an issue to tick."""
    first = page * SPLIT_PAGE + 1
    told = [say("split-ask", title=at.issue.title, count=len(ticked)), ""]
    told += [
        say("split-line", number=n, date=date_words(line.at, city.zone), text=excerpt(line.text))
        for n, line in enumerate(lines, start=first)
    ]
    ticks = [
        Button(f"{_TICKED if line.concern_id in ticked else ''}{say.figures(n)}", f"i:sk:{page}:{line.concern_id}")
        for n, line in enumerate(lines, start=first)
    ]
    done = (Button(say("button-split-sure", count=len(ticked)), data("sd", at)),) if ticked else ()
    turning = pages(say, data("sq", at), page, has_more=has_more)
    return View("\n".join(told), (*in_rows(ticks, 3), *turning, *((done,) if done else ()), (back(say, at),)))


def axes(say: Speaker, city: City, at: AtDesk) -> View:
    """Offer the axes under which the right topic stands; topics without an axis stand beside them."""
    buttons = [Button(title, data("ax", at, code)) for code, title in city.axes.items()]
    buttons += [Button(t.title, data("tp", at, t.code)) for t in city.topics.values() if t.axis is None]
    return View(say("topic-ask", title=at.issue.title), (*in_rows(buttons, 2), (back(say, at),)))


def topics(say: Speaker, city: City, at: AtDesk, axis: str) -> View:
    """Offer the topics of an axis."""
    buttons = [Button(topic.title, data("tp", at, topic.code)) for topic in city.topics_of(axis)]
    last = (Button(say("button-back"), data("tx", at)),)
    return View(say("topic-ask", title=at.issue.title), (*in_rows(buttons, 2), last))


def _short(title: str) -> str:
    return title if len(title) <= _LONGEST_BUTTON else f"{title[:_LONGEST_BUTTON]}…"

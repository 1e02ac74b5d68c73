"""The audit log, page by page."""

from collections.abc import Sequence

from backend.domain.audit import AuditEntry
from backend.domain.city import City
from backend.domain.persian import date_short
from bot.texts.speaker import Speaker
from bot.views import admin
from bot.views.view import Button, View, in_rows

ALL, REFUSED = "all", "refused"
PAGE = 12
_DONE, _REFUSED = "✅", "❌"
_MOST_ACTS = 40
_LONGEST_ACT = 40


def page(say: Speaker, city: City, which: str, number: int, entries: Sequence[AuditEntry]) -> View:
    """List a page of entries, newest first; `entries` may hold one more, which tells that there is a next page."""
    title = say("audit-page", filter=filter_words(say, which), page=number + 1)
    lines = [_entry(say, city, entry) for entry in entries[:PAGE]] or [say("audit-empty")]
    turning = []
    if number:
        turning.append(Button(say("button-newer"), f"a:audit:{which}:{number - 1}"))
    if len(entries) > PAGE:
        turning.append(Button(say("button-older"), f"a:audit:{which}:{number + 1}"))
    other = REFUSED if which == ALL else ALL
    filters = (
        Button(say("button-audit-refused" if other == REFUSED else "button-audit-all"), f"a:audit:{other}:0"),
        Button(say("button-audit-acts"), "a:acts"),
    )
    rows = (tuple(turning), filters, (admin.back(say),))
    return View("\n".join([title, "", *lines]), tuple(row for row in rows if row))


def ask_act(say: Speaker, acts: Sequence[str]) -> View:
    """Offer the acts that stand in the log."""
    offered = [act for act in acts if len(act) <= _LONGEST_ACT][:_MOST_ACTS]
    buttons = [Button(act_words(say, act), f"a:audit:{act}:0") for act in offered]
    back = (Button(say("button-back"), f"a:audit:{ALL}:0"),)
    return View(say("audit-choose-act"), (*in_rows(buttons, 2), back))


def filter_words(say: Speaker, which: str) -> str:
    """Return what a page is restricted to."""
    if which == ALL:
        return say("audit-filter-all")
    return say("audit-filter-refused") if which == REFUSED else act_words(say, which)


def act_words(say: Speaker, act: str) -> str:
    """Return an act in words; its bare name where it has none yet."""
    return say(f"audit-act-{act}") if say.has(f"audit-act-{act}") else act


def _entry(say: Speaker, city: City, entry: AuditEntry) -> str:
    at = say.figures(f"{date_short(entry.at, city.zone)} {entry.at.astimezone(city.zone):%H:%M}")
    mark, act = _DONE if entry.allowed else _REFUSED, act_words(say, entry.act)
    if subject := subject_words(say, entry.subject):
        return say("audit-entry-subject", mark=mark, at=at, act=act, subject=subject)
    return say("audit-entry", mark=mark, at=at, act=act)


def subject_words(say: Speaker, subject: str) -> str:
    """Return what an act was about: the kind in words, long ids by their last digits."""
    words = []
    for word in subject.split():
        if say.has(f"audit-subject-{word}"):
            words.append(say(f"audit-subject-{word}"))
        elif say.has(f"role-{word}"):
            words.append(say(f"role-{word}"))
        elif word.isdecimal():
            words.append(say.figures(word[-4:]))
        else:
            words.append(word)
    return " ".join(words)

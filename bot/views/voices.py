"""What waits to be heard, as a moderator sees it, and what its writer is told."""

from backend.domain.city import City
from backend.domain.concern import Concern
from backend.domain.persian import date_words
from backend.services.transcripts import Unheard
from bot.texts.speaker import Speaker
from bot.views.concern import buttons_of, code_of, danger, understood
from bot.views.view import Button, View


def none(say: Speaker) -> View:
    """Tell that nothing waits."""
    return View(say("voices-none"))


def ask(say: Speaker, city: City, unheard: Unheard, waiting: int) -> View:
    """Ask for the words of a concern whose files were just sent."""
    concern = unheard.concern
    date = date_words(concern.created_at, city.zone)
    lines = [say("voices-ask", code=code_of(concern), date=date, count=waiting)]
    if versions := [words for words in unheard.versions if words]:
        lines.append(say("voices-version", words=versions[-1]))
    elif concern.redacted:
        lines.append(say("voices-words", words=concern.redacted))
    if not unheard.files:
        lines.append(say("voices-not-here"))
    unclear = Button(say("button-unclear"), f"w:unclear:{concern.id}")
    return View("\n".join(lines), ((unclear, _next(say, concern)),))


def noted(say: Speaker, concern: Concern) -> View:
    """Tell that the words were kept, and offer the next one."""
    return View(say("voices-noted", code=code_of(concern)), ((_next(say, concern),),))


def given_up(say: Speaker, concern: Concern) -> View:
    """Tell that it was put aside, and offer the next one."""
    return View(say("voices-given-up"), ((_next(say, concern),),))


def heard(say: Speaker, city: City, concern: Concern) -> View:
    """Tell the writer what was written down and how it was understood."""
    lines = [*danger(say, concern), say("heard", code=code_of(concern)), f"«{concern.text}»", ""]
    return View("\n".join([*lines, *understood(say, city, concern)]), buttons_of(say, city, concern))


def unclear(say: Speaker, concern: Concern) -> View:
    """Ask the writer for words."""
    return View(say("heard-unclear", code=code_of(concern)))


def _next(say: Speaker, concern: Concern) -> Button:
    return Button(say("button-next-voice"), f"w:next:{concern.id}")

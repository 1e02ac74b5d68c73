"""The moderators' queue, and what writers hear of it."""

from collections.abc import Sequence

from backend.domain.city import City
from backend.domain.concern import Concern
from backend.domain.moderation import GROUNDS, Ban, Decided, Ground, Verdict, Waiting
from backend.domain.parts import is_matter
from backend.domain.persian import date_words
from backend.domain.roles import opaque
from backend.domain.tracking_code import spoken
from backend.services.moderators import Outlook
from bot.texts.speaker import Speaker
from bot.views.view import Button, View, in_rows

URGENT = "urgent"
_LONGEST_QUOTE = 2500


def queue(say: Speaker, city: City, outlook: Outlook, done: str = "") -> View:
    """Show the next concern that waits, below what was just done."""
    head = [done, ""] if done else []
    if outlook.next is None:
        return View("\n".join([*head, say("queue-empty")]), ((Button(say("button-bans"), "a:bans"),),))
    lines = [*head, say("queue-title", count=outlook.waiting), *_described(say, city, outlook.next)]
    return View("\n".join(lines), _buttons(say, outlook.next.concern, has_more=outlook.waiting > 1))


def ask_ground(say: Speaker, concern: Concern, verdict: Verdict) -> View:
    """Offer the grounds of a decision."""
    act = "a:write" if verdict is Verdict.EDITED else f"a:{verdict}"
    buttons = [Button(say(f"ground-{ground}"), f"{act}:{concern.id}:{ground}") for ground in GROUNDS[verdict]]
    text = "\n\n".join([_quote(say, concern), say(f"queue-ask-ground-{verdict}")])
    return View(text, (*in_rows(buttons, 1), (_back(say, concern),)))


def ask_text(say: Speaker, concern: Concern) -> View:
    """Ask for the words in which a concern is to be seen."""
    back = (Button(say("button-queue"), "a:queue"),)
    return View("\n\n".join([say("queue-ask-text"), concern.redacted]), (back,))


def decided(say: Speaker, outcome: Decided) -> str:
    """Say what was decided."""
    code = ltr(outcome.concern.code)
    return say(f"queue-done-{outcome.verdict}", code=code) if outcome.is_fresh else say("queue-known", code=code)


def ask_ban(say: Speaker, concern: Concern) -> View:
    """Ask before banning."""
    yes = Button(say("button-ban-sure"), f"a:banned:{concern.id}")
    return View(say("queue-ban-sure", code=ltr(concern.code)), ((yes, _back(say, concern)),))


def bans(say: Speaker, city: City, banned: Sequence[Ban]) -> View:
    """List who is banned."""
    back = (Button(say("button-queue"), "a:queue"),)
    if not banned:
        return View(say("bans-none"), (back,))
    numbers = {ban.person_id: say.figures(opaque(ban.person_id)) for ban in banned}
    lines = [
        say("ban-line", number=numbers[ban.person_id], since=date_words(ban.since, city.zone), count=ban.withheld)
        for ban in banned
    ]
    buttons = [Button(say("button-unban", number=numbers[ban.person_id]), f"a:unban:{ban.person_id}") for ban in banned]
    return View("\n".join([say("bans-title"), "", *lines]), (*in_rows(buttons, 2), back))


def queue_waits(say: Speaker, count: int) -> View:
    """Tell that somebody waits."""
    return View(say("queue-waits", count=count), ((Button(say("button-queue"), "a:queue"),),))


def told(say: Speaker, concern: Concern, verdict: Verdict, ground: Ground) -> View:
    """Tell a writer what became of the message."""
    code = ltr(concern.code)
    if verdict is Verdict.PUBLISHED:
        return View(say("decided-published", code=code))
    reason = reason_words(say, ground)
    return View(say("decided-edited" if verdict is Verdict.EDITED else "decided-hidden", code=code, reason=reason))


def reason_words(say: Speaker, ground: Ground) -> str:
    """Return the grounds of a decision as a writer is told them."""
    return say(f"told-{ground}")


def ltr(code: str) -> str:
    """Isolate a code, so that its two halves keep their order between Persian words."""
    return f"\u2066{spoken(code)}\u2069"


def _described(say: Speaker, city: City, waiting: Waiting) -> list[str]:
    concern = waiting.concern
    date = date_words(concern.created_at, city.zone)
    lines = [say("queue-item", reason=say(f"withhold-{waiting.withheld.reason}"), date=date)]
    if concern.urgency == URGENT:
        lines.append(say("queue-urgent"))
    lines += ["", _quote(say, concern), ""]
    if is_matter(concern.topic) and (topic := city.topic_title(concern.topic)):
        lines.append(say("queue-topic", topic=topic))
    return [*lines, _writer(say, waiting)]


def _writer(say: Speaker, waiting: Waiting) -> str:
    if waiting.concern.person_id is None:
        return say("queue-writer-none")
    if waiting.is_writer_banned:
        return say("queue-writer-banned")
    count = waiting.hidden_before
    return say("queue-writer-before", count=count) if count else say("queue-writer-new")


def _quote(say: Speaker, concern: Concern) -> str:
    if not concern.text:
        return say("queue-file")
    if not concern.redacted:
        return say("queue-unread")
    short = concern.redacted
    short = short if len(short) <= _LONGEST_QUOTE else short[:_LONGEST_QUOTE].rstrip() + "…"
    return say("queue-quote", text=short)


def _buttons(say: Speaker, concern: Concern, *, has_more: bool) -> tuple[tuple[Button, ...], ...]:
    is_known = bool(concern.redacted) or not concern.text
    publish = (Button(say("button-publish"), f"a:publish:{concern.id}"),) if is_known else ()
    edit = (Button(say("button-edit-text"), f"a:edit:{concern.id}"),) if concern.redacted else ()
    hide = (Button(say("button-hide"), f"a:hide:{concern.id}"),)
    ban = (Button(say("button-ban"), f"a:ban:{concern.id}"),) if concern.person_id is not None else ()
    more = (Button(say("button-next"), f"a:next:{concern.id}"),) if has_more else ()
    rows = ((*publish, *hide), edit, ban, (Button(say("button-bans"), "a:bans"), *more))
    return tuple(row for row in rows if row)


def _back(say: Speaker, concern: Concern) -> Button:
    # The queue opens behind the one before this, which is this one again.
    return Button(say("button-back"), f"a:next:{concern.id - 1}")

"""What became of a concern."""

from collections.abc import Sequence

from backend.domain.city import City
from backend.domain.concern import ConcernState
from backend.domain.persian import date_words
from backend.domain.tracking_code import new_code, spoken
from backend.services.concerns import Standing
from bot.texts.speaker import Speaker
from bot.views.view import View


def mine(say: Speaker, city: City, standings: Sequence[Standing]) -> View:
    """List a person's own concerns, each with where it stands."""
    if not standings:
        return View(say("mine-none"))
    entries = [say("mine-title")]
    for standing in standings:
        head = say("mine-line", code=_code(standing), date=_date(city, standing), topic=_topic(say, city, standing))
        entries.append("\n".join([head, *_where(say, city, standing)]))
    return View("\n\n".join(entries))


def tracked(say: Speaker, city: City, standing: Standing) -> View:
    """Show where one concern stands; its words are not shown, since anybody may hold the code."""
    head = say("track-title", code=_code(standing), date=_date(city, standing))
    return View("\n".join([head, _topic(say, city, standing), *_where(say, city, standing)]))


def ask_code(say: Speaker) -> View:
    """Ask for a tracking code."""
    return View(say("track-ask", example=example()))


def example() -> str:
    """Return a code that could exist, as an example of the form."""
    return f"\u2066{spoken(new_code())}\u2069"


def _where(say: Speaker, city: City, standing: Standing) -> list[str]:
    if standing.concern.state is ConcernState.RECEIVED:
        return [say("standing-received")]
    if standing.issue is None:
        return [say("standing-unplaced")]
    if standing.messages > 1:
        lines = [say("standing-issue", title=standing.issue.title, messages=standing.messages)]
    else:
        lines = [say("standing-alone")]
    lines += [say("standing-reported", group=group, date=date_words(at, city.zone)) for group, at in standing.reported]
    return [*lines, say("standing-state", state=say(f"issue-state-{standing.issue.state}"))]


def _code(standing: Standing) -> str:
    return f"\u2066{spoken(standing.concern.code)}\u2069"


def _date(city: City, standing: Standing) -> str:
    return date_words(standing.concern.created_at, city.zone)


def _topic(say: Speaker, city: City, standing: Standing) -> str:
    return city.topic_title(standing.concern.topic) or say("topic-unknown")

"""What became of a concern, what a person follows, and the foremost issues of a district."""

from collections.abc import Sequence

from backend.domain.city import City
from backend.domain.concern import ConcernState
from backend.domain.following import Known, Tie, Verdict
from backend.domain.issue import Issue
from backend.domain.measure import MeasureState
from backend.domain.parts import is_matter
from backend.domain.persian import date_words
from backend.domain.tracking_code import new_code, spoken
from backend.services.outcomes import Answered
from backend.services.standings import Course, Followed, Standing
from bot.texts.speaker import Speaker
from bot.views import notices
from bot.views.view import Button, View, in_rows

_NUMBERS_IN_A_ROW = 5
_GROWS, _FADES = 1.25, 0.8
_OPEN = frozenset({MeasureState.PROPOSED})


def mine(say: Speaker, city: City, followed: Followed) -> View:
    """List a person's own concerns and supported issues, each with where it stands and a button for its news."""
    if not followed.own and not followed.supported:
        return View(say("mine-none"))
    entries: list[str] = []
    courses: dict[int, tuple[int, Course]] = {}
    if followed.own:
        entries.append(say("mine-title"))
    for number, standing in enumerate(followed.own, 1):
        head = say("mine-line", number=number, code=_code(standing), date=_date(city, standing))
        entries.append("\n".join([head, _topic(say, city, standing), *_where(say, city, standing)]))
        if standing.course:
            courses.setdefault(standing.course.issue.id, (number, standing.course))
    if followed.supported:
        entries.append(say("mine-supported"))
    for number, course in enumerate(followed.supported, len(followed.own) + 1):
        head = say("mine-issue", number=number, title=course.issue.title)
        entries.append("\n".join([head, *_course(say, city, course)]))
        courses.setdefault(course.issue.id, (number, course))
    if courses:
        entries.append(say("mine-news"))
    buttons = [_news(say, number, course) for number, course in courses.values()]
    return View("\n\n".join(entries), in_rows(buttons, _NUMBERS_IN_A_ROW))


def _news(say: Speaker, number: int, course: Course) -> Button:
    sign, wanted = ("🔕", 0) if course.tie.is_silent else ("🔔", 1)
    return Button(f"{sign} {say.figures(number)}", f"f:news:{course.issue.id}:{wanted}")


def tracked(say: Speaker, city: City, standing: Standing) -> View:
    """Show what became of one concern; its words are not shown, since anybody may hold the code."""
    head = say("track-title", code=_code(standing), date=_date(city, standing))
    lines = [head, _topic(say, city, standing), *_where(say, city, standing)]
    if standing.course:
        lines += _chain(say, standing.course)
    return View("\n".join(lines))


def ask_code(say: Speaker) -> View:
    """Ask for a tracking code."""
    return View(say("track-ask", example=example()))


def example() -> str:
    """Return a code that could exist, as an example of the form."""
    return f"\u2066{spoken(new_code())}\u2069"


def same(say: Speaker, known: Known) -> View:
    """Thank who stands behind the issue into which their message fell."""
    return View(say("same-noted", title=known.issue.title))


def differs(say: Speaker) -> View:
    """Say that a message is kept apart."""
    return View(say("differs-noted"))


def answered(say: Speaker, check_id: int, verdict: Verdict, found: Answered) -> View:
    """Thank for an answer, which may be changed; say so if it opened the issue again."""
    if found.reopened:
        return View(say("check-reopened", title=found.issue.title))
    thanks = say("check-noted", title=found.issue.title)
    return View(thanks, notices.verdicts(say, check_id, verdict))


def ask_district(say: Speaker, city: City) -> View:
    """Ask of which district the foremost issues are to be shown."""
    buttons = [Button(title, f"f:top:{code}") for code, title in city.districts.items()]
    return View(say("top-ask"), in_rows(buttons, 3))


def top(say: Speaker, city: City, district: str, found: Sequence[tuple[Known, Tie]]) -> View:
    """Show the foremost issues of a district; each has a button to stand behind it."""
    other = (Button(say("top-other"), "f:where"),)
    if not found:
        return View(say("top-none", district=city.districts[district]), (other,))
    entries = [say("top-title", district=city.districts[district])]
    buttons = []
    for number, (known, tie) in enumerate(found, 1):
        entries.append("\n".join(_foremost(say, known, number)))
        sign = "✅" if tie.is_supported else "✋"
        wanted = int(not tie.is_supported)
        buttons.append(Button(f"{sign} {say.figures(number)}", f"f:too:{district}:{known.issue.id}:{wanted}"))
    entries.append(say("top-hint"))
    return View("\n\n".join(entries), (*in_rows(buttons, 4), other))


def _foremost(say: Speaker, known: Known, number: int) -> list[str]:
    lines = [say("mine-issue", number=number, title=known.issue.title)]
    trend = "grows" if known.growth >= _GROWS else "fades" if known.growth <= _FADES else "steady"
    people = notices.people(say, known.people)
    state = notices.state_words(say, known.issue)
    return [*lines, say("top-line", people=people, trend=say(f"trend-{trend}"), state=state)]


def _where(say: Speaker, city: City, standing: Standing) -> list[str]:
    """Say where a concern stands, before its issue and in it."""
    match standing.concern.state:
        case ConcernState.RECEIVED:
            return [say("standing-received")]
        case ConcernState.UNHEARD:
            return [say("standing-unheard")]
        case ConcernState.WITHHELD:
            return [say("standing-withheld")]
        case ConcernState.HIDDEN:
            return [say("standing-hidden", ground=say(f"told-{standing.ground}") if standing.ground else "")]
    if standing.course is None:
        return [say("standing-unplaced")]
    lines = [say("standing-alone")]
    if standing.course.messages > 1:
        lines = [say("standing-issue", title=standing.course.issue.title, messages=standing.course.messages)]
    return [*lines, *_course(say, city, standing.course)]


def _course(say: Speaker, city: City, course: Course) -> list[str]:
    """Say to whom an issue was reported, in which state it is, and why."""
    groups: dict[str, list[str]] = {}
    for group, at in course.reported:
        groups.setdefault(date_words(at, city.zone), []).append(group)
    lines = [
        say("standing-reported", group=say("standing-between").join(names), date=date) for date, names in groups.items()
    ]
    lines.append(say("standing-state", state=notices.state_words(say, course.issue)))
    if course.reason:
        lines.append(say("notice-state-reason", reason=course.reason))
    return lines


def _chain(say: Speaker, course: Course) -> list[str]:
    """Say what came of an issue: its priority and the measures that answer it; plainly, where nothing did yet."""
    lines = [say("chain-no-priority")]
    if course.priority is not None:
        lines = [say("chain-priority", priority=say.figures(f"{course.priority:g}".replace(".", say("chain-point"))))]
    settled = [one for one in course.measures if one.state not in _OPEN]
    for measure in settled:
        kind, state = say(f"measure-kind-{measure.kind}"), say(f"measure-state-{measure.state}")
        lines.append(say("chain-measure", kind=kind, title=measure.title, state=state))
    if len(settled) < len(course.measures):
        lines.append(say("chain-proposed"))
    if not course.measures:
        lines.append(say("chain-no-measure"))
    return lines


def _code(standing: Standing) -> str:
    return f"\u2066{spoken(standing.concern.code)}\u2069"


def _date(city: City, standing: Standing) -> str:
    return date_words(standing.concern.created_at, city.zone)


def _topic(say: Speaker, city: City, standing: Standing) -> str:
    has_topic = is_matter(standing.concern.topic)
    return (city.topic_title(standing.concern.topic) if has_topic else None) or say("topic-unknown")


def silent(say: Speaker, issue: Issue) -> str:
    """Say that no more news of an issue will come."""
    return say("silent-noted", title=issue.title)

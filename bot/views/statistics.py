"""The statistics in words; the pictures come beside them."""

from collections.abc import Mapping

from backend.domain.city import City
from backend.domain.people import StakeholderGroup
from backend.domain.persian import date_words
from backend.domain.statistics import Statistics
from backend.domain.suppression import shown_cells
from bot.texts.speaker import Speaker
from bot.views.broadcast import count
from bot.views.view import View


def told(say: Speaker, city: City, statistics: Statistics) -> View:
    """Tell the figures, people's numbers suppressed where they are small."""
    since, until = (date_words(moment, city.zone) for moment in (statistics.since, statistics.until))
    total, weeks = statistics.total, statistics.weeks
    lines = [
        say("stats-title", since=since, until=until),
        say("stats-total", messages=total.messages, people=count(say, total.people)),
        say("stats-week", now=weeks[-1][1], before=weeks[-2][1]),
        "",
        say("stats-axes", axes=_cells(say, _axes(say, city, statistics))),
        say("stats-districts", districts=_cells(say, shown_cells(_districts(say, city, statistics)))),
        say("stats-stakeholders", groups=_cells(say, shown_cells(_stakeholders(say, statistics)))),
        say("stats-states", states=_cells(say, _states(say, statistics))),
        _responses(say, statistics),
        "",
        say("stats-hidden"),
    ]
    return View("\n".join(lines))


def _axes(say: Speaker, city: City, statistics: Statistics) -> dict[str, int]:
    counts: dict[str, int] = {}
    for topic, messages in statistics.topics.items():
        title = city.axis_title(topic) or (say("stats-outside") if topic else say("stats-unknown"))
        counts[title] = counts.get(title, 0) + messages
    return dict(sorted(counts.items(), key=lambda one: -one[1]))


def _districts(say: Speaker, city: City, statistics: Statistics) -> dict[str, int]:
    """Return the people of each district, in the city's order; who told none comes last."""
    places = {code: place for place, code in enumerate(city.districts)}
    found = sorted(statistics.districts.items(), key=lambda one: places.get(one[0] or "", len(places)))
    return {city.districts.get(code or "", say("stats-unknown")): tally.people for code, tally in found}


def _stakeholders(say: Speaker, statistics: Statistics) -> dict[str, int]:
    named = {say(f"stakeholder-{group}"): statistics.stakeholders.get(group) for group in StakeholderGroup}
    named[say("stats-unknown")] = statistics.stakeholders.get(None)
    return {name: tally.people for name, tally in named.items() if tally is not None}


def _states(say: Speaker, statistics: Statistics) -> dict[str, int]:
    return {say(f"issue-state-{state}"): issues for state, issues in statistics.states.items()}


def _responses(say: Speaker, statistics: Statistics) -> str:
    median = statistics.median_days
    if median is None:
        return say("stats-no-responses", unanswered=statistics.unanswered)
    answered = len(statistics.responses)
    if median < 1:
        return say("stats-responses-soon", answered=answered, unanswered=statistics.unanswered)
    return say("stats-responses", days=round(median, 1), answered=answered, unanswered=statistics.unanswered)


def _cells(say: Speaker, cells: Mapping[str, int | None]) -> str:
    words = [
        say("stats-cell-hidden", name=name) if number is None else say("stats-cell", name=name, count=number)
        for name, number in cells.items()
    ]
    return "، ".join(words) if words else "—"

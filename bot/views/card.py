"""The card of an issue, as a group's members see it."""

from collections.abc import Sequence

from backend.domain.acts import EventKind, IssueEvent
from backend.domain.city import City
from backend.domain.groups import WorkingGroup
from backend.domain.persian import date_words
from backend.domain.suppression import shown
from backend.services.desks import AtDesk
from backend.services.issue_cards import Card
from bot.texts.speaker import Speaker
from bot.views.digest import counts, excerpt
from bot.views.issue_code import code_word
from bot.views.measure import measure_line
from bot.views.view import Button, View

_ROOM = 3600
_MOST_MEASURES = 3


def card(say: Speaker, city: City, told: Card, *, in_group: bool) -> View:
    """Write the card out. In a group's chat it is everybody's, so it does not say what the one who pressed did."""
    parts = [_head(say, city, told), _standing(say, told, in_group=in_group)]
    if told.figures.examples:
        examples = [say("card-example", example=excerpt(text)) for text in told.figures.examples]
        parts.append("\n".join([say("card-examples"), *examples]))
    if told.history:
        events = [event_line(say, city, told.at, event) for event in told.history]
        parts.append("\n".join([say("card-history"), *events]))
    return View("\n\n".join(parts), _buttons(say, told))


def history(say: Speaker, city: City, at: AtDesk, events: Sequence[IssueEvent]) -> View:
    """List everything that was done about an issue."""
    lines = [say("card-history-all", title=at.issue.title), ""]
    lines += [event_line(say, city, at, event) for event in events] or [say("card-history-none")]
    return View(fitting(lines), ((back(say, at),),))


def event_line(say: Speaker, city: City, at: AtDesk, event: IssueEvent) -> str:
    """Say one event in a line."""
    date, what = date_words(event.at, city.zone), _what(say, city, at, event)
    if event.reason:
        return say("card-event-reason", date=date, what=what, reason=excerpt(event.reason))
    return say("card-event", date=date, what=what)


def fitting(lines: Sequence[str]) -> str:
    """Return as many of the first lines as one message holds, since what is edited in place has no second one."""
    kept: list[str] = []
    room = _ROOM
    for line in lines:
        room -= len(line) + 1
        if room < 0:
            return "\n".join([*kept, "…"])
        kept.append(line)
    return "\n".join(kept)


def back(say: Speaker, at: AtDesk) -> Button:
    """The button that leads back to the card."""
    return Button(say("button-back"), data("c", at))


def data(act: str, at: AtDesk, *more: object) -> str:
    """Return what a button of this card carries."""
    return ":".join(map(str, ("i", act, at.group.number, at.issue.id, *more)))


def openers(say: Speaker, group: WorkingGroup, issue_ids: Sequence[int], first: int = 1) -> list[Button]:
    """Return numbered buttons that open cards."""
    return [
        Button(say.figures(number), f"i:o:{group.number}:{issue_id}")
        for number, issue_id in enumerate(issue_ids, start=first)
    ]


def _head(say: Speaker, city: City, told: Card) -> str:
    issue, figures = told.issue, told.figures
    code = say("card-code", code=code_word(issue))
    lines = [say("card-title", title=issue.title), code, _topic(say, city, told)]
    if issue.locality:
        lines.append(say("card-place", place=issue.locality))
    lines.append(counts(say, "card-counts", figures.messages, figures.people))
    if shown(figures.supporters):
        lines.append(say("card-supporters", people=figures.supporters))
    since = date_words(told.first_seen or issue.first_seen, city.zone)
    if figures.districts:
        names = "، ".join(city.districts.get(code, code) for code in figures.districts)
        lines.append(say("digest-item-districts", districts=names, since=since))
    else:
        lines.append(say("digest-item-since", since=since))
    lines.append(say("card-trend", recent=figures.recent, before=figures.before))
    if figures.urgent:
        lines.append(say("digest-item-urgent", count=figures.urgent))
    lines += [say("card-pin", latitude=latitude, longitude=longitude) for latitude, longitude in figures.places]
    return "\n".join(lines)


def _topic(say: Speaker, city: City, told: Card) -> str:
    topic = city.topic_title(told.issue.topic)
    if topic is None:
        return say("topic-unknown")
    axis = city.axis_title(told.issue.topic)
    return say("concern-topic-axis", topic=topic, axis=axis) if axis else say("concern-topic", topic=topic)


def _standing(say: Speaker, told: Card, *, in_group: bool) -> str:
    """What the group made of it so far."""
    lines = [say("card-state", state=say(f"issue-state-{told.issue.state}"))]
    if told.state_event is not None and told.state_event.reason:
        lines.append(say("card-state-reason", reason=told.state_event.reason))
    priority = told.priority
    if priority.median is None:
        lines.append(say("card-priority-none"))
    else:
        median = int(priority.median) if priority.median.is_integer() else priority.median
        lines.append(say("card-priority", median=median, votes=priority.votes))
    if told.is_owned:
        lines.append(say("card-owner-own" if told.is_own and not in_group else "card-owner-other"))
    else:
        lines.append(say("card-owner-none"))
    hung = told.attached
    several = {"card-seen": told.seen, "card-mess": hung.mess, "card-measures": len(hung.measures)}
    several["card-merged"] = hung.merged
    lines += [say(name, count=count) for name, count in several.items() if count]
    lines += [measure_line(say, one) for one in hung.measures[:_MOST_MEASURES]]
    if not told.at.is_here:
        lines.append(say("card-lies", groups="»، «".join(home.name for home in told.at.homes)))
    return "\n".join(lines)


def _buttons(say: Speaker, told: Card) -> tuple[tuple[Button, ...], ...]:
    at, hung = told.at, told.attached
    issue_id = at.issue.id

    def one(name: str, act: str) -> Button:
        return Button(say(name), data(act, at))

    looking = [one("button-card-history", "hi")]
    if hung.files:
        looking.append(Button(say("button-card-files", count=hung.files), data("f", at)))
    if hung.answers:
        looking.append(Button(say("button-card-answers", count=hung.answers), data("as", at)))
    mess = Button(say("button-card-mess"), f"m:show:{issue_id}")
    every = Button(say("button-all-issues"), f"i:l:{at.group.number}")
    if not at.is_here:
        return (tuple(looking), (mess, every))
    taking = one("button-card-release", "dr") if told.is_owned else one("button-card-take", "tk")
    notes = (
        Button(say("button-card-notes-count", count=hung.notes), data("nt", at))
        if hung.notes
        else one("button-card-notes", "nt")
    )
    return (
        (one("button-card-seen", "s"), one("button-card-priority", "p")),
        (one("button-card-state", "st"), taking),
        (one("button-card-topic", "tx"), one("button-card-ask", "q")),
        (one("button-card-merge", "mg"), one("button-card-split", "sp")),
        (one("button-card-up", "up"), one("button-card-down", "dn")),
        (mess, Button(say("button-card-measure"), f"x:new:{issue_id}")),
        (notes, *looking[:1]),
        *((tuple(looking[1:]),) if looking[1:] else ()),
        (every,),
    )


def _what(say: Speaker, city: City, at: AtDesk, event: IssueEvent) -> str:
    """Say what happened, with the names that this kind of event has."""
    detail = event.detail
    named: dict[str, object] = {}
    name = f"card-event-{event.kind}"
    match event.kind:
        case EventKind.STATE:
            named["state"] = say(f"issue-state-{detail['to']}")
            name = "card-event-state-citizens" if event.group_id is None else name
        case EventKind.TOPIC:
            named["topic"] = city.topic_title(detail["to"]) or say("topic-unknown")
        case EventKind.MERGED | EventKind.UNMERGED:
            named["title"] = detail["title"]
        case EventKind.SPLIT if "from" in detail:
            name, named["title"] = "card-event-split-from", detail["title"]
        case EventKind.SPLIT:
            named["count"] = int(detail["count"])
        case EventKind.HANDED | EventKind.RETURNED:
            groups = {str(group.id): group.name for group in at.groups}
            named["group"] = groups.get(detail["to"], say("card-group-unknown"))
    return say(name, **named)

"""Working groups, as admins and new members see them."""

from collections.abc import Sequence
from datetime import datetime

from backend.domain.city import City
from backend.domain.groups import Level, WorkingGroup
from backend.domain.persian import date_words
from backend.domain.schedule import Rhythm, Schedule
from backend.domain.schedule_words import WEEKDAYS
from bot.texts.speaker import Speaker
from bot.views.view import Button, View, in_rows

_CHOSEN, _PARTLY = "✅ ", "☑️ "
SUGGESTED_SCHEDULES = ("هر شنبه ساعت ۸", "هر چهارشنبه ساعت ۸", "اول هر ماه ساعت ۸", "پایان هر فصل ساعت ۸")


def ask_name(say: Speaker) -> View:
    """Ask for the name of a new group."""
    return View(say("group-ask-name"), (_dropping(say),))


def ask_level(say: Speaker) -> View:
    """Offer the three levels."""
    levels = tuple(Button(say(f"level-{level}"), f"g:level:{level}") for level in Level)
    return View(say("group-ask-level"), (levels, _dropping(say)))


def ask_topics(say: Speaker, city: City, chosen: frozenset[str]) -> View:
    """Offer the axes to tick as a whole or to open, all topics at once, or the secretariat's remit."""
    axes = tuple(
        (
            Button(_ticked(title, _codes(city, axis), chosen), f"g:axis:{axis}"),
            Button(say("button-open-axis"), f"g:open-axis:{axis}"),
        )
        for axis, title in city.axes.items()
    )
    special = (
        (Button(say("button-all-axes"), "g:axes:all"),),
        (Button(say("button-the-rest"), "g:axes:rest"),),
        (Button(say("button-continue"), "g:axes:done"), *_dropping(say)),
    )
    return View(say("group-ask-topics"), (*axes, *special))


def ask_topics_of_axis(say: Speaker, city: City, axis: str, chosen: frozenset[str]) -> View:
    """Offer the topics of one axis to tick."""
    buttons = [
        Button(_ticked(topic.title, {topic.code}, chosen), f"g:topic:{axis}:{topic.code}")
        for topic in city.topics_of(axis)
    ]
    text = say("group-ask-topics-of-axis", axis=city.axes[axis])
    return View(text, (*in_rows(buttons, 2), (Button(say("button-back"), "g:back-to-axes"),)))


def ask_districts(say: Speaker) -> View:
    """Ask for districts in words, or all."""
    return View(say("group-ask-districts"), ((Button(say("button-all"), "g:districts:all"), *_dropping(say)),))


def ask_schedule(say: Speaker, data: str = "g:when") -> View:
    """Offer usual schedules; others are written."""
    buttons = [Button(words, f"{data}:{index}") for index, words in enumerate(SUGGESTED_SCHEDULES)]
    return View(say("group-ask-schedule"), (*in_rows(buttons, 2), _dropping(say)))


def founded(say: Speaker, city: City, group: WorkingGroup, now: datetime) -> View:
    """Confirm a new group, and say how to bind it."""
    head = say("group-founded", name=group.name, number=group.number)
    return _described(say, city, group, now, head)


def _described(say: Speaker, city: City, group: WorkingGroup, now: datetime, head: str) -> View:
    text = say(
        "group-described",
        level=say(f"level-{group.level}"),
        topics=_remit(say, city, group),
        districts=_districts(say, city, group),
        schedule=schedule_words(say, group.schedule),
        next=date_words(group.schedule.next_firing(now.astimezone(city.zone)), city.zone),
    )
    how = say("group-how-to-bind", number=group.number)
    deciding = (Button(say("button-rules"), f"x:rules:{group.number}"),)
    return View(f"{head}\n{text}\n\n{how}", (_group_buttons(say, group), deciding))


def listed(say: Speaker, groups: Sequence[WorkingGroup]) -> View:
    """List the groups, each with its buttons."""
    if not groups:
        return View(say("groups-none"), ((Button(say("button-new-group"), "g:new"),),))
    lines = [say("groups-title")]
    for group in groups:
        schedule = schedule_words(say, group.schedule)
        level = say(f"level-{group.level}")
        lines.append(say("group-line", number=group.number, name=group.name, level=level, schedule=schedule))
        lines.append("   " + say("group-bound" if group.contact_id else "group-unbound"))
    buttons = [Button(f"{say.figures(group.number)}. {group.name}", f"g:open:{group.number}") for group in groups]
    return View("\n".join(lines), in_rows(buttons, 1))


def opened(say: Speaker, city: City, group: WorkingGroup, now: datetime) -> View:
    """Show one group with what an admin can do."""
    return _described(say, city, group, now, say("group-opened", name=group.name, number=group.number))


def ask_which_to_bind(say: Speaker, groups: Sequence[WorkingGroup]) -> View:
    """Offer the groups for binding to this chat."""
    buttons = [Button(group.name, f"g:bind:{group.number}") for group in groups]
    return View(say("bind-which"), in_rows(buttons, 1))


def bound(say: Speaker, group: WorkingGroup) -> View:
    """Confirm that a chat is bound."""
    return View(say("group-bound-here", name=group.name, schedule=schedule_words(say, group.schedule)))


def invited(say: Speaker, city: City, group: WorkingGroup, link: str, until: datetime) -> View:
    """Hand over an invite link."""
    return View(say("invite-made", name=group.name, until=date_words(until, city.zone), link=link))


def joined(say: Speaker, group: WorkingGroup, menu: tuple[tuple[str, ...], ...]) -> View:
    """Welcome a new member."""
    text = say("invite-accepted", name=group.name, schedule=schedule_words(say, group.schedule))
    return View(text, menu=menu)


def rescheduled(say: Speaker, group: WorkingGroup, schedule: Schedule) -> View:
    """Confirm a new schedule."""
    return View(say("group-rescheduled", name=group.name, schedule=schedule_words(say, schedule)))


def schedule_words(say: Speaker, schedule: Schedule) -> str:
    """Say a schedule in words."""
    time = say.figures(f"{schedule.at.hour}:{schedule.at.minute:02}")
    if schedule.rhythm is Rhythm.WEEKLY:
        return say("schedule-weekly", day=WEEKDAYS[schedule.weekday], time=time)
    return say(f"schedule-{schedule.rhythm}", time=time)


def _remit(say: Speaker, city: City, group: WorkingGroup) -> str:
    """Name whole axes, and one by one the topics of those that are not whole."""
    if group.takes_rest:
        return say("the-rest")
    if not group.topics:
        return say("all-topics")
    whole = [axis for axis in city.axes if _codes(city, axis) <= group.topics]
    named = {code for axis in whole for code in _codes(city, axis)}
    topics = [topic.title for code, topic in city.topics.items() if code in group.topics - named]
    return "، ".join([*(city.axes[axis] for axis in whole), *topics])


def _codes(city: City, axis: str) -> set[str]:
    return {topic.code for topic in city.topics_of(axis)}


def _ticked(title: str, codes: set[str], chosen: frozenset[str]) -> str:
    if codes <= chosen:
        return f"{_CHOSEN}{title}"
    return f"{_PARTLY}{title}" if codes & chosen else title


def _districts(say: Speaker, city: City, group: WorkingGroup) -> str:
    if not group.districts:
        return say("all-districts")
    return "، ".join(title for code, title in city.districts.items() if code in group.districts)


def _group_buttons(say: Speaker, group: WorkingGroup) -> tuple[Button, ...]:
    return (
        Button(say("button-invite"), f"g:invite:{group.number}"),
        Button(say("button-reschedule"), f"g:retime:{group.number}"),
        Button(say("button-show-digest"), f"d:show:{group.number}"),
    )


def _dropping(say: Speaker) -> tuple[Button, ...]:
    return (Button(say("button-drop"), "g:drop"),)

"""Setting up working groups by chat: a dialogue for a new one, buttons for those that exist."""

from backend.domain.errors import BadInput, NotAllowed, NotFound
from backend.domain.groups import Level
from backend.domain.invites import INVITE_LIFE
from backend.domain.persian import ascii_digits
from backend.domain.schedule import Schedule
from backend.domain.schedule_words import parse_schedule
from backend.services import access, groups
from backend.services.groups import GroupPlan
from bot.turn import Desk
from bot.views import group as views
from bot.views.view import View

STEP_NAME = "group-name"
STEP_LEVEL = "group-level"
STEP_TOPICS = "group-topics"
STEP_DISTRICTS = "group-districts"
STEP_SCHEDULE = "group-schedule"
STEP_RETIME = "group-retime"
_ALL, _REST, _DONE = "all", "rest", "done"
_LONGEST_NAME = 80
_LONGEST_NUMBER = 9


async def list_all(desk: Desk) -> None:
    """List the groups."""
    found = await groups.all_for_admin(desk.uow, desk.turn.actor)
    desk.toast()
    desk.say(views.listed(desk.turn.speaker, found))


async def open_one(desk: Desk, number: int) -> None:
    """Show one group with its buttons."""
    access.allow_admin(desk.uow, desk.turn.actor, "open-group", f"group {number}")
    group = await groups.by_number(desk.uow, number)
    desk.toast()
    desk.say(views.opened(desk.turn.speaker, desk.city, group, desk.uow.now))


async def begin(desk: Desk) -> None:
    """Begin the dialogue of a new group."""
    access.allow_admin(desk.uow, desk.turn.actor, "begin-group", "")
    desk.toast()
    desk.expect(STEP_NAME)
    desk.say(views.ask_name(desk.turn.speaker))


async def take_name(desk: Desk) -> None:
    """Take the name, ask for the level."""
    name = " ".join(desk.turn.event.text.split())
    if len(name) > _LONGEST_NAME:
        raise BadInput(what="name")
    desk.expect(STEP_LEVEL, name=name)
    desk.say(views.ask_level(desk.turn.speaker))


async def take_level(desk: Desk, level: str) -> None:
    """Take the level, ask for topics."""
    data = _data_at(desk, STEP_LEVEL)
    if level not in set(Level):
        raise NotFound
    desk.toast()
    desk.expect(STEP_TOPICS, **data, level=level, topics="")
    desk.edit(views.ask_topics(desk.turn.speaker, desk.city, frozenset()))


async def tick_axis(desk: Desk, axis: str) -> None:
    """Tick all topics of an axis, or untick them if all are ticked."""
    chosen, codes = _chosen(desk), _codes(desk, axis)
    chosen = chosen - codes if codes <= chosen else chosen | codes
    _keep_chosen(desk, chosen)
    desk.edit(views.ask_topics(desk.turn.speaker, desk.city, chosen))


async def open_axis(desk: Desk, axis: str) -> None:
    """Show the topics of an axis."""
    chosen, _ = _chosen(desk), _codes(desk, axis)
    desk.toast()
    desk.edit(views.ask_topics_of_axis(desk.turn.speaker, desk.city, axis, chosen))


async def tick_topic(desk: Desk, axis: str, topic: str) -> None:
    """Tick or untick one topic."""
    chosen = _chosen(desk) ^ ({topic} & _codes(desk, axis))
    _keep_chosen(desk, chosen)
    desk.edit(views.ask_topics_of_axis(desk.turn.speaker, desk.city, axis, chosen))


async def back_to_axes(desk: Desk) -> None:
    """Go back from the topics of an axis to the axes."""
    desk.toast()
    desk.edit(views.ask_topics(desk.turn.speaker, desk.city, _chosen(desk)))


async def end_topics(desk: Desk, how: str) -> None:
    """Take the ticked topics, all topics, or the secretariat's remit; ask for districts."""
    data = _data_at(desk, STEP_TOPICS)
    if how == _DONE and not data["topics"]:
        raise BadInput(what="topics")
    topics = data["topics"] if how == _DONE else how
    desk.toast()
    if how == _REST:
        desk.expect(STEP_SCHEDULE, **data | {"topics": topics, "districts": ""})
        desk.edit(views.ask_schedule(desk.turn.speaker))
        return
    desk.expect(STEP_DISTRICTS, **data | {"topics": topics})
    desk.edit(views.ask_districts(desk.turn.speaker))


async def take_all_districts(desk: Desk) -> None:
    """Take the whole city, ask for the schedule."""
    data = _data_at(desk, STEP_DISTRICTS)
    desk.toast()
    desk.expect(STEP_SCHEDULE, **data, districts="")
    desk.edit(views.ask_schedule(desk.turn.speaker))


async def take_districts(desk: Desk) -> None:
    """Take typed districts, ask for the schedule."""
    codes = _districts_in(desk, desk.turn.event.text)
    desk.expect(STEP_SCHEDULE, **desk.turn.data, districts=",".join(codes))
    desk.say(views.ask_schedule(desk.turn.speaker))


async def take_schedule(desk: Desk) -> None:
    """Take a typed schedule and found the group."""
    await _found(desk, parse_schedule(desk.turn.event.text))


async def take_suggested_schedule(desk: Desk, index: int) -> None:
    """Take a suggested schedule and found the group."""
    _data_at(desk, STEP_SCHEDULE)
    desk.toast()
    await _found(desk, _suggested(index))


async def drop(desk: Desk) -> None:
    """Give up founding a group, or giving it another schedule."""
    access.allow_admin(desk.uow, desk.turn.actor, "begin-group", "")
    desk.finish()
    desk.toast()
    desk.edit(View(desk.turn.speaker("group-dropped")))


async def bind(desk: Desk) -> None:
    """Bind this group chat: to the group whose number was said, or offer the groups."""
    if not desk.turn.event.is_group:
        desk.say(View(desk.turn.speaker("bind-in-group")))
        return
    if desk.turn.event.argument:
        await _bind(desk, _number(desk.turn.event.argument))
        return
    found = await groups.all_for_admin(desk.uow, desk.turn.actor)
    if not found:
        desk.say(views.listed(desk.turn.speaker, found))
        return
    desk.say(views.ask_which_to_bind(desk.turn.speaker, found))


async def begin_bind(desk: Desk) -> None:
    """Offer the groups to an admin who added the bot to a chat; it says nothing to others, nor where it is bound."""
    actor = desk.turn.actor
    if not actor.is_admin:
        return
    found = await groups.all_for_admin(desk.uow, actor)
    if found and not any(group.contact_id == actor.chat_contact_id for group in found):
        desk.say(views.ask_which_to_bind(desk.turn.speaker, found))


async def bind_pressed(desk: Desk, number: int) -> None:
    """Bind this chat to the group whose button was pressed."""
    desk.toast()
    await _bind(desk, number)


async def invite(desk: Desk, number: int) -> None:
    """Make a one-time invite link."""
    group, token = await groups.invite(desk.uow, desk.turn.actor, number)
    link = f"https://t.me/{desk.service.identity.username}?start={token}"
    desk.toast()
    desk.say(views.invited(desk.turn.speaker, desk.city, group, link, desk.uow.now + INVITE_LIFE))


async def begin_retime(desk: Desk, number: int) -> None:
    """Ask for a group's new schedule."""
    access.allow_admin(desk.uow, desk.turn.actor, "begin-retime", f"group {number}")
    desk.toast()
    desk.expect(STEP_RETIME, number=str(number))
    desk.say(views.ask_schedule(desk.turn.speaker, "g:again"))


async def retime(desk: Desk) -> None:
    """Take a typed schedule for a group that exists."""
    await _retime(desk, parse_schedule(desk.turn.event.text))


async def retime_pressed(desk: Desk, index: int) -> None:
    """Take a suggested schedule for a group that exists."""
    _data_at(desk, STEP_RETIME)
    desk.toast()
    await _retime(desk, _suggested(index))


async def _bind(desk: Desk, number: int) -> None:
    group = await groups.bind(desk.uow, desk.turn.actor, number)
    desk.say(views.bound(desk.turn.speaker, group))


async def _retime(desk: Desk, schedule: Schedule) -> None:
    desk.finish()
    number = int(desk.turn.data["number"])
    group = await groups.reschedule(desk.uow, desk.turn.actor, number, schedule)
    desk.say(views.rescheduled(desk.turn.speaker, group, schedule))


async def _found(desk: Desk, schedule: Schedule) -> None:
    data = desk.turn.data
    desk.finish()
    chosen = data["topics"]
    topics = frozenset() if chosen in {_ALL, _REST} else frozenset(chosen.split(","))
    plan = GroupPlan(
        name=data["name"],
        level=Level(data["level"]),
        topics=topics,
        districts=frozenset(filter(None, data["districts"].split(","))),
        schedule=schedule,
        takes_rest=chosen == _REST,
    )
    group = await groups.found(desk.uow, desk.turn.actor, plan)
    desk.say(views.founded(desk.turn.speaker, desk.city, group, desk.uow.now))


def _chosen(desk: Desk) -> frozenset[str]:
    return frozenset(filter(None, _data_at(desk, STEP_TOPICS)["topics"].split(",")))


def _codes(desk: Desk, axis: str) -> frozenset[str]:
    if axis not in desk.city.axes:
        raise NotFound
    return frozenset(topic.code for topic in desk.city.topics_of(axis))


def _keep_chosen(desk: Desk, chosen: frozenset[str]) -> None:
    desk.toast()
    desk.expect(STEP_TOPICS, **desk.turn.data | {"topics": ",".join(sorted(chosen))})


def _data_at(desk: Desk, step: str) -> dict[str, str]:
    """Return what the dialogue gathered, if a button belongs to the step at which it stands.

    Raises:
        NotAllowed: the person is no admin.
        NotFound: the button is of an earlier dialogue.
    """
    if not desk.turn.actor.is_admin:
        raise NotAllowed(act="set-up-group", subject=step)
    if desk.turn.step != step:
        raise NotFound
    return desk.turn.data


def _suggested(index: int) -> Schedule:
    if index >= len(views.SUGGESTED_SCHEDULES):
        raise NotFound
    return parse_schedule(views.SUGGESTED_SCHEDULES[index])


def _districts_in(desk: Desk, text: str) -> list[str]:
    said = ascii_digits(text)
    for between in ("منطقهٔ", "منطقه", "،", ",", " و "):
        said = said.replace(between, " ")
    codes = [desk.city.district_named(word) for word in said.split()]
    if not codes or None in codes:
        raise BadInput(what="districts")
    return list(dict.fromkeys(code for code in codes if code))


def _number(text: str) -> int:
    digits = ascii_digits(text).strip()
    if not digits.isdecimal() or len(digits) > _LONGEST_NUMBER:
        raise BadInput(what="number")
    return int(digits)

"""What the people of the demo do, through the chat alone: the product sees nothing but updates."""

import asyncio
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from persiantools.jdatetime import JalaliDate

from backend.domain.city import City
from backend.domain.schedule_words import WEEKDAYS
from bot.demo.town import Inhabitant, Line, PlannedGroup, Town
from bot.simulator.client import SimGroup, SimMessage, SimulatorClient, SimUser
from bot.texts.speaker import Speaker, speaker_of

_CODE = re.compile(r"[2-9A-Z]{4}-[2-9A-Z]{4}")
_CROWD = 12
_START_SECONDS = 120.0
_SOONEST = timedelta(seconds=20)


@dataclass(slots=True)
class Stage:
    """Where the play happens, and what came of it so far."""

    sim: SimulatorClient
    city: City
    town: Town
    admin: SimUser
    people: dict[str, SimUser] = field(default_factory=dict)
    chats: dict[str, SimGroup] = field(default_factory=dict)
    codes: list[str] = field(default_factory=list)
    say: Speaker = field(default_factory=lambda: speaker_of("fa"))


async def set_up_groups(stage: Stage) -> None:
    """Let the admin found the working groups by chat, bind some to group chats and invite members to the others."""
    await stage.admin.start()
    await stage.admin.wait_for(_with_keyboard, timeout=_START_SECONDS)
    for number, plan in enumerate(stage.town.groups, start=1):
        await _found(stage, plan)
        if plan.chat is None:
            await _invite(stage, number, plan)
        else:
            members = [stage.people[key] for key in plan.members]
            chat = await stage.sim.group(plan.chat, stage.admin, members)
            stage.chats[plan.key] = chat
            await stage.admin.say(f"/bind {number}", chat)
            await chat.wait_for(lambda message: message.from_bot and "متصل شد" in message.text)


async def introduce(stage: Stage, person: Inhabitant) -> None:
    """Let a person open the chat and answer the two questions by buttons."""
    user = stage.people[person.key]
    await user.start()
    asked = await user.wait_for(_with_button(stage.say(f"stakeholder-{person.group}")))
    await user.press(asked, stage.say(f"stakeholder-{person.group}"))
    asked = await user.wait_for(lambda message: message.edited and bool(message.rows))
    district = stage.city.districts.get(person.district or "", stage.say("button-skip"))
    await user.press(asked, district)
    await user.wait_for(lambda message: message.edited and not message.rows)


async def write_all(stage: Stage, progress: Callable[[int], None]) -> None:
    """Let everybody write: each person's own messages in order, the people side by side."""
    by_writer: dict[str, list[Line]] = {}
    for line in stage.town.messages:
        by_writer.setdefault(line.writer, []).append(line)
    gate = asyncio.Semaphore(_CROWD)

    async def one(key: str, lines: list[Line]) -> None:
        async with gate:
            for line in lines:
                stage.codes.append(await _write(stage.people[key], line))
                progress(len(stage.codes))

    async with asyncio.TaskGroup() as crowd:
        for key, lines in by_writer.items():
            crowd.create_task(one(key, lines))


async def confirm_and_correct(stage: Stage) -> None:
    """Let one person say that the topic is right, and another see where things stand."""
    for key in dict.fromkeys(line.writer for line in stage.town.messages):
        messages = await stage.people[key].messages()
        right = next((m for m in messages if m.from_bot and _has(m, stage.say("button-correct"))), None)
        if right is not None:
            await stage.people[key].press(right, stage.say("button-correct"))
            await stage.people[key].wait_for(lambda message: message.edited)
            await stage.people[key].ask(stage.say("menu-mine"), lambda message: message.from_bot)
            return


async def hasten_digests(stage: Stage, now: datetime) -> datetime:
    """Let the admin move every group's schedule to the next full minute; return that minute.

    Nobody wants to wait until Saturday to see a digest. The scheduler itself then does what it does on Saturdays.
    """
    ready = now + _SOONEST + timedelta(seconds=len(stage.town.groups))
    moment = (ready + timedelta(minutes=1)).replace(second=0, microsecond=0)
    day = WEEKDAYS[JalaliDate(moment.date()).weekday()]
    for number in range(1, len(stage.town.groups) + 1):
        opened = await _open_group(stage, number)
        await stage.admin.press(opened, stage.say("button-reschedule"))
        await stage.admin.wait_for(_with_button("هر شنبه ساعت ۸"))
        await stage.admin.say(f"هر {day} ساعت {moment:%H:%M}")
        await stage.admin.wait_for(lambda message: message.text.startswith("زمان فهرست"))
    return moment


def recipients(stage: Stage) -> Mapping[str, list[int]]:
    """Return the chats in which each group's digest must arrive."""
    return {
        plan.key: [stage.chats[plan.key].id]
        if plan.key in stage.chats
        else [stage.people[key].id for key in plan.members]
        for plan in stage.town.groups
    }


async def _found(stage: Stage, plan: PlannedGroup) -> None:
    admin, say = stage.admin, stage.say
    await admin.tap(say("menu-manage"))
    await admin.press(await admin.wait_for(_with_button(say("button-new-group"))), say("button-new-group"))
    await admin.wait_for(lambda message: message.text == say("group-ask-name"))
    await admin.say(plan.name)
    asked = await admin.wait_for(_with_button(say(f"level-{plan.level}")))
    await admin.press(asked, say(f"level-{plan.level}"))
    asked = await admin.wait_for(lambda message: message.edited)
    if isinstance(plan.axes, list):
        for axis in plan.axes:
            await admin.press(asked, f"g:axis:{axis}")
            asked = await admin.wait_for(lambda message: message.edited)
        asked = await _tick_topics(stage, asked, plan.topics)
        await admin.press(asked, say("button-continue"))
    else:
        await admin.press(asked, say("button-all-axes" if plan.axes == "all" else "button-the-rest"))
    asked = await admin.wait_for(lambda message: message.edited)
    if plan.axes != "rest":
        await _give_districts(stage, asked, plan)
    await admin.say(plan.schedule)
    await admin.wait_for(lambda message: "ساخته شد" in message.text)


async def _tick_topics(stage: Stage, asked: SimMessage, topics: list[str]) -> SimMessage:
    """Tick single topics, each in the list of its axis."""
    for topic in topics:
        axis = stage.city.topics[topic].axis
        for data in (f"g:open-axis:{axis}", f"g:topic:{axis}:{topic}", "g:back-to-axes"):
            await stage.admin.press(asked, data)
            asked = await stage.admin.wait_for(lambda message: message.edited)
    return asked


async def _give_districts(stage: Stage, asked: SimMessage, plan: PlannedGroup) -> None:
    if plan.districts == "all":
        await stage.admin.press(asked, stage.say("button-all"))
        await stage.admin.wait_for(lambda message: message.edited)
    else:
        await stage.admin.say("، ".join(plan.districts))
        await stage.admin.wait_for(_with_button("هر شنبه ساعت ۸"))


async def _invite(stage: Stage, number: int, plan: PlannedGroup) -> None:
    for key in plan.members:
        opened = await _open_group(stage, number)
        await stage.admin.press(opened, stage.say("button-invite"))
        made = await stage.admin.wait_for(lambda message: "?start=" in message.text)
        await stage.people[key].start(made.text.split("?start=")[1].split()[0])
        await stage.people[key].wait_for(lambda message: message.text.startswith("خوش آمدید"))


async def _open_group(stage: Stage, number: int) -> SimMessage:
    await stage.admin.say("/groups")
    listed = await stage.admin.wait_for(lambda message: message.text.startswith(stage.say("groups-title")))
    await stage.admin.press(listed, f"g:open:{number}")
    return await stage.admin.wait_for(_with_button(stage.say("button-invite")))


async def _write(user: SimUser, line: Line) -> str:
    await user.say(line.text)
    answer = await user.wait_for(lambda message: message.from_bot and bool(_CODE.search(message.text)))
    found = _CODE.search(answer.text)
    return found[0] if found else ""


def _with_keyboard(message: SimMessage) -> bool:
    return bool(message.keyboard)


def _with_button(name: str) -> Callable[[SimMessage], bool]:
    return lambda message: _has(message, name)


def _has(message: SimMessage, name: str) -> bool:
    return any(button.text == name for row in message.rows for button in row)

"""A survey in the demo: the admin sends a file, everybody answers in the chat, it is closed, the result is drawn."""

import asyncio
import random
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from bot.demo.scenes import Stage
from bot.demo.town import Inhabitant
from bot.simulator.client import SimMessage, SimUser

TITLE = "اتوبوس و قطار شهری از نگاه شما"
_FILE = Path(__file__).parent / "data" / "survey.yaml"
_CROWD = 12
_MOST_STEPS = 20
_WORDS = (
    "اتوبوس‌ها سر وقت نمی‌آیند و در سرما باید خیلی ماند",
    "ایستگاه‌ها سرپناه و نیمکت ندارند",
    "در ساعت‌های شلوغ جا برای ایستادن هم نیست",
    "قطار شهری تا محلهٔ ما نمی‌رسد و باید دو بار تاکسی سوار شد",
    "اتوبوس‌ها کهنه‌اند و دودشان خیابان را پر می‌کند",
    "شب‌ها بعد از ساعت ۹ اتوبوس نیست",
)


@dataclass(slots=True)
class Played:
    """What came of the survey: who finished it, and the picture that the admin asked for."""

    token: str
    finished: list[int] = field(default_factory=list)
    summary: str = ""
    picture: bytes = b""


async def make(stage: Stage) -> Played:
    """Let the admin send the file, publish what was read of it, and take the link."""
    admin, say = stage.admin, stage.say
    await admin.say("/surveys")
    listed = await admin.wait_for(_with_button(say("button-survey-new")))
    await admin.press(listed, say("button-survey-new"))
    how = await admin.wait_for(_with_button(say("button-by-file")))
    await admin.press(how, say("button-by-file"))
    await admin.wait_for(lambda message: message.edited)
    await admin.send_document(_FILE.read_bytes(), _FILE.name)
    page = await admin.wait_for(_with_button(say("button-survey-pb")))
    await admin.press(page, say("button-survey-pb"))
    asked = await admin.wait_for(_with_button(say("button-survey-publish-sure")))
    await admin.press(asked, say("button-survey-publish-sure"))
    page = await admin.wait_for(_with_button(say("button-survey-ln")))
    await admin.press(page, say("button-survey-ln"))
    made = await admin.wait_for(lambda message: "?start=s_" in message.text)
    return Played(made.text.split("?start=")[1].split()[0])


async def answer_all(stage: Stage, played: Played, progress: Callable[[int], None]) -> None:
    """Let everybody follow the link and answer, side by side, each in a way that depends on who they are alone."""
    gate = asyncio.Semaphore(_CROWD)

    async def one(person: Inhabitant) -> None:
        async with gate:
            user = stage.people[person.key]
            await _answer(stage, user, played.token, random.Random(person.key))  # noqa: S311 - a play
            played.finished.append(user.id)
            progress(len(played.finished))

    async with asyncio.TaskGroup() as crowd:
        for person in stage.town.people:
            crowd.create_task(one(person))


async def close(stage: Stage, played: Played) -> None:
    """Let the admin close the survey and look at the result."""
    admin, say = stage.admin, stage.say
    await admin.say("/surveys")
    listed = await admin.wait_for(_with_button(TITLE))
    await admin.press(listed, TITLE)
    page = await admin.wait_for(_with_button(say("button-survey-cl")))
    await admin.press(page, say("button-survey-cl"))
    asked = await admin.wait_for(_with_button(say("button-close-sure")))
    await admin.press(asked, say("button-close-sure"))
    await admin.wait_for(lambda message: message.edited)
    shown = await admin.ask("/results 1", _with_button(say("button-results-picture")))
    while say("survey-state-open") in shown.text:
        # It is closed by the clock, within a second or two.
        shown = await admin.ask("/results 1", _with_button(say("button-results-picture")))
    played.summary = shown.text
    await admin.press(shown, say("button-results-picture"))
    drawn = await admin.wait_for(lambda message: bool(message.photo))
    if drawn.photo is not None:
        played.picture = await stage.sim.download(drawn.photo)


async def _answer(stage: Stage, user: SimUser, token: str, chance: random.Random) -> None:
    start = stage.say("survey-start")
    invited = None
    while invited is None or not _has(invited, start):
        # The survey opens within a second of being published.
        await user.start(token)
        invited = await user.wait_for(lambda message: message.from_bot)
    await user.press(invited, start)
    for _ in range(_MOST_STEPS):
        shown = await user.wait_for(lambda message: _is_question(message) or _is_over(stage, message))
        if _is_over(stage, shown):
            return
        await _act(stage, user, shown, chance)


async def _act(stage: Stage, user: SimUser, shown: SimMessage, chance: random.Random) -> None:
    """Answer the question that is shown as its buttons and words ask for."""
    choices = _data(shown, "q:a:")
    ticks = _data(shown, "q:t:")
    if choices:
        # The first ones more often, so that there is something to see.
        await user.press(shown, choices[min(int(chance.expovariate(0.7)), len(choices) - 1)])
    elif ticks and _data(shown, "q:done:"):
        await user.press(shown, chance.choice(ticks))
        ticked = await user.wait_for(lambda message: message.edited and "✅" in _words(message))
        await user.press(ticked, _data(ticked, "q:done:")[0])
    elif ticks:
        for _ in ticks[1:]:
            left = [one for one in _data(shown, "q:t:") if "@" in one]
            await user.press(shown, chance.choice(left))
            shown = await user.wait_for(lambda message: message.edited)
        await user.press(shown, next(one for one in _data(shown, "q:t:") if "@" in one))
    elif chance.random() < 1 / _CROWD:
        await user.press(shown, stage.say("question-skip"))
    elif stage.say("how-text") in shown.text:
        await user.say(chance.choice(_WORDS))
    else:
        await user.say(str(chance.randint(2, 35)))


def _is_question(message: SimMessage) -> bool:
    return message.from_bot and bool(_data(message, "q:stop:"))


def _is_over(stage: Stage, message: SimMessage) -> bool:
    return message.from_bot and stage.say("survey-thanks") in message.text


def _data(message: SimMessage, lead: str) -> list[str]:
    return [button.data for button in message.buttons if button.data.startswith(lead)]


def _words(message: SimMessage) -> str:
    return "".join(button.text for button in message.buttons)


def _with_button(name: str) -> Callable[[SimMessage], bool]:
    return lambda message: _has(message, name)


def _has(message: SimMessage, name: str) -> bool:
    return any(name in button.text for button in message.buttons)

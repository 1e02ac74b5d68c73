"""What people do again and again in the journeys."""

import asyncio
import re
from collections.abc import Awaitable, Callable

from bot.simulator.client import SimGroup, SimMessage, SimulatorClient, SimUser
from bot.simulator.link import Test
from tests.journey.town import WAIT

CODE = re.compile(r"[2-9A-Z]{4}-[2-9A-Z]{4}")


def code_in(message: SimMessage) -> str:
    """Return the tracking code as it is shown: two groups of four."""
    found = CODE.search(message.text)
    assert found, f"no code in {message.text!r}"
    return found[0]


def bare(code: str) -> str:
    """Return a code as it is kept."""
    return code.replace("-", "")


def has_code(message: SimMessage) -> bool:
    return bool(CODE.search(message.text))


def with_button(name: str) -> Callable[[SimMessage], bool]:
    return lambda message: any(name in button.text for button in message.buttons)


def answered(message: SimMessage) -> bool:
    """Any answer, but not the word that others reported the same, which comes unasked a moment later."""
    return "پیش از شما" not in message.text


def edited(message: SimMessage) -> bool:
    return message.edited


async def looked_until(look: Callable[[], Awaitable[SimMessage]], test: Test) -> SimMessage:
    """Look again and again until it shows what is awaited: what was written is gathered a moment later.

    Raises:
        AssertionError: it did not in half a minute.
    """
    loop = asyncio.get_running_loop()
    deadline = loop.time() + WAIT
    while True:
        seen = await look()
        if test(seen):
            return seen
        assert loop.time() < deadline, seen.text
        await asyncio.sleep(0.1)


async def tell(user: SimUser, text: str) -> SimMessage:
    """Write a concern; return the answer with its code."""
    return await user.ask(text, has_code)


async def found_group(
    admin: SimUser, name: str, *, districts: str, topics: str = "همهٔ موضوع‌ها", when: str, level: str = "منطقه‌ای"
) -> int:
    """Let the admin found a group through the whole dialogue; return its number.

    `topics` names an axis or the button for all of them; districts and schedule are typed.
    """
    await admin.say("/newgroup")
    await admin.wait_for(lambda message: "نام کارگروه" in message.text)
    await admin.say(name)
    await admin.press(await admin.wait_for(with_button(level)), level)
    asked = await admin.wait_for(edited)
    await admin.press(asked, topics)
    if topics != "همهٔ موضوع‌ها":
        asked = await admin.wait_for(lambda message: message.edited and "✅" in message.buttons[0].text + asked.text)
        await admin.press(asked, "ادامه")
    await admin.wait_for(lambda message: message.edited and "کدام منطقه‌ها" in message.text)
    await admin.say(districts)
    await admin.wait_for(lambda message: "کی فرستاده شود" in message.text)
    await admin.say(when)
    made = await admin.wait_for(lambda message: "ساخته شد" in message.text)
    found = re.search(r"با شمارهٔ ([۰-۹]+)", made.text)
    assert found, made.text
    return int(found[1])


async def bind(admin: SimUser, sim: SimulatorClient, number: int, title: str, *members: SimUser) -> SimGroup:
    """Make a group chat with the bot in it and bind it to a working group."""
    chat = await sim.group(title, admin, members)
    await admin.say(f"/bind {number}", chat)
    await chat.wait_for(lambda message: message.from_bot and "متصل شد" in message.text)
    return chat


async def invite(admin: SimUser, number: int) -> str:
    """Let the admin make an invite link; return its token."""
    await admin.say("/groups")
    listed = await admin.wait_for(lambda message: message.text.startswith("کارگروه‌ها"))
    await admin.press(listed, f"g:open:{number}")
    opened = await admin.wait_for(with_button("لینک دعوت عضو"))
    await admin.press(opened, "لینک دعوت عضو")
    made = await admin.wait_for(lambda message: "?start=" in message.text)
    return made.text.split("?start=")[1].split()[0]

"""What people do again and again in the journeys."""

import re
from collections.abc import Callable

from bot.simulator.client import SimMessage, SimUser

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


def edited(message: SimMessage) -> bool:
    return message.edited


async def tell(user: SimUser, text: str) -> SimMessage:
    """Write a concern; return the answer with its code."""
    return await user.ask(text, has_code)

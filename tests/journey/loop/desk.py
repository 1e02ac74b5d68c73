"""What members do again and again: take a seat, open a card."""

import pytest

from bot.simulator.client import SimGroup, SimMessage, SimulatorClient, SimUser
from tests.journey.acts import invite, with_button


async def seated(sim: SimulatorClient, admin: SimUser, number: int, name: str) -> SimUser:
    """Let somebody become a member of a group by an invite."""
    member = await sim.user(name, role="عضو کارگروه")
    await member.start(await invite(admin, number))
    await member.wait_for(lambda message: "شما عضو" in message.text)
    return member


async def open_card(member: SimUser, words: str, chat: SimGroup | None = None) -> SimMessage:
    """Open the card of the issue with these words from the group's list, into which messages come by and by."""
    listed = None
    for _ in range(60):
        await member.say("/issues", chat)
        listed = await member.wait_for(lambda message: message.from_bot, chat=chat)
        number = next(
            (line.split(".")[0].strip() for line in listed.text.splitlines() if words in line.replace("\u00a0", " ")),
            "",
        )
        if number:
            await member.press(listed, number)
            return await member.wait_for(with_button("آشفتگی"), chat=chat)
    pytest.fail(f"no issue with {words!r}: {listed}")

"""What members do again and again: take a seat, open a card."""

from bot.simulator.client import SimGroup, SimMessage, SimulatorClient, SimUser
from tests.journey.acts import answered, invite, looked_until, with_button


async def seated(sim: SimulatorClient, admin: SimUser, number: int, name: str) -> SimUser:
    """Let somebody become a member of a group by an invite."""
    member = await sim.user(name, role="عضو کارگروه")
    await member.start(await invite(admin, number))
    await member.wait_for(lambda message: "شما عضو" in message.text)
    return member


async def open_card(member: SimUser, words: str, chat: SimGroup | None = None) -> SimMessage:
    """Open the card of the issue with these words from the group's list, into which messages come by and by."""

    async def listing() -> SimMessage:
        await member.say("/issues", chat)
        return await member.wait_for(answered, chat=chat)

    listed = await looked_until(listing, lambda message: bool(number_of(message, words)))
    await member.press(listed, number_of(listed, words))
    return await member.wait_for(with_button("آشفتگی"), chat=chat)


def number_of(listed: SimMessage, words: str) -> str:
    """Return the number of the line with these words; empty when there is none."""
    lines = [line.replace("\u00a0", " ") for line in listed.text.splitlines()]
    return next((line.split(".")[0].strip() for line in lines if words in line and line[:1] in "۰۱۲۳۴۵۶۷۸۹"), "")


async def pressed(user: SimUser, card: SimMessage, button: str, words: str) -> SimMessage:
    """Press a button and wait until the message became what it leads to."""
    await user.press(card, button)
    return await user.wait_for(lambda message: words in message.text)

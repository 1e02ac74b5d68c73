"""Groups, the bot's place in them, and what Bale lacks."""

from collections.abc import Callable

import pytest
from telegram import Bot
from telegram.error import BadRequest, ChatMigrated, Forbidden, InvalidToken, NetworkError

from bot.simulator.client import SimulatorClient, SimulatorError, SimUser
from bot.simulator.people import Platform
from bot.simulator.server import SimulatorServer, running_simulator
from bot.simulator.world import Settings


@pytest.fixture
async def hossein(sim: SimulatorClient) -> SimUser:
    return await sim.user("حسین احمدی", role="عضو کارگروه")


async def test_the_bot_is_told_that_it_was_added(bot: Bot, sim: SimulatorClient, hossein: SimUser) -> None:
    group = await sim.group("کارگروه حمل‌ونقل", hossein)
    service, change = await bot.get_updates()
    assert service.message.new_chat_members[0].id == bot.id
    assert service.message.chat.title == "کارگروه حمل‌ونقل"
    assert (change.my_chat_member.chat.id, change.my_chat_member.new_chat_member.status) == (group.id, "member")


async def test_with_privacy_the_bot_hears_only_what_is_meant_for_it(
    bot: Bot, sim: SimulatorClient, hossein: SimUser
) -> None:
    group = await sim.group("کارگروه", hossein)
    question = await bot.send_message(group.id, "نظر شما؟")
    seen = await group.wait_for(lambda message: message.id == question.message_id)
    await hossein.say("گفت‌وگوی خودمان", group)
    await hossein.say("/bind", group)
    await hossein.say("خوب است", group, reply_to=seen)
    await hossein.say("@hamandish_bot سلام", group)
    heard = [update.message.text for update in await bot.get_updates() if update.message and update.message.text]
    assert heard == ["/bind", "خوب است", "@hamandish_bot سلام"]
    await group.place_bot("administrator", by=hossein)
    await hossein.say("حالا می‌شنوی", group)
    assert (await bot.get_updates(offset=-1))[0].message.text == "حالا می‌شنوی"


async def test_members(bot: Bot, sim: SimulatorClient, hossein: SimUser, maryam: SimUser) -> None:
    group = await sim.group("کارگروه", hossein, bot="administrator")
    assert await bot.get_chat_member_count(group.id) == 2
    await maryam.join(group)
    assert (await bot.get_updates(offset=-1))[0].message.new_chat_members[0].id == maryam.id
    assert await bot.get_chat_member_count(group.id) == 3
    assert (await bot.get_chat_member(group.id, hossein.id)).status == "creator"
    assert (await bot.get_chat_member(group.id, maryam.id)).status == "member"
    assert (await bot.get_chat_member(group.id, bot.id)).status == "administrator"
    assert [member.user.id for member in await bot.get_chat_administrators(group.id)] == [hossein.id]
    await maryam.leave(group)
    assert (await bot.get_chat_member(group.id, maryam.id)).status == "left"
    with pytest.raises(SimulatorError, match=r"(?i)not in this chat"):
        await maryam.say("هنوز هستم", group)
    with pytest.raises(BadRequest, match=r"(?i)member not found"):
        await bot.get_chat_member(group.id, 31337)
    assert (await bot.get_chat(group.id)).title == "کارگروه"


@pytest.mark.parametrize(
    ("status", "error"),
    [("kicked", "bot was kicked from the group chat"), ("left", "bot is not a member of the group chat")],
)
async def test_the_bot_is_out(status: str, error: str, bot: Bot, sim: SimulatorClient, hossein: SimUser) -> None:
    group = await sim.group("کارگروه", hossein)
    await group.place_bot(status, by=hossein)
    change = (await bot.get_updates(offset=-1))[0].my_chat_member
    assert change.new_chat_member.status == ("kicked" if status == "kicked" else "left")
    with pytest.raises(Forbidden, match=f"(?i){error}"):
        await bot.send_message(group.id, "سلام")
    waiting = len(await bot.get_updates())
    await hossein.say("/bind", group)
    assert len(await bot.get_updates()) == waiting


async def test_a_group_becomes_a_supergroup(bot: Bot, sim: SimulatorClient, hossein: SimUser) -> None:
    group = await sim.group("کارگروه", hossein)
    heir = await group.migrate(by=hossein)
    old, new = [update.message for update in await bot.get_updates(offset=-2)]
    assert (old.chat.id, old.migrate_to_chat_id) == (group.id, heir.id)
    assert (new.chat.id, new.migrate_from_chat_id, new.chat.type) == (heir.id, group.id, "supergroup")
    with pytest.raises(ChatMigrated) as error:
        await bot.send_message(group.id, "سلام")
    assert error.value.new_chat_id == heir.id
    assert (await bot.send_message(heir.id, "سلام")).chat.id == heir.id


async def test_bale_has_its_gaps(bot_of: Callable[[SimulatorServer], Bot]) -> None:
    settings = Settings(platform=Platform.BALE)
    async with running_simulator(settings) as server, SimulatorClient(server.url) as sim, bot_of(server) as bot:
        user = await sim.user("مریم رضایی")
        await sim.group("کارگروه", user)
        await user.say("/start https://example.org")
        updates = await bot.get_updates()
        assert [update.update_id for update in updates] == [0, 1], "numbers start at zero, no my_chat_member"
        assert [entity.type for entity in updates[1].message.entities] == ["bot_command"]
        sent = await bot.send_message(user.id, "<b>متن</b>", parse_mode="HTML")
        assert sent.text == "<b>متن</b>", "there is no parse mode"
        with pytest.raises(InvalidToken, match=r"(?i)method not found"):
            await bot.set_my_commands([("my", "پیام‌های من")])
        await sim.faults(too_many=1.0)
        with pytest.raises(NetworkError, match=r"(?i)bot limit exceed"):
            await bot.send_message(user.id, "سلام")

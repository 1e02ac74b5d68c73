"""Texts and keyboards, as python-telegram-bot reads the answers and errors."""

import json

import aiohttp
import pytest
from telegram import (
    Bot,
    BotCommand,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    KeyboardButton,
    MessageEntity,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
    ReplyParameters,
)
from telegram.error import BadRequest, Forbidden, InvalidToken

from bot.simulator.client import SimulatorClient, SimulatorError, SimUser
from bot.simulator.server import SimulatorServer


def keys(*names: str) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup([[InlineKeyboardButton(name, callback_data=name)] for name in names])


async def test_who_the_bot_is(bot: Bot) -> None:
    me = await bot.get_me()
    assert me.is_bot
    assert me.username == "hamandish_bot"
    assert me.can_read_all_group_messages is False


async def test_a_text_with_buttons_arrives(bot: Bot, maryam: SimUser) -> None:
    sent = await bot.send_message(maryam.id, "ثبت شد", reply_markup=keys("درست است", "حذف"))
    seen = await maryam.wait_for(lambda message: "ثبت" in message.text)
    assert seen.id == sent.message_id
    assert [button.text for button in seen.buttons] == ["درست است", "حذف"]
    assert sent.reply_markup == keys("درست است", "حذف")
    assert sent.chat.first_name == "مریم"


@pytest.mark.parametrize("how", ["get", "json", "form", "multipart"])
async def test_all_ways_of_calling(how: str, server: SimulatorServer, maryam: SimUser) -> None:
    values = {"chat_id": str(maryam.id), "text": "سلام + & =", "reply_markup": json.dumps(keys("الف").to_dict())}
    url = f"{server.url}/bot{server.token}/SendMessage"
    multipart = aiohttp.FormData(values, default_to_multipart=True)
    request = {
        "get": ("GET", {"params": values}),
        "json": ("POST", {"json": {**values, "chat_id": maryam.id, "reply_markup": keys("الف").to_dict()}}),
        "form": ("POST", {"data": values}),
        "multipart": ("POST", {"data": multipart}),
    }
    method, options = request[how]
    async with aiohttp.ClientSession() as http, http.request(method, url, **options) as answer:
        body = await answer.json()
    assert body["ok"] is True
    assert body["result"]["text"] == "سلام + & ="
    assert body["result"]["reply_markup"]["inline_keyboard"][0][0]["text"] == "الف"


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ("", "message text is empty"),
        ("  \n ", "message text is empty"),
        ("ا" * 4097, "message is too long"),
        ("<b>ناتمام", "can't parse entities"),
        ("یک <3 دو", "can't parse entities"),
        ("<نام>", "can't parse entities"),
    ],
)
async def test_refused_texts(text: str, error: str, bot: Bot, maryam: SimUser) -> None:
    with pytest.raises(BadRequest, match=f"(?i){error}"):
        await bot.send_message(maryam.id, text, parse_mode="HTML")


async def test_the_longest_text_passes(bot: Bot, maryam: SimUser) -> None:
    assert len((await bot.send_message(maryam.id, "ا" * 4096)).text) == 4096


@pytest.mark.parametrize(
    ("button", "error"),
    [
        (InlineKeyboardButton("ا", callback_data="ب" * 33), "BUTTON_DATA_INVALID"),
        (InlineKeyboardButton("ا", url="not-an-address"), "Unsupported URL protocol"),
        (InlineKeyboardButton("ا"), "Text buttons are unallowed"),
    ],
)
async def test_refused_buttons(button: InlineKeyboardButton, error: str, bot: Bot, maryam: SimUser) -> None:
    with pytest.raises(BadRequest, match=f"(?i){error}"):
        await bot.send_message(maryam.id, "متن", reply_markup=InlineKeyboardMarkup([[button]]))


async def test_64_bytes_of_callback_data_pass(bot: Bot, maryam: SimUser) -> None:
    button = InlineKeyboardButton("ا", callback_data="ب" * 32)
    assert await bot.send_message(maryam.id, "متن", reply_markup=InlineKeyboardMarkup([[button]]))


@pytest.mark.parametrize(
    ("mode", "text"),
    [
        ("HTML", "سلام 🌱 <b>مریم</b> &lt;یک&gt; <a href='https://example.org'>این‌جا</a>"),
        ("MarkdownV2", "سلام 🌱 *مریم* <یک\\> [این‌جا](https://example.org)"),
    ],
)
async def test_parse_modes(mode: str, text: str, bot: Bot, maryam: SimUser) -> None:
    sent = await bot.send_message(maryam.id, text, parse_mode=mode)
    assert sent.text == "سلام 🌱 مریم <یک> این‌جا"
    assert {entity.type: part for entity, part in sent.parse_entities().items()} == {
        MessageEntity.BOLD: "مریم",
        MessageEntity.TEXT_LINK: "این‌جا",
    }


async def test_commands_of_people_are_marked(bot: Bot, maryam: SimUser) -> None:
    await maryam.say("/track K7M2 را ببین")
    message = (await bot.get_updates(offset=-1))[0].message
    assert message.parse_entities([MessageEntity.BOT_COMMAND]) == {message.entities[0]: "/track"}
    assert message.entities[0].offset == 0


async def test_answering_a_message(bot: Bot, maryam: SimUser) -> None:
    said = await maryam.say("پرسش")
    sent = await bot.send_message(maryam.id, "پاسخ", reply_parameters=ReplyParameters(said.id))
    assert sent.reply_to_message.text == "پرسش"
    with pytest.raises(BadRequest, match=r"(?i)message to be replied not found"):
        await bot.send_message(maryam.id, "پاسخ", reply_parameters=ReplyParameters(999))
    lenient = ReplyParameters(999, allow_sending_without_reply=True)
    assert (await bot.send_message(maryam.id, "پاسخ", reply_parameters=lenient)).reply_to_message is None


async def test_editing(bot: Bot, maryam: SimUser) -> None:
    sent = await bot.send_message(maryam.id, "اول", reply_markup=keys("الف"))
    with pytest.raises(BadRequest, match=r"(?i)message is not modified"):
        await sent.edit_text("اول", reply_markup=keys("الف"))
    edited = await sent.edit_text("دوم")
    assert edited.edit_date is not None
    assert edited.reply_markup is None, "an edit without a keyboard takes it away"
    await sent.edit_reply_markup(keys("ب"))
    seen = await maryam.wait_for(lambda message: message.edited)
    assert (seen.text, [button.text for button in seen.buttons]) == ("دوم", ["ب"])
    with pytest.raises(BadRequest, match=r"(?i)message to edit not found"):
        await bot.edit_message_text("متن", maryam.id, 999)


async def test_a_persons_message_cannot_be_edited_by_the_bot(bot: Bot, maryam: SimUser) -> None:
    said = await maryam.say("حرف من")
    with pytest.raises(BadRequest, match=r"(?i)message can't be edited"):
        await bot.edit_message_text("حرف دیگر", maryam.id, said.id)


async def test_deleting(bot: Bot, sim: SimulatorClient, maryam: SimUser) -> None:
    sent = await bot.send_message(maryam.id, "گذرا")
    assert await sent.delete()
    assert await maryam.answers() == []
    with pytest.raises(BadRequest, match=r"(?i)message to delete not found"):
        await sent.delete()
    old = await bot.send_message(maryam.id, "کهنه")
    await sim.advance_clock(49 * 3600)
    with pytest.raises(BadRequest, match=r"(?i)can't be deleted"):
        await old.delete()


async def test_a_pressed_button_is_answered(bot: Bot, maryam: SimUser) -> None:
    await bot.send_message(maryam.id, "پرسش", reply_markup=keys("بله", "خیر"))
    seen = await maryam.wait_for(lambda message: bool(message.buttons))
    press = await maryam.press(seen, "بله", times=2)
    queries = [update.callback_query for update in await bot.get_updates() if update.callback_query]
    assert [query.data for query in queries] == ["بله", "بله"]
    assert queries[0].id != queries[1].id
    assert queries[0].message.text == "پرسش"
    await queries[1].answer("ثبت شد", show_alert=True)
    answer = await press.answered()
    assert (answer.text, answer.alert) == ("ثبت شد", True)


async def test_old_presses_cannot_be_answered(bot: Bot, sim: SimulatorClient, maryam: SimUser) -> None:
    await bot.send_message(maryam.id, "پرسش", reply_markup=keys("بله"))
    await maryam.press(await maryam.wait_for(lambda message: bool(message.buttons)), "بله")
    query = (await bot.get_updates(offset=-1))[0].callback_query
    await sim.advance_clock(3600)
    with pytest.raises(BadRequest, match=r"(?i)query is too old"):
        await query.answer()


async def test_reply_keyboards(bot: Bot, maryam: SimUser) -> None:
    rows = [["پیام‌های من", "راهنما"], [KeyboardButton("شمارهٔ من", request_contact=True)]]
    await bot.send_message(
        maryam.id, "برگزینید", reply_markup=ReplyKeyboardMarkup(rows, resize_keyboard=True, one_time_keyboard=True)
    )
    assert await maryam.keyboard() == [["پیام‌های من", "راهنما"], ["شمارهٔ من"]]
    with pytest.raises(SimulatorError, match=r"(?i)no button"):
        await maryam.tap("چیز دیگر")
    await maryam.tap("راهنما")
    assert (await bot.get_updates(offset=-1))[0].message.text == "راهنما"
    assert await maryam.keyboard() == [], "a one-time keyboard folds away"

    await bot.send_message(maryam.id, "دوباره", reply_markup=ReplyKeyboardMarkup(rows))
    await maryam.tap("شمارهٔ من")
    contact = (await bot.get_updates(offset=-1))[0].message.contact
    assert contact.user_id == maryam.id
    assert await maryam.keyboard() != []
    await bot.send_message(maryam.id, "بس", reply_markup=ReplyKeyboardRemove())
    assert await maryam.keyboard() == []


async def test_who_cannot_be_written_to(bot: Bot, sim: SimulatorClient, maryam: SimUser) -> None:
    stranger = await sim.user("ناشناس")
    with pytest.raises(Forbidden, match=r"(?i)can't initiate conversation"):
        await bot.send_message(stranger.id, "سلام")
    with pytest.raises(BadRequest, match=r"(?i)chat not found"):
        await bot.send_message(424242, "سلام")
    await maryam.block()
    with pytest.raises(Forbidden, match=r"(?i)bot was blocked by the user"):
        await bot.send_message(maryam.id, "سلام")
    change = (await bot.get_updates(offset=-1))[0].my_chat_member
    assert (change.old_chat_member.status, change.new_chat_member.status) == ("member", "kicked")
    await maryam.unblock()
    assert await bot.send_message(maryam.id, "سلام")


async def test_wrong_tokens_and_methods(server: SimulatorServer) -> None:
    stranger = Bot("999:" + "A" * 30, base_url=f"{server.url}/bot")
    with pytest.raises(InvalidToken):
        await stranger.get_me()
    paths = {
        f"bot999:{'A' * 30}/getMe": 401,
        "botnonsense/getMe": 404,
        f"bot{server.token}/sendNothing": 404,
        f"file/bot{server.token}/photos/none.jpg": 404,
    }
    async with aiohttp.ClientSession() as http:
        for path, status in paths.items():
            async with http.get(f"{server.url}/{path}") as answer:
                body = await answer.json()
                assert (answer.status, body["error_code"], body["ok"]) == (status, status, False), path


async def test_settings_of_the_bot(bot: Bot) -> None:
    assert await bot.set_my_commands([BotCommand("my", "پیام‌های من")])
    assert [command.description for command in await bot.get_my_commands()] == ["پیام‌های من"]
    with pytest.raises(BadRequest, match=r"(?i)bot_command_invalid"):
        await bot.set_my_commands([BotCommand("فارسی", "نمی‌شود")])
    assert await bot.set_my_description("سامانهٔ هم‌اندیشی شهر")
    assert await bot.set_my_short_description("هم‌اندیش")

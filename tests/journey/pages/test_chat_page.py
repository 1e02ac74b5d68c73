"""The simulator's chat page, used by a person in a browser."""

import struct
import zlib
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from playwright.async_api import Locator, Page, expect
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, KeyboardButton, ReplyKeyboardMarkup, Update

from bot.simulator.client import SimulatorClient, SimUser
from bot.simulator.server import SimulatorServer, running_simulator

pytestmark = pytest.mark.page


def picture(width: int = 320, height: int = 180) -> bytes:
    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    rows = zlib.compress((b"\0" + b"\x0b\x7a\x75" * width) * height)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


@pytest.fixture
async def server() -> AsyncIterator[SimulatorServer]:
    async with running_simulator() as running:
        yield running


@pytest.fixture
async def sim(server: SimulatorServer) -> AsyncIterator[SimulatorClient]:
    async with SimulatorClient(server.url) as client:
        yield client


@pytest.fixture
async def bot(server: SimulatorServer) -> AsyncIterator[Bot]:
    async with Bot(server.token, base_url=f"{server.url}/bot", base_file_url=f"{server.url}/file/bot") as ready:
        yield ready


@pytest.fixture
async def page(server: SimulatorServer, page: Page) -> Page:
    """The page goes before the server does: a cut line would count as an error."""
    return page


@pytest.fixture
async def maryam(sim: SimulatorClient) -> SimUser:
    return await sim.user("مریم رضایی", role="شهروند")


async def open_chat(page: Page, server: SimulatorServer, user: SimUser, chat: int | None = None) -> None:
    await page.goto(f"{server.url}/#user={user.id}&chat={chat or user.id}")
    await expect(page.locator("#chat-title")).not_to_be_empty()


async def last_update(bot: Bot) -> Update:
    return (await bot.get_updates(offset=-1, timeout=5))[0]


def bubble(page: Page, text: str) -> Locator:
    return page.locator("article").filter(has_text=text)


async def test_a_citizen_writes_presses_and_sees_picture_and_toast(
    page: Page, server: SimulatorServer, bot: Bot, maryam: SimUser
) -> None:
    await page.goto(server.url)
    await page.get_by_role("button", name="مریم رضایی").click()
    if page.viewport_size["width"] < 760:
        await page.get_by_role("button", name="هم‌اندیش").click()
    await page.get_by_role("button", name="شروع", exact=True).click()
    await expect(bubble(page, "/start")).to_be_visible()
    await page.get_by_label("متن پیام").fill("چاله‌های خیابان سناباد پر نشده است")
    await page.get_by_label("متن پیام").press("Enter")
    await expect(bubble(page, "سناباد")).to_be_visible()
    assert (await last_update(bot)).message.text == "چاله‌های خیابان سناباد پر نشده است"

    await bot.send_chat_action(maryam.id, "typing")
    await expect(page.get_by_text("در حال نوشتن…")).to_be_visible()
    keys = InlineKeyboardMarkup([[InlineKeyboardButton("درست است", callback_data="ok")]])
    await bot.send_message(maryam.id, "کد پیگیری: <code>K7M2</code>", parse_mode="HTML", reply_markup=keys)
    await expect(page.get_by_text("در حال نوشتن…")).to_be_hidden()
    await expect(page.locator("code")).to_have_text("K7M2")
    await page.get_by_role("button", name="درست است").click()
    query = (await last_update(bot)).callback_query
    assert query.data == "ok"
    await query.answer("ثبت شد، سپاسگزاریم.")
    await expect(page.locator(".toast")).to_have_text("ثبت شد، سپاسگزاریم.")

    await bot.send_photo(maryam.id, picture(), caption="نمودار هفته")
    image = bubble(page, "نمودار هفته").locator("img")
    await expect(image).to_be_visible()
    assert await image.evaluate("image => image.naturalWidth") == 320
    await page.get_by_role("button", name="بزرگ‌نمایی تصویر").click()
    await expect(page.get_by_role("dialog", name="تصویر")).to_be_visible()
    await page.keyboard.press("Escape")
    await expect(page.get_by_role("dialog", name="تصویر")).to_be_hidden()


async def test_what_people_write_is_never_read_as_html(
    page: Page, server: SimulatorServer, bot: Bot, sim: SimulatorClient
) -> None:
    evil = "<img src=x onerror=document.title='broken'><b>درشت</b>"
    user = await sim.user(evil)
    await user.say(evil)
    await bot.send_message(
        user.id, evil, reply_markup=InlineKeyboardMarkup([[InlineKeyboardButton(evil, callback_data="x")]])
    )
    await open_chat(page, server, user)
    await expect(page.locator("article .text")).to_have_text([evil, evil])
    assert await page.locator("#messages img, #messages b, #identity img").count() == 0
    assert await page.title() == "گفت‌وگو با هم‌اندیش"


async def test_the_reply_keyboard(page: Page, server: SimulatorServer, bot: Bot, maryam: SimUser) -> None:
    await maryam.start()
    rows = [["پیام‌های من"], [KeyboardButton("موقعیت من", request_location=True)]]
    await bot.send_message(maryam.id, "برگزینید", reply_markup=ReplyKeyboardMarkup(rows, resize_keyboard=True))
    await open_chat(page, server, maryam)
    await page.get_by_role("button", name="پیام‌های من").click()
    await expect(bubble(page, "پیام‌های من")).to_be_visible()
    assert (await last_update(bot)).message.text == "پیام‌های من"
    await page.get_by_role("button", name="موقعیت من").click()
    await page.get_by_role("button", name="میدان آزادی").click()
    await page.get_by_role("dialog", name="فرستادن موقعیت مکانی").get_by_role("button", name="فرستادن").click()
    await expect(bubble(page, "موقعیت مکانی")).to_be_visible()
    assert (await last_update(bot)).message.location.latitude == 36.3076


async def test_editing_an_own_message(page: Page, server: SimulatorServer, bot: Bot, maryam: SimUser) -> None:
    await maryam.say("چاله")
    await open_chat(page, server, maryam)
    await page.get_by_role("button", name="ویرایش پیام").click()
    await page.get_by_label("متن پیام").fill("چالهٔ بزرگ")
    await page.get_by_role("button", name="فرستادن", exact=True).click()
    await expect(bubble(page, "چالهٔ بزرگ")).to_contain_text("ویرایش‌شده")
    assert (await last_update(bot)).edited_message.text == "چالهٔ بزرگ"


async def test_files_both_ways(page: Page, server: SimulatorServer, bot: Bot, maryam: SimUser, tmp_path: Path) -> None:
    await maryam.start()
    await bot.send_document(maryam.id, b"sheet", filename="فهرست کامل.xlsx")
    await open_chat(page, server, maryam)
    async with page.expect_download() as waiting:
        await page.get_by_role("link", name="دریافت فهرست کامل.xlsx").click()
    download = await waiting.value
    assert download.suggested_filename == "فهرست کامل.xlsx"
    await download.save_as(tmp_path / "saved.xlsx")
    assert (tmp_path / "saved.xlsx").read_bytes() == b"sheet"

    (tmp_path / "چاله.png").write_bytes(picture())
    await page.locator("#pick-photo").set_input_files(tmp_path / "چاله.png")
    await expect(page.locator("article.own img")).to_be_visible()
    assert (await last_update(bot)).message.photo[-1].width == 320
    (tmp_path / "نامه.pdf").write_bytes(b"%PDF-")
    await page.locator("#pick-document").set_input_files(tmp_path / "نامه.pdf")
    await expect(bubble(page, "نامه.pdf")).to_be_visible()
    assert (await last_update(bot)).message.document.file_name == "نامه.pdf"


async def test_an_alert_must_be_put_away(page: Page, server: SimulatorServer, bot: Bot, maryam: SimUser) -> None:
    await maryam.start()
    keys = InlineKeyboardMarkup([[InlineKeyboardButton("حذف", callback_data="del")]])
    await bot.send_message(maryam.id, "پیام شما", reply_markup=keys)
    await open_chat(page, server, maryam)
    await page.get_by_role("button", name="حذف").click()
    await (await last_update(bot)).callback_query.answer("این کار برگشت ندارد.", show_alert=True)
    alert = page.get_by_role("dialog", name="این کار برگشت ندارد.")
    await expect(alert).to_be_visible()
    await page.keyboard.press("Enter")
    await expect(alert).to_be_hidden()


async def test_invite_links_stay_inside_the_page(
    page: Page, server: SimulatorServer, bot: Bot, maryam: SimUser
) -> None:
    await maryam.start()
    await bot.send_message(maryam.id, "پیوند عضویت: https://t.me/hamandish_bot?start=inv_7fQ")
    await open_chat(page, server, maryam)
    await page.get_by_role("link", name="https://t.me/hamandish_bot?start=inv_7fQ").click()
    await expect(bubble(page, "/start inv_7fQ")).to_be_visible()
    assert (await last_update(bot)).message.text == "/start inv_7fQ"


async def test_a_new_person_makes_a_group_with_the_bot(
    page: Page, server: SimulatorServer, bot: Bot, maryam: SimUser
) -> None:
    await page.goto(server.url)
    people = page.get_by_role("dialog", name="شما که هستید؟")
    await people.get_by_label("نام و نام خانوادگی").fill("زهرا موسوی")
    await people.get_by_label("نقش", exact=True).fill("مدیر سامانه")
    await people.get_by_role("button", name="افزودن").click()
    await expect(page.locator("#identity-name")).to_have_text("زهرا موسوی")
    if page.viewport_size["width"] < 760:
        await expect(page.get_by_role("button", name="گروه تازه")).to_be_visible()
    else:
        await expect(page.locator("#chat-title")).to_have_text("هم‌اندیش")
    await page.get_by_role("button", name="گروه تازه").click()
    group = page.get_by_role("dialog", name="گروه تازه")
    await group.get_by_label("نام گروه").fill("کارگروه حمل‌ونقل")
    await group.get_by_label("مریم رضایی").check()
    await group.get_by_role("button", name="ساختن گروه").click()
    await expect(page.locator("#chat-title")).to_have_text("کارگروه حمل‌ونقل")
    await expect(page.locator("#chat-note")).to_have_text("۳ عضو")
    assert (await last_update(bot)).my_chat_member.chat.title == "کارگروه حمل‌ونقل"


async def test_news_of_other_chats_and_lost_connections(
    page: Page, server: SimulatorServer, bot: Bot, sim: SimulatorClient, maryam: SimUser
) -> None:
    other = await sim.user("حسین احمدی")
    group = await sim.group("کارگروه", maryam, [other])
    await maryam.start()
    await open_chat(page, server, maryam, group.id)
    await bot.send_message(maryam.id, "خبر تازه")
    if page.viewport_size["width"] < 760:
        await page.get_by_role("button", name="بازگشت به فهرست گفت‌وگوها").click()
    await expect(page.locator(".badge")).to_have_text("۱")
    await maryam.block()
    await page.get_by_role("button", name="خبر تازه").click()
    await expect(page.locator("#chat-note")).to_have_text("ربات را مسدود کرده‌اید")
    await page.get_by_role("button", name="رفع مسدودی").click()
    await expect(page.locator("#chat-note")).to_have_text("ربات")


async def test_nothing_is_wider_than_the_window(page: Page, server: SimulatorServer, bot: Bot, maryam: SimUser) -> None:
    await maryam.say("آ" * 600 + " https://example.org/" + "a" * 300)
    await bot.send_photo(maryam.id, picture(1200, 300), caption="پهن")
    wide = [[InlineKeyboardButton("گزینه‌ای با نامی بسیار بلند و پیوسته" * 2, callback_data=str(n)) for n in range(3)]]
    await bot.send_message(maryam.id, "برگزینید", reply_markup=InlineKeyboardMarkup(wide))
    await open_chat(page, server, maryam)
    await expect(bubble(page, "برگزینید")).to_be_visible()
    widths = "() => [document.documentElement.scrollWidth, document.querySelector('#messages').scrollWidth]"
    document, messages = await page.evaluate(widths)
    assert document <= page.viewport_size["width"]
    assert messages <= await page.locator("#messages").evaluate("list => list.clientWidth")


async def test_the_keyboard_alone_is_enough(page: Page, server: SimulatorServer, bot: Bot, maryam: SimUser) -> None:
    await maryam.start()
    keys = InlineKeyboardMarkup([[InlineKeyboardButton("درست است", callback_data="ok")]])
    await bot.send_message(maryam.id, "پرسش", reply_markup=keys)
    await open_chat(page, server, maryam)
    await page.locator("#messages").focus()
    for _ in range(12):
        await page.keyboard.press("Tab")
        if await page.evaluate("document.activeElement.textContent.trim()") == "درست است":
            break
    await page.keyboard.press("Enter")
    assert (await last_update(bot)).callback_query.data == "ok"
    await page.get_by_role("button", name="پیوست").focus()
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("menuitem", name="تصویر")).to_be_focused()
    await page.keyboard.press("Escape")
    await expect(page.get_by_role("menu", name="پیوست")).to_be_hidden()


async def test_an_album_and_a_voice(
    page: Page, server: SimulatorServer, bot: Bot, maryam: SimUser, tmp_path: Path
) -> None:
    await maryam.start()
    for name in ("یک.png", "دو.png"):
        (tmp_path / name).write_bytes(picture())
    (tmp_path / "صدا.oga").write_bytes(b"OggS voice")
    await open_chat(page, server, maryam)
    await page.get_by_label("متن پیام").fill("این دو را ببینید")
    await page.locator("#pick-photo").set_input_files([tmp_path / "یک.png", tmp_path / "دو.png"])
    await expect(page.locator("article img")).to_have_count(2)
    await page.get_by_role("button", name="پیوست", exact=True).click()
    await expect(page.get_by_role("menuitem", name="پیام صوتی")).to_be_visible()
    await page.locator("#pick-voice").set_input_files(tmp_path / "صدا.oga")
    await expect(page.locator("article audio")).to_have_count(1)
    _, first, second, voice = await bot.get_updates(timeout=5)
    assert first.message.media_group_id == second.message.media_group_id
    assert (first.message.caption, second.message.caption) == ("این دو را ببینید", None)
    file = await bot.get_file(voice.message.voice.file_id)
    assert bytes(await file.download_as_bytearray()) == b"OggS voice"

"""What citizens send: pictures, albums, voices, places, messages in a row, danger, and messages without a name."""

import time
from collections.abc import AsyncIterator, Callable
from io import BytesIO

import pytest
from PIL import Image

from bot.simulator.client import SimMessage, SimulatorClient, SimUser
from tests.journey.acts import bind, code_in, edited, found_group, has_code, looked_until, tell, with_button
from tests.journey.product import show
from tests.pictures import photo_with_exif

_POTHOLE = "چاله‌های خیابان سناباد ماشین‌ها را خراب کرده"
_DARK = "چراغ‌های کوچهٔ ما خاموش است و شب‌ها می‌ترسیم"
_VOICE = b"OggS" + bytes(400)


def says(*words: str) -> Callable[[SimMessage], bool]:
    return lambda message: all(word in message.text for word in words)


@pytest.fixture
async def moderator(admin: SimUser) -> AsyncIterator[SimUser]:
    """The admin, who may do all that a moderator may."""
    await admin.say("/start")
    await admin.wait_for(lambda message: bool(message.keyboard))
    yield admin
    await admin.start()


async def hears_until(moderator: SimUser, code: str) -> SimMessage:
    """Let the moderator go through the queue until this concern comes."""
    asked = await moderator.ask("/voices", says("در نوبت"))

    async def following() -> SimMessage:
        nonlocal asked
        await moderator.press(asked, "بعدی")
        asked = await moderator.wait_for(says("در نوبت"))
        return asked

    def is_it(message: SimMessage) -> bool:
        return code in message.text and "هنوز نرسیده" not in message.text

    return asked if is_it(asked) else await looked_until(following, is_it)


async def test_taps_and_seconds_from_opening_to_the_code(sim: SimulatorClient, citizen: SimUser) -> None:
    await tell(citizen, _DARK)  # The language data is loaded once, in the first seconds of the service.
    person = await sim.user("تازه‌وارد")
    begun = time.monotonic()
    await person.start()
    await person.wait_for(lambda message: bool(message.keyboard))
    greeted = time.monotonic()
    answer = await person.ask(_POTHOLE, has_code)
    ended = time.monotonic()
    show(
        "from opening the bot to the tracking code: 2 taps (start, send), no form, no question before it;",
        f"{greeted - begun:.2f} s to the greeting, {ended - greeted:.2f} s from sending to the code",
    )
    assert code_in(answer)
    assert ended - begun < 10


async def test_a_photo_goes_in_with_exif_and_comes_out_without(
    sim: SimulatorClient, citizen: SimUser, moderator: SimUser
) -> None:
    raw = photo_with_exif(400, 300)
    await citizen.send_photo(raw)
    answer = await citizen.wait_for(has_code)
    assert "تصویر شما ثبت شد" in answer.text
    asked = await hears_until(moderator, code_in(answer))
    pictures = [message for message in await moderator.messages() if message.from_bot and message.photo]
    content = await sim.download(pictures[-1].photo)
    assert b"Exif" in raw
    assert b"Exif" not in content
    with Image.open(BytesIO(content)) as picture:
        assert (picture.size, dict(picture.getexif())) == ((300, 400), {})
    await moderator.press(asked, "نامفهوم است")
    assert code_in(answer) in (await citizen.wait_for(says("دستگیرمان نشد"))).text


async def test_an_album_has_one_code_and_words_after_it_join(citizen: SimUser) -> None:
    await citizen.send_album([photo_with_exif() for _ in range(3)])
    answer = await citizen.wait_for(has_code)
    await citizen.sim.settled()
    assert len([message for message in await citizen.answers() if has_code(message)]) == 1
    told = await tell(citizen, _POTHOLE)
    assert code_in(told) == code_in(answer)
    assert "افزوده شد" in told.text
    assert "چیز دیگری هم هست؟" in told.text
    await citizen.press(told, "تمام شد")
    assert "کامل شد" in (await citizen.wait_for(edited)).text


async def test_a_voice_becomes_words_by_a_moderator_and_its_writer_hears(
    sim: SimulatorClient, citizen: SimUser, moderator: SimUser
) -> None:
    await citizen.send_voice(_VOICE)
    answer = await citizen.wait_for(has_code)
    code = code_in(answer)
    assert "پیام صوتی شما ثبت شد" in answer.text
    asked = await hears_until(moderator, code)
    voices = [message for message in await moderator.messages() if message.from_bot and message.voice]
    assert await sim.download(voices[-1].voice) == _VOICE
    assert code in asked.text
    await moderator.say(_DARK)
    await moderator.wait_for(says("ثبت شد", code))
    told = await citizen.wait_for(says(code, _DARK))
    assert "موضوع:" in told.text
    assert with_button("درست است")(told)


async def test_a_stranger_hears_nothing(citizen: SimUser, sim: SimulatorClient) -> None:
    stranger = await sim.user("رهگذر")
    await citizen.send_voice(_VOICE)
    await citizen.wait_for(has_code)
    refused = await stranger.ask("/voices")
    assert "در اختیار شما نیست" in refused.text


async def test_messages_in_a_row(citizen: SimUser) -> None:
    first = await tell(citizen, _POTHOLE)
    added = await tell(citizen, "و همین‌طور جدول‌های کنار خیابان شکسته است")
    assert code_in(added) == code_in(first)
    other = await tell(citizen, _DARK)
    assert code_in(other) != code_in(first)
    assert with_button("ادامهٔ پیام پیشین است")(other)
    await citizen.press(other, "ادامهٔ پیام پیشین است")
    joined = await citizen.wait_for(edited)
    assert code_in(joined) == code_in(first)
    tracked = await citizen.ask(code_in(other), has_code)
    assert code_in(tracked) == code_in(first)


async def test_words_that_were_joined_are_kept_apart_on_a_wish(citizen: SimUser) -> None:
    first = await tell(citizen, _POTHOLE)
    added = await tell(citizen, "و همین‌طور اتوبوس‌های خط ۱۲ دیر می‌آیند")
    await citizen.press(added, "جدا ثبت شود")
    apart = await citizen.wait_for(edited)
    assert code_in(apart) != code_in(first)
    assert "جداگانه ثبت شد" in apart.text


async def test_where_by_buttons_words_and_pin(citizen: SimUser) -> None:
    answer = await tell(citizen, _DARK)
    await citizen.press(answer, "📍 جای مسئله")
    await citizen.press(await citizen.wait_for(edited), "منطقهٔ ۹")
    await citizen.press(await citizen.wait_for(says("کدام محله")), "سرافرازان")
    placed = await citizen.wait_for(says("جای مسئله ثبت شد"))
    assert "منطقهٔ ۹، سرافرازان" in placed.text

    answer = await tell(citizen, "سطل زباله همیشه پر است و کسی جمع نمی‌کند")
    await citizen.press(answer, "📍 جای مسئله")
    await citizen.wait_for(says("جای مسئله کجاست"))
    placed = await citizen.ask("بلوار وکیل‌آباد ۲۰", says("جای مسئله ثبت شد"))
    assert "وکیل‌آباد ۲۰" in placed.text
    assert code_in(placed) == code_in(answer)

    answer = await tell(citizen, "درخت‌های بولوار همه خشک شده‌اند و کسی آب نمی‌دهد")
    await citizen.send_location(36.3076123, 59.5298123)
    pinned = await citizen.wait_for(says("نقطهٔ روی نقشه ثبت شد"))
    assert code_in(pinned) == code_in(answer)


async def test_danger_begins_with_the_number_and_the_group_hears_at_once(
    sim: SimulatorClient, admin: SimUser, citizen: SimUser
) -> None:
    number = await found_group(admin, "کارگروه ایمنی", districts="۱۱", when="هر شنبه ساعت ۸")
    chat = await bind(admin, sim, number, "کارگروه ایمنی ۱۱")
    answer = await tell(citizen, "در منطقه ۱۱ چاه فاضلاب وسط پیاده‌رو باز است و همین الان بچه‌ها از کنارش رد می‌شوند")
    assert answer.text.startswith("🚨")
    assert "۱۳۷" in answer.text.split("\n")[0]
    heard = await chat.wait_for(says("چاه فاضلاب"))
    assert heard.from_bot
    burning = await tell(citizen, "همین الان در بلوار معلم یک مغازه آتش گرفته")
    assert "۱۲۵" in burning.text.split("\n")[0]


async def test_without_a_name_the_code_alone_leads_back(citizen: SimUser) -> None:
    await tell(citizen, _POTHOLE)
    begun = await citizen.ask("/anonymous", says("بی‌نام"))
    assert with_button("انصراف")(begun)
    receipt = await tell(citizen, "در شهرداری منطقه از من رشوه خواستند")
    assert "بی‌نام ثبت شد" in receipt.text
    assert receipt.buttons == ()
    mine = await citizen.ask("/my", says("پیام‌های شما"))
    assert code_in(receipt) not in mine.text
    await citizen.ask(code_in(receipt), says(code_in(receipt)))
    named = await tell(citizen, _DARK)
    assert with_button("حذف")(named)

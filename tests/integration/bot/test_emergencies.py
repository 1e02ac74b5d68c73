"""Danger at night: the answer begins with the number to call, and the group hears at once."""

from datetime import UTC, datetime

import pytest
import time_machine

from backend.domain.city import City
from backend.domain.moderation import Ban
from backend.domain.people import ContactKind
from bot.texts.speaker import speaker_of
from tests.builders import a_city, a_contact, a_group, a_reading
from tests.integration.bot.conftest import Bench

FIRE, MEDICAL, POLICE, CITY = "۱۲۵", "۱۱۵", "۱۱۰", "۱۳۷"
NUMBERS = {FIRE, MEDICAL, POLICE, CITY}
GROUP = -700
MESSAGES = (
    ("خونهٔ همسایه‌مون تو کوچهٔ گلستان ۱۲ آتیش گرفته، زود بیاین", "fire", FIRE),
    ("بوی گاز شدیدی توی مجتمع ما پیچیده، همه ترسیدیم", "pollution", FIRE),
    ("ماشینی توی پارکینگ پاساژ داره می‌سوزه و دود همه جا رو گرفته", "fire", FIRE),
    ("بچه‌ای افتاده توی کانال آب و آب داره می‌بردش", "drainage", FIRE),
    ("دیوار خانهٔ کلنگی ریخته و یک کارگر زیر آوار مانده", "worn-fabric", FIRE),
    ("سقف سوله ریخت و سه نفر زیرش موندن", "crisis", FIRE),
    ("khune hamsaye atish gerefte zud biain", "fire", FIRE),
    ("پیرمردی جلوی پارک ملت سکته کرده و روی زمین افتاده", "parks", MEDICAL),
    ("تصادف شدید شده سر چهارراه، دو نفر زخمی وسط خیابان‌اند", "road-safety", MEDICAL),
    ("کارگر شهرداری را برق گرفت، نفسش بالا نمی‌آید", "lighting", MEDICAL),
    ("خانمی در ایستگاه اتوبوس بیهوش شده و کسی نیست کمک کند", "bus", MEDICAL),
    ("سگ‌های ولگرد به بچه‌ای حمله کرده‌اند و پایش خونریزی دارد", "stray-animals", MEDICAL),
    ("مادرم تو صف نانوایی غش کرد و سرش خورد به جدول", "other-agency", MEDICAL),
    ("یه نفر از پشت بام خودشو پرت کرده پایین", None, MEDICAL),
    ("دعوا شده جلو در خونه، چاقو کشیدن، یکی چاقو خورده", "security", MEDICAL),
    ("چند نفر با قمه افتاده‌اند به جان مردم در بازار", "security", POLICE),
    ("همین الان دزد وارد خانهٔ همسایه شده", "security", POLICE),
    ("یکی دارد زنی را در پارک کتک می‌زند، کمک کنید", None, POLICE),
    ("در چاه وسط پیاده‌رو باز است و هر لحظه ممکن است کسی بیفتد", "hazards", CITY),
    ("کابل برق فشار قوی پاره شده و روی پیاده‌رو افتاده", "hazards", CITY),
    ("دیوار مدرسه ترک خورده و همین حالا دارد فرو می‌ریزد", "hazards", CITY),
    ("زمین نشست کرده و گودال بزرگی وسط بلوار باز شده، ماشین‌ها می‌افتند تویش", "excavation", CITY),
)


def at_night(city: City) -> time_machine.travel:
    return time_machine.travel(datetime(2026, 11, 21, 23, 30, tzinfo=city.zone).astimezone(UTC))


@pytest.fixture
async def group(bench: Bench) -> None:
    """A group for everything in district 9, bound to a chat."""
    contact = a_contact(chat_id=GROUP, kind=ContactKind.GROUP)
    async with bench.store.begin() as uow:
        uow.people.add_contact(contact)
        uow.groups.add(a_group(number=1, contact_id=contact.id, topics=frozenset(), districts=frozenset({"9"})))
        # The secretariat gets what no topic was found for.
        uow.groups.add(a_group(number=2, contact_id=contact.id, takes_rest=True, topics=frozenset()))
        await uow.commit()
    bench.reader.readings = {
        text: a_reading(topic, urgency="urgent", district="9", redacted=f"[بی‌نام] {text}")
        for text, topic, _ in MESSAGES
    }


@pytest.mark.usefixtures("group")
async def test_the_answer_begins_with_the_number_and_the_group_hears_at_once(bench: Bench) -> None:
    with at_night(a_city()):
        for chat, (text, _, number) in enumerate(MESSAGES, start=1):
            await bench.play(bench.message(chat, text))
            (answer,) = await bench.heard(chat)
            first = answer.splitlines()[0]
            assert first.startswith("🚨")
            assert {one for one in NUMBERS if one in first} == {number}, text
            assert "کد پیگیری" in answer
            told = await bench.heard(GROUP)
            assert len(told) == chat, "one message for each, at half past eleven at night"
            assert f"[بی‌نام] {text}" in told[-1]


@pytest.mark.usefixtures("group")
async def test_the_number_comes_first_in_english_too(bench: Bench) -> None:
    await bench.play(bench.press(1, "f:lang:en"), bench.message(1, MESSAGES[0][0]))
    answer = (await bench.heard(1))[-1]
    assert answer.splitlines()[0] == speaker_of("en")("emergency-fire")
    assert "125" in answer.splitlines()[0]


@pytest.mark.usefixtures("group")
async def test_danger_from_somebody_banned_disturbs_nobody(bench: Bench) -> None:
    await bench.play(bench.message(1, "سلام"))
    async with bench.store.begin() as uow:
        person_id = (await uow.people.contacts_at("telegram", [1]))[1].person_id
        assert person_id is not None
        uow.moderation.ban(Ban(person_id, uow.now, None))
        await uow.commit()
    with at_night(a_city()):
        await bench.play(bench.message(1, MESSAGES[0][0]))
        assert FIRE in (await bench.heard(1))[-1].splitlines()[0], "whoever it is hears whom to call"
        assert await bench.heard(GROUP) == []

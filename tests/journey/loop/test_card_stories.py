"""What else a card does, from both sides: files, texts at hand, another agency, the secretary's desk, codes."""

import re

from bot.simulator.client import SimMessage, SimulatorClient, SimUser
from tests.journey.acts import found_group, has_code, looked_until, tell, with_button
from tests.journey.loop.desk import number_of, open_card, pressed, seated
from tests.journey.loop.night import heard
from tests.journey.loop.test_moderation import role_link
from tests.journey.town import Town
from tests.pictures import photo_with_exif

_CODE = re.compile(r"کد مسئله: \u2066([2-9A-Z]{3}-[2-9A-Z]{3})\u2069")


def code_of(card: SimMessage) -> str:
    """Return the code that a card shows."""
    found = _CODE.search(card.text)
    assert found, card.text
    return found[1]


async def told(town: Town, member: SimUser, citizen: SimUser, reasons: SimMessage, reason: str) -> SimMessage:
    """Choose a reason, confirm it, and return what the citizen heard."""
    preview = await pressed(member, reasons, reason, "شهروندان این پیام را می‌خوانند")
    await pressed(member, preview, "ثبت و خبررسانی", "🗂")
    return await heard(town, citizen, "که پی می‌گیرید")


async def test_the_photo_that_a_citizen_sent_comes_from_the_card(
    sim: SimulatorClient, admin: SimUser, citizen: SimUser
) -> None:
    number = await found_group(admin, "کارگروه منطقهٔ پنج", districts="۵", when="هر شنبه ساعت ۸")
    member = await seated(sim, admin, number, "عضو پنج")
    await citizen.send_photo(photo_with_exif(), "در منطقهٔ ۵ چالهٔ بزرگی در خیابان مهرآباد است")
    await citizen.wait_for(has_code)
    card = await looked_until(lambda: open_card(member, "مهرآباد"), with_button("پیوست‌ها (۱)"))
    await member.press(card, "پیوست‌ها (۱)")
    sent = await member.wait_for(lambda message: message.photo is not None)
    assert sent.photo is not None
    assert "پیوست‌های «" in sent.text
    assert b"Exif" not in await sim.download(sent.photo)


async def test_an_admins_text_at_hand_is_chosen_by_a_member_and_read_by_the_citizen(
    town: Town, sim: SimulatorClient, admin: SimUser, citizen: SimUser
) -> None:
    number = await found_group(admin, "کارگروه منطقهٔ شش", districts="۶", when="هر شنبه ساعت ۸")
    member = await seated(sim, admin, number, "عضو شش")
    await tell(citizen, "در منطقهٔ ۶ چالهٔ بزرگی در خیابان کوشش است")
    states = await admin.ask("/templates", with_button("در برنامه"))
    kept = await pressed(admin, states, "در برنامه", "متن‌های آماده برای")
    await pressed(admin, kept, "متن تازه", "متن را بنویسید")
    words = "روکش آسفالت این خیابان در برنامهٔ پاییز است."
    listed = await admin.ask(words, lambda message: words in message.text)
    number_at_hand = next(line.split(".")[0] for line in listed.text.splitlines() if words in line)
    card = await open_card(member, "کوشش")
    reasons = await pressed(member, await pressed(member, card, "وضع", "وضع تازهٔ"), "در برنامه", words)
    news = await told(town, member, citizen, reasons, number_at_hand)
    assert words in news.text
    assert "در برنامه" in news.text
    refused = await member.ask("/templates")
    assert "در اختیار شما نیست" in refused.text


async def test_the_citizen_reads_whose_task_it_is(
    town: Town, sim: SimulatorClient, admin: SimUser, citizen: SimUser
) -> None:
    number = await found_group(admin, "کارگروه منطقهٔ هفت", districts="۷", when="هر شنبه ساعت ۸")
    member = await seated(sim, admin, number, "عضو هفت")
    await tell(citizen, "در منطقهٔ ۷ لولهٔ آب خیابان فرودگاه ترکیده و آب هدر می‌رود")
    card = await open_card(member, "فرودگاه")
    states = await pressed(member, card, "وضع", "وضع تازهٔ")
    agencies = await pressed(member, states, "بر عهدهٔ دستگاه دیگر", "بر عهدهٔ کدام دستگاه")
    reasons = await pressed(member, agencies, "شرکت آب و فاضلاب", "به شهروندان چه بگوییم")
    news = await told(town, member, citizen, reasons, "۱")
    assert "این کار بر عهدهٔ «شرکت آب و فاضلاب» است." in news.text
    mine = await citizen.ask("/my")
    assert "شرکت آب و فاضلاب" in mine.text


async def test_an_issue_outside_every_remit_lies_at_the_secretarys_desk(
    sim: SimulatorClient, admin: SimUser, citizen: SimUser
) -> None:
    number = await found_group(admin, "کارگروه منطقهٔ سیزده", districts="ثامن", when="هر شنبه ساعت ۸")
    member = await seated(sim, admin, number, "عضو ثامن")
    secretary = await sim.user("دبیر")
    await secretary.start(await role_link(admin, "secretary"))
    await secretary.wait_for(lambda message: "به شما داده شد" in message.text)
    await tell(citizen, "چراغ‌های معبر خاموش است و شب‌ها تاریک است")
    which = await secretary.ask("/issues", with_button("دبیرخانه"))

    async def at_the_desk() -> SimMessage:
        await secretary.press(which, "دبیرخانه")
        return await secretary.wait_for(lambda message: "دبیرخانه" in message.text or "نزد" in message.text)

    listed = await looked_until(at_the_desk, lambda message: bool(number_of(message, "معبر")))
    card = await pressed(secretary, listed, number_of(listed, "معبر"), "کد مسئله")
    refused = await member.ask(f"/issue {code_of(card)}")
    assert "در اختیار شما نیست" in refused.text
    offered = await pressed(secretary, card, "ارجاع", "به کدام کارگروه ارجاع شود")
    await pressed(secretary, offered, "کارگروه منطقهٔ سیزده", "چه می‌نویسید")
    await secretary.say("به ثامن مربوط است")
    came = await member.wait_for(lambda message: "به شما ارجاع داد" in message.text, since=0)
    assert "به ثامن مربوط است" in came.text
    opened = await member.ask(f"/issue {code_of(card)}", with_button("آشفتگی"))
    assert "معبر" in opened.text


async def test_issues_are_opened_and_merged_by_the_code_that_is_typed(
    sim: SimulatorClient, admin: SimUser, citizen: SimUser
) -> None:
    number = await found_group(admin, "کارگروه منطقهٔ یک", districts="۱", when="هر شنبه ساعت ۸")
    member = await seated(sim, admin, number, "عضو یک")
    await tell(citizen, "در منطقهٔ ۱ چالهٔ بزرگی در خیابان احمدآباد است")
    await tell(citizen, "در منطقهٔ ۱ چراغ راهنمایی چهارراه دکترا خراب است")
    other = code_of(await open_card(member, "دکترا"))
    card = await open_card(member, "احمدآباد")
    await member.press(card, "ادغام")
    await member.wait_for(lambda message: "کد" in message.text and message.edited)
    sure = await member.ask(other.lower().replace("-", " "), with_button("بله، ادغام شود"))
    merged = await pressed(member, sure, "بله، ادغام شود", "در این مسئله ادغام شد")
    assert "۲ پیام" in merged.text
    opened = await member.ask(f"/issue {other}", with_button("آشفتگی"))
    assert code_of(opened) == code_of(card)

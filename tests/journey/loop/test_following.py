"""What comes back to citizens: whether it was reported, what became of it, and whether it is really done."""

import asyncio
import json

from bot.simulator.client import SimGroup, SimMessage, SimulatorClient, SimUser
from tests.journey.acts import answered, bind, code_in, found_group, invite, looked_until, tell, with_button
from tests.journey.loop.desk import number_of, open_card
from tests.journey.loop.night import end_the_night, heard, let_weeks_pass
from tests.journey.town import Town


def reported(message: SimMessage) -> bool:
    return "پیش از شما" in message.text


async def people(sim: SimulatorClient, *names: str) -> list[SimUser]:
    return [await sim.user(name, role="شهروند") for name in names]


async def test_the_second_writer_hears_of_the_first_and_says_me_too(sim: SimulatorClient, town: Town) -> None:
    first, second = await people(sim, "نرگس احمدی", "هادی صابری")
    await tell(first, "آسفالت بولوار هاشمیه ۱۷ فرو نشسته و گودال بزرگی باز شده است")
    await end_the_night(town)
    await tell(second, "در بولوار هاشمیه ۱۷ آسفالت فرو نشسته و گودال بزرگی درست شده است")
    asked = await second.wait_for(reported, since=0)
    assert "چند نفر" in asked.text
    assert "هاشمیه" in asked.text
    await second.press(asked, "من هم")
    thanked = await second.wait_for(lambda message: message.edited and "افزوده شد" in message.text)
    assert "خبر می‌دهیم" in thanked.text
    assert not any(reported(message) for message in await first.messages())


async def test_who_says_it_differs_gets_an_issue_of_their_own(sim: SimulatorClient) -> None:
    first, second = await people(sim, "رضا کاظمی", "زهرا نوری")
    await tell(first, "درخت‌های بوستان ملت خشک شده‌اند و کسی آبیاری نمی‌کند")
    code = code_in(await tell(second, "درخت‌های بوستان ملت خشک شده‌اند و کسی آن‌ها را آبیاری نمی‌کند"))
    asked = await second.wait_for(reported, since=0)
    await second.press(asked, "نه، فرق دارد")
    await second.wait_for(lambda message: message.edited and "جدا نگه داشته می‌شود" in message.text)
    await asked_until(second, f"/track {code}", "هنوز پیام همانندی نرسیده")


async def asked_until(user: SimUser, command: str, words: str) -> SimMessage:
    """Ask again and again until the answer holds these words: what was written is gathered a moment later."""
    return await looked_until(lambda: user.ask(command, answered), lambda message: words in message.text)


async def member_of(sim: SimulatorClient, admin: SimUser, name: str, district: str) -> tuple[SimUser, SimGroup]:
    """Found a group for a district, with a chat and one member."""
    number = await found_group(admin, name, districts=district, when="هر شنبه ساعت ۸")
    member = await sim.user(f"عضو {name}", role="عضو")
    await member.start(await invite(admin, number))
    await member.wait_for(lambda message: name in message.text)
    return member, await bind(admin, sim, number, name, member)


async def set_done(member: SimUser) -> None:
    """Let the member call the issue of the bridge done."""
    await member.press(await open_card(member, "لادن"), "🔄 وضع")
    await member.press(await member.wait_for(with_button("انجام شد")), "انجام شد")
    await member.press(await member.wait_for(with_button("خودم می‌نویسم")), "خودم می‌نویسم")
    await member.wait_for(lambda message: "دلیل را" in message.text)
    await member.say("هفتهٔ گذشته پل تعمیر شد.")
    await member.press(await member.wait_for(with_button("ثبت و خبررسانی")), "ثبت و خبررسانی")


async def test_done_is_told_with_its_reason_asked_about_and_opened_again(
    sim: SimulatorClient, town: Town, admin: SimUser
) -> None:
    member, chat = await member_of(sim, admin, "کارگروه پل‌ها", "۱۱")
    writers = await people(sim, "مینا رستمی", "پویا کریمی", "سارا قاسمی")
    for writer in writers:
        await tell(writer, "نردهٔ پل عابر بلوار لادن در منطقه ۱۱ شکسته است")
        await asked_until(writer, "/my", "بخشی از مسئلهٔ" if writer is not writers[0] else "هنوز پیام همانندی")
    await set_done(member)
    for writer in writers:
        told = await heard(town, writer, "که پی می‌گیرید")
        assert "انجام شد" in told.text
        assert "هفتهٔ گذشته پل تعمیر شد" in told.text
    await let_weeks_pass(town)
    for writer, said in zip(writers, ("بله، درست شد", "نه، هنوز هست", "نه، هنوز هست"), strict=True):
        asked = await heard(town, writer, "واقعاً درست شد؟")
        await writer.press(asked, said)
        await writer.wait_for(
            lambda message: message.edited and ("پاسخ شما" in message.text or "باز شد" in message.text)
        )
    for _ in range(30):
        await end_the_night(town)
        if any("دوباره باز شد" in message.text for message in await chat.messages()):
            break
        await asyncio.sleep(0.3)
    assert any("دوباره باز شد" in message.text for message in await chat.messages())
    again = await heard(town, writers[0], "دوباره بررسی می‌شود")
    assert "در دست بررسی" in again.text


async def test_stop_mutes_and_says_how_to_undo_it(citizen: SimUser) -> None:
    await citizen.start()
    muted = await citizen.ask("/stop", with_button("خبرم کنید"))
    assert "پاسخ پیام‌هایتان همچنان می‌آید" in muted.text
    assert code_in(await tell(citizen, "پل عابر خیابان فرامرز عباسی چراغ ندارد"))
    await citizen.start()
    await citizen.wait_for(lambda message: "خبرها دوباره روشن شد" in message.text)


async def test_the_foremost_issues_of_ones_district(sim: SimulatorClient) -> None:
    writer, reader = await people(sim, "امیر جوادی", "لیلا حسینی")
    await tell(writer, "فاضلاب در منطقه ۷ خیابان صبا بالا زده و بو می‌دهد")
    await reader.press(await reader.ask("/top", with_button("منطقهٔ ۷")), "منطقهٔ ۷")

    async def foremost() -> SimMessage:
        return await reader.ask("/top")  # the district is remembered

    await reader.wait_for(lambda message: message.edited)
    listed = await looked_until(foremost, lambda message: bool(number_of(message, "صبا")))
    assert "سی روز گذشته:" in listed.text
    assert "چند نفر" in listed.text
    await reader.press(listed, f"✋ {number_of(listed, 'صبا')}")
    await reader.wait_for(with_button("✅"))  # one voice more may move it up
    mine = await reader.ask("/my", lambda message: "من هم" in message.text)
    assert "صبا" in mine.text


async def test_privacy_data_and_being_forgotten(sim: SimulatorClient, citizen: SimUser) -> None:
    code = code_in(await tell(citizen, "سطل زباله خیابان راهنمایی همیشه پر است"))
    told = await citizen.ask("/privacy", with_button("دادهٔ من"))
    assert "به زبان ساده" in told.text
    await citizen.press(told, "دادهٔ من")
    page = await citizen.wait_for(lambda message: message.document is not None and "خواندن" in message.text)
    rows = await citizen.wait_for(lambda message: message.document is not None and "رایانه" in message.text)
    assert 'dir="rtl"' in (await sim.download(page.document)).decode()
    data = json.loads(await sim.download(rows.document))
    assert [row["code"] for row in data["concern"]] == [code.replace("-", "")]
    await citizen.press(told, "فراموش")
    asked = await citizen.wait_for(with_button("متن پیام‌هایم را هم پاک کن"))
    await citizen.press(asked, "متن پیام‌هایم را هم پاک کن")
    sure = await citizen.wait_for(lambda message: "بازگشت ندارد" in message.text)
    gone = await citizen.press(sure, "بله، فراموشم کن")
    assert "فراموش شدید" in (await gone.answered()).text
    assert "هنوز پیامی ثبت نکرده‌اید" in (await citizen.ask("/my")).text


async def test_english_is_spoken_after_switching(citizen: SimUser) -> None:
    await citizen.start()
    await citizen.wait_for(lambda message: bool(message.keyboard))
    await citizen.tap("🔧 تنظیمات")
    settings = await citizen.wait_for(with_button("زبان"))
    await citizen.press(settings, "زبان")
    asked = await citizen.wait_for(with_button("English"))
    await citizen.press(asked, "English")
    await citizen.wait_for(lambda message: any("My messages" in key for row in message.keyboard for key in row))
    assert "Tracking code" in (await tell(citizen, "چراغ خیابان آبکوه خاموش است")).text
    await citizen.tap("📋 My messages")
    await citizen.wait_for(lambda message: "newest first" in message.text)

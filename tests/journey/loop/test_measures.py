"""From an issue to a measure on which a group agrees, in its chat and in private."""

from bot.simulator.client import SimulatorClient, SimUser
from tests.journey.acts import bind, found_group, tell, with_button
from tests.journey.loop.desk import open_card, seated


async def test_a_group_agrees_on_a_measure(sim: SimulatorClient, admin: SimUser, citizen: SimUser) -> None:
    number = await found_group(admin, "کارگروه راهکار", districts="۵", when="هر شنبه ساعت ۸")
    names = ("پروین صالحی", "بهرام یزدی", "نسرین مقدم")
    first, second, third = [await seated(sim, admin, number, name) for name in names]
    stranger = await sim.user("رهگذر")
    await stranger.start()
    chat = await bind(admin, sim, number, "گروه راهکار", first, second, third, stranger)
    await tell(citizen, "روشنایی بوستان خیابان مفتح در منطقهٔ ۵ شب‌ها خاموش است")

    # The first member proposes, in private, from the card in the group's chat.
    card = await open_card(first, "مفتح", chat)
    toast = await (await first.press(card, "پیشنهاد راهکار")).answered()
    assert "خصوصی" in toast.text
    await first.press(await first.wait_for(with_button("سیاست اجرایی")), "پروژه")
    await first.wait_for(lambda message: message.edited and "عنوانش" in message.text)
    await first.ask("نوسازی چراغ‌های بوستان", lambda message: "متولی" in message.text)
    asked = await first.ask("سازمان پارک‌ها", lambda message: "تا کی" in message.text)
    assert "نفهمیدیم" in (await first.ask("هر وقت شد")).text
    assert len(asked.buttons) == 9  # eight dates and «انصراف»
    preview = await first.ask("تابستان ۱۴۰۹", with_button("پیشنهاد شود"))
    assert "پروژه: نوسازی چراغ‌های بوستان" in preview.text
    assert "پایان تابستان ۱۴۰۹" in preview.text
    await first.press(preview, "پیشنهاد شود", times=2)
    await first.wait_for(lambda message: "به رأی اعضا گذاشته شد" in message.text)

    # The group's chat votes; who is no member does not, and nobody learns who objected.
    ballot = await chat.wait_for(with_button("موافقم"))
    assert "متولی: سازمان پارک‌ها" in ballot.text
    refused = await (await stranger.press(ballot, "موافقم")).answered()
    assert "در اختیار شما نیست" in refused.text
    noted = await (await first.press(ballot, "موافقم")).answered()
    assert "رأی موافق شما ثبت شد" in noted.text
    await chat.wait_for(lambda message: "۱ عضو از ۳ عضو" in message.text)
    await second.press(ballot, "مخالفم")
    why = await second.wait_for(lambda message: "چرا با" in message.text)
    assert "بی‌نام" in why.text
    kept = await second.ask("هزینهٔ نگهداری‌اش پیش‌بینی نشده است", lambda message: "ثبت شد" in message.text)
    await third.press(ballot, "موافقم")
    result = await chat.wait_for(
        lambda message: "به کمیتهٔ تدوین و بازنگری می‌رود" in message.text and not message.edited
    )
    assert "۲ موافق، ۱ مخالف و ۰ ممتنع از ۳ عضو" in result.text
    closed = await chat.wait_for(lambda message: message.id == ballot.id and len(message.buttons) == 1)
    assert "به توافق رسید" in closed.text

    # What was said against it stays, and the measure is found again.
    await second.press(kept, "جزئیات")
    sheet = await second.wait_for(lambda message: "دلیل مخالفان" in message.text)
    assert "هزینهٔ نگهداری‌اش پیش‌بینی نشده است" in sheet.text
    listed = await third.ask("/measures", lambda message: message.text.startswith("راهکارها"))
    assert "هنوز راهکاری اینجا نیست" in listed.text
    await third.press(listed, "توافق‌شده")
    agreed = await third.wait_for(lambda message: message.edited and "نوسازی چراغ‌های بوستان" in message.text)
    assert "کمیتهٔ تدوین و بازنگری" in agreed.text
    assert "نوسازی چراغ‌های بوستان" in (await open_card(third, "مفتح")).text


async def test_the_admin_sets_a_groups_rules(sim: SimulatorClient, admin: SimUser) -> None:
    # Where there is one group alone, nobody is asked which.
    await found_group(admin, "کارگروه بی‌آیین", districts="۶", when="هر شنبه ساعت ۸")
    number = await found_group(admin, "کارگروه آیین", districts="۶", when="هر شنبه ساعت ۸")
    member = await seated(sim, admin, number, "پروین صالحی")
    seen = await member.ask("/rules", lambda message: "شیوهٔ تصمیم" in message.text)
    assert "حد نصاب: ۵۰ درصد" in seen.text
    assert not seen.buttons
    listed = await admin.ask("/rules", lambda message: "کدام کارگروه" in message.text)
    await admin.press(listed, "کارگروه آیین")
    shown = await admin.wait_for(with_button("حد نصاب ۶۷٪"))
    await admin.press(shown, "حد نصاب ۶۷٪")
    await admin.press(await admin.wait_for(lambda message: "۶۷ درصد" in message.text), "بی هیچ مخالف")
    await admin.wait_for(lambda message: "تصویب: بی هیچ مخالف" in message.text)
    seen = await member.ask("/rules", lambda message: "شیوهٔ تصمیم" in message.text)
    assert "حد نصاب: ۶۷ درصد" in seen.text

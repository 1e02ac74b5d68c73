"""Members act on an issue from its card; citizens hear and answer; who may not is refused."""

from bot.simulator.client import SimulatorClient, SimUser
from tests.journey.acts import bind, edited, found_group, tell, with_button
from tests.journey.loop.desk import number_of, open_card, pressed, seated
from tests.journey.loop.night import heard
from tests.journey.town import Town


async def test_from_the_digest_to_the_citizen_and_back(
    sim: SimulatorClient, admin: SimUser, citizen: SimUser, town: Town
) -> None:
    number = await found_group(admin, "کارگروه منطقهٔ یازده", districts="۱۱", when="هر شنبه ساعت ۸")
    member = await seated(sim, admin, number, "عضو یازده")
    other = await seated(sim, admin, number, "عضو دیگر")
    await tell(citizen, "در منطقهٔ ۱۱ آسفالت بولوار معلم پر از چاله است")
    await open_card(member, "چاله")

    digest = await member.ask("/digest", lambda message: message.text.startswith("📊 فهرست مسائل"))
    card = await pressed(member, digest, number_of(digest, "چاله"), "🗂")
    assert "وضع: تازه" in card.text
    assert "آسفالت بولوار معلم" in card.text
    await member.press(card, "دیدم")
    await member.wait_for(lambda message: edited(message) and "یک عضو این کارت را دیده است" in message.text)
    asked = await pressed(member, card, "اولویت", "چقدر مهم است")
    await pressed(member, asked, "۵ (زیاد)", "اولویت: ۵ از ۵ (یک رأی)")
    taken = await pressed(member, card, "برمی‌دارم", "پیگیر: شما")
    theirs = await open_card(other, "چاله")
    assert "پیگیر: یکی از اعضا" in theirs.text
    await (await other.press(theirs, "واگذاری")).answered()
    assert "پیگیر: یکی از اعضا" in (await open_card(other, "چاله")).text

    states = await pressed(member, taken, "وضع", "وضع تازهٔ")
    reasons = await pressed(member, states, "در حال اجرا", "به شهروندان چه بگوییم")
    preview = await pressed(member, reasons, "۱", "شهروندان این پیام را می‌خوانند")
    done = await pressed(member, preview, "ثبت و خبررسانی", "وضع: در حال اجرا")
    assert "سخن کارگروه: کار آغاز شده است" in done.text
    news = await heard(town, citizen, "در حال اجرا")
    assert "کار آغاز شده است" in news.text

    asked = await pressed(member, done, "پرسش از شهروندان", "چه می‌پرسید")
    await member.say("چاله روبه‌روی کدام کوچه است؟")
    preview = await member.wait_for(with_button("بپرس"))
    await pressed(member, preview, "بپرس", "از شهروندان پرسیده شد")
    question = await heard(town, citizen, "روبه‌روی کدام کوچه")
    await citizen.press(question, "پاسخ می‌دهم")
    await citizen.wait_for(lambda message: "پاسخ‌تان را بنویسید" in message.text)
    await citizen.say("روبه‌روی معلم ۲۰، شماره‌ام ۰۹۱۵۱۲۳۴۵۶۷ است")
    await citizen.wait_for(lambda message: "پاسخ شما به کارگروه رسید" in message.text)
    card = await open_card(member, "چاله")
    answers = await pressed(member, card, "پاسخ‌ها (۱)", "معلم ۲۰")
    assert "۰۹۱۵۱۲۳۴۵۶۷" not in answers.text

    back = await pressed(member, answers, "بازگشت", "🗂")
    notes = await pressed(member, back, "یادداشت‌ها", "هنوز یادداشتی نیست")
    await pressed(member, notes, "یادداشت تازه", "یادداشت را بنویسید")
    await member.say("با ناحیه هماهنگ شود")
    card = await member.wait_for(with_button("یادداشت‌ها (۱)"))
    history = await pressed(member, card, "تاریخچه", "تاریخچهٔ «")
    assert "یکی از اعضا پیگیر شد" in history.text


async def test_issues_are_merged_parted_split_and_corrected(sim: SimulatorClient, admin: SimUser) -> None:
    number = await found_group(admin, "کارگروه منطقهٔ ده", districts="۱۰", when="هر شنبه ساعت ۸")
    member = await seated(sim, admin, number, "عضو ده")
    people = [await sim.user(f"ساکن ده {n}") for n in range(3)]
    await tell(people[0], "در منطقهٔ ۱۰ چالهٔ بزرگی در خیابان شاهد ۳۱ است")
    await tell(people[1], "در منطقهٔ ۱۰ آسفالت بولوار حجاب ترک خورده و نشست کرده")
    await open_card(member, "حجاب")
    card = await open_card(member, "شاهد")
    offered = await pressed(member, card, "ادغام", "کدام‌یک همان")
    sure = await pressed(member, offered, number_of(offered, "حجاب"), "بخشی از")
    merged = await pressed(member, sure, "بله، ادغام شود", "۲ پیام")
    assert "در این مسئله ادغام شد" in merged.text

    split = await pressed(member, merged, "جداکردن", "انتخاب‌شده: ۰")
    ticked = await pressed(member, split, number_of(split, "شاهد"), "انتخاب‌شده: ۱")
    fresh = await pressed(member, ticked, "۱ پیام جدا شود", "جدا شد")
    assert "۱ پیام" in fresh.text

    card = await open_card(member, "حجاب")
    offered = await pressed(member, card, "ادغام", "«")
    undone = await pressed(member, offered, "برگرداندن", "دوباره جدا شد")
    assert "در آن ادغام شده است" not in undone.text

    axes = await pressed(member, undone, "اصلاح موضوع", "موضوع درست")
    topics = await pressed(member, axes, "توسعهٔ پایدار", "موضوع درست")
    await member.press(topics, "اتوبوس و بی‌آرتی")
    await member.wait_for(lambda message: "موضوع به «اتوبوس" in message.text)


async def test_in_the_groups_chat_only_members_act(sim: SimulatorClient, admin: SimUser, citizen: SimUser) -> None:
    number = await found_group(admin, "کارگروه منطقهٔ دو", districts="۲", when="هر شنبه ساعت ۸")
    elsewhere = await found_group(admin, "کارگروه منطقهٔ دوازده", districts="۱۲", when="هر شنبه ساعت ۸")
    member = await seated(sim, admin, number, "عضو دو")
    of_another = await seated(sim, admin, elsewhere, "عضو دوازده")
    stranger = await sim.user("رهگذر کنجکاو")
    await stranger.start()
    chat = await bind(admin, sim, number, "گروه منطقهٔ دو", member, stranger, of_another)
    await tell(citizen, "در منطقهٔ ۲ چالهٔ بزرگی در بولوار توس است")
    card = await open_card(member, "چاله", chat)
    for forger in (stranger, of_another):
        for name in ("دیدم", "وضع", "برمی‌دارم", "ادغام", "ارجاع", "یادداشت‌ها"):
            refused = await (await forger.press(card, name)).answered()
            assert "در اختیار شما نیست" in refused.text, (forger.name, name)
    audit = await admin.ask("/audit", lambda message: "کارنامه" in message.text)
    assert any("❌" in line and "یادداشت" in line for line in audit.text.splitlines())
    toast = await (await member.press(card, "برمی‌دارم")).answered()
    assert "با شماست" in toast.text
    await member.wait_for(lambda message: "پیگیر: یکی از اعضا" in message.text, chat=chat)


async def test_an_issue_goes_up_and_comes_back_with_a_note(
    sim: SimulatorClient, admin: SimUser, citizen: SimUser
) -> None:
    low = await found_group(admin, "کارگروه منطقهٔ هشت", districts="۸", when="هر شنبه ساعت ۸")
    high = await found_group(admin, "کارگروه سازمانی هشت", level="سازمانی", districts="۸", when="هر شنبه ساعت ۸")
    member, above = await seated(sim, admin, low, "عضو هشت"), await seated(sim, admin, high, "عضو سازمان")
    await tell(citizen, "در منطقهٔ ۸ چالهٔ بزرگی در خیابان کوهسنگی است")
    card = await open_card(member, "چاله")
    offered = await pressed(member, card, "ارجاع", "به کدام کارگروه ارجاع شود")
    await pressed(member, offered, "کارگروه سازمانی هشت", "چه می‌نویسید")
    await member.say("بودجه‌اش از توان منطقه بیشتر است")
    left = await member.wait_for(lambda message: "کارها همان‌جا انجام می‌شود" in message.text)
    assert not any("وضع" in button.text for button in left.buttons)
    came = await above.wait_for(lambda message: "به شما ارجاع داد" in message.text, since=0)
    assert "بودجه‌اش" in came.text
    card = await pressed(above, came, "کارت مسئله", "🗂")
    offered = await pressed(above, card, "بازگرداندن", "به کدام کارگروه بازگردد")
    await pressed(above, offered, "کارگروه منطقهٔ هشت", "چه می‌نویسید")
    await above.say("با بودجهٔ جاری انجام شود")
    await above.wait_for(lambda message: "بازگردانده شد" in message.text)
    back = await member.wait_for(lambda message: "به شما بازگرداند" in message.text, since=0)
    assert "با بودجهٔ جاری" in back.text

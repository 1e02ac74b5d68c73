"""Surveys are made in the chat by those who may, by file and by dialogue, and are asked as they were made."""

from collections.abc import Callable

from bot.simulator.client import SimMessage, SimulatorClient, SimUser
from tests.journey.acts import with_button
from tests.unit.backend.forms.test_xlsform import AGE, HOW, workbook

YAML = """
title: اتوبوس‌های شهر
introduction: چند پرسش کوتاه دربارهٔ اتوبوس.
audience: {link: true}
questions:
  - code: how
    ask: بیشتر با چه می‌روید؟
    kind: one
    options: {bus: اتوبوس, metro: قطار شهری}
    required: true
  - code: why
    ask: چرا اتوبوس؟
    kind: text
    if: {how: bus}
"""


def says(*words: str) -> Callable[[SimMessage], bool]:
    return lambda message: message.from_bot and all(word in message.text for word in words)


async def surveys_of(admin: SimUser) -> SimMessage:
    await admin.say("/surveys")
    return await admin.wait_for(with_button("نظرسنجی تازه"))


async def pressed(user: SimUser, message: SimMessage, button: str, *words: str) -> SimMessage:
    """Press a button; return the message that it became, or that came."""
    await user.press(message, button)
    return await user.wait_for(says(*words))


async def ready_for_file(admin: SimUser) -> None:
    how = await pressed(admin, await surveys_of(admin), "نظرسنجی تازه", "چگونه می‌سازید")
    await pressed(admin, how, "با فایل", "همین‌جا بفرستید")


async def published(admin: SimUser, page: SimMessage) -> SimMessage:
    asked = await pressed(admin, page, "انتشار", "منتشر شود؟")
    return await pressed(admin, asked, "بله، منتشر شود", "منتشر شد ✅")


async def opened_up(admin: SimUser, page: SimMessage) -> SimMessage:
    """Look at a published survey until the clock has opened it; return its page."""
    for _ in range(200):
        title = page.text.split("«")[1].split("»")[0]
        page = await opened(admin, title)
        if "باز 🟢" in page.text:
            return page
    raise AssertionError(page.text)


async def opened(admin: SimUser, title: str) -> SimMessage:
    return await pressed(admin, await surveys_of(admin), title, f"«{title}»")


async def link_of(admin: SimUser, page: SimMessage) -> str:
    said = await pressed(admin, page, "لینک", "?start=s_")
    return said.text.split("?start=")[1].split()[0]


async def test_a_text_file_becomes_a_survey_that_citizens_answer(
    admin: SimUser, citizen: SimUser, sim: SimulatorClient
) -> None:
    await ready_for_file(admin)
    await admin.send_document(YAML.encode(), "بیمار.yaml")
    await admin.wait_for(says("فایل را خواندیم ✅", "۲ پرسش"))
    page = await admin.wait_for(with_button("انتشار"))
    assert "پیش‌نویس" in page.text
    assert "هر که لینک را دارد" in page.text
    page = await published(admin, page)
    token = await link_of(admin, page)
    await opened_up(admin, page)
    await citizen.start(token)
    invited = await citizen.wait_for(with_button("شروع"))
    assert "اتوبوس‌های شهر" in invited.text
    first = await pressed(citizen, invited, "شروع", "بیشتر با چه می‌روید؟")
    await citizen.press(first, "قطار شهری")
    await citizen.wait_for(says("سپاس!"))


async def test_a_form_workbook_becomes_a_survey(admin: SimUser) -> None:
    await ready_for_file(admin)
    rule = ("text", "why", "چرا؟", "Why?", "", "selected(${how}, 'bus')")
    await admin.send_document(workbook(HOW, AGE, rule, title="راه‌های شهر"), "form.xlsx")
    page = await admin.wait_for(says("راه‌های شهر", "پیش‌نویس"))
    listed = await pressed(admin, page, "پرسش‌ها", "پرسش‌های «راه‌های شهر»")
    assert "۱. با چه می‌روید؟ · یک گزینه" in listed.text
    assert "۳. چرا؟ · متن آزاد · شرط‌دار" in listed.text
    shown = await pressed(admin, listed, "۳", "پرسش ۳")
    assert "پرسیده می‌شود اگر پاسخ «با چه می‌روید؟» «اتوبوس» باشد." in shown.text


async def test_a_flawed_file_is_refused_with_its_place_and_the_next_one_is_read(admin: SimUser) -> None:
    await ready_for_file(admin)
    await admin.send_document(YAML.replace("kind: text", "kind: guess").encode(), "form.yaml")
    refused = await admin.wait_for(says("مقدار «kind» درست نیست"))
    assert "جای خطا: سطر ۱۳" in refused.text
    await admin.send_document(workbook(("begin repeat", "r", "بار", "Time"), HOW, ("end repeat", "")), "form.xlsx")
    refused = await admin.wait_for(says("«repeat» پشتیبانی نمی‌شود."))
    assert "جای خطا: پرسشی به نام «r»" in refused.text
    await admin.send_document(b"%PDF-1.4 \xff\x00", "form.pdf")
    await admin.wait_for(says("این نوع فایل را نمی‌شناسیم"))
    await admin.send_document(YAML.replace("how: bus}", "how: tram}").encode(), "form.yaml")
    read = await admin.wait_for(says("پیش از انتشار این‌ها را درست کنید"))
    assert "پرسش ۲ («چرا اتوبوس؟»): شرطش گزینه‌ای می‌خواهد که نیست: «tram»" in read.text
    page = await admin.wait_for(with_button("انتشار"))
    asked = await pressed(admin, page, "انتشار", "هنوز آمادهٔ انتشار نیست")
    assert "tram" in asked.text


async def add(admin: SimUser, page: SimMessage, kind: str, *words: str) -> SimMessage:
    """Add a question by dialogue: its kind, its text, and what is asked for after it."""
    kinds = await pressed(admin, page, "➕", "چه پرسشی؟")
    await admin.press(kinds, kind)
    for said in words:
        await admin.wait_for(with_button("لغو"))
        await admin.say(said)
    return await admin.wait_for(says("پرسش افزوده شد ✅"))


async def made_by_dialogue(admin: SimUser, title: str) -> SimMessage:
    """Make an empty draft with a name; return its list of questions."""
    how = await pressed(admin, await surveys_of(admin), "نظرسنجی تازه", "چگونه می‌سازید")
    await pressed(admin, how, "با گفت‌وگو", "نام نظرسنجی را")
    named = await admin.ask(title, says("بی‌نام باشد یا بانام؟"))
    page = await pressed(admin, named, "s:mk:0", "پیش‌نویس ساخته شد")
    return await pressed(admin, page, "پرسش‌ها", "هنوز پرسشی ندارد")


async def test_a_survey_is_made_by_dialogue_seen_before_and_asked(
    admin: SimUser, citizen: SimUser, sim: SimulatorClient
) -> None:
    page = await made_by_dialogue(admin, "پارک‌های محله")
    page = await add(admin, page, "بله یا نه", "به پارک محله می‌روید؟")
    page = await pressed(admin, page, "پاسخ لازم است", "به پارک محله می‌روید؟")
    assert page.button("پاسخ لازم است").text.startswith("✅")
    page = await add(admin, page, "چند گزینه", "چه کم دارد؟", "۱. نیمکت\n۲. چراغ\n- آب‌خوری")
    assert "▫️ نیمکت\n▫️ چراغ\n▫️ آب‌خوری" in page.text
    asked = await pressed(admin, page, "فقط اگر", "به پاسخ کدام پرسش بستگی دارد؟")
    asked = await pressed(admin, asked, "به پارک محله", "با کدام پاسخ؟")
    page = await pressed(admin, asked, "بله", "پرسیده می‌شود اگر پاسخ «به پارک محله می‌روید؟» «بله» باشد.")
    page = await add(admin, page, "عدد", "چند بار در ماه؟", "بین هیچ و خیلی", "۰ تا ۳۰")
    assert "از ۰ تا ۳۰" in page.text
    page = await pressed(admin, page, "بالاتر", "پرسش ۲ · عدد")
    page = await add(admin, page, "نمرهٔ ۱ تا ۵", "چه نمره‌ای می‌دهید؟", "هیچ\nبسیار")
    listed = await pressed(admin, page, "❓ پرسش‌ها", "پرسش‌های «پارک‌های محله»")
    titles = [line.split(" · ")[0] for line in listed.text.splitlines()[1:]]
    assert titles == ["۱. به پارک محله می‌روید؟", "۲. چند بار در ماه؟", "۳. چه کم دارد؟", "۴. چه نمره‌ای می‌دهید؟"]

    seen = await pressed(admin, listed, "پیش‌نمایش", "مردم این را می‌بینند")
    seen = await pressed(admin, seen, "شروع", "به پارک محله می‌روید؟", "پرسش ۱ از ۳")
    seen = await pressed(admin, seen, "نه", "چند بار در ماه؟")
    await admin.ask("۱۰۰", says("زیاد است"))
    seen = await admin.ask("۳", says("چه نمره‌ای می‌دهید؟"))
    seen = await pressed(admin, seen, "۴", "پایان پیش‌نمایش")
    page = await pressed(admin, seen, "بازگشت", "پیش‌نویس")

    audience = await pressed(admin, page, "مخاطبان", "برای: همهٔ مردم")
    audience = await pressed(admin, audience, "گروه‌ها", "کدام گروه‌ها؟")
    await admin.press(audience, "نخبه یا کارشناس")
    ticked = await admin.wait_for(lambda message: "✅ نخبه" in str(message.buttons))
    audience = await pressed(admin, ticked, "تمام", "برای: نخبه")
    await pressed(admin, audience, "سهمیه", "سهم هر منطقه یا گروه")
    audience = await admin.ask("منطقه ۹: ۱۰۰\nشهروند: ۲۰۰", says("تا ۱۰۰ پاسخ", "تا ۲۰۰ پاسخ"))
    page = await pressed(admin, audience, "بازگشت", "پیش‌نویس")
    times = await pressed(admin, page, "زمان", "پایان: هر وقت آن را ببندید")
    times = await pressed(admin, times, "یک هفته", "ساعت ۲۳:۵۹")
    page = await pressed(admin, times, "بازگشت", "پیش‌نویس")
    page = await published(admin, page)
    assert "نخبه" in page.text
    token = await link_of(admin, page)
    await opened_up(admin, page)
    await citizen.start(token)
    await citizen.wait_for(says("برای گروه دیگری است"))


async def test_a_change_after_the_first_answer_is_a_new_version(admin: SimUser, sim: SimulatorClient) -> None:
    page = await made_by_dialogue(admin, "کتابخانه‌ها")
    page = await add(admin, page, "بله یا نه", "عضو کتابخانه‌اید؟")
    page = await pressed(admin, page, "❓ پرسش‌ها", "پرسش‌های «کتابخانه‌ها»")
    page = await pressed(admin, page, "بازگشت", "پیش‌نویس")
    audience = await pressed(admin, page, "مخاطبان", "برای: همهٔ مردم")
    audience = await pressed(admin, audience, "تنها با لینک", "برای: هر که لینک را دارد")
    page = await published(admin, await pressed(admin, audience, "بازگشت", "پیش‌نویس"))
    token = await link_of(admin, page)
    await opened_up(admin, page)
    early, late = await sim.user("سارا", role="شهروند"), await sim.user("رضا", role="شهروند")
    first = await begun(early, token)

    page = await opened(admin, "کتابخانه‌ها")
    warned = await pressed(admin, page, "تغییر پرسش‌ها", "نسخهٔ تازه‌ای می‌سازد")
    listed = await pressed(admin, warned, "ادامه", "پرسش‌های «کتابخانه‌ها»")
    page = await add(admin, listed, "متن آزاد", "چه کتابی کم است؟")
    listed = await pressed(admin, page, "❓ پرسش‌ها", "هنوز کسی آن‌ها را نمی‌بیند")
    page = await pressed(admin, listed, "بازگشت", "باز 🟢")
    asked = await pressed(admin, page, "انتشار نسخهٔ تازه", "نسخهٔ ۲ با ۲ پرسش")
    await pressed(admin, asked, "بله، پرسیده شود", "نسخهٔ ۲ منتشر شد ✅")

    await early.press(first, "بله")
    await early.wait_for(says("سپاس!"))
    second = await begun(late, token)
    await late.press(second, "بله")
    await late.wait_for(says("چه کتابی کم است؟", "پرسش ۲ از ۲"))


async def begun(user: SimUser, token: str) -> SimMessage:
    await user.start(token)
    return await pressed(user, await user.wait_for(with_button("شروع")), "شروع", "عضو کتابخانه‌اید؟")


async def test_a_stranger_makes_no_survey_and_the_attempt_is_noted(admin: SimUser, citizen: SimUser) -> None:
    page = await made_by_dialogue(admin, "پنهان")
    await citizen.start()
    await citizen.wait_for(lambda message: bool(message.keyboard))
    await citizen.ask("/surveys", says("این کار در اختیار شما نیست"))
    assert page.text.startswith("❓ «پنهان»")
    await admin.say("/audit")
    log = await admin.wait_for(says("کارنامه"))
    refused = await pressed(admin, log, "فقط ردشده‌ها", "❌")
    assert "دیدن نظرسنجی‌ها" in refused.text


async def test_a_dialogue_is_given_up_and_a_draft_copied_and_removed(admin: SimUser) -> None:
    listed = await made_by_dialogue(admin, "رفت‌وآمد")
    kinds = await pressed(admin, listed, "➕", "چه پرسشی؟")
    asked = await pressed(admin, kinds, "متن آزاد", "متن پرسش را بنویسید")
    listed = await pressed(admin, asked, "لغو", "هنوز پرسشی ندارد")
    page = await pressed(admin, listed, "بازگشت", "هنوز پرسشی ندارد", "پیش‌نویس")
    refused = await pressed(admin, page, "انتشار", "هنوز آمادهٔ انتشار نیست")
    assert "هیچ پرسشی در کار نیست" in refused.text
    page = await pressed(admin, refused, "بازگشت", "پیش‌نویس")
    twin = await pressed(admin, page, "رونوشت", "رونوشتی از نظرسنجی")
    sure = await pressed(admin, twin, "حذف", "حذف شود؟")
    await pressed(admin, sure, "بله، حذف شود", "حذف شد.")

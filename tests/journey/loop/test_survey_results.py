"""A survey is closed in the chat; everybody who answered gets the picture, the group the summary, strangers nothing."""

from collections.abc import Callable

from backend.domain.survey import Question, Survey
from bot.simulator.client import NothingCameError, SimGroup, SimMessage, SimulatorClient, SimUser
from tests.journey.acts import bind, found_group
from tests.journey.loop.night import end_the_night
from tests.journey.surveys import MODES, K, asks, open_survey, publish
from tests.journey.town import Town

QUESTIONS = (
    Question("how", K.ONE, "با چه می‌روید؟", options=MODES),
    Question("points", K.SCALE, "چه نمره‌ای می‌دهید؟"),
    Question("why", K.TEXT, "چه چیزی بهتر شود؟"),
)
_PATIENCE = 30


def says(*words: str) -> Callable[[SimMessage], bool]:
    return lambda message: message.from_bot and all(word in message.text for word in words)


def has_document(end: str) -> Callable[[SimMessage], bool]:
    return lambda message: message.document is not None and message.document.name.endswith(end)


async def pressed(user: SimUser, message: SimMessage, button: str, *words: str) -> SimMessage:
    """Press a button; return the message that it became, or that came."""
    await user.press(message, button)
    return await user.wait_for(says(*words))


async def came(town: Town, who: SimUser | SimGroup, *words: str, is_picture: bool = False) -> SimMessage:
    """Wait for what is sent by the clock, as if it were day."""
    fits = says(*words)
    for _ in range(_PATIENCE):
        await end_the_night(town)
        for message in await who.messages():
            if fits(message) and bool(message.photo) is is_picture:
                return message
        try:
            await who.wait_for(lambda message: fits(message) and bool(message.photo) is is_picture, timeout=1)
        except NothingCameError:
            continue
    raise AssertionError([message.text for message in await who.messages()])


async def answer(user: SimUser, survey: Survey, how: str) -> None:
    await user.press(await open_survey(user, survey), how)
    await user.press(await user.wait_for(asks(2)), "۴")
    asked = await user.wait_for(asks(3))
    if how == "اتوبوس":
        await user.say("اتوبوس‌های خط ۱۰ دیر می‌آیند، شماره‌ام ۰۹۱۵۱۲۳۴۵۶۷")
    else:
        await user.press(asked, "رد کردن")
    await user.wait_for(says("ثبت شد"))


async def closed(admin: SimUser, title: str) -> None:
    await admin.say("/surveys")
    listed = await admin.wait_for(lambda message: any(title in button.text for button in message.buttons))
    page = await pressed(admin, listed, title, f"«{title}»")
    sure = await pressed(admin, page, "بستن", "بسته شود؟")
    await admin.press(sure, "بله، بسته شود")
    await admin.wait_for(lambda message: message.edited)


async def test_what_came_of_a_survey_is_told_to_everybody_whom_it_concerns(
    town: Town, admin: SimUser, sim: SimulatorClient
) -> None:
    title = "رفت‌وآمد هر روز"
    number = await found_group(admin, "کارگروه رفت‌وآمد", districts="۹", when="هر شنبه ساعت ۸")
    member = await sim.user("عضو کارگروه")
    chat = await bind(admin, sim, number, "گفت‌وگوی رفت‌وآمد", member)
    survey = await publish(town, *QUESTIONS, title=title)
    people = [await sim.user(f"شهروند {place}") for place in range(10)]
    for place, user in enumerate(people):
        how = "اتوبوس" if place < 6 else "قطار شهری" if place < 8 else "پیاده‌روی"
        await answer(user, survey, how)
    await closed(admin, title)
    picture = await came(town, people[0], "نتیجهٔ نظرسنجی", title, is_picture=True)
    assert picture.photo is not None
    assert (await sim.download(picture.photo)).startswith(b"\x89PNG")
    for user in people[1:]:
        await came(town, user, "نتیجهٔ نظرسنجی", is_picture=True)
    summary = await came(town, chat, "نتیجهٔ نظرسنجی", title)
    assert "پاسخ کامل: ۱۰ نفر" in summary.text
    await came(town, chat, title, is_picture=True)

    shown = await admin.ask(f"/results {survey.number}", says("نتیجهٔ نظرسنجی", title, "بسته"))
    listed = await pressed(admin, shown, "پرسش‌ها", "پرسش‌های", title)
    first = await pressed(admin, listed, "با چه می‌روید؟", "پرسش ۱ از ۳", "۱۰ پاسخ")
    assert "قطار شهری: پنهان" in first.text
    assert "۲ نفر" not in first.text
    await admin.press(first, "نمودار این پرسش")
    await admin.wait_for(lambda message: bool(message.photo))
    second = await pressed(admin, first, "بعدی", "پرسش ۲ از ۳", "میانگین: ۴٫۰")
    third = await pressed(admin, second, "بعدی", "پرسش ۳ از ۳", "رد شد: ۴")
    assert "خط ۱۰ دیر می‌آیند" in third.text
    assert "۰۹۱۵" not in third.text
    summary = await pressed(admin, third, "خلاصهٔ نتیجه", "پاسخ کامل: ۱۰ نفر")
    await pressed(admin, summary, "پاسخ‌دهندگان", "چه کسانی پاسخ دادند")
    shown = await admin.ask(f"/results {survey.number}", says("پاسخ کامل: ۱۰ نفر"))
    await admin.press(shown, "فایل‌ها")
    for end in (".xlsx", ".csv", ".jsonl"):
        await admin.wait_for(has_document(end))


async def test_too_few_answers_show_nothing_to_those_who_gave_them(
    town: Town, admin: SimUser, sim: SimulatorClient
) -> None:
    title = "نظرسنجی کم‌پاسخ"
    survey = await publish(town, *QUESTIONS, title=title, is_anonymous=True)
    people = [await sim.user(f"همسایه {place}") for place in range(2)]
    for user in people:
        await answer(user, survey, "قطار شهری")
    await closed(admin, title)
    for user in people:
        await came(town, user, title, "نتیجه‌ای نشان نمی‌دهیم")


async def test_a_stranger_is_refused_and_the_admin_can_read_of_it(town: Town, admin: SimUser, citizen: SimUser) -> None:
    survey = await publish(town, *QUESTIONS, title="نظرسنجی دیگران")
    await citizen.start()
    await citizen.wait_for(lambda message: bool(message.keyboard))
    refused = await citizen.ask(f"/results {survey.number}", lambda message: message.from_bot)
    assert "نتیجهٔ نظرسنجی" not in refused.text
    log = await admin.ask("/audit", says("دیدن نتیجهٔ نظرسنجی"))
    assert log.text

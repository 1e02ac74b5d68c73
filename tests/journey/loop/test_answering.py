"""Citizens answer surveys in the chat: every kind, wrong answers, old buttons, stopping, two at once, after closing."""

from collections.abc import Callable
from datetime import UTC, datetime

from backend.domain.survey import Question
from backend.domain.survey_rules import Equals
from bot.simulator.client import SimMessage, SimulatorClient, SimUser
from tests.journey.acts import code_in, has_code, tell
from tests.journey.surveys import MODES, K, asks, change, open_survey, publish
from tests.journey.town import Town
from tests.pictures import photo_with_exif

EVERY_KIND = (
    Question("how", K.ONE, "بیشتر با چه می‌روید؟", options=MODES, has_other=True),
    Question("what", K.MANY, "کدام‌ها را این هفته به کار بردید؟", options=MODES),
    Question("points", K.SCALE, "به اتوبوس چه نمره‌ای می‌دهید؟", low_words="بسیار بد", high_words="بسیار خوب"),
    Question("order", K.RANKING, "به ترتیب اهمیت بچینید.", options=MODES),
    Question("people", K.NUMBER, "چند نفرید؟", lowest=1, highest=12),
    Question("since", K.DATE, "آخرین بار کی سوار شدید؟"),
    Question("why", K.TEXT, "چه چیزی باید بهتر شود؟"),
    Question("district", K.DISTRICT, "خانه‌تان کجاست؟"),
    Question("where", K.LOCATION, "ایستگاه‌تان کجاست؟"),
    Question("photo", K.PHOTO, "عکسی از ایستگاه بفرستید."),
    Question("car", K.YES_NO, "خودرو دارید؟"),
    Question("parks", K.YES_NO, "در خانه جای پارک دارید؟", show_if=Equals("car", "yes")),
    Question("note", K.NOTE, "پرسش پایانی دربارهٔ آینده است."),
    Question("hope", K.YES_NO, "سال آینده بهتر می‌شود؟", is_required=True),
)
TWO = (Question("how", K.ONE, "با چه می‌روید؟", options=MODES), Question("points", K.SCALE, "چه نمره‌ای؟"))


def says(*words: str) -> Callable[[SimMessage], bool]:
    return lambda message: message.from_bot and all(word in message.text for word in words)


async def test_every_kind_of_question_is_answered(town: Town, citizen: SimUser) -> None:
    survey = await publish(town, *EVERY_KIND, title="رفت‌وآمد", thanks="نتیجه را برایتان می‌فرستیم.")
    me, asked = citizen, await open_survey(citizen, survey)
    await me.press(asked, "۲. قطار شهری")
    asked = await me.wait_for(asks(2))
    await me.press(asked, "۱. اتوبوس")
    asked = await me.wait_for(lambda message: message.edited and "✅ ۱. اتوبوس" in [b.text for b in message.buttons])
    await me.press(asked, "تمام")
    asked = await me.wait_for(asks(3))
    assert "۱: بسیار بد … ۵: بسیار خوب" in asked.text
    await me.say("خیلی بد")
    await me.wait_for(says("این پرسش نمره می‌خواهد"))
    await me.say("دو")
    asked = await me.wait_for(asks(4))
    for name in ("پیاده‌روی", "اتوبوس"):
        await me.press(asked, name)
        asked = await me.wait_for(lambda message: message.edited and "پاسخ شما" in message.text)
    await me.press(asked, "قطار شهری")
    await me.wait_for(asks(5, "عددی از ۱ تا ۱۲"))
    await me.say("خیلی")
    await me.wait_for(says("این پرسش عدد می‌خواهد"))
    await me.say("۲۰")
    await me.wait_for(says("۱۲ یا کمتر"))
    await me.say("۴ نفر")
    await me.wait_for(asks(6))
    await me.say("۳۱ مهر")
    await me.wait_for(says("چنین روزی در تقویم نیست"))
    await me.say("۱۴۰۵/۷/۳۰")
    await me.wait_for(asks(7))
    await me.say("اتوبوس‌های خط ۱۰ دیر می‌آیند و شلوغ‌اند، شماره‌ام ۰۹۱۵۱۲۳۴۵۶۷")
    asked = await me.wait_for(asks(8))
    await me.press(asked, "منطقهٔ ۹")
    await me.wait_for(asks(9))
    await me.say("سر چهارراه")
    await me.wait_for(says("نقطه‌ای روی نقشه می‌خواهد"))
    await me.send_location(36.3012, 59.5678)
    await me.wait_for(asks(10))
    await me.send_photo(photo_with_exif())
    asked = await me.wait_for(asks(11))
    await me.press(asked, "نه")
    note = await me.wait_for(says("پرسش پایانی"))
    await me.press(note, "ادامه")
    asked = await me.wait_for(asks(12, "از ۱۲"))
    assert "رد کردن" not in [button.text for button in asked.buttons]
    await me.press(asked, "بله")
    thanks = await me.wait_for(says("ثبت شد", "نتیجه را برایتان می‌فرستیم."))
    await me.press(thanks, "متن پاسخم را پیام کن")
    made = await me.wait_for(has_code)
    tracked = await me.ask(f"/track {code_in(made)}")
    assert "۰۹۱۵" not in tracked.text
    await me.start(survey.token)
    await me.wait_for(says("پیش‌تر پاسخ داده‌اید"))


async def test_one_message_a_question_edited_in_place_with_the_way_back(town: Town, citizen: SimUser) -> None:
    survey = await publish(town, *TWO, title="یک پیام")
    first = await open_survey(citizen, survey)
    await citizen.press(first, "اتوبوس")
    second = await citizen.wait_for(asks(2, "از ۲"))
    assert second.id == first.id
    await citizen.press(second, "قبلی")
    again = await citizen.wait_for(asks(1, "پاسخ شما: اتوبوس"))
    assert [button.text for button in again.buttons][:1] == ["✅ ۱. اتوبوس"]
    await citizen.press(again, "بعدی")
    second = await citizen.wait_for(asks(2))
    await citizen.press(second, "۵")
    assert (await citizen.wait_for(says("ثبت شد"))).id == first.id


async def test_stopping_and_going_on_over_a_restart_of_the_server(town: Town, citizen: SimUser) -> None:
    survey = await publish(town, *TWO, title="ادامه در روز بعد")
    first = await open_survey(citizen, survey)
    await citizen.press(first, "اتوبوس")
    await citizen.press(await citizen.wait_for(asks(2)), "بعداً ادامه می‌دهم")
    await citizen.wait_for(says("نگه داشته شد"))
    await tell(citizen, "چراغ معبر کوچهٔ ما در سناباد خاموش است")
    await town.product.restart()
    await citizen.say("/mysurveys")
    listed = await citizen.wait_for(says("نظرسنجی‌هایی که می‌توانید"))
    await citizen.press(listed, "ادامه: ادامه در روز بعد")
    await citizen.press(await citizen.wait_for(asks(2)), "۳")
    await citizen.wait_for(says("ثبت شد"))


async def test_a_button_of_yesterdays_question_is_known(town: Town, citizen: SimUser) -> None:
    survey = await publish(town, *TWO, title="دکمهٔ دیروز")
    first = await open_survey(citizen, survey)
    await citizen.say("۱")
    second = await citizen.wait_for(asks(2))
    assert second.id != first.id
    await citizen.say("/mysurveys")
    listed = await citizen.wait_for(says("نظرسنجی‌هایی"))
    await citizen.press(listed, "ادامه: دکمهٔ دیروز")
    third = await citizen.wait_for(asks(2))
    await citizen.press(second, "قبلی")
    await citizen.wait_for(asks(1))
    old = await citizen.press(third, "۳")
    assert (await old.answered()).text == "این پرسش گذشته است."
    now = await citizen.wait_for(asks(1))
    assert now.id == third.id, "the open question is shown where the old button was"
    await citizen.press(now, "بعدی")
    await citizen.press(await citizen.wait_for(asks(2)), "۳")
    await citizen.wait_for(says("ثبت شد"))


async def test_two_surveys_at_once(town: Town, citizen: SimUser) -> None:
    one = await publish(town, *TWO, title="یکم")
    two = await publish(town, Question("n", K.NUMBER, "چند نفرید؟"), *TWO, title="دوم")
    first = await open_survey(citizen, one)
    await open_survey(citizen, two)
    await citizen.say("۷")
    await citizen.wait_for(asks(2, "از ۳"))
    await citizen.press(first, "قطار شهری")
    await citizen.wait_for(asks(2, "از ۲"))
    await citizen.say("۴")
    await citizen.wait_for(says("ثبت شد"))


async def test_a_concern_in_the_middle_of_a_survey_is_not_lost(town: Town, citizen: SimUser) -> None:
    survey = await publish(town, *TWO, title="پیام در میان")
    await open_survey(citizen, survey)
    asked = await citizen.ask("چاله‌های خیابان سناباد ماشین‌ها را خراب کرده و کسی پر نمی‌کند", says("یا پاسخ پرسش؟"))
    code = code_in(asked)
    await citizen.press(asked, "پیام تازه است")
    await citizen.wait_for(asks(1))
    await citizen.say("۱")
    await citizen.wait_for(asks(2))
    await citizen.say("/my")
    await citizen.wait_for(says(code))


async def test_after_closing_answers_are_refused_kindly(town: Town, citizen: SimUser, sim: SimulatorClient) -> None:
    survey = await publish(town, *TWO, title="به پایان رسیده")
    first = await open_survey(citizen, survey)
    await change(town, survey, closes_at=datetime.now(UTC))
    press = await citizen.press(first, "اتوبوس")
    assert "به پایان رسیده" in (await press.answered()).text
    late = await sim.user("رضا کریمی")
    await late.start(survey.token)
    await late.wait_for(says("به پایان رسیده"))

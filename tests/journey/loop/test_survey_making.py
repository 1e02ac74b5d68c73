"""Surveys are made in the chat by those who may, by file and by dialogue, and are asked as they were made."""

from bot.simulator.client import SimGroup, SimMessage, SimulatorClient, SimUser
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


def says(*words: str):  # noqa: ANN201 - a test of messages
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


async def link_of(admin: SimUser, page: SimMessage) -> str:
    said = await pressed(admin, page, "لینک", "?start=s_")
    return said.text.split("?start=")[1].split()[0]


async def test_a_text_file_becomes_a_survey_that_citizens_answer(
    admin: SimUser, citizen: SimUser, sim: SimulatorClient
) -> None:
    await ready_for_file(admin)
    await admin.send_document(YAML.encode(), "بیمار.yaml")
    await admin.wait_for(says("فایل را خواندیم ✅", "۲ پرسش"))
    page = await admin.wait_for(with_button("انتشار"), since=0)
    assert "پیش‌نویس" in page.text
    assert "هر که لینک را دارد" in page.text
    page = await published(admin, page)
    token = await link_of(admin, page)
    await citizen.start(token)
    invited = await citizen.wait_for(with_button("شروع"))
    assert "اتوبوس‌های شهر" in invited.text
    first = await pressed(citizen, invited, "شروع", "بیشتر با چه می‌روید؟")
    await citizen.press(first, "قطار شهری")
    await citizen.wait_for(says("سپاس!"))

"""Surveys for journeys: kept without the dialogue that makes them, so that a journey is about answering alone."""

from dataclasses import replace
from typing import Any

from backend.domain.actor import Actor
from backend.domain.people import Role
from backend.domain.survey import Option, Question, QuestionKind, Survey, SurveyAudience
from backend.domain.survey_plan import SurveyPlan
from backend.services import survey_making
from backend.storage.unit_of_work import SqlStore
from bot.simulator.client import SimMessage, SimUser
from tests.journey.acts import looked_until, with_button
from tests.journey.town import ADMIN_ID, Town

K = QuestionKind
MODES = (Option("bus", "اتوبوس"), Option("metro", "قطار شهری"), Option("walk", "پیاده‌روی"))


async def publish(town: Town, *questions: Question, title: str, **fields: Any) -> Survey:
    """Keep and publish a survey that whoever has the link may answer, in the admin's name."""
    plan = SurveyPlan(title, questions, audience=SurveyAudience(by_link=True))
    store = SqlStore(town.product.settings["database_url"])
    try:
        async with store.begin() as uow:
            admin = (await uow.people.contacts_at("telegram", [ADMIN_ID]))[ADMIN_ID]
            assert admin.person_id is not None
            actor = Actor(admin.person_id, frozenset({Role.ADMIN}), admin.id)
            survey = await survey_making.create(uow, actor, replace(plan, **fields))
            assert await survey_making.publish(uow, actor, survey.number) == ()
            await uow.commit()
    finally:
        await store.close()
    return survey


async def change(town: Town, survey: Survey, **values: Any) -> None:
    """Change a survey behind the product's back: its dates, to begin with."""
    store = SqlStore(town.product.settings["database_url"])
    try:
        async with store.begin() as uow:
            uow.surveys.change(survey.id, **values)
            await uow.commit()
    finally:
        await store.close()


def asks(step: int, *words: str) -> Any:
    """A test for the message that shows this question, perhaps edited into the place of the one before."""
    figure = str(step).translate(str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹"))
    return lambda message: (
        message.from_bot
        and message.text.startswith(f"پرسش {figure} از ")
        and all(word in message.text for word in words)
    )


async def open_survey(user: SimUser, survey: Survey) -> SimMessage:
    """Follow the link as soon as the survey is open, and begin."""

    async def followed() -> SimMessage:
        await user.start(survey.token)
        return await user.wait_for()

    await user.press(await looked_until(followed, with_button("شروع")), "شروع")
    return await user.wait_for(asks(1))

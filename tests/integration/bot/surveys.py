"""A survey on the bench: made without a dialogue, answered by presses and words, run by its clock."""

from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from backend.domain.people import StakeholderGroup
from backend.domain.survey import (
    Draft,
    Form,
    Option,
    Participation,
    Question,
    QuestionKind,
    Response,
    Survey,
    SurveyAudience,
    SurveyState,
)
from backend.jobs.survey_tasks import SurveyClock
from bot.survey_press import ChatSurveys
from tests.builders import a_city, a_contact, a_person, new_id
from tests.integration.bot.conftest import Bench

K = QuestionKind
MODES = (Option("bus", "اتوبوس"), Option("metro", "قطار شهری"), Option("walk", "پیاده‌روی"))
SHORT = (
    Question("how", K.ONE, "با چه می‌روید؟", options=MODES),
    Question("points", K.SCALE, "چه نمره‌ای؟", is_required=True),
)
WITH_TEXT = (*SHORT, Question("why", K.TEXT, "چرا؟"))


@dataclass
class Asked:
    """A survey and those who answer it on a bench."""

    bench: Bench
    survey: Survey
    version: int = 1
    announced: list[int] = field(default_factory=list)

    def button(self, verb: str, index: int, *value: str) -> str:
        return ":".join(("q", verb, str(self.survey.id), str(self.version), str(index), *value))

    async def begin(self, chat_id: int, message_id: int = 9) -> None:
        await self.bench.play(self.bench.press(chat_id, f"q:go:{self.survey.id}", message_id))

    async def press(self, chat_id: int, verb: str, index: int, *value: str, message_id: int = 9) -> None:
        await self.bench.play(self.bench.press(chat_id, self.button(verb, index, *value), message_id))

    async def say(self, chat_id: int, text: str, **more: Any) -> None:
        await self.bench.play(self.bench.message(chat_id, text, **more))

    async def last(self, chat_id: int) -> str:
        return (await self.bench.heard(chat_id))[-1]

    @property
    def clock(self) -> SurveyClock:
        async def announce(_uow: object, survey: Survey) -> None:
            self.announced.append(survey.number)

        return SurveyClock(self.bench.store, a_city(), ChatSurveys(a_city()), self.bench.reader, announce)

    async def close(self) -> None:
        """Let the time be over, and the clock do what follows."""
        async with self.bench.store.begin() as uow:
            uow.surveys.change(self.survey.id, closes_at=uow.now - timedelta(seconds=1))
            await uow.commit()
        await self.clock.tick()

    async def responses(self) -> list[Response]:
        async with self.bench.store.look() as uow:
            return await uow.surveys.responses(self.survey.id, 0, 1000)

    async def person(self, chat_id: int) -> int:
        async with self.bench.store.look() as uow:
            contact = (await uow.people.contacts_at("telegram", [chat_id]))[chat_id]
            assert contact.person_id is not None
            return contact.person_id

    async def draft(self, chat_id: int) -> Draft | None:
        async with self.bench.store.look() as uow:
            return await uow.surveys.draft(self.survey.id, await self.person(chat_id))

    async def participation(self, chat_id: int) -> Participation | None:
        async with self.bench.store.look() as uow:
            return await uow.surveys.participation(self.survey.id, await self.person(chat_id))


async def ask(bench: Bench, questions: tuple[Question, ...] = SHORT, **fields: Any) -> Asked:
    """Keep an open survey that whoever has the link may answer."""
    async with bench.store.begin() as uow:
        number = await uow.surveys.next_number()
        usual = {
            "id": new_id(),
            "number": number,
            "title": f"نظرسنجی {number}",
            "introduction": "دربارهٔ رفت‌وآمد",
            "thanks": "",
            "is_anonymous": False,
            "audience": SurveyAudience(by_link=True),
            "quotas": (),
            "token": f"s_{new_id()}",
            "state": SurveyState.OPEN,
            "version": 1,
            "created_by": None,
            "created_at": uow.now,
            "opened_at": uow.now,
        }
        survey = Survey(**usual | fields)
        uow.surveys.add(survey, Form(survey.id, 1, questions, uow.now))
        await uow.commit()
    return Asked(bench, survey)


async def settle(bench: Bench, count: int, *, first: int = 101, **profile: Any) -> range:
    """Let people live in the city who wrote to the bot before; return their chat ids."""
    usual = {"stakeholder_group": StakeholderGroup.CITIZENS, "district": "9"} | profile
    async with bench.store.begin() as uow:
        for chat_id in range(first, first + count):
            person = a_person(**usual)
            uow.people.add(person)
            uow.people.add_contact(a_contact(person.id, chat_id))
        await uow.commit()
    return range(first, first + count)

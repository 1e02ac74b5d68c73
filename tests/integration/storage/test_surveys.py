"""Surveys are kept and found again, the same on both engines."""

import asyncio
from dataclasses import replace

from backend.domain.survey import (
    Draft,
    Form,
    Option,
    Question,
    QuestionKind,
    Quota,
    Response,
    Survey,
    SurveyAudience,
)
from backend.domain.survey_rules import AllOf, Answered, AnyOf, Contains, Equals, Greater, Not
from backend.storage.unit_of_work import SqlStore
from tests.builders import NOON, a_contact, a_person, a_survey, new_id

RULE = AllOf((Not(Equals("a", "x")), AnyOf((Contains("b", "y"), Answered("c"), Greater("d", 2.0)))))
QUESTIONS = (
    Question("a", QuestionKind.ONE, "کدام؟", options=(Option("x", "این"), Option("y", "آن")), has_other=True),
    Question("b", QuestionKind.NUMBER, "چند؟", lowest=0, highest=9, show_if=RULE),
)


def a_rich_survey() -> Survey:
    audience = SurveyAudience(districts=("9",), earlier_survey=3, answers=RULE)
    return a_survey(audience=audience, quotas=(Quota("district", "9", 2),))


async def kept(store: SqlStore, survey: Survey) -> None:
    async with store.begin() as uow:
        uow.surveys.add(survey, Form(survey.id, 1, QUESTIONS, NOON))
        await uow.commit()


async def test_a_survey_comes_back_as_it_was_kept(store: SqlStore) -> None:
    survey = a_rich_survey()
    await kept(store, survey)
    async with store.look() as uow:
        assert await uow.surveys.by_number(1) == survey
        assert await uow.surveys.by_token(survey.token) == survey
        assert await uow.surveys.form(survey.id, 1) == Form(survey.id, 1, QUESTIONS, NOON)
        assert await uow.surveys.next_number() == 2


async def test_a_quota_gives_no_more_than_it_has_to_many_at_once(store: SqlStore) -> None:
    survey = a_rich_survey()
    await kept(store, survey)

    async def take() -> bool:
        async with store.begin() as uow:
            has = await uow.surveys.take_quota(survey.id, "district", "9")
            await uow.commit()
            return has

    assert sorted(await asyncio.gather(*(take() for _ in range(6)))) == [False] * 4 + [True] * 2
    async with store.begin() as uow:
        assert await uow.surveys.take_quota(survey.id, "district", "10"), "nothing bounds this one"
        assert await uow.surveys.full_quotas(survey.id) == {("district", "9")}


async def test_drafts_participations_and_responses_come_back(store: SqlStore) -> None:
    survey, person = a_rich_survey(), a_person(district="9")
    await kept(store, survey)
    draft = Draft(survey.id, person.id, 1, {"a": "x", "b": None}, "b", NOON, NOON, message_id=5)
    response = Response(new_id(), survey.id, 1, {"a": {"other": "هیچ"}, "b": 4.0}, NOON, is_complete=True, district="9")
    async with store.begin() as uow:
        uow.people.add(person)
        uow.people.add_contact(a_contact(person.id))
        uow.answering.draw(survey.id, [person.id])
        uow.answering.invited(survey.id, [person.id], NOON)
        uow.answering.draw(survey.id, [person.id])
        uow.surveys.put_draft(draft)
        uow.surveys.add_response(response)
        await uow.commit()
    async with store.begin() as uow:
        assert await uow.surveys.audience([], ["9"], 0, 10) == [person.id]
        assert await uow.surveys.audience([], ["1"], 0, 10) == []
        assert await uow.surveys.draft(survey.id, person.id) == draft
        assert await uow.surveys.stopped_at(survey.id) == {(1, "b"): 1}
        assert await uow.surveys.responses(survey.id, 0, 10) == [response]
        assert await uow.surveys.counts(survey.id) == (1, 0, 0)
        assert len(await uow.surveys.to_remind(survey.id, 0, 10)) == 1
        uow.surveys.put_draft(replace(draft, at=None, is_finished=True))
        uow.answering.begun(survey.id, person.id, NOON)
        uow.answering.finished(survey.id, person.id, NOON)
        assert await uow.surveys.counts(survey.id) == (1, 1, 1)
        assert [one.person_id for one in await uow.answering.pool(survey.id, 5, is_finished=True)] == [person.id]
        uow.surveys.drop_draft(survey.id, person.id)
        assert await uow.surveys.draft(survey.id, person.id) is None

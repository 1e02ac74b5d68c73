"""Surveys are made, checked, published, changed and thrown away by those who may."""

from dataclasses import replace

import pytest

from backend.domain.actor import Actor
from backend.domain.errors import NotAllowed, NotFound, SurveyStarted
from backend.domain.people import Role
from backend.domain.survey import Option, Question, QuestionKind, Quota, Survey, SurveyAudience, SurveyState
from backend.domain.survey_check import FlawKind
from backend.domain.survey_plan import SurveyPlan
from backend.services import survey_making as making
from backend.storage.unit_of_work import SqlStore
from tests.builders import NOON, a_person

HOW = Question("how", QuestionKind.ONE, "با چه؟", options=(Option("a", "این"), Option("b", "آن")))
WHY = Question("why", QuestionKind.TEXT, "چرا؟")
PLAN = SurveyPlan("اتوبوس", (HOW,), audience=SurveyAudience(districts=("9",)), quotas=(Quota("district", "9", 3),))


async def a_maker(store: SqlStore, *roles: Role) -> Actor:
    person = a_person()
    async with store.begin() as uow:
        uow.people.add(person)
        await uow.commit()
    return Actor(person.id, frozenset(roles), 0)


async def created(store: SqlStore, maker: Actor, plan: SurveyPlan = PLAN) -> Survey:
    async with store.begin() as uow:
        survey = await making.create(uow, maker, plan)
        await uow.commit()
    return survey


@pytest.mark.parametrize("role", [Role.ADMIN, Role.SECRETARY])
async def test_a_survey_is_made_published_and_closed(store: SqlStore, role: Role) -> None:
    maker = await a_maker(store, role)
    survey = await created(store, maker)
    assert (survey.number, survey.state) == (1, SurveyState.DRAFT)
    async with store.begin() as uow:
        assert await making.publish(uow, maker, 1) == ()
        assert await making.publish(uow, maker, 1) == (), "a second press is harmless"
        kept, form = await making.opened(uow, maker, 1)
        assert kept.state is SurveyState.SCHEDULED
        assert making.plan_of(kept, form) == PLAN
        ended = await making.end(uow, maker, 1)
        assert ended.closes_at == uow.now
        acts = {entry.act for entry in await uow.records.audited(9)}
        assert acts == {"create-survey", "publish-survey", "open-survey", "close-survey"}


async def test_a_flawed_survey_stays_a_draft(store: SqlStore) -> None:
    maker = await a_maker(store, Role.ADMIN)
    await created(store, maker, replace(PLAN, questions=(HOW, HOW)))
    async with store.begin() as uow:
        assert [flaw.kind for flaw in await making.publish(uow, maker, 1)] == [FlawKind.CODE_TWICE]
        assert (await making.opened(uow, maker, 1))[0].state is SurveyState.DRAFT


async def test_a_change_after_the_first_answer_is_a_new_version(store: SqlStore) -> None:
    maker = await a_maker(store, Role.ADMIN)
    survey = await created(store, maker)
    async with store.begin() as uow:
        assert (await making.set_questions(uow, maker, 1, (HOW, WHY))).version == 1
        uow.surveys.freeze(survey.id, 1)
        assert (await making.set_questions(uow, maker, 1, (WHY,))).version == 2
        kept, form = await making.opened(uow, maker, 1)
        assert (kept.version, form.questions) == (2, (WHY,))
        assert [one.questions for one in await uow.surveys.forms(survey.id)] == [(HOW, WHY), (WHY,)]


async def test_the_frame_is_settled_once_a_survey_is_open(store: SqlStore) -> None:
    maker = await a_maker(store, Role.ADMIN)
    survey = await created(store, maker)
    changed = replace(PLAN, title="تاکسی", closes_at=NOON, quotas=(Quota("district", "1", 5),))
    async with store.begin() as uow:
        await making.set_frame(uow, maker, 1, changed)
        kept, form = await making.opened(uow, maker, 1)
        assert making.plan_of(kept, form) == changed
        assert await uow.surveys.take_quota(survey.id, "district", "9"), "the old quota is gone"
        uow.surveys.change(survey.id, state=SurveyState.OPEN.value)
        with pytest.raises(SurveyStarted):
            await making.set_frame(uow, maker, 1, PLAN)
        with pytest.raises(SurveyStarted):
            await making.discard(uow, maker, 1)


async def test_a_draft_is_thrown_away_and_a_survey_copied(store: SqlStore) -> None:
    maker = await a_maker(store, Role.ADMIN)
    await created(store, maker, replace(PLAN, closes_at=NOON))
    async with store.begin() as uow:
        twin = await making.copy(uow, maker, 1)
        assert (twin.number, twin.closes_at) == (2, None)
        await making.discard(uow, maker, 1)
        with pytest.raises(NotFound):
            await making.opened(uow, maker, 1)
        assert [one.number for one in await making.all_surveys(uow, maker)] == [2]


@pytest.mark.parametrize("roles", [(), (Role.MODERATOR,)])
async def test_nobody_else_makes_surveys(store: SqlStore, roles: tuple[Role, ...]) -> None:
    stranger = await a_maker(store, *roles)
    async with store.begin() as uow:
        with pytest.raises(NotAllowed):
            await making.create(uow, stranger, PLAN)
        with pytest.raises(NotAllowed):
            await making.publish(uow, stranger, 1)

"""An open survey is changed aside, and the change goes live as a whole or not at all."""

import pytest

from backend.domain.actor import Actor
from backend.domain.errors import NotAllowed, SurveyStarted
from backend.domain.people import Role
from backend.domain.survey import IN_THE_MAKING, Question, QuestionKind, SurveyAudience, SurveyState
from backend.domain.survey_check import FlawKind
from backend.domain.survey_plan import SurveyPlan
from backend.services import survey_changes as changes
from backend.services import survey_frame, survey_inviting
from backend.services import survey_making as making
from backend.storage.unit_of_work import SqlStore
from tests.builders import a_person
from tests.integration.services.test_survey_making import HOW, PLAN, WHY, a_maker, created


async def is_in(store: SqlStore, survey_id: int, state: SurveyState) -> None:
    async with store.begin() as uow:
        uow.surveys.change(survey_id, state=state.value)
        await uow.commit()


async def test_a_draft_is_changed_in_place(store: SqlStore) -> None:
    maker = await a_maker(store, Role.SECRETARY)
    await created(store, maker)
    async with store.begin() as uow:
        _, form = await changes.change(uow, maker, 1, (HOW, WHY))
        assert (form.version, (await changes.at_work(uow, maker, 1))[1].questions) == (1, (HOW, WHY))
        assert await changes.go_live(uow, maker, 1) == (), "there is nothing aside"


async def test_a_change_to_an_open_survey_is_seen_by_nobody_until_it_goes_live(store: SqlStore) -> None:
    maker = await a_maker(store, Role.ADMIN)
    survey = await created(store, maker)
    await is_in(store, survey.id, SurveyState.OPEN)
    async with store.begin() as uow:
        await changes.change(uow, maker, 1, (HOW, HOW))
        assert (await making.opened(uow, maker, 1))[1].questions == (HOW,)
        assert [form.version for form in await uow.surveys.forms(survey.id)] == [1]
        assert (await changes.at_work(uow, maker, 1))[1].version == IN_THE_MAKING
        assert [flaw.kind for flaw in await changes.go_live(uow, maker, 1)] == [FlawKind.CODE_TWICE]
        await changes.change(uow, maker, 1, (HOW, WHY))
        assert await changes.go_live(uow, maker, 1) == ()
        assert await changes.go_live(uow, maker, 1) == (), "a second press is harmless"
        kept, form = await changes.at_work(uow, maker, 1)
        assert (kept.version, form.version, form.questions) == (2, 2, (HOW, WHY))


async def test_a_change_is_dropped(store: SqlStore) -> None:
    maker = await a_maker(store, Role.ADMIN)
    survey = await created(store, maker)
    await is_in(store, survey.id, SurveyState.OPEN)
    async with store.begin() as uow:
        await changes.change(uow, maker, 1, (WHY,))
        await changes.drop(uow, maker, 1)
        assert (await changes.at_work(uow, maker, 1))[1].questions == (HOW,)


@pytest.mark.parametrize("state", [SurveyState.SCHEDULED, SurveyState.CLOSED])
async def test_what_waits_to_open_or_is_over_is_not_changed(store: SqlStore, state: SurveyState) -> None:
    maker = await a_maker(store, Role.ADMIN)
    survey = await created(store, maker)
    await is_in(store, survey.id, state)
    async with store.begin() as uow:
        with pytest.raises(SurveyStarted):
            await changes.change(uow, maker, 1, (WHY,))
        with pytest.raises(SurveyStarted):
            await survey_frame.change(uow, maker, 1, title="تاکسی")


async def test_a_published_survey_is_withdrawn_until_it_opens(store: SqlStore) -> None:
    maker = await a_maker(store, Role.ADMIN)
    survey = await created(store, maker)
    async with store.begin() as uow:
        await making.publish(uow, maker, 1)
        assert (await making.withdraw(uow, maker, 1)).state is SurveyState.DRAFT
        assert (await survey_frame.change(uow, maker, 1, title="تاکسی")).title == "تاکسی"
        uow.surveys.change(survey.id, state=SurveyState.OPEN.value)
        with pytest.raises(SurveyStarted):
            await making.withdraw(uow, maker, 1)


async def test_nobody_is_asked_by_the_answers_of_an_anonymous_survey(store: SqlStore) -> None:
    maker = await a_maker(store, Role.ADMIN)
    await created(store, maker, SurveyPlan("بی‌نام", (HOW,), is_anonymous=True))
    await created(store, maker, SurveyPlan("پسین", (HOW,), audience=SurveyAudience(earlier_survey=1)))
    async with store.begin() as uow:
        assert [flaw.kind for flaw in await making.publish(uow, maker, 2)] == [FlawKind.NO_EARLIER_SURVEY]


async def test_a_copy_that_was_just_made_is_not_made_twice(store: SqlStore) -> None:
    maker = await a_maker(store, Role.ADMIN)
    await created(store, maker)
    async with store.begin() as uow:
        assert (await making.copy(uow, maker, 1)).number == 2
        assert (await making.copy(uow, maker, 1)).number == 2
        await changes.change(uow, maker, 2, (Question("x", QuestionKind.TEXT, "چه؟"),))
        assert (await making.copy(uow, maker, 1)).number == 3


async def test_it_is_counted_how_many_would_be_asked(store: SqlStore) -> None:
    maker = await a_maker(store, Role.ADMIN)
    await created(store, maker, PLAN)
    async with store.begin() as uow:
        survey, _ = await making.opened(uow, maker, 1)
        assert await survey_inviting.reach(uow, survey) == 0


async def test_nobody_else_changes_surveys(store: SqlStore) -> None:
    await created(store, await a_maker(store, Role.ADMIN))
    stranger = Actor(a_person().id, frozenset({Role.MODERATOR}), 0)
    async with store.begin() as uow:
        for attempt in (
            changes.at_work(uow, stranger, 1),
            changes.change(uow, stranger, 1, (WHY,)),
            changes.go_live(uow, stranger, 1),
            changes.drop(uow, stranger, 1),
            making.withdraw(uow, stranger, 1),
            survey_frame.change(uow, stranger, 1, title="تاکسی"),
        ):
            with pytest.raises(NotAllowed):
                await attempt

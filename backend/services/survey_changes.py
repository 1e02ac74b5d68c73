"""Changing the questions of a survey: a draft in place, an open one aside until the change is published as a whole."""

from collections.abc import Sequence
from dataclasses import replace

from backend.domain.actor import Actor
from backend.domain.errors import SurveyStarted
from backend.domain.rights import Right
from backend.domain.survey import IN_THE_MAKING, Form, Question, Survey, SurveyState
from backend.domain.survey_check import Flaw
from backend.ports import UnitOfWork
from backend.services import access
from backend.services.survey_making import flaws_of, found, set_questions, subject_of


async def at_work(uow: UnitOfWork, actor: Actor, number: int) -> tuple[Survey, Form]:
    """Return a survey with the form that is being worked on: the one in the making, or else the newest."""
    access.allow(uow, actor, Right.MAKE_SURVEYS, "open-survey", subject_of(number))
    return await _at_work(uow, number)


async def change(uow: UnitOfWork, actor: Actor, number: int, questions: Sequence[Question]) -> tuple[Survey, Form]:
    """Change the questions. Those who are answering an open survey see nothing of it until it is published.

    Raises:
        SurveyStarted: the survey waits to open, and must be withdrawn first, or is closed.

    """
    survey, _ = await found(uow, number)
    if survey.state is SurveyState.DRAFT:
        return survey, await set_questions(uow, actor, number, questions)
    access.allow(uow, actor, Right.MAKE_SURVEYS, "change-survey", subject_of(number))
    if survey.state is not SurveyState.OPEN:
        raise SurveyStarted
    form = Form(survey.id, IN_THE_MAKING, tuple(questions), uow.now)
    uow.surveys.add_form(form)
    return survey, form


async def go_live(uow: UnitOfWork, actor: Actor, number: int) -> tuple[Flaw, ...]:
    """Let those who begin from now on answer the changed questions; return what is wrong with them instead.

    The change is a new version, and results keep both.
    """
    access.allow(uow, actor, Right.MAKE_SURVEYS, "publish-survey", subject_of(number))
    survey, form = await _at_work(uow, number)
    if form.version != IN_THE_MAKING:
        return ()
    # An open survey is within its time, and its frame is settled.
    flaws = await flaws_of(uow, replace(survey, closes_at=None), form)
    if not flaws:
        await set_questions(uow, actor, number, form.questions)
        uow.surveys.drop_form(survey.id, IN_THE_MAKING)
    return flaws


async def drop(uow: UnitOfWork, actor: Actor, number: int) -> None:
    """Leave the questions of an open survey as they are."""
    access.allow(uow, actor, Right.MAKE_SURVEYS, "change-survey", subject_of(number))
    survey, _ = await found(uow, number)
    uow.surveys.drop_form(survey.id, IN_THE_MAKING)


async def _at_work(uow: UnitOfWork, number: int) -> tuple[Survey, Form]:
    survey, form = await found(uow, number)
    if survey.state is not SurveyState.OPEN:
        return survey, form
    return survey, await uow.surveys.form(survey.id, IN_THE_MAKING) or form

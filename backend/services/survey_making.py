"""Making surveys: a draft, its checks, its publication, later versions."""

import secrets
from collections.abc import Sequence
from dataclasses import replace

from backend.domain.actor import Actor
from backend.domain.errors import NotFound, SurveyStarted
from backend.domain.rights import Right
from backend.domain.survey import Form, Question, Survey, SurveyState
from backend.domain.survey_check import Flaw, check
from backend.domain.survey_plan import SurveyPlan
from backend.ports import UnitOfWork
from backend.services import access

# A deep link's payload that opens a survey begins so; an invite's token never does (`backend.domain.groups`).
LINK_PREFIX = "s_"
_TOKEN_BYTES = 15


async def create(uow: UnitOfWork, actor: Actor, plan: SurveyPlan) -> Survey:
    """Keep a plan as a draft, right or not; it is checked when it is published."""
    access.allow(uow, actor, Right.MAKE_SURVEYS, "create-survey", plan.title[:80])
    survey = Survey(
        id=uow.new_id(),
        number=await uow.surveys.next_number(),
        title=plan.title,
        introduction=plan.introduction,
        thanks=plan.thanks,
        is_anonymous=plan.is_anonymous,
        audience=plan.audience,
        quotas=plan.quotas,
        token=f"{LINK_PREFIX}{secrets.token_urlsafe(_TOKEN_BYTES)}",
        state=SurveyState.DRAFT,
        version=1,
        created_by=actor.person_id,
        created_at=uow.now,
        opens_at=plan.opens_at,
        closes_at=plan.closes_at,
        has_reminder=plan.has_reminder,
    )
    uow.surveys.add(survey, Form(survey.id, survey.version, plan.questions, uow.now))
    return survey


async def all_surveys(uow: UnitOfWork, actor: Actor) -> list[Survey]:
    """Return every survey to those who make them, the newest first."""
    access.allow(uow, actor, Right.MAKE_SURVEYS, "list-surveys", "")
    return list(reversed(await uow.surveys.all()))


async def opened(uow: UnitOfWork, actor: Actor, number: int) -> tuple[Survey, Form]:
    """Return a survey with its newest form to those who make surveys."""
    access.allow(uow, actor, Right.MAKE_SURVEYS, "open-survey", _subject(number))
    return await _found(uow, number)


async def set_questions(uow: UnitOfWork, actor: Actor, number: int, questions: Sequence[Question]) -> Form:
    """Change the questions: in place while nobody has answered them, else as a new version beside the old one.

    Raises:
        SurveyStarted: the survey is closed, so that nobody could answer the new version.

    """
    access.allow(uow, actor, Right.MAKE_SURVEYS, "change-survey", _subject(number))
    survey, form = await _found(uow, number)
    if survey.state is SurveyState.CLOSED:
        raise SurveyStarted
    version = form.version + 1 if form.is_frozen else form.version
    changed = Form(survey.id, version, tuple(questions), uow.now)
    uow.surveys.add_form(changed)
    uow.surveys.change(survey.id, version=version)
    return changed


async def set_frame(uow: UnitOfWork, actor: Actor, number: int, plan: SurveyPlan) -> Survey:
    """Change title, audience, dates and the like of a survey that is not open yet.

    Raises:
        SurveyStarted: it is open or closed; whom it asks is settled.

    """
    access.allow(uow, actor, Right.MAKE_SURVEYS, "change-survey", _subject(number))
    survey, _ = await _found(uow, number)
    if survey.state not in {SurveyState.DRAFT, SurveyState.SCHEDULED}:
        raise SurveyStarted
    frame = {name: getattr(plan, name) for name in SurveyPlan.__slots__ if name != "questions"}
    uow.surveys.change(survey.id, **frame)
    await uow.surveys.replace_quotas(survey.id, plan.quotas)
    return replace(survey, **frame)


async def publish(uow: UnitOfWork, actor: Actor, number: int) -> tuple[Flaw, ...]:
    """Let a draft open at its moment; return what is wrong with it instead, if anything is."""
    access.allow(uow, actor, Right.MAKE_SURVEYS, "publish-survey", _subject(number))
    survey, form = await _found(uow, number)
    if survey.state is not SurveyState.DRAFT:
        return ()
    flaws = check(form.questions)
    if not flaws:
        uow.surveys.change(survey.id, state=SurveyState.SCHEDULED.value)
    return flaws


async def end(uow: UnitOfWork, actor: Actor, number: int) -> Survey:
    """Have an open or scheduled survey closed now; the job that closes surveys does the rest."""
    access.allow(uow, actor, Right.MAKE_SURVEYS, "close-survey", _subject(number))
    survey, _ = await _found(uow, number)
    if survey.state in {SurveyState.OPEN, SurveyState.SCHEDULED}:
        uow.surveys.change(survey.id, closes_at=uow.now)
        return replace(survey, closes_at=uow.now)
    return survey


async def discard(uow: UnitOfWork, actor: Actor, number: int) -> None:
    """Throw a draft away.

    Raises:
        SurveyStarted: it was published.

    """
    access.allow(uow, actor, Right.MAKE_SURVEYS, "discard-survey", _subject(number))
    survey, _ = await _found(uow, number)
    if survey.state is not SurveyState.DRAFT:
        raise SurveyStarted
    await uow.surveys.remove(survey.id)


async def copy(uow: UnitOfWork, actor: Actor, number: int) -> Survey:
    """Make a draft like an existing survey, without its dates."""
    survey, form = await opened(uow, actor, number)
    return await create(uow, actor, replace(plan_of(survey, form), opens_at=None, closes_at=None))


def plan_of(survey: Survey, form: Form) -> SurveyPlan:
    """Return a survey as a plan that could be changed and kept again."""
    frame = {name: getattr(survey, name) for name in SurveyPlan.__slots__ if name != "questions"}
    return SurveyPlan(questions=form.questions, **frame)


async def _found(uow: UnitOfWork, number: int) -> tuple[Survey, Form]:
    survey = await uow.surveys.by_number(number)
    form = await uow.surveys.form(survey.id, survey.version) if survey else None
    if survey is None or form is None:
        raise NotFound
    return survey, form


def _subject(number: int) -> str:
    return f"survey {number}"

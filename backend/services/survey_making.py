"""Making surveys: a draft, its checks, its publication, later versions."""

import secrets
from collections.abc import Sequence
from dataclasses import replace

from backend.domain.actor import Actor
from backend.domain.errors import NotFound, SurveyStarted
from backend.domain.rights import Right
from backend.domain.survey import Form, Question, Survey, SurveyState
from backend.domain.survey_check import Flaw, FlawKind, check, check_frame
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
    access.allow(uow, actor, Right.MAKE_SURVEYS, "open-survey", subject_of(number))
    return await found(uow, number)


async def set_questions(uow: UnitOfWork, actor: Actor, number: int, questions: Sequence[Question]) -> Form:
    """Change the questions: in place while nobody can have begun them, else as a new version beside the old one.

    Raises:
        SurveyStarted: the survey is closed, so that nobody could answer the new version.

    """
    access.allow(uow, actor, Right.MAKE_SURVEYS, "change-survey", subject_of(number))
    survey, form = await found(uow, number)
    if survey.state is SurveyState.CLOSED:
        raise SurveyStarted
    # Somebody may be beginning an open survey in this moment, so that its form is never changed under their hands.
    is_begun = form.is_frozen or survey.state is SurveyState.OPEN
    version = form.version + 1 if is_begun else form.version
    changed = Form(survey.id, version, tuple(questions), uow.now)
    uow.surveys.add_form(changed)
    uow.surveys.change(survey.id, version=version)
    return changed


async def set_frame(uow: UnitOfWork, actor: Actor, number: int, plan: SurveyPlan) -> Survey:
    """Change title, audience, dates and the like of a survey that is not open yet.

    Raises:
        SurveyStarted: it is open or closed; whom it asks is settled.

    """
    access.allow(uow, actor, Right.MAKE_SURVEYS, "change-survey", subject_of(number))
    survey, _ = await found(uow, number)
    if survey.state not in {SurveyState.DRAFT, SurveyState.SCHEDULED}:
        raise SurveyStarted
    frame = {name: getattr(plan, name) for name in SurveyPlan.__slots__ if name != "questions"}
    uow.surveys.change(survey.id, **frame)
    await uow.surveys.replace_quotas(survey.id, plan.quotas)
    return replace(survey, **frame)


async def publish(uow: UnitOfWork, actor: Actor, number: int) -> tuple[Flaw, ...]:
    """Let a draft open at its moment; return what is wrong with it instead, if anything is."""
    access.allow(uow, actor, Right.MAKE_SURVEYS, "publish-survey", subject_of(number))
    survey, form = await found(uow, number)
    if survey.state is not SurveyState.DRAFT:
        return ()
    flaws = await flaws_of(uow, survey, form)
    if not flaws:
        uow.surveys.change(survey.id, state=SurveyState.SCHEDULED.value)
    return flaws


async def flaws_of(uow: UnitOfWork, survey: Survey, form: Form) -> tuple[Flaw, ...]:
    """Return everything for which a survey cannot be published as it is."""
    flaws = [*check_frame(plan_of(survey, form), uow.now), *check(form.questions)]
    earlier = survey.audience.earlier_survey
    if earlier is not None:
        asked = await uow.surveys.by_number(earlier)
        if asked is None or asked.is_anonymous:
            flaws.append(Flaw(0, FlawKind.NO_EARLIER_SURVEY, str(earlier)))
    return tuple(flaws)


async def withdraw(uow: UnitOfWork, actor: Actor, number: int) -> Survey:
    """Make a draft again of a survey that is published and not open yet.

    Raises:
        SurveyStarted: it is open or closed.

    """
    access.allow(uow, actor, Right.MAKE_SURVEYS, "withdraw-survey", subject_of(number))
    survey, _ = await found(uow, number)
    if survey.state not in {SurveyState.DRAFT, SurveyState.SCHEDULED}:
        raise SurveyStarted
    uow.surveys.change(survey.id, state=SurveyState.DRAFT.value)
    return replace(survey, state=SurveyState.DRAFT)


async def end(uow: UnitOfWork, actor: Actor, number: int) -> Survey:
    """Have an open or scheduled survey closed now; the job that closes surveys does the rest."""
    access.allow(uow, actor, Right.MAKE_SURVEYS, "close-survey", subject_of(number))
    survey, _ = await found(uow, number)
    if survey.state in {SurveyState.OPEN, SurveyState.SCHEDULED}:
        uow.surveys.change(survey.id, closes_at=uow.now)
        return replace(survey, closes_at=uow.now)
    return survey


async def discard(uow: UnitOfWork, actor: Actor, number: int) -> None:
    """Throw a draft away.

    Raises:
        SurveyStarted: it was published.

    """
    access.allow(uow, actor, Right.MAKE_SURVEYS, "discard-survey", subject_of(number))
    survey, _ = await found(uow, number)
    if survey.state is not SurveyState.DRAFT:
        raise SurveyStarted
    await uow.surveys.remove(survey.id)


async def copy(uow: UnitOfWork, actor: Actor, number: int) -> Survey:
    """Make a draft like an existing survey, without its dates; a copy that was just made is not made twice."""
    survey, form = await opened(uow, actor, number)
    plan = replace(plan_of(survey, form), opens_at=None, closes_at=None)
    newest, newest_form = await found(uow, await uow.surveys.next_number() - 1)
    is_made = newest.id != survey.id and newest.state is SurveyState.DRAFT and newest.created_by == actor.person_id
    if is_made and plan_of(newest, newest_form) == plan:
        return newest
    return await create(uow, actor, plan)


def plan_of(survey: Survey, form: Form) -> SurveyPlan:
    """Return a survey as a plan that could be changed and kept again."""
    frame = {name: getattr(survey, name) for name in SurveyPlan.__slots__ if name != "questions"}
    return SurveyPlan(questions=form.questions, **frame)


async def found(uow: UnitOfWork, number: int) -> tuple[Survey, Form]:
    """Return a survey with its newest form, to services that have let the person in."""
    survey = await uow.surveys.by_number(number)
    form = await uow.surveys.form(survey.id, survey.version) if survey else None
    if survey is None or form is None:
        raise NotFound
    return survey, form


def subject_of(number: int) -> str:
    """Return a survey as the audit log names it."""
    return f"survey {number}"

"""Changing one thing of a draft apart from its questions: words, audience, quotas, dates."""

from dataclasses import replace
from typing import Any

from backend.domain.actor import Actor
from backend.domain.errors import SurveyStarted
from backend.domain.survey import Survey, SurveyState
from backend.ports import UnitOfWork
from backend.services.survey_making import opened, plan_of, set_frame


async def change(uow: UnitOfWork, actor: Actor, number: int, **values: Any) -> Survey:
    """Change fields of a draft's `SurveyPlan`; return it as it is then.

    Raises:
        SurveyStarted: it is published, and must be withdrawn first.

    """
    survey, form = await opened(uow, actor, number)
    if survey.state is not SurveyState.DRAFT:
        raise SurveyStarted
    return await set_frame(uow, actor, number, replace(plan_of(survey, form), **values))

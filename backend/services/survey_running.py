"""Running surveys by the clock: opening, inviting, reminding, pouring, closing.

Each step does a bounded piece of work in the caller's transaction and may be taken again at once.
"""

from collections.abc import Awaitable, Callable
from datetime import tzinfo

from backend.domain.city import City
from backend.domain.survey import Survey, SurveyState
from backend.ports import SurveyPress, TextReader, UnitOfWork
from backend.services import survey_inviting, survey_pouring
from backend.services.survey_pouring import Step

type Announce = Callable[[UnitOfWork, Survey], Awaitable[object]]


async def open_due(uow: UnitOfWork) -> list[Survey]:
    """Open the published surveys whose moment has come, and draw whom they ask; return them."""
    scheduled = await uow.answering.surveys_in(SurveyState.SCHEDULED)
    due = [one for one in scheduled if (one.opens_at is None or one.opens_at <= uow.now) and not _is_over(uow, one)]
    for survey in due:
        await survey_inviting.open_one(uow, survey)
    return due


async def invite_due(uow: UnitOfWork, city: City, press: SurveyPress) -> bool:
    """Invite a page of people for each open survey; say whether more may be left."""
    is_more = False
    for survey in await uow.answering.surveys_in(SurveyState.OPEN):
        form = await uow.surveys.form(survey.id, survey.version)
        if form is not None and survey.takes_answers(uow.now):
            is_more |= await survey_inviting.invite(uow, city, press, survey, form)
    return is_more


async def remind_due(uow: UnitOfWork, city: City, press: SurveyPress) -> bool:
    """Remind a page of people for each open survey whose moment to remind has come; say whether more may be left."""
    is_more = False
    for survey in await uow.answering.surveys_in(SurveyState.OPEN):
        is_more |= await survey_inviting.remind(uow, city, press, survey)
    return is_more


async def pour_due(uow: UnitOfWork, city: City, reader: TextReader) -> int:
    """Pour what can be poured of open surveys; return how many answers."""
    waiting = await uow.answering.with_finished_drafts()
    count = 0
    for survey in (await uow.surveys.by_ids(waiting)).values() if waiting else ():
        if survey.state is SurveyState.OPEN:
            await survey_pouring.read_waiting(uow, reader, survey)
            count += await pour(uow, survey, city.zone)
    return count


async def pour(uow: UnitOfWork, survey: Survey, zone: tzinfo) -> int:
    """Pour what can be poured of one survey; return how many answers."""
    return await survey_pouring.pour(uow, survey, zone)


async def close_due(uow: UnitOfWork) -> list[Survey]:
    """Take no more answers for surveys that are over, be it by their date or by somebody's word; return them."""
    running = await uow.answering.surveys_in(SurveyState.OPEN, SurveyState.SCHEDULED)
    return [survey_pouring.closing(uow, survey) for survey in running if _is_over(uow, survey)]


async def settle_due(uow: UnitOfWork, city: City, reader: TextReader, announce: Announce) -> bool:
    """Take closed surveys a step towards their results, and announce those that are settled; say whether more is left.

    The first that is not settled yet is worked; the transaction in which its last answers are poured also says so and
    queues the results, so that they go out once.
    """
    closed = await uow.answering.surveys_in(SurveyState.CLOSED)
    for survey in (one for one in closed if one.closed_at is None):
        await survey_pouring.read_waiting(uow, reader, survey)
        step = await survey_pouring.settle(uow, survey, city.zone)
        if step is Step.DONE:
            uow.surveys.change(survey.id, closed_at=uow.now)
            await announce(uow, survey)
        if step is not Step.WAITS:
            return True
    return False


def _is_over(uow: UnitOfWork, survey: Survey) -> bool:
    return survey.closes_at is not None and survey.closes_at <= uow.now

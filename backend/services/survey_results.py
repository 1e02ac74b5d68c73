"""Results of surveys, counted when somebody asks for them."""

from backend.domain.actor import Actor
from backend.domain.city import City
from backend.domain.errors import NotFound
from backend.domain.rights import Right
from backend.domain.survey import Survey
from backend.domain.survey_results import Reach, Results, publish
from backend.domain.survey_tally import Tally
from backend.ports import UnitOfWork
from backend.services import access

_PAGE = 2000


async def count(uow: UnitOfWork, survey: Survey) -> Tally:
    """Count the responses of a survey, a page at a time."""
    tally = Tally(await uow.surveys.forms(survey.id))
    after = 0
    while page := await uow.surveys.responses(survey.id, after, _PAGE):
        tally.add(page)
        after = page[-1].id
    for (version, code), people in (await uow.surveys.stopped_at(survey.id)).items():
        tally.stop_at(version, code, people)
    return tally


async def results(uow: UnitOfWork, city: City, survey: Survey) -> Results:
    """Return what came of a survey so far, suppressed."""
    reach = Reach(*await uow.surveys.counts(survey.id))
    return publish(await count(uow, survey), reach, city.population)


async def shown(uow: UnitOfWork, city: City, actor: Actor, number: int) -> tuple[Survey, Results]:
    """Return the results of a survey to somebody who may see them.

    Those who make surveys and those who see statistics may, and the members of working groups.

    Raises:
        NotAllowed: the person is none of these.
        NotFound: there is no such survey.
    """
    subject = f"survey {number}"
    if await uow.groups.groups_of(actor.person_id):
        access.record(uow, actor, "see-results", subject)
    else:
        access.allow(uow, actor, Right.SEE_STATISTICS, "see-results", subject)
    survey = await uow.surveys.by_number(number)
    if survey is None:
        raise NotFound
    return survey, await results(uow, city, survey)

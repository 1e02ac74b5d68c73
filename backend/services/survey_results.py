"""Results of surveys, counted after the turn in which somebody asks for them."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass

from backend.domain.actor import Actor
from backend.domain.city import City
from backend.domain.errors import NotFound
from backend.domain.rights import Right
from backend.domain.survey import Form, Response, Survey, SurveyState
from backend.domain.survey_results import Reach, Results, publish
from backend.domain.survey_tally import Tally
from backend.ports import UnitOfWork
from backend.services import access

# Small enough that answers are worked between two pages.
_PAGE = 500
_HAVE_RESULTS = frozenset({SurveyState.OPEN, SurveyState.CLOSED})


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
    """Return what came of a survey so far, suppressed. It takes up to seconds."""
    reach = Reach(*await uow.surveys.counts(survey.id))
    tally = await count(uow, survey)
    # Beside the event loop: a long survey takes some tenths of a second, and others wait for their answers.
    return await asyncio.to_thread(publish, tally, reach, city.population)


@dataclass(frozen=True, slots=True)
class Stamp:
    """What changes whenever results do: questions, answers, who was asked, who stands where."""

    forms: tuple[Form, ...]
    answers: tuple[int, int]
    counts: tuple[int, int, int]
    stopped: Mapping[tuple[int, str], int]


async def stamp(uow: UnitOfWork, survey: Survey) -> Stamp:
    """Return the stamp under which results of a survey that are counted now will hold. It reads no answer."""
    return Stamp(
        tuple(await uow.surveys.forms(survey.id)),
        await uow.surveys.newest_response(survey.id),
        await uow.surveys.counts(survey.id),
        await uow.surveys.stopped_at(survey.id),
    )


async def allow_seeing(uow: UnitOfWork, actor: Actor, number: int) -> Survey:
    """Return a survey to somebody who may see its results, which `results` counts.

    Those who make surveys and those who see statistics may, and the members of working groups.

    Raises:
        NotAllowed: the person is none of these.
        NotFound: there is no such survey, or nobody was asked yet.
    """
    await _allow(uow, actor, f"survey {number}")
    return await asked(uow, number)


async def listed(uow: UnitOfWork, actor: Actor) -> list[Survey]:
    """Return the surveys that have results, newest first, to somebody who may see them.

    Raises:
        NotAllowed: see `allow_seeing`.
    """
    await _allow(uow, actor, "")
    return [survey for survey in reversed(await uow.surveys.all()) if survey.state in _HAVE_RESULTS]


async def allow_export(uow: UnitOfWork, actor: Actor, number: int) -> Survey:
    """Return a survey to somebody who may have its answers as files, which `written_out` reads.

    Members of groups see figures alone: single answers tell more than figures in which small cells are hidden.

    Raises:
        NotAllowed: the person neither makes surveys nor sees statistics.
        NotFound: there is no such survey, or nobody was asked yet.
    """
    access.allow(uow, actor, Right.SEE_STATISTICS, "export-answers", f"survey {number}")
    return await asked(uow, number)


async def written_out(
    uow: UnitOfWork, city: City, survey: Survey
) -> tuple[Survey, list[Form], Results, list[Response]]:
    """Return everything that files of results are written from, single answers too. It takes up to seconds."""
    found: list[Response] = []
    while page := await uow.surveys.responses(survey.id, found[-1].id if found else 0, _PAGE):
        found += page
    return survey, await uow.surveys.forms(survey.id), await results(uow, city, survey), found


async def _allow(uow: UnitOfWork, actor: Actor, subject: str) -> None:
    if await uow.groups.groups_of(actor.person_id):
        access.record(uow, actor, "see-results", subject)
    else:
        access.allow(uow, actor, Right.SEE_STATISTICS, "see-results", subject)


async def asked(uow: UnitOfWork, number: int) -> Survey:
    """Return a survey that has results.

    Raises:
        NotFound: there is no such survey, or nobody was asked yet.
    """
    survey = await uow.surveys.by_number(number)
    if survey is None or survey.state not in _HAVE_RESULTS:
        raise NotFound
    return survey

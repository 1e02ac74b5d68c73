"""Pouring finished drafts into responses, and settling a survey that is closed."""

import random
import secrets
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, time, timedelta, tzinfo
from enum import Enum

from backend.domain.outgoing import TRACELESS
from backend.domain.people import Person
from backend.domain.survey import Draft, Form, Survey, SurveyState
from backend.domain.survey_pour import Cell, poured
from backend.domain.survey_walk import final
from backend.ports import TextReader, UnitOfWork
from backend.services import survey_responses
from backend.services.survey_inviting import batch_of

MOST_AT_ONCE = 2_000
# A closed survey waits so long for words that could not be read; then their raw form is given up, not kept.
_PATIENCE = timedelta(hours=24)


def traceless_batch(survey: Survey) -> str:
    """Return the batch of an anonymous survey's questions: their rows go as soon as they were sent."""
    return f"{TRACELESS}:survey:{survey.id}"


async def read_waiting(uow: UnitOfWork, reader: TextReader, survey: Survey) -> None:
    """Read the words in finished drafts that could not be read when they were said."""
    for is_finished in (True, False):
        for draft in await uow.answering.pool(survey.id, MOST_AT_ONCE, is_finished=is_finished):
            if survey_responses.has_unread(draft.answers):
                uow.answering.move(replace(draft, answers=await survey_responses.read(reader, draft.answers)))


async def pour(uow: UnitOfWork, survey: Survey, zone: tzinfo) -> int:
    """Pour what can be poured of a survey's finished drafts; return how many.

    Of an anonymous survey a random part, five or more together (`backend.domain.survey_pour`): in an order of chance,
    under random ids, dated to the day of the pouring, all in this transaction. Of others everything that was read.
    """
    pool = await uow.answering.pool(survey.id, MOST_AT_ONCE, is_finished=True)
    ready = [draft for draft in pool if not survey_responses.has_unread(draft.answers)]
    return await _poured(uow, survey, ready, zone, is_last=False)


class Step(Enum):
    """What a step of settling came to."""

    DONE = "done"
    MORE = "more"
    WAITS = "waits"


async def settle(uow: UnitOfWork, survey: Survey, zone: tzinfo) -> Step:
    """Take a closed survey a step further; it is done when every draft is poured or dropped.

    Answers that were not finished are kept as far as they went; a draft without any is dropped.
    """
    pool = await uow.answering.pool(survey.id, MOST_AT_ONCE, is_finished=True)
    room = MOST_AT_ONCE - len(pool)
    pool += await uow.answering.pool(survey.id, room, is_finished=False) if room else []
    over_at = survey.closes_at or uow.now
    if any(survey_responses.has_unread(draft.answers) for draft in pool):
        if uow.now - over_at < _PATIENCE:
            return Step.WAITS
        pool = [replace(draft, answers=survey_responses.given_up(draft.answers)) for draft in pool]
    await _poured(uow, survey, pool, zone, is_last=len(pool) < MOST_AT_ONCE)
    if len(pool) == MOST_AT_ONCE:
        return Step.MORE
    for batch in (batch_of(survey), traceless_batch(survey)):
        await uow.outbox.withdraw(batch)
    return Step.DONE


async def _poured(uow: UnitOfWork, survey: Survey, drafts: Sequence[Draft], zone: tzinfo, *, is_last: bool) -> int:
    if not drafts:
        return 0
    forms = {form.version: form for form in await uow.surveys.forms(survey.id)}
    for draft in drafts:
        if not final(forms[draft.version], draft.answers):
            uow.surveys.drop_draft(survey.id, draft.person_id)
    said = [draft for draft in drafts if final(forms[draft.version], draft.answers)]
    persons = await uow.people.persons(draft.person_id for draft in said)
    pairs = [(draft, persons[draft.person_id]) for draft in said]
    if survey.is_anonymous:
        return await _without_names(uow, survey, forms, pairs, _day(uow.now, zone), is_last=is_last)
    for response in await survey_responses.made(uow, survey, forms, pairs):
        uow.surveys.add_response(response)
    for draft in said:
        uow.surveys.drop_draft(survey.id, draft.person_id)
    return len(said)


async def _without_names(
    uow: UnitOfWork,
    survey: Survey,
    forms: dict[int, Form],
    pairs: Sequence[tuple[Draft, Person]],
    day: datetime,
    *,
    is_last: bool,
) -> int:
    known = await uow.answering.cells(survey.id)
    waiting = [(draft, _cell(person)) for draft, person in pairs]
    # The system's chance, so that no order can be computed again.
    chance: random.Random = secrets.SystemRandom()
    going = poured(waiting, known, is_last=is_last, chance=chance)
    made = [
        survey_responses.response_of(forms[one.draft.version], one.draft, survey_responses.random_id(), one.cell, day)
        for one in going
    ]
    for response in await survey_responses.marked(uow, survey, made):
        uow.surveys.add_response(response)
    for one in going:
        uow.surveys.drop_draft(survey.id, one.draft.person_id)
    return len(going)


def _cell(person: Person) -> Cell:
    group = person.stakeholder_group
    return (str(group) if group else None, person.district)


def _day(now: datetime, zone: tzinfo) -> datetime:
    return datetime.combine(now.astimezone(zone).date(), time(), zone)


def closing(uow: UnitOfWork, survey: Survey) -> Survey:
    """Take no more answers. `closed_at` stays empty until the survey is settled."""
    uow.surveys.change(survey.id, state=SurveyState.CLOSED.value)
    return replace(survey, state=SurveyState.CLOSED)

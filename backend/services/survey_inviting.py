"""Whom a survey asks: drawing its audience when it opens, inviting page by page, reminding once."""

import secrets
from collections.abc import AsyncIterator, Callable, Sequence

from backend.domain.city import City
from backend.domain.outgoing import Priority
from backend.domain.people import Contact, Person
from backend.domain.quiet import after_quiet
from backend.domain.survey import Form, Survey, SurveyAudience, SurveyState
from backend.domain.survey_rules import holds
from backend.domain.survey_times import is_civil, reminder_at
from backend.ports import Part, SurveyPress, UnitOfWork
from backend.services import sending
from backend.services.broadcasts import MOST_WAITING, PAGE

_READ_AT_ONCE = 2_000
type Letter = Callable[[Person], Part]


async def open_one(uow: UnitOfWork, survey: Survey) -> int:
    """Open a survey and draw whom it asks, in one transaction, so that a sample is drawn once; return how many.

    Who writes to the bot for the first time after that is not asked. A survey that is only open to whoever has its
    link draws nobody.
    """
    drawn = [] if survey.audience.is_link_alone else [person_id async for person_id in _audience(uow, survey)]
    if survey.audience.sample is not None and len(drawn) > survey.audience.sample:
        drawn = secrets.SystemRandom().sample(drawn, survey.audience.sample)
    uow.answering.draw(survey.id, drawn)
    uow.surveys.change(survey.id, state=SurveyState.OPEN.value, opened_at=uow.now)
    return len(drawn)


async def reach(uow: UnitOfWork, survey: Survey) -> int:
    """Return how many people a survey would ask if it opened now."""
    if survey.audience.is_link_alone:
        return 0
    count = 0
    async for _ in _audience(uow, survey):
        count += 1
    return count if survey.audience.sample is None else min(count, survey.audience.sample)


async def invite(uow: UnitOfWork, city: City, press: SurveyPress, survey: Survey, form: Form) -> bool:
    """Invite the next page of those who were drawn; say whether more may be left.

    The invitations wait in the outbox behind everything else, never more than a few pages of them, and none is due in
    the quiet hours.
    """
    page = await uow.answering.to_invite(survey.id, PAGE)
    if not page or (await uow.outbox.tally(batch_of(survey))).waiting >= MOST_WAITING:
        return False
    able = await reached(uow, page)
    uow.answering.undraw(survey.id, set(page) - {person.id for person, _ in able})
    uow.answering.invited(survey.id, (person.id for person, _ in able), uow.now)
    # Longer than a message holds an invitation never is, so it is worded once a language and not once a person.
    words: dict[str, Part] = {}
    for person, contact in able:
        if person.language not in words:
            words[person.language] = press.invitation(person.language, survey, form)
        part = words[person.language]
        key = f"survey:{survey.id}:invitation:{person.id}"
        _invite(uow, city, part, contact, key, survey)
    return len(page) == PAGE


async def remind(uow: UnitOfWork, city: City, press: SurveyPress, survey: Survey) -> bool:
    """Remind the next page of those who were invited and have not finished; say whether more may be left.

    Once, at the survey's moment or later, and at civil hours only.
    """
    moment = reminder_at(survey, city.zone)
    if moment is None or uow.now < moment or not is_civil(uow.now, city.zone) or not survey.takes_answers(uow.now):
        return False
    page = await uow.surveys.to_remind(survey.id, 0, PAGE)
    begun = {one.person_id for one in page if one.started_at is not None}
    uow.answering.reminded(survey.id, (one.person_id for one in page), uow.now)
    for person, contact in await reached(uow, [one.person_id for one in page]):
        part = press.reminder(person.language, survey, has_begun=person.id in begun)
        key = f"survey:{survey.id}:reminder:{person.id}"
        _invite(uow, city, part, contact, key, survey)
    return len(page) == PAGE


def batch_of(survey: Survey) -> str:
    """Return the name under which a survey's invitations and reminders stand in the outbox."""
    return f"survey:{survey.id}"


async def _audience(uow: UnitOfWork, survey: Survey) -> AsyncIterator[int]:
    audience = survey.audience
    answered_so = await _who_answered_so(uow, audience)
    after = 0
    while True:
        page = await uow.surveys.audience(audience.stakeholder_groups, audience.districts, after, _READ_AT_ONCE)
        for person_id in page:
            if answered_so is None or person_id in answered_so:
                yield person_id
        if len(page) < _READ_AT_ONCE:
            return
        after = page[-1]


async def _who_answered_so(uow: UnitOfWork, audience: SurveyAudience) -> set[int] | None:
    """Return who answered an earlier survey as the audience wants; None where it wants nothing of the kind.

    An anonymous survey knows nobody, so nobody answered it so.
    """
    if audience.earlier_survey is None:
        return None
    earlier = await uow.surveys.by_number(audience.earlier_survey)
    found: set[int] = set()
    after = 0
    while earlier is not None and not earlier.is_anonymous:
        page = await uow.surveys.responses(earlier.id, after, _READ_AT_ONCE)
        found |= {one.person_id for one in page if one.person_id and holds(audience.answers, one.answers)}
        if len(page) < _READ_AT_ONCE:
            break
        after = page[-1].id
    return found


async def reached(uow: UnitOfWork, person_ids: Sequence[int]) -> list[tuple[Person, Contact]]:
    """Return who can be written to and wishes it, with one address each."""
    if not person_ids:
        return []
    persons = await uow.people.persons(person_ids)
    contacts = {one.person_id: one for one in reversed(await uow.people.contacts_of(person_ids))}
    able = [(person, contacts.get(person.id)) for person in persons.values() if not person.muted]
    return [(person, contact) for person, contact in able if contact is not None]


def _invite(uow: UnitOfWork, city: City, part: Part, contact: Contact, key: str, survey: Survey) -> None:
    due_at, batch = after_quiet(uow.now, city.zone), batch_of(survey)
    sending.send(uow, contact.id, part, key, Priority.BROADCAST, due_at=due_at, batch=batch)

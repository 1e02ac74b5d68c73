"""Telling what came of a survey when it is closed: everybody who answered gets the picture, the groups a summary."""

from collections.abc import Mapping
from dataclasses import replace

from backend.domain.city import City
from backend.domain.groups import WorkingGroup
from backend.domain.outgoing import Attachment, Priority
from backend.domain.people import Contact
from backend.domain.quiet import after_quiet
from backend.domain.survey import Survey
from backend.domain.survey_news import SurveyNews
from backend.domain.survey_results import Results
from backend.ports import Part, ResultPress, UnitOfWork
from backend.services import digests, sending
from backend.services.broadcasts import MOST_WAITING, PAGE
from backend.services.survey_inviting import reached

_LANGUAGE_OF_GROUPS = "fa"
_FILE = "survey.png"


def announce(uow: UnitOfWork, survey: Survey) -> None:
    """Have the results sent; they are counted and drawn later, outside of the transaction that closes the survey."""
    uow.survey_news.begin(survey.id)


async def tell_groups(
    uow: UnitOfWork, city: City, press: ResultPress, survey: Survey, results: Results, picture: bytes | None
) -> SurveyNews:
    """Keep the picture, once for all, and tell the groups concerned and whoever made the survey.

    They are told once, however often this is worked. Returns how far the news are then.
    """
    picture_id = uow.new_id() if picture is not None else None
    if picture is not None and picture_id is not None:
        uow.outbox.add_attachment(Attachment(picture_id, _FILE, picture))
    summary = press.summary(_LANGUAGE_OF_GROUPS, survey, results)
    for contact in (await _recipients(uow, survey)).values():
        _queue(uow, city, survey, contact, summary, "summary", None)
        if picture_id is not None:
            caption = Part("sendPhoto", {"caption": survey.title})
            _queue(uow, city, survey, contact, caption, "summary-picture", picture_id)
    uow.survey_news.drawn(survey.id, picture_id)
    return SurveyNews(survey.id, is_drawn=True, picture_id=picture_id)


async def tell_page(
    uow: UnitOfWork, city: City, press: ResultPress, survey: Survey, news: SurveyNews
) -> SurveyNews | None:
    """Queue the picture for the next page of those who answered; None when everybody was told.

    It waits behind everything else, never more than a few pages of it, and comes in the daytime. Whoever wished to be
    sent nothing, or stopped the bot, gets nothing.
    """
    if (await uow.outbox.tally(batch_of(survey))).waiting >= MOST_WAITING:
        return news
    page = await uow.survey_news.finishers(survey.id, news.told_until, PAGE)
    letters: dict[str, Part] = {}
    for person, contact in await reached(uow, page):
        if person.language not in letters:
            words = press.news(person.language, survey, is_drawn=news.picture_id is not None)
            letters[person.language] = _letter(words, news.picture_id)
        _queue(uow, city, survey, contact, letters[person.language], "news", news.picture_id)
    if len(page) < PAGE:
        uow.survey_news.end(survey.id)
        return None
    uow.survey_news.told_until(survey.id, page[-1])
    return replace(news, told_until=page[-1])


def batch_of(survey: Survey) -> str:
    """Return the name under which a survey's results stand in the outbox."""
    return f"survey-news:{survey.id}"


def _letter(text: str, picture_id: int | None) -> Part:
    return Part("sendMessage", {"text": text}) if picture_id is None else Part("sendPhoto", {"caption": text})


async def _recipients(uow: UnitOfWork, survey: Survey) -> Mapping[int, Contact]:
    found: dict[int, Contact] = {}
    for group in await uow.groups.all():
        if _concerns(survey, group):
            found |= {contact.id: contact for contact in await digests.recipients_of(uow, group)}
    if survey.created_by is not None:
        makers = await uow.people.contacts_of([survey.created_by])
        found |= {contact.id: contact for contact in makers[:1]}
    return found


def _concerns(survey: Survey, group: WorkingGroup) -> bool:
    """A survey concerns every group, or those in whose districts it asked."""
    asked = survey.audience.districts
    return not asked or not group.districts or not group.districts.isdisjoint(asked)


def _queue(
    uow: UnitOfWork, city: City, survey: Survey, contact: Contact, part: Part, key: str, picture_id: int | None
) -> None:
    sending.send(
        uow,
        contact.id,
        part,
        f"survey:{survey.id}:{key}:{contact.id}",
        Priority.BROADCAST,
        due_at=after_quiet(uow.now, city.zone),
        batch=batch_of(survey),
        attachment_id=picture_id,
    )

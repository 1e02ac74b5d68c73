"""What an errand brings: it is read beside the writer and drawn outside of any database connection."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import replace

from backend.domain.digest import Digest
from backend.domain.errand import Errand, ErrandKind
from backend.domain.errors import NotFound
from backend.domain.groups import WorkingGroup
from backend.domain.survey import Survey
from backend.domain.survey_results import Results
from backend.ports import Part, Store
from backend.services import digests, groups, messes, privacy, statistics, survey_results
from bot import result_pages
from bot.result_pages import Wish
from bot.texts.speaker import speaker_of
from bot.turn import Service
from bot.views import digest as digest_views
from bot.views import mess as mess_views
from bot.views import own_data
from bot.views import statistics as statistics_views
from bot.views.survey_results import Shown

type _Doing = Callable[[Store, Service, Errand], Awaitable[Sequence[Part]]]


async def parts_of(store: Store, service: Service, errand: Errand) -> Sequence[Part]:
    """Return the messages that an errand brings, in the order in which they are sent.

    Raises:
        NotFound: what it is about is gone by now.
    """
    return await _DOINGS[errand.kind](store, service, errand)


async def _digest(store: Store, service: Service, errand: Errand) -> Sequence[Part]:
    """Make the list of the period that ran when it was asked for."""
    group, digest = await _running(store, service, errand)
    return await service.press.parts(digest, group, is_live=True)


async def _order(store: Store, service: Service, errand: Errand) -> Sequence[Part]:
    """Explain the order of that list."""
    _, digest = await _running(store, service, errand)
    view = digest_views.explained(speaker_of(errand.data["language"]), digest)
    return [Part("sendMessage", payload) for payload in view.payloads()]


async def _running(store: Store, service: Service, errand: Errand) -> tuple[WorkingGroup, Digest]:
    async with store.look() as uow:
        group = await groups.by_number(uow, int(errand.data["group"]))
        return group, await digests.running(uow, service.city, group, errand.created_at)


async def _statistics(store: Store, service: Service, errand: Errand) -> Sequence[Part]:
    """Tell the figures, and draw them."""
    async with store.look() as uow:
        found = await statistics.collect(uow, service.city)
    pictures = await service.statistics.pictures(found)
    say = speaker_of(errand.data["language"])
    told = [Part("sendMessage", payload) for payload in statistics_views.told(say, service.city, found).payloads()]
    caption = say("stats-caption")
    return [*told, *(Part("sendPhoto", {"caption": caption}, picture) for picture in pictures)]


async def _mess(store: Store, service: Service, errand: Errand) -> Sequence[Part]:
    """Draw the mess."""
    async with store.look() as uow:
        sheet = await messes.sheet_at(uow, int(errand.data["issue"]), int(errand.data["desk"]))
    picture = await service.mess_files.picture(sheet)
    caption = mess_views.caption(speaker_of(errand.data["language"]), sheet)
    return [Part("sendPhoto", {"caption": caption}, ("mess.png", picture))]


async def _survey_picture(store: Store, service: Service, errand: Errand) -> Sequence[Part]:
    """Draw what came of a survey."""
    survey, results = await _results(store, service, errand)
    picture = await service.survey_files.picture(survey, results)
    if picture is None:
        return _too_few(errand)
    return [Part("sendPhoto", {"caption": survey.title}, (f"survey-{survey.number}.png", picture))]


async def _survey_question(store: Store, service: Service, errand: Errand) -> Sequence[Part]:
    """Draw what came of one question."""
    place = int(errand.data["place"])
    survey, results = await _results(store, service, errand)
    if place >= len(results.questions):
        raise NotFound
    if not results.questions[place].has_something:
        return _too_few(errand)
    picture = await service.survey_files.question(survey, results.questions[place])
    return [Part("sendPhoto", {"caption": survey.title}, (f"survey-{survey.number}-{place + 1}.png", picture))]


async def _survey_page(store: Store, service: Service, errand: Errand) -> Sequence[Part]:
    """Tell what came of a survey, in the place of the page before, if it fits into one message."""
    survey, results = await _results(store, service, errand)
    shown = Shown(survey, results, may_export="may_export" in errand.data)
    view = result_pages.page(speaker_of(errand.data["language"]), service.city, shown, Wish.read(errand.data))
    payloads = list(view.payloads())
    if len(payloads) == 1 and "instead_of" in errand.data:
        return [Part("editMessageText", payloads[0] | {"message_id": int(errand.data["instead_of"])})]
    return [Part("sendMessage", payload) for payload in payloads]


async def _results(store: Store, service: Service, errand: Errand) -> tuple[Survey, Results]:
    async with store.look() as uow:
        survey = await survey_results.asked(uow, int(errand.data["survey"]))
        return survey, await service.result_shelf.results(uow, service.city, survey)


def _too_few(errand: Errand) -> Sequence[Part]:
    return [Part("sendMessage", {"text": speaker_of(errand.data["language"])("results-too-few")})]


async def _own_data(store: Store, service: Service, errand: Errand) -> Sequence[Part]:
    """Hand a person what is kept on them; the person is whoever has the address by now."""
    async with store.look() as uow:
        data = await privacy.own_data(uow, errand.contact_id)
    return own_data.files(speaker_of(errand.data["language"]), service.city, data)


async def _survey_files(store: Store, service: Service, errand: Errand) -> Sequence[Part]:
    """Write everything that came of a survey."""
    async with store.look() as uow:
        survey = await survey_results.asked(uow, int(errand.data["survey"]))
        found = await survey_results.written_out(uow, service.city, survey)
    first, *others = [Part("sendDocument", {}, file) for file in await service.survey_files.written(*found)]
    caption = speaker_of(errand.data["language"])("results-files", title=survey.title)
    return [replace(first, payload={"caption": caption}), *others]


_DOINGS: Mapping[ErrandKind, _Doing] = {
    ErrandKind.DIGEST: _digest,
    ErrandKind.ORDER: _order,
    ErrandKind.STATISTICS: _statistics,
    ErrandKind.MESS: _mess,
    ErrandKind.SURVEY_PICTURE: _survey_picture,
    ErrandKind.SURVEY_QUESTION: _survey_question,
    ErrandKind.SURVEY_FILES: _survey_files,
    ErrandKind.SURVEY_PAGE: _survey_page,
    ErrandKind.OWN_DATA: _own_data,
}

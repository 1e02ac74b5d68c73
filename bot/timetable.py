"""What the product does by the clock, and not because somebody wrote."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import timedelta

import structlog

from backend.bootstrap import Backend
from backend.domain.survey import Survey
from backend.jobs import tasks
from backend.jobs.scheduler import Clock
from backend.jobs.survey_news_tasks import NewsClock
from backend.jobs.survey_tasks import SurveyClock
from backend.ports import UnitOfWork
from backend.reports.survey_files import SurveyPictures
from backend.services import survey_news
from bot.ballots import ChatBallots
from bot.notices import ChatNotices
from bot.press import ChatPress
from bot.results_press import ChatResults
from bot.staff_press import ChatStaffPress
from bot.survey_press import ChatSurveys

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Timetable:
    """The jobs of the process that leads; `queued` is set when one of them left something to send."""

    backend: Backend
    press: ChatPress
    notices: ChatNotices
    queued: asyncio.Event

    async def run(self) -> None:
        """Do everything at its time until cancelled."""
        backend = self.backend
        store, city, clock = backend.store, backend.city, Clock(backend.leadership)
        ballots, staff = ChatBallots(city), ChatStaffPress(city)

        def sending(every: timedelta, name: str, work: Callable[[], Awaitable[object]]) -> None:
            clock.every(every, name, lambda: self._then_send(work))

        clock.every(timedelta(seconds=1), "gather", lambda: tasks.gather(store, backend.gatherer, self.notices))
        clock.when_lost(backend.gatherer.forget)
        sending(timedelta(seconds=5), "digests", lambda: tasks.issue_due_digests(store, city, self.press))
        sending(timedelta(seconds=10), "whether-done", lambda: tasks.ask_whether_done(store, city, self.notices))
        sending(timedelta(seconds=1), "surveys", self._run_surveys)
        sending(timedelta(seconds=2), "survey-news", self._tell_results)
        clock.every(timedelta(seconds=20), "beat", lambda: tasks.beat(store, "schedule"))
        clock.every(timedelta(seconds=30), "read-again", lambda: tasks.read_again(store, backend.reader))
        sending(timedelta(seconds=30), "close-ballots", lambda: tasks.close_ballots(store, ballots))
        sending(timedelta(seconds=2), "broadcasts", lambda: tasks.advance_broadcasts(store, city, staff))
        clock.every(timedelta(minutes=1), "moderators", lambda: tasks.tell_moderators(store, city, staff))
        clock.every(timedelta(hours=6), "prune", lambda: tasks.prune(store))
        clock.start()
        try:
            await asyncio.Event().wait()
        finally:
            clock.stop()

    async def _then_send(self, work: Callable[[], Awaitable[object]]) -> None:
        if await work():
            self.queued.set()

    async def _run_surveys(self) -> bool:
        backend = self.backend
        press = ChatSurveys(backend.city)
        return bool(await SurveyClock(backend.store, backend.city, press, backend.reader, self._announce).tick())

    async def _announce(self, uow: UnitOfWork, survey: Survey) -> None:
        """Have the results sent of a survey whose last answers are poured in this transaction."""
        survey_news.announce(uow, survey)
        log.info("survey_settled", survey=survey.number)

    async def _tell_results(self) -> bool:
        backend = self.backend
        return bool(await NewsClock(backend.store, backend.city, ChatResults(), SurveyPictures(backend.city)).tick())

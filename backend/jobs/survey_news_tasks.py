"""Sends out what came of closed surveys."""

from dataclasses import dataclass

import structlog

from backend.domain.city import City
from backend.domain.survey import Survey
from backend.domain.survey_news import SurveyNews
from backend.ports import ResultPress, Store, SurveyFiles
from backend.services import survey_news, survey_results

_MOST_PAGES = 20
log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class NewsClock:
    """Counts and draws outside of any transaction, then queues page by page, so that answers are worked in between."""

    store: Store
    city: City
    press: ResultPress
    files: SurveyFiles

    async def tick(self) -> bool:
        """Take every closed survey's news a step further; say whether something was queued to be sent."""
        async with self.store.look() as uow:
            waiting = await uow.survey_news.waiting()
            surveys = await uow.surveys.by_ids([news.survey_id for news in waiting]) if waiting else {}
        for news in waiting:
            await self._tell(news, surveys[news.survey_id])
        return bool(waiting)

    async def _tell(self, news: SurveyNews, survey: Survey) -> None:
        if not news.is_drawn:
            news = await self._draw(survey)
        for _ in range(_MOST_PAGES):
            async with self.store.begin() as uow:
                told = await survey_news.tell_page(uow, self.city, self.press, survey, news)
                await uow.commit()
            if told is None or told == news:
                return
            news = told

    async def _draw(self, survey: Survey) -> SurveyNews:
        async with self.store.look() as uow:
            results = await survey_results.results(uow, self.city, survey)
        picture = await self.files.picture(survey, results)
        async with self.store.begin() as uow:
            news = await survey_news.tell_groups(uow, self.city, self.press, survey, results, picture)
            await uow.commit()
        log.info("survey_results_drawn", survey=survey.number)
        return news

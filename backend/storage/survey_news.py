"""The results of closed surveys on their way."""

from sqlalchemy import select

from backend.domain.survey_news import SurveyNews
from backend.storage import tables as t
from backend.storage.collector import Collector, Known

_p = t.survey_participation.c


class SqlSurveyNews:
    """See `backend.ports.SurveyNewsBoard`."""

    def __init__(self, collector: Collector) -> None:
        """Work within one transaction."""
        self._rows = collector

    def begin(self, survey_id: int) -> None:
        """Note that the results are to go out; noting it twice is harmless."""
        row = {"survey_id": survey_id, "is_drawn": False, "picture_id": None, "told_until": 0}
        self._rows.add(t.survey_news, row, Known.IS_KEPT)

    async def waiting(self) -> list[SurveyNews]:
        """Return what is on its way, oldest survey first."""
        rows = await self._rows.rows(select(t.survey_news).order_by(t.survey_news.c.survey_id))
        return [SurveyNews(*row) for row in rows]

    def drawn(self, survey_id: int, picture_id: int | None) -> None:
        """Note that the picture was made."""
        self._rows.change(t.survey_news, {"survey_id": survey_id}, {"is_drawn": True, "picture_id": picture_id})

    async def finishers(self, survey_id: int, after_person: int, limit: int) -> list[int]:
        """Return persons who finished a survey, by id."""
        done = (_p.survey_id == survey_id, _p.finished_at.is_not(None), _p.person_id > after_person)
        rows = await self._rows.rows(select(_p.person_id).where(*done).order_by(_p.person_id).limit(limit))
        return [row.person_id for row in rows]

    def told_until(self, survey_id: int, person_id: int) -> None:
        """Note that everybody up to this person was told."""
        self._rows.change(t.survey_news, {"survey_id": survey_id}, {"told_until": person_id})

    def end(self, survey_id: int) -> None:
        """Note that everybody was told."""
        self._rows.remove(t.survey_news, {"survey_id": survey_id})

"""Results of surveys that were counted and still hold, so that turning a page counts nothing again."""

from backend.domain.city import City
from backend.domain.survey import Survey
from backend.domain.survey_results import Results
from backend.ports import UnitOfWork
from backend.services import survey_results
from backend.services.survey_results import Stamp

_MOST_KEPT = 4


class ResultShelf:
    """Keeps the results of the few surveys that were looked at last, each with the stamp under which it holds."""

    def __init__(self) -> None:
        """Keep nothing yet."""
        self._kept: dict[int, tuple[Stamp, Results]] = {}

    async def results(self, uow: UnitOfWork, city: City, survey: Survey) -> Results:
        """Return what came of a survey so far, counted now or kept from before if no answer came since."""
        stamp = await survey_results.stamp(uow, survey)
        held, found = self._kept.pop(survey.id, (None, None))
        if found is None or held != stamp:
            found = await survey_results.results(uow, city, survey)
        self._kept[survey.id] = stamp, found
        while len(self._kept) > _MOST_KEPT:
            del self._kept[next(iter(self._kept))]
        return found

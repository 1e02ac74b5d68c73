"""The pages of a survey's results, made after the turn: counting thousands of answers may take seconds."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from backend.domain.city import City
from backend.domain.errors import NotFound
from bot.texts.speaker import Speaker
from bot.views import survey_results as views
from bot.views.survey_results import Shown
from bot.views.view import View


class Page(StrEnum):
    """What can be looked at."""

    SUMMARY = "summary"
    QUESTIONS = "questions"
    QUESTION = "question"
    TABLE = "table"
    WHO = "who"
    DROP_OFF = "drop-off"


@dataclass(frozen=True, slots=True)
class Wish:
    """A page that somebody wishes to see: `place` counts questions, or pages of questions, from 0."""

    page: Page
    place: int = 0
    dimension: str = ""

    def written(self) -> dict[str, str]:
        """Return it as an errand keeps it."""
        return {"page": self.page.value, "place": str(self.place), "dimension": self.dimension}

    @classmethod
    def read(cls, data: Mapping[str, str]) -> "Wish":
        """Return it as an errand kept it."""
        return cls(Page(data["page"]), int(data["place"]), data["dimension"])


def page(say: Speaker, city: City, shown: Shown, wish: Wish) -> View:
    """Return a page.

    Raises:
        NotFound: nobody was shown the way to such a page.
    """
    questions, place = shown.results.questions, wish.place
    match wish.page:
        case Page.SUMMARY:
            return views.opened(say, shown)
        case Page.WHO:
            return views.who(say, city, shown)
        case Page.DROP_OFF:
            return views.drop_off(say, shown)
        case Page.QUESTIONS:
            if place * views.PAGE >= max(1, len(questions)):
                raise NotFound
            return views.questions(say, shown, place)
    if place >= len(questions):
        raise NotFound
    if wish.page is Page.QUESTION:
        return views.question(say, city, shown, place)
    table = questions[place].tables.get(views.DIMENSIONS[wish.dimension])
    if table is None:
        raise NotFound
    return views.table(say, city, shown, place, table)

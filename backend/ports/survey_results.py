"""What results need: the drawing and writing of them, the wording, and how far they have gone out."""

from collections.abc import Sequence
from typing import Protocol

from backend.domain.survey import Form, Response, Survey
from backend.domain.survey_news import SurveyNews
from backend.domain.survey_results import QuestionResult, Results
from backend.ports.outside import Part


class SurveyNewsBoard(Protocol):
    """Closed surveys whose results are on their way."""

    def begin(self, survey_id: int) -> None:
        """Note that the results are to go out; noting it twice is harmless."""

    async def waiting(self) -> list[SurveyNews]:
        """Return what is on its way, oldest survey first."""

    def drawn(self, survey_id: int, picture_id: int | None) -> None:
        """Note that the picture was made."""

    async def finishers(self, survey_id: int, after_person: int, limit: int) -> list[int]:
        """Return persons who finished a survey, by id."""

    def told_until(self, survey_id: int, person_id: int) -> None:
        """Note that everybody up to this person was told."""

    def end(self, survey_id: int) -> None:
        """Note that everybody was told."""


class SurveyFiles(Protocol):
    """Draws the results of a survey and writes them as files."""

    async def picture(self, survey: Survey, results: Results) -> bytes | None:
        """Return a PNG of the first questions; None where no answer may be shown."""

    async def question(self, survey: Survey, result: QuestionResult) -> bytes:
        """Return a PNG of one question."""

    async def written(
        self, survey: Survey, forms: Sequence[Form], results: Results, responses: Sequence[Response]
    ) -> list[tuple[str, bytes]]:
        """Return the spreadsheet, the table and the lines of all answers, each with the name of its file."""


class ResultPress(Protocol):
    """Words the news that a survey came to an end; `language` is that of the person who will read it."""

    def news(self, language: str, survey: Survey, *, is_drawn: bool) -> str:
        """Tell those who answered what came of it: under the picture, or alone where nothing may be shown."""

    def summary(self, language: str, survey: Survey, results: Results) -> Part:
        """Tell a working group what came of it."""

"""The files that go with the results of a survey, made outside the event loop."""

import asyncio
from collections.abc import Sequence

from backend.domain.city import City
from backend.domain.survey import Form, Response, Survey
from backend.domain.survey_results import QuestionResult, Results
from backend.reports import survey_chart, survey_lines, survey_table
from backend.reports.survey_table import Answers


class SurveyPictures:
    """See `backend.ports.SurveyFiles`."""

    def __init__(self, city: City) -> None:
        """Draw and write for this city."""
        self._city = city

    async def picture(self, survey: Survey, results: Results) -> bytes | None:
        """Return a PNG of the first questions; None where no answer may be shown."""
        if not any(survey_chart.has_something(one) for one in results.questions):
            return None
        return await asyncio.to_thread(survey_chart.draw, survey, results, self._city)

    async def question(self, survey: Survey, result: QuestionResult) -> bytes:
        """Return a PNG of one question."""
        return await asyncio.to_thread(survey_chart.draw_question, survey, result, self._city)

    async def written(
        self, survey: Survey, forms: Sequence[Form], results: Results, responses: Sequence[Response]
    ) -> list[tuple[str, bytes]]:
        """Return the spreadsheet, the table and the lines of all answers, each with the name of its file."""
        return await asyncio.to_thread(self._written, survey, forms, results, responses)

    def _written(
        self, survey: Survey, forms: Sequence[Form], results: Results, responses: Sequence[Response]
    ) -> list[tuple[str, bytes]]:
        name = f"survey-{survey.number}"
        return [
            (f"{name}.xlsx", survey_table.write(Answers(survey, forms, results, responses), self._city)),
            (f"{name}.csv", survey_lines.as_csv(forms, responses)),
            (f"{name}.jsonl", survey_lines.as_json_lines(responses)),
        ]

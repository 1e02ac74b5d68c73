"""The files that go with the results of a survey, made outside the event loop."""

import asyncio
from collections.abc import Sequence

from backend.domain.city import City
from backend.domain.survey import Form, Response, Survey
from backend.domain.survey_results import QuestionResult, Results


class SurveyPictures:
    """See `backend.ports.SurveyFiles`."""

    def __init__(self, city: City) -> None:
        """Draw and write for this city."""
        self._city = city

    async def picture(self, survey: Survey, results: Results) -> bytes | None:
        """Return a PNG of the first questions; None where no answer may be shown."""
        if not any(one.has_something for one in results.questions):
            return None
        return await asyncio.to_thread(_draw, survey, results, self._city)

    async def question(self, survey: Survey, result: QuestionResult) -> bytes:
        """Return a PNG of one question."""
        return await asyncio.to_thread(_draw_question, survey, result, self._city)

    async def written(
        self, survey: Survey, forms: Sequence[Form], results: Results, responses: Sequence[Response]
    ) -> list[tuple[str, bytes]]:
        """Return the spreadsheet, the table and the lines of all answers, each with the name of its file."""
        return await asyncio.to_thread(_write, survey, forms, results, responses, self._city)


# What draws and writes weighs tens of megabytes and is wanted seldom, so it is loaded for the first survey.
def _draw(survey: Survey, results: Results, city: City) -> bytes:
    from backend.reports import survey_chart  # noqa: PLC0415

    return survey_chart.draw(survey, results, city)


def _draw_question(survey: Survey, result: QuestionResult, city: City) -> bytes:
    from backend.reports import survey_chart  # noqa: PLC0415

    return survey_chart.draw_question(survey, result, city)


def _write(
    survey: Survey, forms: Sequence[Form], results: Results, responses: Sequence[Response], city: City
) -> list[tuple[str, bytes]]:
    from backend.reports import survey_lines, survey_table  # noqa: PLC0415

    name = f"survey-{survey.number}"
    return [
        (f"{name}.xlsx", survey_table.write(survey_table.Answers(survey, forms, results, responses), city)),
        (f"{name}.csv", survey_lines.as_csv(forms, responses)),
        (f"{name}.jsonl", survey_lines.as_json_lines(responses)),
    ]

"""Reads a survey from whichever kind of file it stands in."""

import asyncio

from backend.domain.city import City
from backend.domain.form_problem import BadForm, FormProblem
from backend.domain.survey_plan import SurveyPlan
from backend.forms import xlsform, yaml_form

MOST_BYTES = 2 * 1024 * 1024
_ZIP = b"PK\x03\x04"


class FileForms:
    """See `backend.ports.FormReader`."""

    def __init__(self, city: City) -> None:
        """Read for this city, whose districts files may name."""
        self._city = city

    async def read(self, name: str, content: bytes) -> SurveyPlan:
        """Return the survey of a file, without holding others up; it is told by its first bytes what it is.

        Raises:
            BadForm: it is too large, of no known kind, or not right.
        """
        if len(content) > MOST_BYTES:
            raise BadForm(FormProblem.TOO_LARGE)
        if content.startswith(_ZIP):
            return await asyncio.to_thread(xlsform.read, content)
        if name.lower().endswith((".yaml", ".yml", ".txt")):
            return await asyncio.to_thread(yaml_form.read, content, self._city)
        raise BadForm(FormProblem.UNKNOWN_FORMAT)

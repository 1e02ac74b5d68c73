"""Reads a survey from whichever kind of file it stands in."""

import asyncio
import io
import zipfile

from backend.domain.city import City
from backend.domain.form_problem import BadForm, FormProblem
from backend.domain.survey_plan import SurveyPlan

MOST_BYTES = 2 * 1024 * 1024
# A form of sixty questions is a tenth of this; the parser takes seconds for more.
_MOST_TEXT = 256 * 1024
# A workbook is packed: what it unpacks to could be a thousand times what was sent.
_MOST_UNPACKED = 20 * 1024 * 1024
# The parser looks back over every open bracket at each further one: minutes for a file of nothing else.
_DEEPEST = 100
_OPENING, _CLOSING = b"[{", b"]}"
_ZIP = b"PK\x03\x04"


class FileForms:
    """See `backend.ports.FormReader`."""

    def __init__(self, city: City) -> None:
        """Read for this city, whose districts files may name."""
        self._city = city

    async def read(self, content: bytes) -> SurveyPlan:
        """Return the survey of a file, without holding others up; what it is, its bytes tell and not its name.

        Raises:
            BadForm: it is too large, of no known kind, or not right.
        """
        if len(content) > MOST_BYTES:
            raise BadForm(FormProblem.TOO_LARGE)
        if content.startswith(_ZIP):
            _check_unpacked(content)
            return await asyncio.to_thread(_of_workbook, content)
        if not _is_text(content):
            raise BadForm(FormProblem.UNKNOWN_FORMAT)
        if len(content) > _MOST_TEXT:
            raise BadForm(FormProblem.TOO_LARGE)
        if _depth(content) > _DEEPEST:
            raise BadForm(FormProblem.NOT_READABLE)
        return await asyncio.to_thread(_of_text, content, self._city)


# Forms are read once in weeks; what reads them weighs 13 MB, so it is loaded when the first one comes.
def _of_workbook(content: bytes) -> SurveyPlan:
    from backend.forms import xlsform  # noqa: PLC0415

    return xlsform.read(content)


def _of_text(content: bytes, city: City) -> SurveyPlan:
    from backend.forms import yaml_form  # noqa: PLC0415

    return yaml_form.read(content, city)


def _check_unpacked(content: bytes) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            size = sum(one.file_size for one in packed.infolist())
    except (zipfile.BadZipFile, ValueError, OSError) as error:
        raise BadForm(FormProblem.NOT_READABLE) from error
    if size > _MOST_UNPACKED:
        raise BadForm(FormProblem.TOO_LARGE)


def _depth(content: bytes) -> int:
    """Return how deep brackets nest; those within texts count too, which no form has so many of."""
    depth = deepest = 0
    for byte in content:
        if byte in _OPENING:
            depth += 1
            deepest = max(deepest, depth)
        elif byte in _CLOSING:
            depth -= 1
    return deepest


def _is_text(content: bytes) -> bool:
    try:
        return "\x00" not in content.decode("utf-8")
    except UnicodeDecodeError:
        return False

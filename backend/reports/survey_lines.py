"""Single answers as CSV, in words, and as JSON lines, in codes; neither says who gave them."""

import csv
import json
from collections.abc import Iterable, Sequence
from io import StringIO
from typing import Any

from backend.domain.survey import Answer, Form, Response
from backend.reports.survey_table import HEAD_OF_ROWS, asked_for, row_of

# Spreadsheets take a cell that begins so for a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_BOM = "\ufeff"
# Where a pin lies, and under which id the platform keeps a picture, would point at who sent it.
_POINTING = frozenset({"latitude", "longitude", "file"})


def as_csv(forms: Sequence[Form], responses: Iterable[Response]) -> bytes:
    """Return a row for each response, as spreadsheets read it."""
    questions = asked_for(forms)
    out = StringIO(newline="")
    pen = csv.writer(out)
    pen.writerow([*HEAD_OF_ROWS, *questions])
    for ordinal, response in enumerate(responses, start=1):
        pen.writerow([_harmless(value) for value in row_of(ordinal, questions, response)])
    return (_BOM + out.getvalue()).encode()


def as_json_lines(responses: Iterable[Response]) -> bytes:
    """Return an object for each response: null is what was skipped, and what was never asked is not in it."""
    return b"".join(_line(ordinal, response) for ordinal, response in enumerate(responses, start=1))


def _line(ordinal: int, response: Response) -> bytes:
    said: dict[str, Any] = {
        "response": ordinal,
        "version": response.version,
        "complete": response.is_complete,
        "marks": [mark.value for mark in response.marks],
        "answers": {code: _without_place(answer) for code, answer in response.answers.items()},
    }
    return (json.dumps(said, ensure_ascii=False) + "\n").encode()


def _without_place(answer: Answer) -> object:
    if not isinstance(answer, dict):
        return answer
    kept = {name: value for name, value in answer.items() if name not in _POINTING}
    return kept or {"given": True}


def _harmless(value: str | float) -> str | float:
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value

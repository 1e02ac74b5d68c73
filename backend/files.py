"""Files that come in: rows of concerns from CSV, XLSX or JSON lines."""

import csv
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

from backend.domain.errors import BadFile

_COLUMNS = {
    "text": ("text", "متن", "پیام", "شرح"),
    "id": ("id", "شناسه", "کد", "شماره"),
    "created_at": ("created_at", "date", "تاریخ", "زمان"),
    "district": ("district", "منطقه"),
    "stakeholder_group": ("stakeholder_group", "گروه"),
}


def rows_of(path: Path) -> Iterator[tuple[int, dict[str, str]]]:
    """Return the rows of a file with their line numbers, under our own column names.

    Raises:
        BadFile: there is no such file, its kind is not known, or it has no column of texts.
    """
    if not path.is_file():
        raise BadFile(reason="no such file", path=str(path))
    readers = {".csv": _csv, ".xlsx": _xlsx, ".jsonl": _jsonl, ".json": _jsonl}
    reader = readers.get(path.suffix.lower())
    if reader is None:
        raise BadFile(reason="neither .csv nor .xlsx nor .jsonl", path=str(path))
    return _named(reader(path), path)


def _named(rows: Iterator[tuple[int, dict[str, Any]]], path: Path) -> Iterator[tuple[int, dict[str, str]]]:
    # Only the first row tells whether there are texts at all: a later one of JSON lines without any is merely refused.
    is_first = True
    for number, row in rows:
        named: dict[str, str] = {}
        folded = {str(key).strip().lower(): value for key, value in row.items() if key is not None}
        for ours, names in _COLUMNS.items():
            found = next((folded[name] for name in names if folded.get(name) not in (None, "")), None)
            if found is not None:
                named[ours] = str(found)
        if is_first and folded and not any(name in folded for name in _COLUMNS["text"]) and "broken" not in folded:
            raise BadFile(reason="no column of texts (text or متن)", path=str(path))
        is_first = False
        yield number, named


def _csv(path: Path) -> Iterator[tuple[int, dict[str, Any]]]:
    with path.open(encoding="utf-8-sig", newline="", errors="replace") as file:
        for row in (reader := csv.DictReader(file)):
            yield reader.line_num, row


def _jsonl(path: Path) -> Iterator[tuple[int, dict[str, Any]]]:
    with path.open(encoding="utf-8", errors="replace") as file:
        for number, line in enumerate(file, start=1):
            if not line.strip():
                continue
            try:
                row = json.loads(line)
            except ValueError:
                row = None
            yield number, row if isinstance(row, dict) else {"broken": line}


# The running product imports no spreadsheet, so it does not carry what reads them.
def _xlsx(path: Path) -> Iterator[tuple[int, dict[str, Any]]]:
    from openpyxl import load_workbook  # noqa: PLC0415
    from openpyxl.utils.exceptions import InvalidFileException  # noqa: PLC0415

    try:
        sheet = load_workbook(path, read_only=True, data_only=True).active
    except (BadZipFile, KeyError, InvalidFileException) as error:
        raise BadFile(reason="no spreadsheet", path=str(path)) from error
    if sheet is None:
        raise BadFile(reason="no sheet", path=str(path))
    rows = sheet.iter_rows(values_only=True)
    head = [str(cell or "") for cell in next(rows, ())]
    for number, cells in enumerate(rows, start=2):
        yield number, dict(zip(head, cells, strict=False))

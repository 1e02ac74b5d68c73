"""Rows as JSON lines, CSV or XLSX."""

import csv
import json
import sys
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any, TextIO

# A spreadsheet would take a cell that begins so for a formula.
_FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")


async def write(rows: AsyncIterator[dict[str, Any]], form: str, out: Path | None) -> int:
    """Write rows to a file, or to standard output if none is given; return how many."""
    if form == "xlsx":
        return await _xlsx(rows, out or Path("export.xlsx"))
    file = sys.stdout if out is None else out.open("w", encoding="utf-8-sig" if form == "csv" else "utf-8", newline="")
    try:
        return await (_csv(rows, file) if form == "csv" else _jsonl(rows, file))
    finally:
        if out is not None:
            file.close()


async def _jsonl(rows: AsyncIterator[dict[str, Any]], file: TextIO) -> int:
    count = 0
    async for row in rows:
        file.write(json.dumps(row, ensure_ascii=False) + "\n")
        count += 1
    return count


async def _csv(rows: AsyncIterator[dict[str, Any]], file: TextIO) -> int:
    writer, count = csv.writer(file), 0
    async for row in rows:
        if count == 0:
            writer.writerow(row)
        writer.writerow([_harmless(_cell(value)) for value in row.values()])
        count += 1
    return count


# The running product exports no spreadsheet, so it does not carry what writes them.
async def _xlsx(rows: AsyncIterator[dict[str, Any]], out: Path) -> int:
    import xlsxwriter  # noqa: PLC0415

    book = xlsxwriter.Workbook(str(out), {"constant_memory": True})
    sheet = book.add_worksheet()
    sheet.right_to_left()
    count = 0
    async for row in rows:
        if count == 0:
            for column, name in enumerate(row):
                sheet.write_string(0, column, name)
        count += 1
        for column, value in enumerate(row.values()):
            sheet.write_string(count, column, _cell(value))
    book.close()
    return count


def _cell(value: Any) -> str:
    if isinstance(value, list):
        return " ".join(one if isinstance(one, str) else _cell(one) for one in value)
    if isinstance(value, dict):
        return json.dumps(value, ensure_ascii=False)
    return "" if value is None else str(value)


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA_SIGNS) else cell

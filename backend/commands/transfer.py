"""`hamandish import` and `hamandish export`."""

from collections.abc import Iterator
from datetime import UTC, datetime
from enum import StrEnum
from itertools import batched
from pathlib import Path
from typing import Annotated

import typer
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from backend import files
from backend.bootstrap import Backend
from backend.commands.console import complaints, console, with_backend
from backend.domain.concern import Source
from backend.domain.errors import HamandishError
from backend.reports import export as exports
from backend.services import exporting, importing
from backend.services.importing import RefusedRow, Row

_BATCH = 500
_REPORT_SHOWN = 20


class Subject(StrEnum):
    """What can be exported."""

    CONCERNS = "concerns"
    ISSUES = "issues"
    ANSWERS = "answers"
    CORRECTIONS = "corrections"


class Format(StrEnum):
    """In which form."""

    JSONL = "jsonl"
    CSV = "csv"
    XLSX = "xlsx"


def import_file(
    file: Annotated[Path, typer.Argument(help="CSV, XLSX or JSON lines; columns text, id, created_at, district.")],
    source: Annotated[Source, typer.Option(help="The information source that the rows came from.")],
) -> None:
    """Take concerns from a file. Run it again after a stop: a row is never in twice."""

    async def act(backend: Backend) -> tuple[int, int, list[RefusedRow]]:
        if not await backend.reader.start():
            raise HamandishError(reason="the reader of texts does not start")
        total = sum(1 for _ in files.rows_of(file))
        taken, known, refused = 0, 0, []
        columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
        with Progress(*columns, console=complaints) as progress:
            task = progress.add_task("importing", total=total)
            for numbered in batched(_checked(backend, file, source), _BATCH, strict=False):
                rows = [row for row in numbered if isinstance(row, Row)]
                refused += [row for row in numbered if isinstance(row, RefusedRow)]
                new = await importing.keep_rows(backend.store, backend.reader, rows, source)
                taken, known = taken + new, known + len(rows) - new
                progress.advance(task, len(numbered))
        return taken, known, refused

    taken, known, refused = with_backend(act)
    console.print(f"{taken} taken, {known} known already, {len(refused)} refused")
    for row in refused[:_REPORT_SHOWN]:
        console.print(f"line {row.line}: {row.reason}", style="yellow")
    if len(refused) > _REPORT_SHOWN:
        report = file.with_suffix(".refused.txt")
        report.write_text("".join(f"line {row.line}: {row.reason}\n" for row in refused), encoding="utf-8")
        console.print(f"all refused rows: {report}")


def _checked(backend: Backend, file: Path, source: Source) -> Iterator[Row | RefusedRow]:
    now = datetime.now(UTC)
    for line, fields in files.rows_of(file):
        yield importing.check(line, fields, source, backend.city, now)


def export(
    subject: Annotated[Subject, typer.Argument(help="What to export.")],
    form: Annotated[Format, typer.Option("--format", help="In which form.")] = Format.JSONL,
    out: Annotated[Path | None, typer.Option(help="The file; standard output when not given (not for xlsx).")] = None,
    with_identity: Annotated[bool, typer.Option(help="With raw texts and chat ids: personal data.")] = False,
) -> None:
    """Write concerns, issues, answers, or corrections (for `hamandish train`), without personal data by default."""
    if form is Format.XLSX and out is None:
        raise typer.BadParameter("xlsx needs --out")

    async def act(backend: Backend) -> int:
        store, platform = backend.store, backend.settings.platform
        match subject:
            case Subject.CONCERNS:
                rows = exporting.concerns(store, platform, with_identity=with_identity)
            case Subject.ANSWERS:
                rows = exporting.answers(store, platform, with_identity=with_identity)
            case Subject.ISSUES:
                rows = exporting.issues(store)
            case Subject.CORRECTIONS:
                rows = exporting.corrections(store)
        return await exports.write(rows, form.value, out)

    count = with_backend(act)
    complaints.print(f"{count} rows")

"""Imports: each row once, whatever its form, and a reason for what is refused."""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from backend import files
from backend.domain.concern import Source
from backend.domain.errors import BadFile
from backend.domain.people import StakeholderGroup
from backend.services import importing
from backend.services.importing import RefusedRow, Row
from backend.storage.unit_of_work import SqlStore
from tests.builders import NOON, TEHRAN, a_city
from tests.fakes import FakeReader


def checked(fields: dict[str, str]) -> Row | RefusedRow:
    return importing.check(7, {"text": "چاله"} | fields, Source.LINE_137, a_city(), NOON)


async def take(store: SqlStore, *rows: dict[str, str], source: Source = Source.LINE_137) -> int:
    taken = [importing.check(n, row, source, a_city(), NOON) for n, row in enumerate(rows, start=2)]
    async with store.begin() as uow:
        new = await importing.take_rows(uow, FakeReader(), [row for row in taken if isinstance(row, Row)], source)
        await uow.commit()
    return new


async def kept(store: SqlStore) -> int:
    async with store.look() as uow:
        return len(await uow.concerns.page(0, 1000))


async def test_the_same_file_twice_is_in_once(store: SqlStore) -> None:
    rows = [{"text": "چاله", "id": "1"}, {"text": "چاله", "id": "2"}, {"text": "درخت"}]
    assert await take(store, *rows) == 3
    assert await take(store, *rows) == 0
    assert await take(store, *rows, {"text": "تازه"}) == 1
    assert await kept(store) == 4


async def test_a_row_that_stands_twice_in_one_file_is_in_once(store: SqlStore) -> None:
    assert await take(store, {"text": "چاله", "id": "1"}, {"text": "چاله", "id": "1"}) == 1


async def test_the_same_id_from_another_source_is_another_row(store: SqlStore) -> None:
    assert await take(store, {"text": "چاله", "id": "1"}) == 1
    assert await take(store, {"text": "چاله", "id": "1"}, source=Source.CITY_APP) == 1


async def test_an_imported_concern_has_a_code_a_reading_and_no_person(store: SqlStore) -> None:
    await take(
        store, {"text": "چاله", "district": "منطقهٔ ۹", "stakeholder_group": "elites", "created_at": "1405/08/01"}
    )
    async with store.look() as uow:
        (concern,) = await uow.concerns.page(0, 10)
    assert (concern.person_id, concern.source, concern.topic) == (None, Source.LINE_137, "roads")
    assert (concern.district, concern.stakeholder_group) == ("9", StakeholderGroup.ELITES)
    assert len(concern.code) == 8
    assert concern.created_at == datetime(2026, 10, 23, 12, 0, tzinfo=TEHRAN)


@pytest.mark.parametrize(
    ("said", "moment"),
    [
        ("", NOON),
        ("1405/08/30", datetime(2026, 11, 21, 12, 0, tzinfo=TEHRAN)),
        ("۱۴۰۵/۸/۳۰", datetime(2026, 11, 21, 12, 0, tzinfo=TEHRAN)),
        ("1405-08-30", datetime(2026, 11, 21, 12, 0, tzinfo=TEHRAN)),
        ("1403/12/30", datetime(2025, 3, 20, 12, 0, tzinfo=TEHRAN)),
        ("2026-11-21T08:30:00+00:00", NOON),
        ("2026-11-21 12:00:00", datetime(2026, 11, 21, 12, 0, tzinfo=TEHRAN)),
        ("2026-11-21", datetime(2026, 11, 21, 0, 0, tzinfo=TEHRAN)),
        ("1795249800", datetime.fromtimestamp(1795249800, UTC)),
    ],
)
def test_dates_are_understood(said: str, moment: datetime) -> None:
    row = checked({"created_at": said})
    assert isinstance(row, Row)
    assert row.created_at == moment


@pytest.mark.parametrize(
    "said", ["دیروز", "1404/12/30", "1405/13/01", "2026-02-30", "1405", "14050830", "45982", "1795249800000", "۱۴۰۵/۰۸"]
)
def test_a_date_that_is_none_is_refused_rather_than_guessed(said: str) -> None:
    assert checked({"created_at": said}) == RefusedRow(7, "date not understood")


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"text": ""}, "no text"),
        ({"text": " \u0000 "}, "no text"),
        ({"text": "ب" * 20_001}, "text longer than 20000 characters"),
        ({"district": "99"}, "no such district"),
        ({"district": "ثامنن"}, "no such district"),
        ({"stakeholder_group": "شهروند"}, "no such stakeholder group"),
    ],
)
def test_a_refused_row_has_its_line_and_a_reason(fields: dict[str, str], reason: str) -> None:
    assert checked(fields) == RefusedRow(7, reason)


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("9", "9"),
        ("۹", "9"),
        ("09", "9"),
        ("منطقه ۹", "9"),
        ("منطقهٔ ۹", "9"),
        ("ثامن", "samen"),
        ("منطقه ثامن", "samen"),
        ("Samen", "samen"),
        ("", None),
    ],
)
def test_a_district_is_known_however_it_is_written(said: str, code: str | None) -> None:
    row = checked({"district": said})
    assert isinstance(row, Row)
    assert row.district == code


async def test_a_row_with_half_a_character_is_taken(store: SqlStore) -> None:
    assert await take(store, {"text": "چاله \ud83d \x00"}) == 1


def a_file(path: Path, rows: list[dict[str, Any]]) -> Path:
    """Write the same rows in the form that the file's name says."""
    names = list(dict.fromkeys(name for row in rows for name in row))
    if path.suffix == ".jsonl":
        path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    elif path.suffix == ".csv":
        lines = [",".join(names), *(",".join(str(row.get(name, "")) for name in names) for row in rows)]
        path.write_text("\n".join(lines), encoding="utf-8-sig")
    else:
        book = Workbook()
        book.active.append(names)
        for row in rows:
            book.active.append([row.get(name) for name in names])
        book.save(path)
    return path


@pytest.mark.parametrize("form", ["csv", "xlsx", "jsonl"])
def test_rows_are_read_from_every_form_under_persian_or_english_names(tmp_path: Path, form: str) -> None:
    rows = [{"متن": "چاله", "شناسه": 5, "منطقه": "۹", "تاریخ": "1405/08/30"}, {"متن": "درخت", "شناسه": 6}]
    found = [fields for _, fields in files.rows_of(a_file(tmp_path / f"rows.{form}", rows))]
    assert found == [
        {"text": "چاله", "id": "5", "district": "۹", "created_at": "1405/08/30"},
        {"text": "درخت", "id": "6"},
    ]


@pytest.mark.parametrize("form", ["csv", "xlsx", "jsonl"])
def test_lines_are_counted_as_an_editor_counts_them(tmp_path: Path, form: str) -> None:
    path = a_file(tmp_path / f"rows.{form}", [{"text": "یک"}, {"text": "دو"}])
    assert [line for line, _ in files.rows_of(path)] == ([1, 2] if form == "jsonl" else [2, 3])


def test_a_broken_line_of_json_is_refused_and_the_rest_taken(tmp_path: Path) -> None:
    path = tmp_path / "rows.jsonl"
    path.write_text(
        '{"text": "یک"}\nbroken\n[1]\n{"id": 3}\n{"text": ["list"], "id": {}}\n\n{"text": "دو"}\n', encoding="utf-8"
    )
    outcomes = [importing.check(line, fields, Source.BOT, a_city(), NOON) for line, fields in files.rows_of(path)]
    assert [(type(one), one.line) for one in outcomes] == [
        (Row, 1), (RefusedRow, 2), (RefusedRow, 3), (RefusedRow, 4), (Row, 5), (Row, 7),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "content"),
    [("rows.pdf", b"x"), ("rows.xlsx", b"no spreadsheet"), ("rows.csv", b"a,b\n1,2\n"), ("rows.jsonl", b'{"a": 1}\n')],
)
def test_a_file_that_cannot_be_used_is_told_in_a_sentence(tmp_path: Path, name: str, content: bytes) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(BadFile):
        list(files.rows_of(tmp_path / name))
    with pytest.raises(BadFile):
        files.rows_of(tmp_path / "missing.csv")


async def test_a_code_that_comes_up_twice_costs_no_row(store: SqlStore, monkeypatch: pytest.MonkeyPatch) -> None:
    codes = iter(["AAAAAAAA", "AAAAAAAA", "CCCCCCCC"])
    monkeypatch.setattr(importing, "new_code", lambda: next(codes))
    for number in ("1", "2"):
        row = importing.check(2, {"text": "چاله", "id": number}, Source.LINE_137, a_city(), NOON)
        assert isinstance(row, Row)
        assert await importing.keep_rows(store, FakeReader(), [row], Source.LINE_137) == 1
    assert await kept(store) == 2

"""Exports: nothing personal leaves unless it is asked for, and nothing that a spreadsheet would run."""

import csv
import json
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from backend.domain.concern import ConcernState, TopicTag
from backend.domain.survey import Form, Option, Question, QuestionKind, Response
from backend.domain.survey_rules import Equals
from backend.reports import export
from backend.services import exporting, people
from backend.storage.unit_of_work import SqlStore
from tests.builders import NOON, a_concern, a_survey, an_issue, new_id

CHAT_ID = 5551234567
FIELDS = [
    "code", "text", "created_at", "source", "stakeholder_group", "district", "locality", "topics", "kind",
    "urgency", "issue", "state",
]  # fmt: skip


@pytest.fixture
async def filled(store: SqlStore) -> SqlStore:
    issue = an_issue()
    async with store.begin() as uow:
        _, person = people.meet(uow, "telegram", CHAT_ID)
        uow.issues.add(issue)
        tags = (TopicTag("roads", 0.8, "m", asserted=True), TopicTag("bus", 0.1, "m", asserted=False))
        state = ConcernState.GATHERED
        said, bare = "من علی‌ام، ۰۹۱۵۱۲۳۴۵۶۷", "من ⟨نام⟩، ⟨تلفن⟩"
        uow.concerns.add(a_concern(person.id, text=said, redacted=bare, topics=tags, issue_id=issue.id, state=state))
        uow.concerns.add(
            a_concern(person.id, text="=1+1", redacted='=HYPERLINK("http://x")', issue_id=issue.id, state=state)
        )
        uow.concerns.add(a_concern(person.id, text="پاک‌شده", redacted="پاک‌شده", state=ConcernState.DELETED))
        await uow.commit()
    return store


async def test_a_concern_has_the_promised_fields_and_nothing_personal(filled: SqlStore) -> None:
    rows = [row async for row in exporting.concerns(filled, "telegram", with_identity=False)]
    assert len(rows) == 2
    assert all(list(row) == FIELDS for row in rows)
    assert rows[0]["topics"] == ["roads"]
    whole = json.dumps(rows, ensure_ascii=False)
    assert str(CHAT_ID) not in whole
    assert "علی" not in whole
    assert "۰۹۱۵" not in whole
    assert "پاک‌شده" not in whole


async def test_identity_is_given_only_when_it_is_asked_for(filled: SqlStore) -> None:
    rows = [row async for row in exporting.concerns(filled, "telegram", with_identity=True)]
    assert {(row["platform"], row["chat_id"]) for row in rows} == {("telegram", CHAT_ID)}
    assert "علی" in rows[0]["raw_text"]


async def test_few_people_are_not_counted_out_in_issues(filled: SqlStore) -> None:
    (row,) = [row async for row in exporting.issues(filled)]
    assert (row["messages"], row["people"]) == (2, None)


async def test_many_pages_are_exported_without_loss(store: SqlStore, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(exporting, "_PAGE", 7)
    async with store.begin() as uow:
        for _ in range(30):
            uow.concerns.add(a_concern())
        await uow.commit()
    codes = [row["code"] async for row in exporting.concerns(store, "telegram", with_identity=False)]
    assert len(set(codes)) == len(codes) == 30


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t", "\r"])
async def test_no_cell_of_a_csv_is_a_formula(sqlite_store: SqlStore, tmp_path: Path, sign: str) -> None:
    async with sqlite_store.begin() as uow:
        uow.concerns.add(a_concern(redacted=f"{sign}SUM(A1)", locality=f"{sign}x"))
        await uow.commit()
    rows = exporting.concerns(sqlite_store, "telegram", with_identity=False)
    assert await export.write(rows, "csv", tmp_path / "out.csv") == 1
    with (tmp_path / "out.csv").open(encoding="utf-8-sig", newline="") as file:
        (row,) = list(csv.DictReader(file))
    assert list(row) == FIELDS
    assert (row["text"], row["locality"]) == (f"'{sign}SUM(A1)", f"'{sign}x")


async def test_no_cell_of_a_spreadsheet_is_a_formula(filled: SqlStore, tmp_path: Path) -> None:
    rows = exporting.concerns(filled, "telegram", with_identity=False)
    assert await export.write(rows, "xlsx", tmp_path / "out.xlsx") == 2
    sheet = load_workbook(tmp_path / "out.xlsx").active
    assert [cell.value for cell in next(sheet.iter_rows())] == FIELDS
    assert {cell.data_type for row in sheet.iter_rows() for cell in row if cell.value is not None} == {"s"}


async def test_json_lines_hold_the_rows_as_they_are(filled: SqlStore, tmp_path: Path) -> None:
    assert await export.write(exporting.issues(filled), "jsonl", tmp_path / "out.jsonl") == 1
    (line,) = (tmp_path / "out.jsonl").read_text(encoding="utf-8").splitlines()
    assert json.loads(line)["title"] == "چالهٔ خیابان"


async def test_what_people_said_a_message_is_about_goes_to_training_without_what_is_personal(filled: SqlStore) -> None:
    tags = (TopicTag("bus", 1.0, "citizen", asserted=True), TopicTag("roads", 0.6, "m", asserted=False))
    async with filled.begin() as uow:
        uow.concerns.add(a_concern(text="شمارهٔ من ۰۹۱۵۱۲۳۴۵۶۷", redacted="شمارهٔ من ⟨تلفن⟩", topics=tags, model="m"))
        await uow.commit()
    rows = [row async for row in exporting.corrections(filled)]
    assert rows == [{"text": "شمارهٔ من ⟨تلفن⟩", "topics": ["bus"], "role": "citizen", "model": "m"}]


async def test_answers_tell_skipped_from_unasked_and_nobody(store: SqlStore) -> None:
    how = Question("how", QuestionKind.ONE, "با چه؟", options=(Option("a", "این"), Option("b", "آن")))
    why = Question("why", QuestionKind.TEXT, "چرا؟", show_if=Equals("how", "a"))
    survey = a_survey()
    async with store.begin() as uow:
        _, person = people.meet(uow, "telegram", CHAT_ID)
        uow.surveys.add(survey, Form(survey.id, 1, (how, why), NOON))
        own: dict[str, Any] = {
            "survey_id": survey.id,
            "version": 1,
            "finished_on": NOON,
            "is_complete": True,
            "district": "9",
        }
        uow.surveys.add_response(Response(new_id(), answers={"how": None}, person_id=person.id, **own))
        uow.surveys.add_response(Response(new_id(), answers={"how": "a", "why": {"text": "⟨نام⟩ گفت"}}, **own))
        await uow.commit()
    rows = [row async for row in exporting.answers(store, "telegram", with_identity=False)]
    assert [(row["response"], row["question"], row["status"]) for row in rows] == [
        (1, "how", "skipped"),
        (1, "why", "unasked"),
        (2, "how", "answered"),
        (2, "why", "answered"),
    ]
    assert not {"chat_id", "district", "stakeholder_group"} & rows[0].keys()
    known = [row async for row in exporting.answers(store, "telegram", with_identity=True)]
    assert (known[0]["chat_id"], known[0]["district"], known[2]["chat_id"]) == (CHAT_ID, "9", None)

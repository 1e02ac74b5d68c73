"""Results in the chat: who may see them, what each page tells, and what it keeps back."""

import csv
import io
import json
from typing import Any

import pytest

from backend.domain.groups import Membership
from backend.domain.people import Role
from backend.domain.survey import Mark, Question, Response, SurveyState
from backend.services import people
from tests.builders import a_group, new_id
from tests.integration.bot.conftest import Bench
from tests.integration.bot.surveys import MODES, Asked, K, ask, settle

ADMIN, MEMBER, STRANGER = 901, 902, 903
QUESTIONS = (
    Question("how", K.ONE, "با چه می‌روید؟", options=MODES, has_other=True),
    Question("points", K.SCALE, "چه نمره‌ای؟"),
    Question("why", K.TEXT, "چرا؟"),
    Question("where", K.LOCATION, "کجا؟"),
)


@pytest.fixture
async def asked(bench: Bench) -> Asked:
    """A survey with 24 answers, half of them of district 9; one walks, six wrote why, one answered too fast."""
    survey = await ask(bench, QUESTIONS)
    await settle(bench, 3, first=ADMIN)
    await bench.play(*(bench.message(chat_id, "/help") for chat_id in (ADMIN, MEMBER, STRANGER)))
    async with bench.store.begin() as uow:
        await people.appoint_admins(uow, "telegram", [ADMIN])
        group = a_group(number=1)
        uow.groups.add(group)
        member = (await uow.people.contacts_at("telegram", [MEMBER]))[MEMBER].person_id
        assert member is not None
        uow.groups.add_member(Membership(group.id, member, uow.now))
        for place in range(24):
            uow.surveys.add_response(a_response(survey, place, finished_on=uow.now))
        await uow.commit()
    return survey


def a_response(asked: Asked, place: int, **fields: Any) -> Response:
    said: dict[str, Any] = {"text": "=اتوبوس‌ها دیر می‌آیند", "topics": ["roads"]}
    answers: dict[str, Any] = {
        "how": "walk" if place == 0 else "bus" if place < 12 else "metro",
        "points": 4 if place % 2 else 2,
        "why": said if place < 6 else None,
    }
    if place == 0:
        answers["where"] = {"latitude": 36.2972, "longitude": 59.6067, "district": "9"}
    district = "9" if place < 12 else "1"
    marks = (Mark.TOO_FAST,) if place == 3 else ()
    usual: dict[str, Any] = {"survey_id": asked.survey.id, "version": 1, "is_complete": True}
    usual |= {"stakeholder_group": "citizens", "district": district, "marks": marks}
    return Response(id=new_id(), answers=answers, **usual | fields)


async def pressed(asked: Asked, data: str, chat_id: int = ADMIN) -> str:
    await asked.bench.play(asked.bench.press(chat_id, data))
    return await asked.last(chat_id)


def buttons(asked: Asked, chat_id: int = ADMIN) -> set[str]:
    fields = [fields for _, fields, _ in asked.bench.api.calls if fields.get("chat_id") == chat_id and "text" in fields]
    keyboard = fields[-1].get("reply_markup", {}).get("inline_keyboard", [])
    return {button["callback_data"] for row in keyboard for button in row}


async def test_the_summary_counts_and_names_doubtful_answers(asked: Asked) -> None:
    await asked.say(ADMIN, "/results ۱")
    text = await asked.last(ADMIN)
    assert "نتیجهٔ نظرسنجی ۱" in text
    assert "پاسخ کامل: ۲۴ نفر" in text
    assert "۱ پاسخ بسیار تند" in text
    assert buttons(asked) == {"r:pic:1", "r:qs:1:0", "r:who:1", "r:off:1", "r:files:1"}


async def test_without_a_number_the_surveys_are_offered(asked: Asked) -> None:
    await asked.say(MEMBER, "/results")
    await asked.last(MEMBER)
    assert buttons(asked, MEMBER) == {"r:show:1"}


async def test_a_question_is_told_with_intervals_and_without_small_cells(asked: Asked) -> None:
    listed = await pressed(asked, "r:qs:1:0")
    assert "پرسش‌های" in listed
    assert {"r:q:1:0", "r:q:1:3"} <= buttons(asked)
    text = await pressed(asked, "r:q:1:0")
    assert "۲۴ پاسخ" in text
    assert "پیاده‌روی: پنهان" in text
    assert "۱ نفر" not in text
    shown = [line for line in text.splitlines() if "پنهان" not in line and "▪️" in line]
    assert len(shown) == 2, "the walker would follow from the other two, so one of these is hidden with it"
    assert all("٪ (" in line for line in shown if " ۰ نفر" not in line)


async def test_means_themes_and_skips_are_told(asked: Asked) -> None:
    assert "میانگین: ۳٫۰ (از" in await pressed(asked, "r:q:1:1")
    text = await pressed(asked, "r:q:1:2")
    assert "۶ پاسخ · رد شد: ۱۸" in text
    assert text.count("اتوبوس‌ها دیر می‌آیند") == 3, "examples of a theme"
    assert "کمتر از پنج پاسخ" in await pressed(asked, "r:q:1:3")


async def test_answers_are_told_by_district(asked: Asked) -> None:
    await pressed(asked, "r:q:1:1")
    assert {"r:by:1:1:g", "r:by:1:1:d"} <= buttons(asked)
    text = await pressed(asked, "r:by:1:1:d")
    assert "به تفکیک منطقه" in text
    assert text.count("۲: ۶ (۵۰٪)") == 2


async def test_who_answered_and_where_they_stopped(asked: Asked) -> None:
    text = await pressed(asked, "r:who:1")
    assert "۱۲ نفر، ۵۰٪ پاسخ‌ها" in text
    assert "از منبعی که بتوان به آن استناد کرد نداریم" in text
    assert "رد شد: ۱۸" in await pressed(asked, "r:off:1")


async def test_pictures_come_of_the_whole_and_of_a_question(asked: Asked) -> None:
    await pressed(asked, "r:pic:1")
    await pressed(asked, "r:chart:1:0")
    files = [file for method, _, file in asked.bench.api.calls if method == "sendPhoto" and file]
    assert [file[2][:4] for file in files] == [b"\x89PNG"] * 2
    assert "هنوز کم است" in await pressed(asked, "r:chart:1:3")


async def test_files_hold_single_answers_without_persons_places_or_formulas(asked: Asked) -> None:
    await pressed(asked, "r:files:1")
    files = {file[1]: file[2] for method, _, file in asked.bench.api.calls if method == "sendDocument" and file}
    assert set(files) == {"survey-1.xlsx", "survey-1.csv", "survey-1.jsonl"}
    rows = list(csv.reader(io.StringIO(files["survey-1.csv"].decode("utf-8-sig"))))
    assert rows[0][4:] == ["how", "points", "why", "where"]
    assert len(rows) == 25
    said = {row[6] for row in rows[1:]}
    assert said == {"'=اتوبوس‌ها دیر می‌آیند", "رد شد"}
    assert {row[7] for row in rows[1:]} == {"9", "پرسیده نشد"}
    lines = [json.loads(line) for line in files["survey-1.jsonl"].splitlines()]
    assert len(lines) == 24
    assert sum("where" in line["answers"] for line in lines) == 1
    assert sum(line["answers"]["why"] is None for line in lines) == 18
    text = files["survey-1.jsonl"].decode()
    assert "36.2972" not in text
    assert "citizens" not in text


async def test_a_member_sees_figures_but_gets_no_single_answers(asked: Asked) -> None:
    assert "پاسخ کامل" in await pressed(asked, "r:show:1", MEMBER)
    assert "r:files:1" not in buttons(asked, MEMBER)
    await pressed(asked, "r:files:1", MEMBER)
    assert not [method for method, _, _ in asked.bench.api.calls if method == "sendDocument"]


async def test_a_stranger_is_refused_and_that_is_written_down(asked: Asked) -> None:
    pages = ("show:1", "pic:1", "qs:1:0", "q:1:0", "chart:1:0", "by:1:0:d", "who:1", "off:1", "files:1")
    for page in pages:
        await pressed(asked, f"r:{page}", STRANGER)
    await asked.say(STRANGER, "/results")
    assert all("۲۴" not in text for text in await asked.bench.heard(STRANGER))
    assert not [method for method, _, _ in asked.bench.api.calls if method in {"sendPhoto", "sendDocument"}]
    async with asked.bench.store.look() as uow:
        refused = [entry.act for entry in await uow.records.audited(100) if not entry.allowed]
    assert refused.count("see-results") == len(pages)
    assert refused.count("export-answers") == 1


@pytest.mark.parametrize("data", ["r:show:99", "r:q:1:99", "r:qs:1:9", "r:by:1:0:x", "r:by:1:3:d", "r:q:1", "r:show:x"])
async def test_what_nobody_was_shown_finds_nothing(asked: Asked, data: str) -> None:
    await pressed(asked, data)
    assert all("📊" not in text for text in await asked.bench.heard(ADMIN))


async def test_a_survey_that_nobody_was_asked_has_no_results(bench: Bench) -> None:
    draft = await ask(bench, state=SurveyState.DRAFT, opened_at=None)
    (chat_id,) = await settle(bench, 1)
    async with bench.store.begin() as uow:
        uow.people.grant(await draft.person(chat_id), Role.SECRETARY)
        await uow.commit()
    await bench.play(bench.press(chat_id, "r:show:1"))
    assert await bench.heard(chat_id) == []

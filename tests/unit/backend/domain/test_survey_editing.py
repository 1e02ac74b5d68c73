"""Forms are changed question by question, and words become options, bounds, quotas and moments."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.domain.quota_words import quotas_in
from backend.domain.survey import WITH_OPTIONS, Option, Question, QuestionKind, Quota
from backend.domain.survey_check import FlawKind, check, check_frame
from backend.domain.survey_editing import (
    ends_of,
    flaws_alone,
    fresh_code,
    moved,
    options_of,
    range_of,
    rules_on,
    stamp,
    without,
)
from backend.domain.survey_plan import SurveyPlan
from backend.domain.typed_moments import moment_in
from tests.builders import a_city

TEHRAN = ZoneInfo("Asia/Tehran")
NOW = datetime(2026, 11, 21, 8, tzinfo=UTC)
QUESTIONS = tuple(Question(f"q{place}", QuestionKind.TEXT, "چه؟") for place in range(1, 4))


def test_options_lose_their_bullets_and_keep_their_codes() -> None:
    known = (Option("1", "نیمکت"), Option("bus", "اتوبوس"))
    assert options_of("۱. چراغ\n- اتوبوس\n\n 2) نیمکت ", known) == (
        Option("2", "چراغ"),
        Option("bus", "اتوبوس"),
        Option("1", "نیمکت"),
    )


def test_an_option_that_is_a_number_stays_one() -> None:
    assert [option.title for option in options_of("۵ تا ۱۰ دقیقه\n۱۰ دقیقه")] == ["۵ تا ۱۰ دقیقه", "۱۰ دقیقه"]


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("۱ تا ۱۰", (1, 10)),
        ("0 - 30", (0, 30)),
        ("۰،۵", (0, 5)),
        ("از هیچ تا همه", None),
        ("۷", None),
    ],
)
def test_bounds_are_read(text: str, bounds: tuple[float, float] | None) -> None:
    assert range_of(text) == bounds


@pytest.mark.parametrize(
    ("text", "ends"),
    [("هیچ\nبسیار", ("هیچ", "بسیار")), ("هیچ - بسیار", ("هیچ", "بسیار")), ("هیچ", None), ("یک\nدو\nسه", None)],
)
def test_the_ends_of_a_scale_are_read(text: str, ends: tuple[str, str] | None) -> None:
    assert ends_of(text) == ends


@given(st.integers(0, 2), st.integers(0, 2))
def test_moving_loses_nothing_and_moves_back(index: int, to: int) -> None:
    there = moved(QUESTIONS, index, to)
    assert there[to] == QUESTIONS[index]
    assert moved(there, to, index) == QUESTIONS


def test_a_stamp_tells_lists_apart() -> None:
    assert stamp(QUESTIONS) == stamp(tuple(QUESTIONS))
    assert stamp(QUESTIONS) != stamp(moved(QUESTIONS, 0, 1))
    assert stamp(QUESTIONS) != stamp(without(QUESTIONS, 2))


def test_a_fresh_code_fills_a_gap() -> None:
    assert fresh_code(()) == "q1"
    assert fresh_code(without(QUESTIONS, 1)) == "q2"


@pytest.mark.parametrize("kind", list(QuestionKind))
def test_every_rule_that_is_offered_is_right(kind: QuestionKind) -> None:
    if kind is QuestionKind.NOTE:
        return
    options = (Option("1", "این"), Option("2", "آن")) if kind in WITH_OPTIONS else ()
    first = Question("a", kind, "چه؟", options=options)
    for rule in rules_on(first, ["9"]):
        assert check((first, Question("b", QuestionKind.TEXT, "چرا؟", show_if=rule))) == ()


def test_a_question_alone_is_looked_at_without_its_rule() -> None:
    assert flaws_alone(Question("n", QuestionKind.NOTE, "سلام")) == []
    assert [flaw.kind for flaw in flaws_alone(Question("a", QuestionKind.ONE, "چه؟"))] == [FlawKind.TOO_FEW_OPTIONS]
    assert [flaw.kind for flaw in flaws_alone(Question("a", QuestionKind.TEXT, "چه" * 2000))] == [FlawKind.TOO_LONG]


def test_quotas_are_read_a_line_each() -> None:
    groups = {"شهروندان": "citizens"}
    assert quotas_in("منطقه ۹: ۱۰۰\nشهروندان: ۲۰ نفر", a_city(), groups) == (
        Quota("district", "9", 100),
        Quota("stakeholder_group", "citizens", 20),
    )
    assert quotas_in("منطقه ۹: ۱۰\nمنطقهٔ ۹: ۲۰", a_city(), groups) == (Quota("district", "9", 20),)


@pytest.mark.parametrize("text", ["", "منطقه ۹", "منطقه ۹۹: ۱۰", "منطقه ۹: بسیار", "منطقه ۹: ۰"])
def test_what_is_no_quota_is_not_guessed(text: str) -> None:
    assert quotas_in(text, a_city(), {}) is None


@pytest.mark.parametrize(
    ("text", "is_end", "moment"),
    [
        ("۱۴۰۵/۹/۱", False, datetime(2026, 11, 22, tzinfo=TEHRAN)),
        ("۱۴۰۵/۹/۱", True, datetime(2026, 11, 22, 23, 59, tzinfo=TEHRAN)),
        ("۱ آذر ساعت ۸", True, datetime(2026, 11, 22, 8, tzinfo=TEHRAN)),
        ("فردا، ساعت ۹:۳۰", False, datetime(2026, 11, 22, 9, 30, tzinfo=TEHRAN)),
        ("فردا 18:05", False, datetime(2026, 11, 22, 18, 5, tzinfo=TEHRAN)),
        ("فردا ساعت ۲۵", False, None),
        ("به‌زودی", False, None),
    ],
)
def test_moments_are_read_in_the_citys_time(text: str, is_end: bool, moment: datetime | None) -> None:
    assert moment_in(text, NOW, TEHRAN, is_end=is_end) == moment


def test_a_frame_is_checked_too() -> None:
    plan = SurveyPlan(" ", (), introduction="پ" * 2000, closes_at=NOW)
    kinds = [flaw.kind for flaw in check_frame(plan, NOW)]
    assert kinds == [FlawKind.NO_NAME, FlawKind.WORDS_TOO_LONG, FlawKind.CLOSES_TOO_EARLY]
    assert check_frame(SurveyPlan("اتوبوس", ()), NOW) == ()

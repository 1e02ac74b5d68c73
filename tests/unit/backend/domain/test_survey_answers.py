"""Typed answers, kind by kind: what is taken, and what is wanted where it is not."""

import contextlib
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.domain.survey import Answer, Option, Question, QuestionKind
from backend.domain.survey_answers import Why, Written, WrongAnswer, act_in, is_own_words, typed
from tests.builders import a_city

TODAY = date(2026, 11, 22)  # ۱ آذر ۱۴۰۵
OPTIONS = (Option("bus", "اتوبوس"), Option("metro", "قطار شهری"), Option("walk", "پیاده‌روی"))
K = QuestionKind


def read(kind: QuestionKind, text: str, **fields: object) -> Answer:
    question = Question("q", kind, "پرسش؟", options=OPTIONS, **fields)  # type: ignore[arg-type]
    return typed(text, Written(question, OPTIONS, a_city(), TODAY))


def why(kind: QuestionKind, text: str, **fields: object) -> Why:
    with pytest.raises(WrongAnswer) as wrong:
        read(kind, text, **fields)
    return wrong.value.why


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("۱", "bus"), ("1", "bus"), ("یک", "bus"), ("اول", "bus"), ("اولی", "bus"), ("گزینهٔ ۲", "metro"),
        ("دوم", "metro"), ("٣", "walk"), ("سوم", "walk"), ("سومی", "walk"), ("۲.", "metro"), ("(۲)", None),
        ("اتوبوس", "bus"), ("قطارشهری", "metro"), ("قطار‌شهری", "metro"), ("قطار", "metro"), ("پياده روي", "walk"),
        ("پیاده روی", "walk"), ("پیاده‌روی!", "walk"),
    ],
)  # fmt: skip
def test_one_choice_is_typed_by_number_word_or_title(text: str, answer: str | None) -> None:
    if answer is None:
        assert why(K.ONE, text) is Why.OPTION
    else:
        assert read(K.ONE, text) == answer


@pytest.mark.parametrize("text", ["۴", "0", "تاکسی", "-۱", "؟"])
def test_what_is_no_option_is_refused(text: str) -> None:
    assert why(K.ONE, text) is Why.OPTION


def test_own_words_are_taken_where_the_form_allows_them() -> None:
    assert read(K.ONE, "چیز دیگر: دوچرخه", has_other=True) == {"other": "دوچرخه"}
    assert read(K.ONE, "اتوبوس", has_other=True) == "bus"
    assert read(K.MANY, "دوچرخه", has_other=True) == [{"other": "دوچرخه"}]
    assert why(K.ONE, "دوچرخه " * 60, has_other=True) is Why.TOO_LONG
    question = Question("q", K.ONE, "؟", has_other=True)
    assert is_own_words({"other": "دوچرخه"}, question)
    assert not is_own_words("bus", question)


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("۱ و ۳", ["bus", "walk"]), ("۱، ۳", ["bus", "walk"]), ("یک و سه", ["bus", "walk"]), ("۲", ["metro"]),
        ("اتوبوس، پیاده روی", ["bus", "walk"]), ("اتوبوس و قطار شهری", ["bus", "metro"]), ("۳ ۳ ۱", ["walk", "bus"]),
    ],
)  # fmt: skip
def test_several_choices_are_typed_in_a_list(text: str, answer: list[str]) -> None:
    assert read(K.MANY, text) == answer


def test_a_list_with_a_stranger_is_refused() -> None:
    assert why(K.MANY, "۱، ۷") is Why.OPTIONS
    assert why(K.MANY, "اتوبوس، هواپیما") is Why.OPTIONS


@pytest.mark.parametrize(("text", "answer"), [("۴", 4), ("5", 5), ("سه", 3), ("اول", 1)])
def test_points_are_typed(text: str, answer: int) -> None:
    assert read(K.SCALE, text) == answer


@pytest.mark.parametrize("text", ["۶", "0", "خوب", "۳٫۵", "-3"])
def test_points_beyond_the_scale_are_refused(text: str) -> None:
    assert why(K.SCALE, text) is Why.SCALE


@pytest.mark.parametrize(
    ("text", "answer"),
    [("۲ ۱ ۳", ["metro", "bus", "walk"]), ("۳، ۲، ۱", ["walk", "metro", "bus"]),
     ("پیاده‌روی، اتوبوس، قطار شهری", ["walk", "bus", "metro"])],
)  # fmt: skip
def test_a_whole_ranking_is_typed(text: str, answer: list[str]) -> None:
    assert read(K.RANKING, text) == answer


@pytest.mark.parametrize("text", ["۱ ۲", "۱ ۱ ۲", "۱ ۲ ۳ ۴", "اتوبوس", "اتوبوس، اتوبوس، قطار شهری"])
def test_half_a_ranking_is_refused(text: str) -> None:
    assert why(K.RANKING, text) is Why.RANKING


@pytest.mark.parametrize(
    ("text", "answer"),
    [("۳", 3), ("۲٫۵", 2.5), ("2.5", 2.5), ("۲/۵", 2.5), ("۱٬۲۰۰", 1200), ("حدود ۳ نفر", 3), ("دو نفر", 2),
     ("-۵", -5), ("پنج", 5)],
)  # fmt: skip
def test_numbers_are_typed_in_many_ways(text: str, answer: float) -> None:
    assert read(K.NUMBER, text) == answer


def test_a_number_out_of_range_says_which_end_it_passed() -> None:
    with pytest.raises(WrongAnswer) as wrong:
        read(K.NUMBER, "۱۲", lowest=0.0, highest=10.0)
    assert (wrong.value.why, wrong.value.fields) == (Why.TOO_LARGE, {"highest": 10})
    assert why(K.NUMBER, "-۱", lowest=0.0) is Why.TOO_SMALL
    assert why(K.NUMBER, "خیلی زیاد") is Why.NUMBER
    assert why(K.NUMBER, "۳ یا ۴") is Why.NUMBER


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("۱۴۰۵/۹/۱", "2026-11-22"), ("1405-09-01", "2026-11-22"), ("۰۵/۰۹/۰۱", "2026-11-22"),
        ("۱/۹/۱۴۰۵", "2026-11-22"), ("۱ آذر", "2026-11-22"), ("یکم آذر ۱۴۰۵", "2026-11-22"),
        ("۱ اذر", "2026-11-22"), ("اول مهر", "2026-09-23"), ("۲۲ بهمن ماه ۱۳۵۷", "1979-02-11"),
        ("دیروز", "2026-11-21"), ("امروز", "2026-11-22"), ("پس‌فردا", "2026-11-24"), ("هفتهٔ پیش", "2026-11-15"),
        ("۳۰ اسفند ۱۴۰۳", "2025-03-20"),
    ],
)  # fmt: skip
def test_jalali_dates_are_typed(text: str, answer: str) -> None:
    assert read(K.DATE, text) == answer


@pytest.mark.parametrize(
    ("text", "reason"),
    [("۳۱ مهر", Why.NO_SUCH_DAY), ("۱۴۰۵/۱۳/۱", Why.NO_SUCH_DAY), ("۳۰ اسفند ۱۴۰۵", Why.NO_SUCH_DAY),
     ("2026/11/22", Why.NOT_JALALI), ("یک روزی", Why.DATE), ("۵", Why.DATE), ("۵/۹/۱", Why.DATE)],
)  # fmt: skip
def test_what_is_no_day_is_refused_for_its_reason(text: str, reason: Why) -> None:
    assert why(K.DATE, text) is reason


@pytest.mark.parametrize(("text", "answer"), [("۹", "9"), ("منطقهٔ ۹", "9"), ("منطقه نه", "9"), ("ثامن", "samen")])
def test_districts_are_typed(text: str, answer: str) -> None:
    assert read(K.DISTRICT, text) == answer


@pytest.mark.parametrize(("text", "answer"), [("بله", "yes"), ("آره", "yes"), ("بله حتماً", "yes"), ("۱", "yes"),
    ("نه", "no"), ("خیر", "no"), ("نخیر!", "no"), ("۲", "no"), ("نه، ممنون", "no"), ("yes", "yes")])  # fmt: skip
def test_yes_and_no_are_typed(text: str, answer: str) -> None:
    assert read(K.YES_NO, text) == answer


@pytest.mark.parametrize(
    ("kind", "text", "reason"),
    [(K.YES_NO, "شاید", Why.YES_NO), (K.DISTRICT, "منطقهٔ ۹۹", Why.DISTRICT), (K.LOCATION, "سر کوچه", Why.LOCATION),
     (K.PHOTO, "عکس ندارم", Why.PHOTO), (K.NOTE, "چه؟", Why.NOTE), (K.TEXT, "آ" * 2001, Why.TOO_LONG)],
)  # fmt: skip
def test_each_kind_refuses_with_its_own_reason(kind: QuestionKind, text: str, reason: Why) -> None:
    assert why(kind, text) is reason


def test_free_words_are_taken_as_they_stand() -> None:
    assert read(K.TEXT, "۱") == "۱"
    assert read(K.NOTE, "ادامه") is None


@pytest.mark.parametrize(("text", "act"), [("رد کردن", "skip"), ("نمی‌دانم", "skip"), ("نمیدانم", "skip"),
    ("قبلی", "back"), ("بعداً", "stop"), ("بعداً ادامه می‌دهم", "stop"), ("خیابان", None)])  # fmt: skip
def test_words_may_ask_for_an_act(text: str, act: str | None) -> None:
    assert act_in(text) == act


@given(st.sampled_from(list(K)), st.text(max_size=60))
def test_any_words_are_either_an_answer_or_refused_with_a_reason(kind: QuestionKind, text: str) -> None:
    with contextlib.suppress(WrongAnswer):
        assert read(kind, text, lowest=0.0, highest=5.0) is not None or kind is K.NOTE

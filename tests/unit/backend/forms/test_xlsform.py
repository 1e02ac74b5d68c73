"""XLSForm workbooks are read as far as is promised, and refused by name beyond that."""

import io
from collections.abc import Sequence

import openpyxl
import pytest
from pyxform.errors import PyXFormError

from backend.domain.form_problem import BadForm, FormProblem
from backend.domain.survey import Option, Question, QuestionKind
from backend.domain.survey_check import check
from backend.domain.survey_rules import AllOf, Answered, AnyOf, Contains, Equals, Greater, Not
from backend.forms import xlsform
from backend.forms.rules import of_expression
from backend.forms.xlsform_errors import bad_form
from bot.texts.speaker import LANGUAGES, source_of, speaker_of
from bot.views import survey as views

COLUMNS = (
    "type",
    "name",
    "label::Persian (fa)",
    "label::English (en)",
    "required",
    "relevant",
    "parameters",
    "constraint",
    "calculation",
)
CHOICES = (
    ("how", "bus", "اتوبوس", "Bus"),
    ("how", "walk", "پیاده", "Walk"),
    ("yn", "yes", "بله", "Yes"),
    ("yn", "no", "نه", "No"),
)


def workbook(*rows: Sequence[str], title: str = "راه‌های شهر") -> bytes:
    """A form with these rows of the survey sheet, and the choices above."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "survey"
    sheet.append(COLUMNS)
    for row in rows:
        sheet.append([*row, *[""] * (len(COLUMNS) - len(row))])
    choices = book.create_sheet("choices")
    choices.append(("list_name", "name", "label::Persian (fa)", "label::English (en)"))
    for choice in CHOICES:
        choices.append(choice)
    settings = book.create_sheet("settings")
    settings.append(("form_title",))
    settings.append((title,))
    kept = io.BytesIO()
    book.save(kept)
    return kept.getvalue()


def questions(*rows: Sequence[str]) -> dict[str, Question]:
    return {question.code: question for question in xlsform.read(workbook(*rows)).questions}


HOW = ("select_one how", "how", "با چه می‌روید؟", "How?", "yes")
WHICH = ("select_multiple how or_other", "which", "کدام‌ها؟", "Which?")
AGE = ("integer", "age", "سن", "Age", "", "", "", ". >= 15 and . <= 99")


def test_every_kind_that_is_taken_becomes_its_own() -> None:
    found = questions(
        ("note", "hello", "سلام", "Hi"),
        HOW,
        WHICH,
        AGE,
        ("decimal", "cost", "هزینه", "Cost"),
        ("range", "score", "نمره", "Score", "", "", "start=1 end=5 step=1"),
        ("range", "share", "سهم", "Share", "", "", "start=0 end=10 step=1"),
        ("rank how", "order", "ترتیب", "Order"),
        ("select_one yn", "sure", "مطمئن؟", "Sure?"),
        ("date", "day", "روز", "Day"),
        ("text", "why", "چرا؟", "Why?"),
        ("geopoint", "where", "کجا؟", "Where?"),
        ("image", "picture", "عکس", "Picture"),
        ("start", "start"),
        ("deviceid", "deviceid"),
    )
    kinds = {code: question.kind for code, question in found.items()}
    assert kinds == {
        "hello": QuestionKind.NOTE,
        "how": QuestionKind.ONE,
        "which": QuestionKind.MANY,
        "age": QuestionKind.NUMBER,
        "cost": QuestionKind.NUMBER,
        "score": QuestionKind.SCALE,
        "share": QuestionKind.NUMBER,
        "order": QuestionKind.RANKING,
        "sure": QuestionKind.YES_NO,
        "day": QuestionKind.DATE,
        "why": QuestionKind.TEXT,
        "where": QuestionKind.LOCATION,
        "picture": QuestionKind.PHOTO,
    }
    assert check(tuple(found.values())) == ()
    assert found["how"].is_required
    assert found["how"].title == "با چه می‌روید؟"
    assert found["how"].options == found["order"].options == (Option("bus", "اتوبوس"), Option("walk", "پیاده"))
    assert found["which"].has_other
    assert (found["age"].lowest, found["age"].highest) == (15.0, 99.0)
    assert (found["share"].lowest, found["share"].highest) == (0.0, 10.0)


def test_the_title_is_the_forms() -> None:
    assert xlsform.read(workbook(HOW)).title == "راه‌های شهر"


def test_rules_of_a_group_hold_for_its_questions() -> None:
    found = questions(
        HOW,
        AGE,
        ("begin group", "g", "گروه", "Group", "", "${age} > 20"),
        ("text", "why", "چرا؟", "Why?", "", "selected(${how}, 'bus')"),
        ("end group", ""),
    )
    assert found["why"].show_if == AllOf((Greater("age", 20.0), Equals("how", "bus")))


@pytest.mark.parametrize(
    ("expression", "rule"),
    [
        ("${a} = 'x'", Equals("a", "x")),
        ("${a} != 'x'", Not(Equals("a", "x"))),
        ("${a} != ''", Answered("a")),
        ("${a} = ''", Not(Answered("a"))),
        ("${a} >= 3", AnyOf((Greater("a", 3.0), Equals("a", 3.0)))),
        ("${a} < 3", AllOf((Answered("a"), Not(AnyOf((Greater("a", 3.0), Equals("a", 3.0))))))),
        ("not(selected(${a}, 'x'))", Not(Contains("a", "x"))),
        (
            "${a} = 'x' or ${b} > 2 and ${c} = 'y'",
            AnyOf((Equals("a", "x"), AllOf((Greater("b", 2.0), Equals("c", "y"))))),
        ),
        (
            "(${a} = 'x' or ${b} > 2) and ${c} = 'y'",
            AllOf((AnyOf((Equals("a", "x"), Greater("b", 2.0))), Equals("c", "y"))),
        ),
    ],
)
def test_expressions_mean_what_they_say(expression: str, rule: object) -> None:
    assert of_expression(expression, "q") == rule


@pytest.mark.parametrize(
    ("rows", "problem", "about"),
    [
        ((("calculate", "sum", "", "", "", "", "", "", "1 + 1"), HOW), FormProblem.UNSUPPORTED, "calculate"),
        (
            (("begin repeat", "r", "بار", "Time"), ("text", "t", "چه؟", "What?"), ("end repeat", "")),
            FormProblem.UNSUPPORTED,
            "repeat",
        ),
        ((HOW, ("text", "why", "چرا؟", "Why?", "", "count(${how}) > 1")), FormProblem.BAD_RULE, "count(${how}) > 1"),
        ((("integer", "age", "سن", "Age", "", "", "", "regex(., '[0-9]+')"),), FormProblem.UNSUPPORTED, "constraint"),
    ],
)
def test_what_is_not_taken_is_refused_by_name(rows: Sequence[Sequence[str]], problem: FormProblem, about: str) -> None:
    with pytest.raises(BadForm) as caught:
        xlsform.read(workbook(*rows))
    assert caught.value.problem is problem
    assert about in caught.value.about


def test_a_type_that_does_not_exist_is_refused_with_the_questions_name() -> None:
    with pytest.raises(BadForm) as caught:
        xlsform.read(workbook(HOW, ("guess", "g", "حدس", "Guess")))
    assert (caught.value.problem, caught.value.place) == (FormProblem.UNSUPPORTED, "name:g")
    assert caught.value.about == "guess"


def sheets(**content: Sequence[Sequence[str]]) -> bytes:
    """A workbook of these sheets."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in content.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    kept = io.BytesIO()
    book.save(kept)
    return kept.getvalue()


WHY = ("text", "why", "چرا؟", "Why?")
ASKED = [("type", "name", "label"), ("select_one how", "how", "چه؟")]


def listed(*rows: Sequence[str]) -> bytes:
    """A form with one question and these choices."""
    return sheets(survey=ASKED, choices=[("list_name", "name", "label"), *rows])


@pytest.mark.parametrize(
    ("content", "problem", "place", "about"),
    [
        (workbook(HOW, ("select_one way", "w", "چه؟", "W?")), FormProblem.NO_LIST, "cell:survey!3", "way"),
        (workbook(HOW, ("select_one", "w", "چه؟", "W?")), FormProblem.NO_LIST, "name:w", "select_one"),
        (workbook(HOW, (*WHY, "", "${no} = 'x'")), FormProblem.NO_QUESTION, "cell:survey!3", "no"),
        (workbook(HOW, (*WHY, "", "${how = 'x'")), FormProblem.BAD_REFERENCE, "cell:survey!3", "relevant"),
        (workbook(HOW, ("text", "how", "چرا؟", "Why?")), FormProblem.NAME_TWICE, "cell:survey!3", "how"),
        (workbook(HOW, ("text", "a b", "چرا؟", "Why?")), FormProblem.BAD_NAME, "cell:survey!3", ""),
        (workbook(HOW, ("text", "", "چرا؟", "Why?")), FormProblem.NO_NAME, "cell:survey!3", ""),
        (workbook(HOW, ("", "why", "چرا؟", "Why?")), FormProblem.NO_TYPE, "cell:survey!3", ""),
        (workbook(HOW, ("end group", "")), FormProblem.UNMATCHED, "cell:survey!3", "end_group"),
        (workbook(HOW, ("begin group", "g", "گ", "G")), FormProblem.UNMATCHED, "cell:survey!3", "begin_group"),
        (
            workbook(("range", "r", "نمره", "R", "", "", "start=a end=5")),
            FormProblem.BAD_PARAMETER,
            "cell:survey!2",
            "start",
        ),
        (
            workbook(("range", "r", "ن", "R", "", "", "odd")),
            FormProblem.BAD_PARAMETER,
            "cell:survey!2",
            "parameters",
        ),
        (workbook(("range", "r", "نمره", "R", "", "", "foo=3")), FormProblem.BAD_PARAMETER, "cell:survey!2", "foo"),
        (listed(("how", "", "x"), ("how", "b", "y")), FormProblem.NO_NAME, "cell:choices!2", ""),
        (listed(("how", "b", "x"), ("how", "b", "y")), FormProblem.OPTION_TWICE, "cell:choices!3", ""),
        (sheets(survey=ASKED, choices=[("list", "nm"), ("how", "b")]), FormProblem.NO_COLUMN, "sheet:choices", "name"),
        (sheets(survey=[("typ", "name"), ("text", "b")]), FormProblem.NO_COLUMN, "sheet:survey", "type"),
        (sheets(surveys=[("a", "b")], settings=[("form_title",), ("x",)]), FormProblem.NO_SHEET, "", "survey"),
        (sheets(survey=ASKED), FormProblem.NO_SHEET, "", "choices"),
        (
            sheets(survey=[("type", "name", "label", "caption"), ("text", "b", "t", "u")]),
            FormProblem.COLUMN_TWICE,
            "sheet:survey",
            "'label', 'caption'",
        ),
    ],
)
def test_what_is_wrong_is_told_by_kind_sheet_and_row(
    content: bytes, problem: FormProblem, place: str, about: str
) -> None:
    with pytest.raises(BadForm) as caught:
        xlsform.read(content)
    assert (caught.value.problem, caught.value.place, caught.value.about) == (problem, place, about)


def test_what_is_not_known_keeps_the_words_of_the_library() -> None:
    found = bad_form(PyXFormError("[row : 7] The moon\nis full."))
    assert (found.problem, found.place, found.about) == (FormProblem.IN_ITS_WORDS, "cell:survey!7", "The moon is full.")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("problem", FormProblem)
def test_no_english_stands_within_a_persian_sentence(language: str, problem: FormProblem) -> None:
    error = BadForm(problem, "cell:choices!7", "The moon is full.")
    first, *others = views.bad_form(speaker_of(language), error).text.splitlines()
    assert ("The moon" in first) is (problem is not FormProblem.IN_ITS_WORDS and "$about" in sentence(problem))
    if problem is FormProblem.IN_ITS_WORDS:
        assert others[0].strip("«»“”") == "The moon is full."
    assert "choices" in "\n".join(others)


def sentence(problem: FormProblem) -> str:
    lines = source_of("fa").splitlines()
    return next(line for line in lines if line.startswith(f"form-problem-{problem} ="))


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 no zip", b"title: x"])
def test_what_is_no_workbook_is_refused(content: bytes) -> None:
    with pytest.raises(BadForm):
        xlsform.read(content)

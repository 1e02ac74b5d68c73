"""A survey in our YAML is read whole, and what is wrong is told with its line."""

import re
from datetime import datetime
from pathlib import Path

import pytest

from backend.domain.form_problem import BadForm, FormProblem
from backend.domain.survey import Option, QuestionKind, Quota
from backend.domain.survey_check import check
from backend.domain.survey_rules import Answered, AnyOf, Equals, Greater, Not
from backend.forms import yaml_form
from tests.builders import TEHRAN, a_city

DOCUMENT = Path(__file__).parents[4] / "docs" / "surveys.md"
SMALL = "title: آب\nquestions:\n  - {ask: خوب است؟, kind: yes-no}\n"


def read(text: str) -> yaml_form.SurveyPlan:
    return yaml_form.read(text.encode(), a_city())


def refused(text: str) -> BadForm:
    with pytest.raises(BadForm) as caught:
        read(text)
    return caught.value


def test_the_example_of_the_documentation_is_read_whole() -> None:
    found = re.search(r"```yaml\n(.*?)```", DOCUMENT.read_text(encoding="utf-8"), re.DOTALL)
    assert found
    plan = read(found[1])
    assert plan.title == "اتوبوس‌های شهر"
    assert plan.is_anonymous
    assert plan.opens_at == datetime(2026, 11, 22, 8, 0, tzinfo=TEHRAN)
    assert plan.audience.districts == ("9", "samen")
    assert plan.audience.answers == Equals("how", "bus")
    assert plan.quotas == (Quota("district", "9", 100),)
    how, score, why = plan.questions
    assert (how.kind, how.has_other, how.is_shuffled, how.is_required) == (QuestionKind.ONE, True, True, True)
    assert how.options[0] == Option("bus", "اتوبوس")
    assert (score.low_words, score.high_words) == ("هیچ", "بسیار")
    assert score.show_if == AnyOf((Equals("how", "bus"), Answered("how")))
    assert why.show_if == Not(Greater("score", 3.0))
    assert check(plan.questions) == ()


def test_bare_options_and_questions_without_code_are_numbered() -> None:
    plan = read("title: آب\nquestions:\n  - {ask: کدام؟, kind: one, options: [این, آن]}\n")
    assert plan.questions[0].code == "q1"
    assert plan.questions[0].options == (Option("1", "این"), Option("2", "آن"))


@pytest.mark.parametrize(
    ("text", "problem", "line"),
    [
        ("title: [", FormProblem.NOT_READABLE, "1"),
        ("title: آب\n", FormProblem.MISSING, "1"),
        (SMALL + "colour: red\n", FormProblem.UNKNOWN_FIELD, "4"),
        ("title: آب\nquestions:\n  - ask: چه؟\n    kind: guess\n", FormProblem.WRONG_VALUE, "4"),
        (SMALL + "audience:\n  sample: 0\n", FormProblem.WRONG_VALUE, "5"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(text: str, problem: FormProblem, line: str) -> None:
    error = refused(text)
    assert (error.problem, error.place) == (problem, f"line:{line}")


def test_a_file_that_is_no_text_is_refused() -> None:
    with pytest.raises(BadForm) as caught:
        yaml_form.read(b"\xff\xfe\x00", a_city())
    assert caught.value.problem is FormProblem.NOT_READABLE


def test_words_that_are_no_form_are_refused_as_such() -> None:
    for text in ("سلام، این نظرسنجی نیست", "[1, 2]", ""):
        with pytest.raises(BadForm) as caught:
            yaml_form.read(text.encode(), a_city())
        assert caught.value.problem is FormProblem.NOT_READABLE


def test_a_day_that_does_not_exist_is_refused() -> None:
    assert refused(SMALL + "closes: ۱۴۰۵/۷/۳۱\n").problem is FormProblem.BAD_DATE


def test_a_district_of_another_city_is_refused() -> None:
    assert refused(SMALL + "audience: {districts: [۷۷]}\n").about == "۷۷"


def test_a_rule_that_is_none_is_refused() -> None:
    error = refused(SMALL + "  - {ask: چرا؟, kind: text, if: {greater: {q1: many}}}\n")
    assert (error.problem, error.place) == (FormProblem.BAD_RULE, "question:2")


def test_a_link_goes_alone_or_beside_an_invitation_to_everybody() -> None:
    alone = yaml_form.read((SMALL + "audience: {link: true}\n").encode(), a_city()).audience
    both = yaml_form.read((SMALL + "audience: {link: true, everybody: true}\n").encode(), a_city()).audience
    assert (alone.by_link, alone.is_link_alone) == (True, True)
    assert (both.by_link, both.is_link_alone) == (True, False)

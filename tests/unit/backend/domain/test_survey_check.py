"""A form that passes the check traps nobody; one that does not is told exactly why."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.domain.survey import Answers, Option, Question, QuestionKind
from backend.domain.survey_check import Flaw, FlawKind, check
from backend.domain.survey_reach import can_be_asked
from backend.domain.survey_rules import AllOf, Answered, AnyOf, Condition, Contains, Equals, Greater, Not, holds

OPTIONS = (Option("bus", "اتوبوس"), Option("metro", "قطار شهری"), Option("walk", "پیاده"))
HOW = Question("how", QuestionKind.ONE, "با چه می‌روید؟", options=OPTIONS)
MUST = Question("must", QuestionKind.ONE, "با چه می‌روید؟", options=OPTIONS, is_required=True)
WHICH = Question("which", QuestionKind.MANY, "کدام‌ها؟", options=OPTIONS)
AGE = Question("age", QuestionKind.NUMBER, "چند سال دارید؟", lowest=15, highest=99)
NOTE = Question("note", QuestionKind.NOTE, "سپاس که وقت می‌گذارید.")


def text(rule: Condition | None = None, code: str = "why") -> Question:
    return Question(code, QuestionKind.TEXT, "چرا؟", show_if=rule)


def kinds(*questions: Question) -> list[FlawKind]:
    return [flaw.kind for flaw in check(questions)]


def test_a_sound_form_has_no_flaw() -> None:
    rule = AllOf((Not(Equals("how", "walk")), AnyOf((Contains("which", "bus"), Greater("age", 20.0)))))
    assert check((NOTE, HOW, WHICH, AGE, text(rule), text(Answered("why"), "more"))) == ()


@pytest.mark.parametrize(
    ("questions", "flaw"),
    [
        ((NOTE,), Flaw(0, FlawKind.NOTHING_ASKED)),
        ((), Flaw(0, FlawKind.NOTHING_ASKED)),
        ((HOW, HOW), Flaw(0, FlawKind.CODE_TWICE, "how")),
        ((Question("a", QuestionKind.TEXT, " "),), Flaw(1, FlawKind.NO_TITLE)),
        ((Question("a", QuestionKind.ONE, "کدام؟", options=OPTIONS[:1]),), Flaw(1, FlawKind.TOO_FEW_OPTIONS)),
        (
            (Question("a", QuestionKind.ONE, "کدام؟", options=(OPTIONS[0], Option("b", "اتوبوس"))),),
            Flaw(1, FlawKind.OPTION_TWICE, "اتوبوس"),
        ),
        ((Question("a", QuestionKind.NUMBER, "چند؟", lowest=9, highest=3),), Flaw(1, FlawKind.BAD_RANGE)),
        ((HOW, text(Answered("nobody"))), Flaw(2, FlawKind.UNKNOWN_QUESTION, "nobody")),
        ((text(Equals("how", "bus")), HOW), Flaw(1, FlawKind.NOT_EARLIER, "how")),
        ((text(Answered("why")),), Flaw(1, FlawKind.NOT_EARLIER, "why")),
        ((NOTE, text(Answered("note"))), Flaw(2, FlawKind.NOT_EARLIER, "note")),
        ((HOW, text(Equals("how", "tram"))), Flaw(2, FlawKind.UNKNOWN_OPTION, "tram")),
        ((HOW, text(Greater("how", 3.0))), Flaw(2, FlawKind.WRONG_COMPARISON, "how")),
        ((WHICH, text(Equals("which", "bus"))), Flaw(2, FlawKind.WRONG_COMPARISON, "which")),
        ((AGE, text(Equals("age", "بیست"))), Flaw(2, FlawKind.WRONG_COMPARISON, "age")),
        ((MUST, text(Not(Answered("must")))), Flaw(2, FlawKind.NEVER_ASKED)),
        ((AGE, text(Greater("age", 99.0))), Flaw(2, FlawKind.NEVER_ASKED)),
        ((HOW, text(AllOf((Equals("how", "bus"), Equals("how", "metro"))))), Flaw(2, FlawKind.NEVER_ASKED)),
    ],
)
def test_each_flaw_is_found(questions: tuple[Question, ...], flaw: Flaw) -> None:
    assert check(questions) == (flaw,)


def test_a_question_behind_one_that_is_never_asked_is_found_too() -> None:
    dead = text(Greater("age", 99.0), "dead")
    assert kinds(AGE, dead, text(Answered("dead"))) == [FlawKind.NEVER_ASKED, FlawKind.NEVER_ASKED]


RULES = st.recursive(
    st.one_of(
        st.sampled_from(("bus", "metro", "walk")).map(lambda code: Equals("how", code)),
        st.sampled_from(("bus", "metro", "walk")).map(lambda code: Contains("which", code)),
        st.sampled_from((14.0, 20.0, 20.5, 98.0, 99.0)).map(lambda bound: Greater("age", bound)),
        st.sampled_from(("how", "which", "age")).map(Answered),
    ),
    lambda inner: st.one_of(
        inner.map(Not),
        st.lists(inner, min_size=1, max_size=3).map(lambda rules: AllOf(tuple(rules))),
        st.lists(inner, min_size=1, max_size=3).map(lambda rules: AnyOf(tuple(rules))),
    ),
    max_leaves=6,
)
ANSWERS = st.fixed_dictionaries(
    {
        "how": st.none() | st.sampled_from(("bus", "metro", "walk")),
        "which": st.none() | st.lists(st.sampled_from(("bus", "metro", "walk")), unique=True, min_size=1),
        "age": st.none() | st.floats(15, 99),
    }
)


@given(RULES, ANSWERS)
def test_what_somebody_can_reach_is_never_called_a_dead_end(rule: Condition, answers: Answers) -> None:
    if holds(rule, answers):
        assert can_be_asked(text(rule), (HOW, WHICH, AGE, text(rule)))

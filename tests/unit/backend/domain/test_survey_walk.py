"""The way through a form: every walk ends, and only what was asked is answered."""

from hypothesis import given
from hypothesis import strategies as st

from backend.domain.survey import Answers, Form, Option, Question, QuestionKind
from backend.domain.survey_rules import AllOf, Answered, AnyOf, Condition, Equals, Not
from backend.domain.survey_walk import (
    PENDING,
    answered,
    asked,
    final,
    in_order,
    minutes,
    next_question,
    only_asked,
    previous_question,
    progress,
)
from tests.builders import NOON

YES_NO = QuestionKind.YES_NO


def form_of(*questions: Question) -> Form:
    return Form(1, 1, questions, NOON)


def yes_no(code: str, show_if: Condition | None = None, kind: QuestionKind = YES_NO) -> Question:
    return Question(code, kind, code, show_if=show_if)


CAR = form_of(
    yes_no("has-car"),
    yes_no("parks-at-home", Equals("has-car", "yes")),
    yes_no("wants-car", Equals("has-car", "no")),
    yes_no("note", kind=QuestionKind.NOTE),
    yes_no("last"),
)


@st.composite
def forms(draw: st.DrawFn) -> Form:
    """Forms whose rules look only at earlier questions, as the check before publishing demands."""
    questions: list[Question] = []
    for number in range(draw(st.integers(1, 8))):
        leaves = st.sampled_from([one.code for one in questions]) if questions else None
        rule: Condition | None = None
        if leaves is not None and draw(st.booleans()):
            leaf = st.one_of(st.builds(Equals, leaves, st.sampled_from(["yes", "no"])), st.builds(Answered, leaves))
            rule = draw(
                st.one_of(
                    leaf,
                    st.builds(Not, leaf),
                    st.builds(lambda a, b: AllOf((a, b)), leaf, leaf),
                    st.builds(lambda a, b: AnyOf((a, b)), leaf, leaf),
                )
            )
        questions.append(yes_no(f"q{number}", rule))
    return form_of(*questions)


@given(forms(), st.data())
def test_any_walk_back_and_forth_ends_and_keeps_answers_to_asked_questions_only(
    form: Form, data: st.DataObject
) -> None:
    answers: Answers = {}
    at = next_question(form, answers)
    wanders = data.draw(st.integers(0, 12))
    for _ in range(wanders + len(form.questions)):
        if at is None:
            break
        before = previous_question(form, answers, at.code)
        if wanders and before is not None and data.draw(st.booleans()):
            wanders, at = wanders - 1, before
            continue
        answers = answered(form, answers, at.code, data.draw(st.sampled_from(["yes", "no", None])))
        codes = {one.code for one in asked(form, answers)}
        assert set(answers) <= codes
        at = next_question(form, answers, at.code) or next_question(form, answers)
    while at is not None:
        answers = answered(form, answers, at.code, "yes")
        at = next_question(form, answers, at.code) or next_question(form, answers)
    assert set(answers) == {one.code for one in asked(form, answers)}


@given(forms(), st.lists(st.sampled_from(["yes", "no", None]), min_size=8, max_size=8))
def test_progress_never_counts_beyond_its_end(form: Form, said: list[str | None]) -> None:
    answers: Answers = {}
    places = []
    at = next_question(form, answers)
    for answer in said:
        if at is None:
            break
        place, total = progress(form, answers, at.code)
        assert 1 <= place <= total
        places.append(place)
        answers = answered(form, answers, at.code, answer)
        at = next_question(form, answers, at.code)
    assert places == sorted(places)


def test_a_changed_answer_drops_what_is_not_asked_any_more_and_keeps_the_rest() -> None:
    answers: Answers = {"has-car": "yes", "parks-at-home": "no", "note": None, "last": "yes"}
    assert answered(CAR, answers, "has-car", "no") == {"has-car": "no", "note": None, "last": "yes"}


def test_whoever_went_back_comes_at_once_to_where_they_were() -> None:
    answers: Answers = {"has-car": "yes", "parks-at-home": "no", "note": None}
    following = next_question(CAR, answered(CAR, answers, "has-car", "yes"), "has-car")
    assert following is not None
    assert following.code == "last"


def test_progress_counts_what_will_be_asked_and_no_notes() -> None:
    assert progress(CAR, {}, "has-car") == (1, 2)
    assert progress(CAR, {"has-car": "yes"}, "parks-at-home") == (2, 3)
    assert progress(CAR, {"has-car": "yes", "parks-at-home": None}, "note") == (2, 3)
    assert progress(CAR, {"has-car": "yes", "parks-at-home": None, "note": None}, "last") == (3, 3)


def test_final_answers_hold_no_notes_and_no_unconfirmed_ticks() -> None:
    answers: Answers = {"has-car": "no", "wants-car": None, "note": None, PENDING: ["x"]}
    assert final(CAR, answers) == {"has-car": "no", "wants-car": None}
    assert only_asked(CAR, answers).keys() == {"has-car", "wants-car", "note"}


def test_a_shuffled_order_is_the_same_for_a_person_and_not_for_all() -> None:
    options = tuple(Option(str(number), str(number)) for number in range(8))
    question = Question("a", QuestionKind.ONE, "کدام؟", options=options, is_shuffled=True)
    orders = {tuple(one.code for one in in_order(question, f"1:{person}")) for person in range(30)}
    assert in_order(question, "1:7") == in_order(question, "1:7")
    assert len(orders) > 20
    assert all(sorted(order) == sorted(one.code for one in options) for order in orders)


def test_answering_takes_at_least_a_minute() -> None:
    assert minutes(CAR) == 1
    assert minutes(form_of(*(yes_no(f"t{n}", kind=QuestionKind.TEXT) for n in range(6)))) == 4

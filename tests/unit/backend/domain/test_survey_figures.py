"""Results count right, keep versions apart, weigh by who lives there, and give nobody away."""

from collections import Counter
from dataclasses import replace
from itertools import product
from typing import Any

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from scipy.optimize import linprog

from backend.domain.intervals import Moments, share
from backend.domain.suppression import SMALLEST_SHOWN
from backend.domain.survey import Answer, Answers, Form, Option, Question, QuestionKind, Response
from backend.domain.survey_results import QuestionResult, Reach, Results, publish
from backend.domain.survey_rules import Equals
from backend.domain.survey_tally import Dimension, Tally
from tests.builders import NOON, new_id

HOW = Question("how", QuestionKind.ONE, "با چه؟", options=tuple(Option(code, code) for code in "abc"))
WHICH = Question("which", QuestionKind.MANY, "کدام‌ها؟", options=HOW.options)
SCORE = Question("score", QuestionKind.SCALE, "چقدر؟")
WHY = Question("why", QuestionKind.TEXT, "چرا؟", show_if=Equals("how", "a"))
ORDER = Question("order", QuestionKind.RANKING, "به ترتیب؟", options=HOW.options)
REACH = Reach(100, 60, 50)


def a_form(*questions: Question, version: int = 1) -> Form:
    return Form(1, version, questions, NOON)


def response(answers: Answers, **fields: Any) -> Response:
    usual: dict[str, Any] = {"survey_id": 1, "version": 1, "finished_on": NOON, "is_complete": True}
    return Response(id=new_id(), answers=answers, **usual | fields)


def results_of(
    form: Form, *responses: Response, population: dict[str, int] | None = None
) -> tuple[Results, dict[str, QuestionResult]]:
    tally = Tally([form])
    tally.add(responses)
    results = publish(tally, REACH, population or {})
    return results, {one.question.code: one for one in results.questions}


def test_a_choice_is_counted_with_its_share() -> None:
    answers = [response({"how": code}) for code in "a" * 30 + "b" * 10] + [response({"how": None})] * 6
    _, found = results_of(a_form(HOW), *answers)
    told = found["how"].shares
    assert (told["a"].count, told["b"].count, told["c"].count) == (30, 10, 0)
    assert told["a"].share is not None
    assert told["a"].share.value == 0.75
    assert (found["how"].answered, found["how"].skipped, found["how"].stopped) == (40, 6, 0)


def test_what_was_never_asked_is_neither_answered_nor_skipped() -> None:
    _, found = results_of(a_form(HOW, WHY), *[response({"how": "b"})] * 9)
    assert found["why"].answered == 0
    assert (found["why"].skipped, found["why"].stopped) == (0, 0)


def test_who_stopped_is_counted_at_the_question_that_was_open() -> None:
    stopped = [response({"how": "b"}, is_complete=False)] * 6
    results, found = results_of(a_form(HOW, WHY, SCORE), *stopped, *[response({"how": "b", "score": 4.0})] * 8)
    assert results.incomplete == 6
    assert found["score"].stopped == 6
    assert found["why"].stopped == 0, "it would not have been asked"


def test_a_ranking_has_mean_places() -> None:
    rankings = [["a", "b", "c"]] * 6 + [["b", "a", "c"]] * 6
    _, found = results_of(a_form(ORDER), *(response({"order": list(one)}) for one in rankings))
    assert found["order"].mean_ranks == {"a": 1.5, "b": 1.5, "c": 3.0}


def test_a_bounded_number_is_told_by_stretches_of_its_bounds() -> None:
    minutes = Question("minutes", QuestionKind.NUMBER, "چند دقیقه؟", lowest=0, highest=100)
    _, found = results_of(a_form(minutes), *(response({"minutes": float(n)}) for n in [0, 5, 19, 19, 19, *[100] * 6]))
    told = {name: one.count for name, one in found["minutes"].shares.items()}
    assert told == {"0..20": 5, "20..40": 0, "40..60": 0, "60..80": 0, "80..100": 6}


def test_themes_of_free_words_come_with_examples_where_enough_people_said_them() -> None:
    said = [response({"how": "a", "why": {"text": f"دیر می‌آید {i}", "topics": ["bus"]}}) for i in range(6)]
    said += [response({"how": "a", "why": {"text": "چاله", "topics": ["roads"]}})]
    _, found = results_of(a_form(HOW, WHY), *said)
    assert found["why"].shares["bus"].count == 6
    assert len(found["why"].examples["bus"]) == 3
    assert found["why"].shares["roads"].count is None
    assert "roads" not in found["why"].examples


def test_versions_keep_both_questions_and_share_what_did_not_change() -> None:
    changed = replace(HOW, title="با چه می‌روید؟")
    tally = Tally([a_form(HOW, SCORE), a_form(changed, SCORE, version=2)])
    tally.add([response({"how": "a", "score": 3.0})] * 7)
    tally.add([response({"how": "a", "score": 5.0}, version=2)] * 5)
    found = publish(tally, REACH, {}).questions
    assert [(one.question.title, one.versions, one.answered) for one in found] == [
        (HOW.title, (1,), 7),
        (SCORE.title, (1, 2), 12),
        (changed.title, (2,), 5),
    ]


def test_weights_bring_answers_to_the_proportions_of_those_who_live_there() -> None:
    answers = [response({"how": "a"}, district="1")] * 90 + [response({"how": "b"}, district="9")] * 10
    _, found = results_of(a_form(HOW), *answers, population={"1": 1000, "9": 3000, "samen": 7})
    assert found["how"].shares["a"].weighted == 25
    assert found["how"].shares["b"].weighted == 75


def test_a_mean_is_not_told_beside_a_hidden_cell_which_it_would_give_away() -> None:
    many = [response({"score": 4.0})] * 20
    assert results_of(a_form(SCORE), *many, *[response({"score": 5.0})] * 9)[1]["score"].mean is not None
    assert results_of(a_form(SCORE), *many, response({"score": 1.0}))[1]["score"].mean is None


def test_too_few_answers_tell_nothing() -> None:
    _, found = results_of(a_form(HOW, SCORE), *[response({"how": "a", "score": 2.0}, district="9")] * 4)
    assert found["how"].answered is None
    assert {one.count for one in found["how"].shares.values()} == {None}
    assert found["how"].tables == {}
    assert found["score"].mean is None


def test_wilsons_interval_is_the_published_one() -> None:
    """Newcombe, Statistics in Medicine 17, 1998, table I: 81 of 263 gives 0.2553 to 0.3662."""
    estimate = share(81, 263)
    assert (round(estimate.low, 4), round(estimate.high, 4)) == (0.2553, 0.3662)


def test_students_interval_of_a_mean() -> None:
    numbers = [3.0, 4.0, 5.0, 4.0, 4.0]
    estimate = Moments(5, sum(numbers), sum(n * n for n in numbers)).mean()
    # 4 ± 2.776 · 0.7071 / √5
    assert estimate.value == 4.0
    assert estimate.high - 4.0 == pytest.approx(0.878, abs=0.005)


def test_a_rate_beyond_the_invited_is_not_told() -> None:
    assert Reach(10, 20, 20).response_rate is None


CELLS = st.lists(st.one_of(st.just(0), st.integers(0, 3), st.integers(0, 15)), min_size=27, max_size=27)
GROUPS, DISTRICTS = ("citizens", "staff", "elites"), ("1", "9", "samen")


@settings(max_examples=40, deadline=None)
@given(CELLS, st.sampled_from((QuestionKind.ONE, QuestionKind.MANY)))
def test_all_that_is_published_together_lets_no_hidden_number_be_computed(
    counts: list[int], kind: QuestionKind
) -> None:
    """People by group, district and answer; the reader holds both tables, the distribution and all margins."""
    cube = dict(zip(product(GROUPS, DISTRICTS, "abc"), counts, strict=True))
    question = replace(HOW, kind=kind)
    own: tuple[Answer, ...] = ("a", "b", "c") if kind is QuestionKind.ONE else (["a", "c"], ["c"], ["c"])
    # Of many choices everybody takes c, and some a besides, so that again each person has one cell.
    meaning: dict[str, Answer] = dict(zip("abc", own, strict=True))
    people = [
        response({"how": meaning[option]}, stakeholder_group=group, district=district)
        for (group, district, option), count in cube.items()
        for _ in range(count)
    ]
    results, found = results_of(a_form(question), *people)
    told = list(_told_numbers(results, found["how"], cube, meaning))
    sums, known = [rows for rows, count in told if count is not None], [count for _, count in told if count is not None]
    keys = list(cube)
    assume(sum(counts) >= SMALLEST_SHOWN)
    matrix = [[float(key in rows) for key in keys] for rows in [*sums, set(keys)]]
    for rows, count in told:
        if count is None:
            cost = np.array([float(key in rows) for key in keys])
            limits = {"A_eq": matrix, "b_eq": [*known, sum(counts)], "bounds": (0, None)}
            low, high = linprog(cost, **limits), linprog(-cost, **limits)
            assert -high.fun - low.fun > 0.5, (rows, low.fun, -high.fun)


def _told_numbers(
    results: Results, result: QuestionResult, cube: dict[tuple[str, str, str], int], meaning: dict[str, Answer]
) -> list[tuple[set[tuple[str, str, str]], int | None]]:
    """Every number that could be told, as the set of cells whose sum it is, with its value or None if it is hidden."""
    told: list[tuple[set[tuple[str, str, str]], int | None]] = []
    for option, one in result.shares.items():
        told.append(({key for key in cube if option in meaning[key[2]]}, one.count))
    for place, dimension in enumerate(Dimension):
        for row, count in results.members[dimension].items():
            told.append(({key for key in cube if key[place] == row}, count))
        if dimension in result.tables:
            table = result.tables[dimension]
            for row, line in zip(table.rows, table.cells, strict=True):
                for column, count in zip(table.columns, line, strict=True):
                    told.append(({key for key in cube if key[place] == row and column in meaning[key[2]]}, count))
    actual = Counter({index: sum(cube[key] for key in keys) for index, (keys, _) in enumerate(told)})
    assert all(count is None or count == actual[index] for index, (_, count) in enumerate(told))
    return told

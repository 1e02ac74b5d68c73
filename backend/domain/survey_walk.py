"""The way of a person through a form: what is asked next, what is dropped when an answer changes, how far it is."""

import random
from collections.abc import Mapping
from itertools import takewhile

from backend.domain.survey import Answer, Answers, Form, Option, Question, QuestionKind
from backend.domain.survey_rules import holds

# Under this name a draft keeps what is ticked or ranked so far in the question that is open. No question has it.
PENDING = "…"
# Under this name a finished draft keeps the marks that it got before it is poured.
MARKS = "…marks"
# Under this name a finished draft keeps which of its free texts were made messages.
SENT = "…sent"

_SECONDS = {QuestionKind.TEXT: 40, QuestionKind.RANKING: 30, QuestionKind.MANY: 15, QuestionKind.PHOTO: 30}
_USUAL_SECONDS = 10
_MINUTE = 60


def asked(form: Form, answers: Mapping[str, Answer]) -> tuple[Question, ...]:
    """Return the questions that these answers lead to, in their order.

    A question whose rule looks at an answer not given yet counts as the rule stands now.
    """
    found: list[Question] = []
    valid: Answers = {}
    for question in form.questions:
        if holds(question.show_if, valid):
            found.append(question)
            if question.code in answers:
                valid[question.code] = answers[question.code]
    return tuple(found)


def only_asked(form: Form, answers: Mapping[str, Answer]) -> Answers:
    """Return the answers without those to questions that are not asked (any more)."""
    return {one.code: answers[one.code] for one in asked(form, answers) if one.code in answers}


def answered(form: Form, answers: Mapping[str, Answer], code: str, answer: Answer) -> Answers:
    """Return the answers after one more, or another one; later answers stay as long as they are still asked for."""
    return only_asked(form, {**answers, code: answer})


def next_question(form: Form, answers: Mapping[str, Answer], at: str | None = None) -> Question | None:
    """Return the first question after `at` (None: from the beginning) that is asked and not yet answered.

    Whoever went back to change an answer so comes at once to where they had been.
    """
    later = {one.code for one in form.following(at)}
    open_ones = (one for one in asked(form, answers) if one.code in later and one.code not in answers)
    return next(open_ones, None)


def previous_question(form: Form, answers: Mapping[str, Answer], at: str) -> Question | None:
    """Return the question that was asked before this one."""
    before = list(takewhile(lambda one: one.code != at, asked(form, answers)))
    return before[-1] if before else None


def progress(form: Form, answers: Mapping[str, Answer], at: str) -> tuple[int, int]:
    """Return which of the questions is open, and how many there will be as things stand: (3, 8).

    Notes are not counted, since they ask for nothing; at a note the place is that of the question before it.
    """
    counted = [one for one in form.questions if one.code == at or one in asked(form, answers)]
    before = takewhile(lambda one: one.code != at, counted)
    place = sum(one.kind is not QuestionKind.NOTE for one in before)
    here = form.question(at)
    is_counted = here is not None and here.kind is not QuestionKind.NOTE
    return place + is_counted, sum(one.kind is not QuestionKind.NOTE for one in counted)


def final(form: Form, answers: Mapping[str, Answer]) -> Answers:
    """Return the answers as they are kept: without notes that were read and ticks that were not confirmed."""
    notes = {one.code for one in form.questions if one.kind is QuestionKind.NOTE}
    return {code: answer for code, answer in only_asked(form, answers).items() if code not in notes}


def in_order(question: Question, seed: str) -> tuple[Option, ...]:
    """Return the options as they are shown: in an order of chance where the form wants it, the same for a seed."""
    if not question.is_shuffled:
        return question.options
    chance = random.Random(f"{seed}:{question.code}")  # noqa: S311 - an order that stays the same, not a secret
    return tuple(chance.sample(question.options, len(question.options)))


def questions_asked_for(form: Form) -> int:
    """Return how many questions there are at most."""
    return sum(one.kind is not QuestionKind.NOTE for one in form.questions)


def minutes(form: Form) -> int:
    """Return about how long answering takes, at least a minute."""
    seconds = sum(_SECONDS.get(one.kind, _USUAL_SECONDS) for one in form.questions if one.kind is not QuestionKind.NOTE)
    return max(1, round(seconds / _MINUTE))

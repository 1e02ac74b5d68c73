"""What is wrong with a form: found before publishing, so that nobody who answers is led astray."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from backend.domain.survey import MOST_OPTIONS, MOST_QUESTIONS, WITH_OPTIONS, Question, QuestionKind
from backend.domain.survey_plan import LONGEST_TITLE, LONGEST_WORDS, SurveyPlan
from backend.domain.survey_reach import can_be_asked, choices_of
from backend.domain.survey_rules import Condition, Contains, Equals, Greater, leaves, questions_in

_NUMBERS = frozenset({QuestionKind.NUMBER, QuestionKind.SCALE})
_CHOSEN_ONCE = frozenset({QuestionKind.ONE, QuestionKind.YES_NO, QuestionKind.DISTRICT})
_CHOSEN_OFTEN = frozenset({QuestionKind.MANY, QuestionKind.RANKING})
_FEWEST_OPTIONS = 2
# A question is one message with its buttons: 4,096 characters at the platforms, less what stands around it.
_LONGEST_QUESTION = 3000
_AROUND_AN_OPTION = 6
LONGEST_CODE = 60


class FlawKind(StrEnum):
    """The ways in which a form can be wrong."""

    NOTHING_ASKED = "nothing-asked"
    TOO_MANY_QUESTIONS = "too-many-questions"
    CODE_TWICE = "code-twice"
    NO_TITLE = "no-title"
    TOO_FEW_OPTIONS = "too-few-options"
    TOO_MANY_OPTIONS = "too-many-options"
    OPTION_TWICE = "option-twice"
    BAD_RANGE = "bad-range"
    UNKNOWN_QUESTION = "unknown-question"
    NOT_EARLIER = "not-earlier"
    UNKNOWN_OPTION = "unknown-option"
    WRONG_COMPARISON = "wrong-comparison"
    NEVER_ASKED = "never-asked"
    TOO_LONG = "too-long"
    NO_NAME = "no-name"
    WORDS_TOO_LONG = "words-too-long"
    CLOSES_TOO_EARLY = "closes-too-early"
    NO_EARLIER_SURVEY = "no-earlier-survey"


@dataclass(frozen=True, slots=True)
class Flaw:
    """Something wrong: where (the question's place from 1; 0 is the whole form), what, and the word it is about."""

    place: int
    kind: FlawKind
    about: str = ""


def check(questions: Sequence[Question]) -> tuple[Flaw, ...]:
    """Return everything that is wrong with the questions; nothing where they may be published.

    A rule may look only at questions before its own, so that no loop can arise. A question that no way of answering
    leads to is a dead end; this is looked for only where everything else is right.
    """
    flaws = [*_of_form(questions)]
    for place, question in enumerate(questions, start=1):
        flaws += _of_question(place, question)
        flaws += _of_rule(place, question, questions)
    if not flaws:
        ways = enumerate(questions, start=1)
        flaws = [Flaw(place, FlawKind.NEVER_ASKED) for place, one in ways if not can_be_asked(one, questions)]
    return tuple(flaws)


def check_frame(plan: SurveyPlan, now: datetime) -> tuple[Flaw, ...]:
    """Return what is wrong with a survey apart from its questions."""
    flaws = []
    if not plan.title.strip():
        flaws.append(Flaw(0, FlawKind.NO_NAME))
    if len(plan.title) > LONGEST_TITLE or max(len(plan.introduction), len(plan.thanks)) > LONGEST_WORDS:
        flaws.append(Flaw(0, FlawKind.WORDS_TOO_LONG))
    if plan.closes_at is not None and plan.closes_at <= max(now, plan.opens_at or now):
        flaws.append(Flaw(0, FlawKind.CLOSES_TOO_EARLY))
    return tuple(flaws)


def _of_form(questions: Sequence[Question]) -> Iterator[Flaw]:
    if all(question.kind is QuestionKind.NOTE for question in questions):
        yield Flaw(0, FlawKind.NOTHING_ASKED)
    if len(questions) > MOST_QUESTIONS:
        yield Flaw(0, FlawKind.TOO_MANY_QUESTIONS)
    for code, times in Counter(question.code for question in questions).items():
        if times > 1:
            yield Flaw(0, FlawKind.CODE_TWICE, code)


def _of_question(place: int, question: Question) -> Iterator[Flaw]:
    if not question.title.strip():
        yield Flaw(place, FlawKind.NO_TITLE)
    if _length(question) > _LONGEST_QUESTION or len(question.code) > LONGEST_CODE:
        yield Flaw(place, FlawKind.TOO_LONG)
    if question.kind in WITH_OPTIONS:
        if len(question.options) < _FEWEST_OPTIONS:
            yield Flaw(place, FlawKind.TOO_FEW_OPTIONS)
        if len(question.options) > MOST_OPTIONS:
            yield Flaw(place, FlawKind.TOO_MANY_OPTIONS)
        for said in ([one.code for one in question.options], [one.title for one in question.options]):
            yield from (Flaw(place, FlawKind.OPTION_TWICE, word) for word, n in Counter(said).items() if n > 1)
    if question.lowest is not None and question.highest is not None and question.lowest >= question.highest:
        yield Flaw(place, FlawKind.BAD_RANGE)


def _length(question: Question) -> int:
    """How much there is to read, with a little for the number of each option."""
    options = sum(len(option.title) + _AROUND_AN_OPTION for option in question.options)
    return len(question.title) + len(question.hint) + options + len(question.low_words) + len(question.high_words)


def _of_rule(place: int, question: Question, questions: Sequence[Question]) -> Iterator[Flaw]:
    earlier = {one.code: one for one in questions[: place - 1]}
    known = {one.code for one in questions}
    for code in dict.fromkeys(questions_in(question.show_if)):
        if code not in known:
            yield Flaw(place, FlawKind.UNKNOWN_QUESTION, code)
        elif code not in earlier or earlier[code].kind is QuestionKind.NOTE:
            yield Flaw(place, FlawKind.NOT_EARLIER, code)
    yield from (Flaw(place, kind, about) for kind, about in _wrong_comparisons(question.show_if, earlier))


def _wrong_comparisons(rule: Condition | None, earlier: Mapping[str, Question]) -> Iterator[tuple[FlawKind, str]]:
    for leaf in leaves(rule):
        question = earlier.get(leaf.question)
        match leaf:
            case _ if question is None:
                continue
            case Greater() if question.kind not in _NUMBERS:
                yield FlawKind.WRONG_COMPARISON, question.code
            case Equals(_, value):
                yield from _wrong_value(question, value, _CHOSEN_ONCE)
            case Contains(_, value):
                yield from _wrong_value(question, value, _CHOSEN_OFTEN)


def _wrong_value(
    question: Question, value: str | float, kinds: frozenset[QuestionKind]
) -> Iterator[tuple[FlawKind, str]]:
    if question.kind in _NUMBERS and kinds is _CHOSEN_ONCE:
        if isinstance(value, str):
            yield FlawKind.WRONG_COMPARISON, question.code
    elif question.kind not in kinds:
        yield FlawKind.WRONG_COMPARISON, question.code
    elif (known := choices_of(question)) and value not in known:
        yield FlawKind.UNKNOWN_OPTION, str(value)

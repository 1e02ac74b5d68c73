"""Counting answers: one pass over the responses, a page at a time, so that memory does not grow with them."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from persiantools.jdatetime import JalaliDate

from backend.domain.intervals import Moments
from backend.domain.survey import Answer, Form, Mark, Question, QuestionKind, Response
from backend.domain.survey_rules import holds

OTHER = "other"
BETWEEN = ".."
_MOST_EXAMPLES = 3
_STRETCHES = 5
_NUMBERS = frozenset({QuestionKind.SCALE, QuestionKind.NUMBER})


class Dimension(StrEnum):
    """By what answers are told apart in cross tables."""

    STAKEHOLDER_GROUP = "stakeholder_group"
    DISTRICT = "district"


@dataclass(slots=True)
class QuestionTally:
    """The answers to one question.

    `counts` are people by category (`categories`); `rows` are the same by dimension and row, `answered_in` how many
    answered there, `moments` sums of numbers there, with the empty row for all together. `ranks` sums the places of
    options in a ranking. `examples` are redacted texts by topic.
    """

    question: Question
    versions: tuple[int, ...]
    answered: int = 0
    skipped: int = 0
    stopped: int = 0
    counts: Counter[str] = field(default_factory=Counter)
    rows: dict[Dimension, dict[str, Counter[str]]] = field(default_factory=dict)
    answered_in: dict[Dimension, Counter[str]] = field(default_factory=dict)
    moments: dict[tuple[Dimension | None, str], Moments] = field(default_factory=lambda: defaultdict(Moments))
    ranks: Counter[str] = field(default_factory=Counter)
    numbers: Counter[float] = field(default_factory=Counter)
    examples: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))

    @property
    def asked(self) -> int:
        """How many saw the question: whoever answered, skipped, or stopped at it."""
        return self.answered + self.skipped + self.stopped


class Tally:
    """The answers to a survey. A question that later versions left as it was is counted over all of them."""

    def __init__(self, forms: Sequence[Form]) -> None:
        """Count nothing yet."""
        self.responses = 0
        self.incomplete = 0
        self.marks: Counter[Mark] = Counter()
        self.members: dict[Dimension, Counter[str]] = {dimension: Counter() for dimension in Dimension}
        self._forms = {form.version: form for form in forms}
        self._by_question: dict[Question, QuestionTally] = {}
        for form in forms:
            for question in form.questions:
                known = self._by_question.get(question)
                versions = (*known.versions, form.version) if known else (form.version,)
                self._by_question[question] = QuestionTally(question, versions)

    @property
    def questions(self) -> list[QuestionTally]:
        """The questions of all versions in the order in which they were first asked, without notes."""
        return [tally for tally in self._by_question.values() if tally.question.kind is not QuestionKind.NOTE]

    def add(self, responses: Iterable[Response]) -> None:
        """Count responses."""
        for response in responses:
            self._add(response)

    def stop_at(self, version: int, code: str, people: int) -> None:
        """Count people who stopped, for now, at a question."""
        question = self._forms[version].question(code) if version in self._forms else None
        if question is not None:
            self._by_question[question].stopped += people

    def _add(self, response: Response) -> None:
        form = self._forms[response.version]
        if response.is_complete:
            self.responses += 1
        else:
            self.incomplete += 1
            self._count_stop(form, response)
        self.marks.update(response.marks)
        places = {Dimension.STAKEHOLDER_GROUP: response.stakeholder_group, Dimension.DISTRICT: response.district}
        rows = [(dimension, row) for dimension, row in places.items() if row is not None]
        for dimension, row in rows:
            self.members[dimension][row] += 1
        for question in form.questions:
            if question.code in response.answers:
                _count(self._by_question[question], response.answers[question.code], rows)

    def _count_stop(self, form: Form, response: Response) -> None:
        for question in form.questions:
            is_open = question.code not in response.answers and question.kind is not QuestionKind.NOTE
            if is_open and holds(question.show_if, response.answers):
                self._by_question[question].stopped += 1
                return


def categories(question: Question, answer: Answer) -> tuple[str, ...]:  # noqa: PLR0911 - one line a kind
    """Return the categories under which an answer is counted; several for a choice of many and for topics."""
    if isinstance(answer, list):
        chosen = tuple(one if isinstance(one, str) else OTHER for one in answer)
        return chosen[:1] if question.kind is QuestionKind.RANKING else chosen
    if isinstance(answer, dict):
        if question.kind is QuestionKind.TEXT:
            topics = answer.get("topics")
            return tuple(str(topic) for topic in topics) if isinstance(topics, list | tuple) else ()
        if question.kind is QuestionKind.LOCATION:
            return (str(answer["district"]),) if answer.get("district") else ()
        return (OTHER,) if OTHER in answer else ()
    if question.kind is QuestionKind.SCALE and isinstance(answer, int | float):
        return (f"{answer:g}",)
    if question.kind in {QuestionKind.ONE, QuestionKind.YES_NO, QuestionKind.DISTRICT}:
        return (str(answer),)
    if question.kind is QuestionKind.NUMBER and isinstance(answer, int | float):
        return tuple(name for name, low, high in stretches(question) if low <= answer < high)
    if question.kind is QuestionKind.DATE:
        day = JalaliDate(date.fromisoformat(str(answer)))
        return (f"{day.year}-{day.month:02}",)
    return ()


def stretches(question: Question) -> list[tuple[str, float, float]]:
    """Return the stretches into which a bounded number is counted: name, lower bound, and the bound that it is below.

    The bounds are the question's own, since the least and the largest answer would point at those who gave them.
    """
    if question.lowest is None or question.highest is None:
        return []
    width = (question.highest - question.lowest) / _STRETCHES
    bounds = [question.lowest + width * place for place in range(_STRETCHES + 1)]
    upper = [*bounds[1:-1], float("inf")]
    pairs = zip(bounds, bounds[1:], upper, strict=False)
    return [(f"{low:g}{BETWEEN}{high:g}", low, below) for low, high, below in pairs]


def _count(tally: QuestionTally, answer: Answer, rows: Sequence[tuple[Dimension, str]]) -> None:
    if answer is None:
        tally.skipped += 1
        return
    tally.answered += 1
    found = categories(tally.question, answer)
    tally.counts.update(found)
    number = float(answer) if tally.question.kind in _NUMBERS and isinstance(answer, int | float) else None
    for dimension, row in rows:
        tally.answered_in.setdefault(dimension, Counter())[row] += 1
        tally.rows.setdefault(dimension, {}).setdefault(row, Counter()).update(found)
    if number is not None:
        moments = Moments(1, number, number**2)
        for place in ((None, ""), *rows):
            tally.moments[place] += moments
        tally.numbers[number] += 1
    if tally.question.kind is QuestionKind.RANKING and isinstance(answer, list):
        tally.ranks.update({str(option): place for place, option in enumerate(answer, start=1)})
    if tally.question.kind is QuestionKind.TEXT and isinstance(answer, dict):
        for topic in found:
            if len(tally.examples[topic]) < _MOST_EXAMPLES:
                tally.examples[topic].append(str(answer.get("text", "")))

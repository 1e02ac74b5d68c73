"""Counting answers: one pass over the responses, a page at a time, so that memory does not grow with them."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any

from persiantools.jdatetime import JalaliDate

from backend.domain.intervals import Moments
from backend.domain.survey import Form, Mark, Question, QuestionKind, Response
from backend.domain.survey_rules import holds

OTHER = "other"
_UNASKED = "\0unasked"
BETWEEN = ".."
_MOST_EXAMPLES = 3
_STRETCHES = 5
_NUMBERS = frozenset({QuestionKind.SCALE, QuestionKind.NUMBER})


# What is counted of an answer; None where it was skipped.
type Plain = str | float | tuple[str, ...] | None
_PLAIN = frozenset({str, int, float, type(None)})


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


@dataclass(slots=True)
class _Alike:
    """How many answered a question in the same way: together, and in the rows of each dimension."""

    together: Counter[Plain] = field(default_factory=Counter)
    by: dict[Dimension, Counter[tuple[str | None, Plain]]] = field(
        default_factory=lambda: {dimension: Counter() for dimension in Dimension}
    )


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
        self._alike: dict[Question, _Alike] = defaultdict(_Alike)
        for form in forms:
            for question in form.questions:
                known = self._by_question.get(question)
                versions = (*known.versions, form.version) if known else (form.version,)
                self._by_question[question] = QuestionTally(question, versions)

    @property
    def questions(self) -> list[QuestionTally]:
        """The questions of all versions in the order in which they were first asked, without notes."""
        for question, alike in self._alike.items():
            _count(self._by_question[question], alike)
        self._alike.clear()
        return [tally for tally in self._by_question.values() if tally.question.kind is not QuestionKind.NOTE]

    def add(self, responses: Sequence[Response]) -> None:
        """Count responses.

        Those who answered a question alike, in all or in the same row, are counted at once when somebody asks for the
        questions: there are few ways to answer, and many people.
        """
        for response in responses:
            self._add_person(response)
        for version, form in self._forms.items():
            own = [response for response in responses if response.version == version]
            places = {
                Dimension.STAKEHOLDER_GROUP: [response.stakeholder_group for response in own],
                Dimension.DISTRICT: [response.district for response in own],
            }
            for question in form.questions:
                tally = self._by_question[question]
                given = [response.answers.get(question.code, _UNASKED) for response in own]
                said: list[Any] = [one if type(one) in _PLAIN else plain(question, one) for one in given]
                alike = self._alike[question]
                alike.together.update(said)
                for dimension, rows in places.items():
                    alike.by[dimension].update(zip(rows, said, strict=True))
                _keep_examples(tally, given)

    def stop_at(self, version: int, code: str, people: int) -> None:
        """Count people who stopped, for now, at a question."""
        question = self._forms[version].question(code) if version in self._forms else None
        if question is not None:
            self._by_question[question].stopped += people

    def _add_person(self, response: Response) -> None:
        if response.is_complete:
            self.responses += 1
        else:
            self.incomplete += 1
            self._count_stop(self._forms[response.version], response)
        self.marks.update(response.marks)
        for dimension, row in _rows(response.stakeholder_group, response.district):
            self.members[dimension][row] += 1

    def _count_stop(self, form: Form, response: Response) -> None:
        for question in form.questions:
            is_open = question.code not in response.answers and question.kind is not QuestionKind.NOTE
            if is_open and holds(question.show_if, response.answers):
                self._by_question[question].stopped += 1
                return


def plain(question: Question, answer: object) -> Plain:
    """Return what is counted of an answer: for choices the codes, for words the topics, for a pin its district."""
    if isinstance(answer, str | float | int):
        return answer
    if isinstance(answer, list):
        chosen = [one if isinstance(one, str) else OTHER for one in answer]
        return tuple(chosen if question.kind is QuestionKind.RANKING else sorted(chosen))
    if isinstance(answer, dict):
        if question.kind is QuestionKind.TEXT:
            return tuple(sorted(answer.get("topics") or ()))
        return str(answer.get("district") or "") if question.kind is QuestionKind.LOCATION else OTHER
    return None


def categories(question: Question, said: Plain) -> tuple[str, ...]:
    """Return the categories under which an answer is counted; several for a choice of many and for topics."""
    if isinstance(said, tuple):
        return said[:1] if question.kind is QuestionKind.RANKING else said
    if isinstance(said, int | float):
        if question.kind is QuestionKind.SCALE:
            return (f"{said:g}",)
        return tuple(name for name, low, high in stretches(question) if low <= said < high)
    if question.kind is QuestionKind.DATE:
        day = JalaliDate(date.fromisoformat(said or ""))
        return (f"{day.year}-{day.month:02}",)
    return (said,) if said and question.kind is not QuestionKind.PHOTO else ()


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


def _rows(group: str | None, district: str | None) -> list[tuple[Dimension, str]]:
    places = ((Dimension.STAKEHOLDER_GROUP, group), (Dimension.DISTRICT, district))
    return [(dimension, row) for dimension, row in places if row is not None]


def _count(tally: QuestionTally, alike: _Alike) -> None:
    tally.skipped += alike.together[None]
    found = {said: categories(tally.question, said) for said in alike.together if said is not None and said != _UNASKED}
    for said, names in found.items():
        people = alike.together[said]
        tally.answered += people
        tally.counts.update(dict.fromkeys(names, people))
        if tally.question.kind is QuestionKind.RANKING and isinstance(said, tuple):
            tally.ranks.update({option: place * people for place, option in enumerate(said, start=1)})
        if (number := _number(tally.question, said)) is not None:
            tally.moments[None, ""] += _moments(number, people)
            tally.numbers[number] += people
    for dimension, cells in alike.by.items():
        for (row, one), people in cells.items():
            if row is not None and one in found:
                _count_in(tally, dimension, row, found[one], people)
                if (number := _number(tally.question, one)) is not None:
                    tally.moments[dimension, row] += _moments(number, people)


def _count_in(tally: QuestionTally, dimension: Dimension, row: str, names: Sequence[str], people: int) -> None:
    tally.answered_in.setdefault(dimension, Counter())[row] += people
    counts = tally.rows.setdefault(dimension, {}).setdefault(row, Counter())
    for name in names:
        counts[name] += people


def _number(question: Question, said: Plain) -> float | None:
    return float(said) if question.kind in _NUMBERS and isinstance(said, int | float) else None


def _moments(number: float, people: int) -> Moments:
    return Moments(people, people * number, people * number**2)


def _keep_examples(tally: QuestionTally, given: Sequence[object]) -> None:
    if tally.question.kind is not QuestionKind.TEXT:
        return
    for answer in given:
        if isinstance(answer, dict):
            for topic in answer.get("topics") or ():
                if len(tally.examples[topic]) < _MOST_EXAMPLES:
                    tally.examples[topic].append(str(answer.get("text", "")))

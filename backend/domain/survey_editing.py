"""Changing a form question by question, as its maker does it in the chat."""

import re
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import replace

from backend.domain.number_words import number
from backend.domain.survey import NO, SCALE, YES, Option, Question, QuestionKind
from backend.domain.survey_check import Flaw, FlawKind, check
from backend.domain.survey_rules import AllOf, Answered, Condition, Contains, Equals, Greater, Not

_BULLET = re.compile(r"^\s*(?:[-–—•*▪]|[0-9۰-۹]{1,2}\s*[.)\-–])\s*")
_BETWEEN = re.compile(r"\s*(?:تا|الی|،|,|\.\.|…|–|-)\s*")
_MIDDLE = 3
_BOTH_ENDS = 2


def stamp(questions: Sequence[Question]) -> str:
    """Return a mark of which questions stand where, so that a button of an older list is known for what it is."""
    return f"{zlib.crc32(' '.join(question.code for question in questions).encode()):08x}"


def fresh_code(questions: Sequence[Question]) -> str:
    """Return a code that no question has."""
    taken = {question.code for question in questions}
    return next(code for place in range(1, len(taken) + 2) if (code := f"q{place}") not in taken)


def moved(questions: Sequence[Question], index: int, to: int) -> tuple[Question, ...]:
    """Return the questions with one of them in another place."""
    changed = [*questions]
    changed.insert(to, changed.pop(index))
    return tuple(changed)


def without(questions: Sequence[Question], index: int) -> tuple[Question, ...]:
    """Return the questions without one of them."""
    return (*questions[:index], *questions[index + 1 :])


def with_changed(questions: Sequence[Question], index: int, changed: Question) -> tuple[Question, ...]:
    """Return the questions with another one in the place of one of them."""
    return (*questions[:index], changed, *questions[index + 1 :])


def options_of(text: str, known: Iterable[Option] = ()) -> tuple[Option, ...]:
    """Return options written one a line; those that stood there before keep their codes, so that rules still mean them.

    A number or a bullet before an option is not part of it.
    """
    codes = {option.title: option.code for option in known}
    taken = {int(code) for code in codes.values() if code.isdecimal()}
    titles = [_BULLET.sub("", line).strip() for line in text.splitlines()]
    options = []
    for title in filter(None, titles):
        code = codes.get(title)
        if code is None:
            code = str(max(taken, default=0) + 1)
            taken.add(int(code))
        options.append(Option(code, title))
    return tuple(options)


def range_of(text: str) -> tuple[float, float] | None:
    """Return the bounds that are written as «۱ تا ۱۰»; None if the words are no bounds."""
    ends = [number(part) for part in _BETWEEN.split(text.strip(), maxsplit=1)]
    if len(ends) != _BOTH_ENDS or ends[0] is None or ends[1] is None:
        return None
    return float(ends[0]), float(ends[1])


def ends_of(text: str) -> tuple[str, str] | None:
    """Return the words for both ends of a scale, one a line or with a stroke between; None if they are not two."""
    ends = [one.strip() for one in re.split(r"\n|\s[-–—/]\s|[،,]", text) if one.strip()]
    return (ends[0], ends[1]) if len(ends) == _BOTH_ENDS else None


def flaws_alone(question: Question) -> list[Flaw]:
    """Return what is wrong with a question by itself, whatever stands around it."""
    found = check((replace(question, show_if=None),))
    return [flaw for flaw in found if flaw.kind is not FlawKind.NOTHING_ASKED]


def rules_on(question: Question, districts: Iterable[str]) -> tuple[Condition, ...]:
    """Return the rules on a question's answer that a maker can choose among: answered at all, or answered so."""
    code, choices = question.code, [option.code for option in question.options]
    rules: list[Condition] = [Answered(code)]
    match question.kind:
        case QuestionKind.ONE:
            rules += [Equals(code, choice) for choice in choices]
        case QuestionKind.MANY:
            rules += [Contains(code, choice) for choice in choices]
        case QuestionKind.YES_NO:
            rules += [Equals(code, YES), Equals(code, NO)]
        case QuestionKind.DISTRICT:
            rules += [Equals(code, district) for district in districts]
        case QuestionKind.SCALE:
            rules += [Equals(code, float(step)) for step in SCALE]
            rules += [Greater(code, _MIDDLE), AllOf((Answered(code), Not(Greater(code, _MIDDLE - 1))))]
    return tuple(rules)

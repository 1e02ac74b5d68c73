"""Skip rules: when a question is asked, by the answers before it."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Answered:
    """The question was answered, not skipped."""

    question: str
    kind: Literal["answered"] = "answered"


@dataclass(frozen=True, slots=True)
class Equals:
    """The answer is this option or number."""

    question: str
    value: str | float
    kind: Literal["equals"] = "equals"


@dataclass(frozen=True, slots=True)
class Greater:
    """The answer is a number above this one."""

    question: str
    value: float
    kind: Literal["greater"] = "greater"


@dataclass(frozen=True, slots=True)
class Contains:
    """The option is among the chosen ones."""

    question: str
    value: str
    kind: Literal["contains"] = "contains"


@dataclass(frozen=True, slots=True)
class Not:
    """The rule does not hold."""

    rule: "Condition"
    kind: Literal["not"] = "not"


@dataclass(frozen=True, slots=True)
class AllOf:
    """Every rule holds."""

    rules: tuple["Condition", ...]
    kind: Literal["all"] = "all"


@dataclass(frozen=True, slots=True)
class AnyOf:
    """At least one rule holds."""

    rules: tuple["Condition", ...]
    kind: Literal["any"] = "any"


type Leaf = Answered | Equals | Greater | Contains
type Condition = Leaf | Not | AllOf | AnyOf


def holds(rule: Condition | None, answers: Mapping[str, object]) -> bool:  # noqa: PLR0911 - one line a kind
    """Say whether a rule holds of the answers; of what was skipped or never asked only `Not` rules do."""
    match rule:
        case None:
            return True
        case Not(inner):
            return not holds(inner, answers)
        case AllOf(rules):
            return all(holds(one, answers) for one in rules)
        case AnyOf(rules):
            return any(holds(one, answers) for one in rules)
        case Answered(question):
            return answers.get(question) is not None
        case Equals(question, value):
            return answers.get(question) is not None and answers[question] == value
        case Greater(question, value):
            given = answers.get(question)
            return isinstance(given, int | float) and given > value
        case Contains(question, value):
            given = answers.get(question)
            return isinstance(given, list | tuple) and value in given


def leaves(rule: Condition | None) -> Iterator[Leaf]:
    """Yield the single comparisons of which a rule is made."""
    match rule:
        case None:
            return
        case Not(inner):
            yield from leaves(inner)
        case AllOf(rules) | AnyOf(rules):
            for one in rules:
                yield from leaves(one)
        case _:
            yield rule


def questions_in(rule: Condition | None) -> Iterator[str]:
    """Yield the codes of the questions on which a rule depends."""
    return (leaf.question for leaf in leaves(rule))


def with_leaves(rule: Condition, changed: Callable[[Leaf], Leaf]) -> Condition:
    """Return a rule of the same shape whose single comparisons are changed."""
    match rule:
        case Not(inner):
            return Not(with_leaves(inner, changed))
        case AllOf(rules):
            return AllOf(tuple(with_leaves(one, changed) for one in rules))
        case AnyOf(rules):
            return AnyOf(tuple(with_leaves(one, changed) for one in rules))
        case _:
            return changed(rule)

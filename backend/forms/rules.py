"""Skip rules as files write them: XLSForm's `relevant` expressions, and the mappings of our YAML."""

from collections.abc import Mapping, Sequence
from typing import Any, cast

from lark import Lark, Token, Transformer, UnexpectedInput, v_args

from backend.domain.form_problem import BadForm, FormProblem
from backend.domain.survey_rules import AllOf, Answered, AnyOf, Condition, Contains, Equals, Greater, Not

# The part of XPath that forms use to skip questions; everything else is refused by name rather than misread.
_GRAMMAR = r"""
?start: either
?either: both ("or" both)*
?both: one ("and" one)*
?one: "not" "(" either ")" -> no
    | "selected" "(" ref "," STRING ")" -> selected
    | ref COMPARE value -> compared
    | "(" either ")"
ref: "${" NAME "}"
value: STRING | NUMBER
COMPARE: "!=" | ">=" | "<=" | "=" | ">" | "<"
STRING: /'[^']*'/ | /"[^"]*"/
NUMBER: /-?\d+(\.\d+)?/
NAME: /[^\s{}]+/
%ignore /\s+/
"""


def of_expression(expression: str, place: str) -> Condition:
    """Return the rule of a `relevant` expression.

    Raises:
        BadForm: the expression uses something beyond comparisons, `selected`, `and`, `or` and `not`.
    """
    try:
        tree = Lark(_GRAMMAR, parser="lalr").parse(expression)
    except UnexpectedInput as error:
        raise BadForm(FormProblem.BAD_RULE, place, expression[:80]) from error
    return cast("Condition", _Rules().transform(tree))


@v_args(inline=True)
class _Rules(Transformer[Token, Any]):
    def either(self, *rules: Condition) -> Condition:
        return AnyOf(rules)

    def both(self, *rules: Condition) -> Condition:
        return AllOf(rules)

    def no(self, rule: Condition) -> Condition:
        return Not(rule)

    def ref(self, name: Token) -> str:
        return str(name)

    def value(self, token: Token) -> str | float:
        return float(token) if token.type == "NUMBER" else str(token)[1:-1]

    def selected(self, question: str, option: Token) -> Condition:
        return Contains(question, str(option)[1:-1])

    def compared(self, question: str, sign: Token, value: str | float) -> Condition:
        if value == "":
            return Not(Answered(question)) if sign == "=" else Answered(question)
        if sign in {"=", "!="}:
            return Equals(question, value) if sign == "=" else Not(Equals(question, value))
        above = Greater(question, float(value))
        at_least = AnyOf((above, Equals(question, float(value))))
        if sign == ">":
            return above
        if sign == ">=":
            return at_least
        # What was not answered is not below anything.
        return AllOf((Answered(question), Not(at_least if sign == "<" else above)))


def of_mapping(rule: object, place: str) -> Condition:
    """Return the rule of a mapping: `{how: bus}`, `{answered: how}`, `{greater: {age: 20}}`, `{all: […]}` and so on.

    Raises:
        BadForm: it is no rule.
    """
    if not isinstance(rule, Mapping) or len(rule) != 1:
        raise BadForm(FormProblem.BAD_RULE, place, str(rule)[:80])
    ((word, inner),) = rule.items()
    if word in {"all", "any"} and isinstance(inner, Sequence) and not isinstance(inner, str):
        rules = tuple(of_mapping(one, place) for one in inner)
        return AllOf(rules) if word == "all" else AnyOf(rules)
    if word == "not":
        return Not(of_mapping(inner, place))
    if word == "answered":
        return Answered(str(inner))
    if word in {"greater", "contains"} and isinstance(inner, Mapping) and len(inner) == 1:
        ((question, value),) = inner.items()
        return (
            Greater(str(question), _number(value, place)) if word == "greater" else Contains(str(question), str(value))
        )
    if isinstance(inner, bool | str | int | float):
        return Equals(str(word), _plain(inner))
    raise BadForm(FormProblem.BAD_RULE, place, str(word)[:80])


def _number(value: object, place: str) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise BadForm(FormProblem.BAD_RULE, place, str(value)[:80])
    return float(value)


def _plain(value: bool | str | float) -> str | float:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return value if isinstance(value, str) else float(value)

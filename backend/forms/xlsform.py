"""Reads XLSForm workbooks, the form of ODK and Kobo (https://xlsform.org), by means of pyxform.

Taken: select_one, select_multiple (both with `or_other`), rank, integer, decimal, range, date, text, note,
acknowledge, geopoint, image; labels and hints in several languages; `required`, `relevant`, `constraint` that bounds
a number, `randomize`; groups, whose relevance their questions inherit; `form_title`. What only records the device or
the hour is passed over. Everything else is refused by name.
"""

import contextlib
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any
from zipfile import BadZipFile

from pyxform.errors import PyXFormError
from pyxform.xls2json import workbook_to_json
from pyxform.xls2json_backends import get_xlsform

from backend.domain.form_problem import BadForm, FormPlace, FormProblem
from backend.domain.survey import NO, YES, Option, Question, QuestionKind
from backend.domain.survey_plan import SurveyPlan
from backend.domain.survey_rules import AllOf, Condition, Contains, Equals, Leaf, with_leaves
from backend.forms.rules import of_expression
from backend.forms.xlsform_errors import bad_form

_KINDS = {
    "select one": QuestionKind.ONE,
    "select all that apply": QuestionKind.MANY,
    "rank": QuestionKind.RANKING,
    "integer": QuestionKind.NUMBER,
    "decimal": QuestionKind.NUMBER,
    "range": QuestionKind.NUMBER,
    "date": QuestionKind.DATE,
    "text": QuestionKind.TEXT,
    "note": QuestionKind.NOTE,
    "acknowledge": QuestionKind.NOTE,
    "geopoint": QuestionKind.LOCATION,
    "photo": QuestionKind.PHOTO,
}
# They record the phone, the person or the hour; nothing of the kind is kept here.
_PASSED_OVER = frozenset({"start", "end", "today", "deviceid", "username", "email", "phonenumber", "audit"})
_CHOSEN_ONCE = frozenset({QuestionKind.ONE, QuestionKind.YES_NO, QuestionKind.DISTRICT})
_NUMBERS = frozenset({QuestionKind.NUMBER, QuestionKind.SCALE})
# A choice whose list is not named beside it.
_WITH_LIST = frozenset({"select_one", "select_multiple"})
_DISTRICTS = "district"
_SCALE_ENDS = ("1", "5")
_OTHER = Option("other", "Other")
_BOUND = re.compile(r"\.\s*(>=|<=)\s*(-?\d+(?:\.\d+)?)")
_PERSIAN = re.compile(r"\bfa\b|persian|farsi|فارسی", re.IGNORECASE)
_TRUE = frozenset({"yes", "true", "true()", "1"})


def read(content: bytes) -> SurveyPlan:
    """Return the survey of a workbook.

    Raises:
        BadForm: it is no XLSForm, or uses what is not taken.
    """
    try:
        form = workbook_to_json(get_xlsform(content, file_type=".xlsx"), form_name="form", fallback_form_name="form")
    except PyXFormError as error:
        raise bad_form(error) from error
    except (BadZipFile, KeyError, ValueError, OSError) as error:
        raise BadForm(FormProblem.NOT_READABLE) from error
    language = str(form.get("default_language", ""))
    questions = list(_questions(form["children"], form.get("choices", {}), language, None))
    kinds = {question.code: question.kind for question in questions}
    fitted = tuple(replace(one, show_if=_fitted(one.show_if, kinds)) for one in questions)
    title = form.get("title", "")
    return SurveyPlan(title="" if title == "form" else str(title), questions=fitted)


def _questions(
    rows: Sequence[Mapping[str, Any]], lists: Mapping[str, Any], language: str, above: Condition | None
) -> Iterator[Question]:
    others = {f"{row['name']}_other" for row in rows if "choices" in row}
    for row in rows:
        kind, name = str(row.get("type", "")), str(row.get("name", ""))
        rule = _both(above, _rule_of(row))
        if kind == "group" and name != "meta":
            yield from _questions(row.get("children", ()), lists, language, rule)
        elif kind in _PASSED_OVER or name == "meta" or (name in others and row.get("label") == "Specify other."):
            continue
        elif kind in _WITH_LIST:
            raise BadForm(FormProblem.NO_LIST, FormPlace.NAME.at(name), kind)
        elif kind not in _KINDS:
            raise BadForm(FormProblem.UNSUPPORTED, FormPlace.NAME.at(name), kind)
        else:
            yield _question(row, _KINDS[kind], lists, language, rule, others={str(one.get("name")) for one in rows})


def _question(
    row: Mapping[str, Any],
    kind: QuestionKind,
    lists: Mapping[str, Any],
    language: str,
    rule: Condition | None,
    others: set[str],
) -> Question:
    bind, parameters, name = row.get("bind", {}), row.get("parameters", {}), str(row["name"])
    options = _options(row, lists, language)
    lowest, highest = _bounds(str(bind.get("constraint", "")), name)
    if row["type"] == "range":
        lowest, highest = float(parameters.get("start", 1)), float(parameters.get("end", 5))
        if (parameters.get("start"), parameters.get("end")) == _SCALE_ENDS:
            kind, lowest, highest = QuestionKind.SCALE, None, None
    elif kind is QuestionKind.ONE and row.get("itemset", row.get("list_name")) == _DISTRICTS:
        kind, options = QuestionKind.DISTRICT, ()
    elif kind is QuestionKind.ONE and {option.code for option in options} == {YES, NO}:
        kind, options = QuestionKind.YES_NO, ()
    return Question(
        code=name,
        kind=kind,
        title=_words(row.get("label"), language),
        hint=_words(row.get("hint"), language),
        options=options,
        is_required=str(bind.get("required", "")).lower() in _TRUE,
        is_shuffled=str(parameters.get("randomize", "")).lower() in _TRUE,
        has_other=f"{name}_other" in others,
        lowest=lowest,
        highest=highest,
        show_if=rule,
    )


def _options(row: Mapping[str, Any], lists: Mapping[str, Any], language: str) -> tuple[Option, ...]:
    rows = row.get("choices") or lists.get(str(row.get("itemset", "")), ())
    options = (Option(str(one["name"]), _words(one.get("label"), language)) for one in rows)
    # pyxform adds an English «Other» to every list for which one question wants it; we offer our own.
    return tuple(option for option in options if option != _OTHER)


def _words(label: object, language: str) -> str:
    if isinstance(label, Mapping):
        persian = next((said for name, said in label.items() if _PERSIAN.search(name)), None)
        return str(persian or label.get(language) or next(iter(label.values()), "")).strip()
    return str(label or "").strip()


def _rule_of(row: Mapping[str, Any]) -> Condition | None:
    relevant = row.get("bind", {}).get("relevant", "")
    is_own = relevant and not relevant.startswith("selected(../")
    return of_expression(relevant, FormPlace.NAME.at(row.get("name", ""))) if is_own else None


def _both(above: Condition | None, own: Condition | None) -> Condition | None:
    return AllOf((above, own)) if above and own else above or own


def _bounds(constraint: str, name: str) -> tuple[float | None, float | None]:
    found = {sign: float(number) for sign, number in _BOUND.findall(constraint)}
    if constraint and _BOUND.sub("", constraint).replace("and", "").strip():
        raise BadForm(FormProblem.UNSUPPORTED, FormPlace.NAME.at(name), f"constraint: {constraint}"[:80])
    return found.get(">="), found.get("<=")


def _fitted(rule: Condition | None, kinds: Mapping[str, QuestionKind]) -> Condition | None:
    return None if rule is None else with_leaves(rule, lambda leaf: _fitted_leaf(leaf, kinds))


def _fitted_leaf(leaf: Leaf, kinds: Mapping[str, QuestionKind]) -> Leaf:
    """A form may compare a choice with a bare number, which is its option's name, and ask for it as if one of many."""
    kind = kinds.get(leaf.question)
    if isinstance(leaf, Contains) and kind in _CHOSEN_ONCE:
        return Equals(leaf.question, leaf.value)
    if isinstance(leaf, Equals) and kind in _CHOSEN_ONCE and not isinstance(leaf.value, str):
        return Equals(leaf.question, f"{leaf.value:g}")
    if isinstance(leaf, Equals) and kind in _NUMBERS and isinstance(leaf.value, str):
        with contextlib.suppress(ValueError):
            return Equals(leaf.question, float(leaf.value))
    return leaf

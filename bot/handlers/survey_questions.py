"""The questions of a survey, one by one: adding, changing, moving, removing, and when they are asked.

Buttons carry a stamp of the list that they belong to; one of an older list changes nothing and shows the list.
"""

from dataclasses import replace
from typing import Any

from backend.domain.errors import NotFound
from backend.domain.survey import WITH_OPTIONS, Form, Question, QuestionKind, Survey
from backend.domain.survey_editing import (
    ends_of,
    flaws_alone,
    fresh_code,
    moved,
    options_of,
    range_of,
    rules_on,
    stamp,
    with_changed,
    without,
)
from backend.domain.survey_rules import Condition, Not
from backend.services import survey_changes
from bot.handlers.surveys import show
from bot.turn import Desk
from bot.views import survey_questions as views

STEP_PART = "survey-question"
# What a new question is asked for after its text.
_SECOND_PART = {**dict.fromkeys(WITH_OPTIONS, "options"), QuestionKind.NUMBER: "range", QuestionKind.SCALE: "ends"}
_OPTIONAL = frozenset({"range", "ends"})


async def show_list(desk: Desk, number: int) -> None:
    """List the questions; what was being typed is given up."""
    survey, form = await survey_changes.at_work(desk.uow, desk.turn.actor, number)
    desk.finish()
    show(desk, views.listed(desk.turn.speaker, survey, form))


async def open_one(desk: Desk, number: int, index: int) -> None:
    """Show one question."""
    survey, form = await survey_changes.at_work(desk.uow, desk.turn.actor, number)
    desk.finish()
    _show_one(desk, survey, form, index)


async def ask_kind(desk: Desk, number: int) -> None:
    """Offer the kinds of a new question."""
    survey, _ = await survey_changes.at_work(desk.uow, desk.turn.actor, number)
    show(desk, views.ask_kind(desk.turn.speaker, survey))


async def take_kind(desk: Desk, number: int, kind: str) -> None:
    """Take the kind, ask for the text."""
    await survey_changes.at_work(desk.uow, desk.turn.actor, number)
    if kind not in set(QuestionKind):
        raise NotFound
    desk.expect(STEP_PART, number=str(number), part="title", kind=kind)
    show(desk, views.ask_part(desk.turn.speaker, number, "title", QuestionKind(kind)))


async def ask_part(desk: Desk, number: int, mark: str, index: int, part: str) -> None:
    """Ask for other words for a part of a question."""
    found = await _at(desk, number, mark, index)
    if found is None:
        return
    _, form = found
    kind = form.questions[index].kind
    if kind not in views.PARTS.get(part, frozenset()):
        raise NotFound
    desk.expect(STEP_PART, number=str(number), part=part, kind=kind.value, stamp=mark, at=str(index))
    show(desk, views.ask_part(desk.turn.speaker, number, part, kind))


async def take_part(desk: Desk) -> None:
    """Take the words for a part of a question, a new one or one that stands."""
    data = desk.turn.data
    number, kind = int(data["number"]), QuestionKind(data["kind"])
    survey, form = await survey_changes.at_work(desk.uow, desk.turn.actor, number)
    if "at" in data and data["stamp"] != stamp(form.questions):
        desk.finish()
        show(desk, views.listed(desk.turn.speaker, survey, form, desk.turn.speaker("questions-changed")))
        return
    before = form.questions[int(data["at"])] if "at" in data else _new(form, kind, data.get("title", ""))
    changed = _written(before, data["part"], desk.turn.event.text)
    if changed is None:
        may_skip = "at" not in data and data["part"] in _OPTIONAL
        desk.say(views.not_understood(desk.turn.speaker, number, data["part"], kind, may_skip=may_skip))
        return
    second = _SECOND_PART.get(kind)
    if "at" not in data and data["part"] == "title" and second is not None:
        desk.expect(STEP_PART, **data | {"part": second, "title": changed.title})
        desk.say(views.ask_part(desk.turn.speaker, number, second, kind, may_skip=second in _OPTIONAL))
        return
    if flaws := flaws_alone(changed):
        desk.say(views.wrong(desk.turn.speaker, number, flaws))
        return
    desk.finish()
    if "at" in data:
        await _change(desk, survey, with_changed(form.questions, int(data["at"]), changed), int(data["at"]))
    else:
        await _add(desk, survey, form, changed)


async def skip_part(desk: Desk) -> None:
    """Add the new question without what is optional."""
    data = desk.turn.data
    if desk.turn.step != STEP_PART or "at" in data or data["part"] not in _OPTIONAL:
        raise NotFound
    survey, form = await survey_changes.at_work(desk.uow, desk.turn.actor, int(data["number"]))
    desk.finish()
    await _add(desk, survey, form, _new(form, QuestionKind(data["kind"]), data["title"]))


async def set_flag(desk: Desk, number: int, mark: str, index: int, flag: str, is_on: int) -> None:
    """Make a question required or not, and the like."""
    found = await _at(desk, number, mark, index)
    if found is None:
        return
    survey, form = found
    name, kinds = views.FLAGS.get(flag, ("", frozenset()))
    if form.questions[index].kind not in kinds:
        raise NotFound
    values: dict[str, Any] = {name: bool(is_on)}
    changed = replace(form.questions[index], **values)
    await _change(desk, survey, with_changed(form.questions, index, changed), index)


async def move(desk: Desk, number: int, mark: str, index: int, to: int) -> None:
    """Put a question in another place."""
    found = await _at(desk, number, mark, index)
    if found is not None and to < len(found[1].questions):
        survey, form = found
        await _change(desk, survey, moved(form.questions, index, to), to)


async def ask_remove(desk: Desk, number: int, mark: str, index: int) -> None:
    """Ask before a question is removed."""
    found = await _at(desk, number, mark, index)
    if found is not None:
        show(desk, views.ask_remove(desk.turn.speaker, *found, index))


async def remove(desk: Desk, number: int, mark: str, index: int) -> None:
    """Remove a question."""
    found = await _at(desk, number, mark, index)
    if found is None:
        return
    survey, form = found
    questions = without(form.questions, index)
    survey, form = await survey_changes.change(desk.uow, desk.turn.actor, survey.number, questions)
    show(desk, views.listed(desk.turn.speaker, survey, form, desk.turn.speaker("question-removed")))


async def ask_rule_question(desk: Desk, number: int, mark: str, index: int) -> None:
    """Offer the earlier questions on which a rule can depend."""
    found = await _at(desk, number, mark, index)
    if found is not None:
        show(desk, views.ask_rule_question(desk.turn.speaker, *found, index))


async def ask_rule(desk: Desk, number: int, mark: str, index: int, at: int) -> None:
    """Offer the answers on which the rule can depend."""
    found = await _at(desk, number, mark, index)
    if found is None:
        return
    if at >= index:
        raise NotFound
    show(desk, views.ask_rule(desk.turn.speaker, desk.city, *found, index, at))


async def set_rule(desk: Desk, number: int, mark: str, index: int, at: int, place: int) -> None:
    """Ask a question only after this answer."""
    found = await _at(desk, number, mark, index)
    if found is None:
        return
    rules = rules_on(found[1].questions[at], desk.city.districts) if at < index else ()
    if place >= len(rules):
        raise NotFound
    await _set_rule(desk, *found, index, rules[place])


async def invert_rule(desk: Desk, number: int, mark: str, index: int, is_inverted: int) -> None:
    """Let the rule mean the opposite, or again what it says."""
    found = await _at(desk, number, mark, index)
    if found is None:
        return
    rule = found[1].questions[index].show_if
    bare = rule.rule if isinstance(rule, Not) else rule
    await _set_rule(desk, *found, index, Not(bare) if is_inverted and bare is not None else bare)


async def drop_rule(desk: Desk, number: int, mark: str, index: int) -> None:
    """Ask a question always."""
    found = await _at(desk, number, mark, index)
    if found is not None:
        await _set_rule(desk, *found, index, None)


async def _set_rule(desk: Desk, survey: Survey, form: Form, index: int, rule: Condition | None) -> None:
    changed = replace(form.questions[index], show_if=rule)
    await _change(desk, survey, with_changed(form.questions, index, changed), index)


async def _at(desk: Desk, number: int, mark: str, index: int) -> tuple[Survey, Form] | None:
    """Return the survey with its questions, if the button belongs to them; else show them as they are."""
    survey, form = await survey_changes.at_work(desk.uow, desk.turn.actor, number)
    if mark == stamp(form.questions) and index < len(form.questions):
        return survey, form
    show(desk, views.listed(desk.turn.speaker, survey, form))
    return None


async def _change(desk: Desk, survey: Survey, questions: tuple[Question, ...], index: int) -> None:
    survey, form = await survey_changes.change(desk.uow, desk.turn.actor, survey.number, questions)
    _show_one(desk, survey, form, index)


async def _add(desk: Desk, survey: Survey, form: Form, question: Question) -> None:
    questions = (*form.questions, question)
    survey, form = await survey_changes.change(desk.uow, desk.turn.actor, survey.number, questions)
    _show_one(desk, survey, form, len(questions) - 1, desk.turn.speaker("question-added"))


def _show_one(desk: Desk, survey: Survey, form: Form, index: int, lead: str = "") -> None:
    if index >= len(form.questions):
        show(desk, views.listed(desk.turn.speaker, survey, form))
        return
    show(desk, views.opened(desk.turn.speaker, desk.city, survey, form, index, lead))


def _new(form: Form, kind: QuestionKind, title: str) -> Question:
    return Question(fresh_code(form.questions), kind, title)


def _written(question: Question, part: str, text: str) -> Question | None:
    """Return the question with a part as it was written; None if the words do not say it."""
    if part == "options":
        return replace(question, options=options_of(text, question.options))
    if part == "range":
        bounds = range_of(text)
        return replace(question, lowest=bounds[0], highest=bounds[1]) if bounds else None
    if part == "ends":
        ends = ends_of(text)
        return replace(question, low_words=ends[0], high_words=ends[1]) if ends else None
    words: dict[str, Any] = {part: text.strip()}
    return replace(question, **words)

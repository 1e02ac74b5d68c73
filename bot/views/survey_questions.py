"""The questions of a survey as their maker sees them: the list, one question with its buttons, what is asked for."""

from collections.abc import Sequence

from backend.domain.city import City
from backend.domain.survey import IN_THE_MAKING, WITH_OPTIONS, Form, Question, QuestionKind, Survey
from backend.domain.survey_check import Flaw
from backend.domain.survey_editing import rules_on, stamp
from backend.domain.survey_rules import Condition, Not, questions_in
from bot.texts.speaker import Speaker
from bot.views.survey_rule import condition_words
from bot.views.view import Button, View, in_rows

# The parts of a question that are written, with the kinds that have them.
PARTS = {
    "title": frozenset(QuestionKind),
    "hint": frozenset(QuestionKind) - {QuestionKind.NOTE},
    "options": WITH_OPTIONS,
    "range": frozenset({QuestionKind.NUMBER}),
    "ends": frozenset({QuestionKind.SCALE}),
}
FLAGS = {
    "required": ("is_required", frozenset(QuestionKind) - {QuestionKind.NOTE}),
    "other": ("has_other", frozenset({QuestionKind.ONE, QuestionKind.MANY})),
    "shuffled": ("is_shuffled", WITH_OPTIONS),
}
_ON, _OFF = "✅ ", "▫️ "
_LONGEST_SHOWN = 50
_LONGEST_BUTTON = 28


def listed(say: Speaker, survey: Survey, form: Form, lead: str = "") -> View:
    """List the questions with a button each."""
    lines = [lead, ""] if lead else []
    lines.append(say("questions-title" if form.questions else "questions-none", title=survey.title))
    for place, question in enumerate(form.questions, start=1):
        mark = say("question-has-rule") if question.show_if is not None else ""
        kind = say(f"kind-{question.kind}")
        lines.append(say("questions-line", place=place, title=_short(question.title), kind=kind, mark=mark))
    if form.version == IN_THE_MAKING:
        lines += ["", say("survey-in-the-making")]
    buttons = [Button(say.figures(place + 1), f"s:q:{survey.number}:{place}") for place in range(len(form.questions))]
    add = (Button(say("button-question-add"), f"s:qa:{survey.number}"),)
    back = (Button(say("button-survey-pv"), f"s:pv:{survey.number}"), _back(say, survey))
    return View("\n".join(lines), (*in_rows(buttons, 6), add, back))


def opened(say: Speaker, city: City, survey: Survey, form: Form, index: int, lead: str = "") -> View:
    """Show one question with what can be changed of it."""
    question = form.questions[index]
    lines = [lead, ""] if lead else []
    lines.append(say("question-head", place=index + 1, kind=say(f"kind-{question.kind}")))
    lines.append(question.title)
    if question.hint:
        lines.append(say("question-hint", hint=question.hint))
    lines += [f"▫️ {option.title}" for option in question.options]
    if question.lowest is not None and question.highest is not None:
        lowest, highest = _figure(question.lowest), _figure(question.highest)
        lines.append(say("question-range", lowest=lowest, highest=highest))
    if question.low_words or question.high_words:
        lines.append(say("question-scale-ends", low=question.low_words, high=question.high_words))
    if question.show_if is not None:
        by_code = {one.code: one for one in form.questions}
        lines += ["", say("question-asked-if", rule=condition_words(say, by_code, question.show_if, city.districts))]
    return View("\n".join(lines), _acts(say, survey, form, index))


def ask_kind(say: Speaker, survey: Survey) -> View:
    """Offer the kinds of question."""
    buttons = [Button(say(f"kind-{kind}"), f"s:qk:{survey.number}:{kind}") for kind in QuestionKind]
    return View(say("question-ask-kind"), (*in_rows(buttons, 2), (_to_list(say, survey.number),)))


def ask_part(say: Speaker, number: int, part: str, kind: QuestionKind, *, may_skip: bool = False) -> View:
    """Ask for a part of a question in words."""
    rows = ((Button(say("button-question-skip-part"), "s:qn"),),) if may_skip else ()
    name = f"question-ask-{part}"
    if part == "title" and kind is QuestionKind.NOTE:
        name = "question-ask-note"
    return View(say(name), (*rows, (Button(say("button-survey-cancel"), f"s:qs:{number}"),)))


def wrong(say: Speaker, number: int, flaws: Sequence[Flaw]) -> View:
    """Say why what was written cannot be taken; it is asked for again."""
    lines = [say(f"flaw-{flaw.kind}", about=flaw.about) for flaw in flaws]
    again = [*lines, say("question-write-again")]
    return View("\n".join(again), ((Button(say("button-survey-cancel"), f"s:qs:{number}"),),))


def not_understood(say: Speaker, number: int, part: str, kind: QuestionKind, *, may_skip: bool) -> View:
    """Ask again for what could not be read."""
    view = ask_part(say, number, part, kind, may_skip=may_skip)
    return View("\n".join([say("question-not-understood"), view.text]), view.buttons)


def ask_remove(say: Speaker, survey: Survey, form: Form, index: int) -> View:
    """Ask before a question is removed; say which rules look at it."""
    code = form.questions[index].code
    lines = [say("question-ask-remove", title=_short(form.questions[index].title))]
    looking = [place for place, one in enumerate(form.questions, 1) if code in questions_in(one.show_if)]
    if looking:
        places = say("answer-between").join(say.figures(place) for place in looking)
        lines.append(say("question-rules-look", places=places))
    sure = Button(say("button-remove-sure"), _data("qy", survey, form, index))
    return View("\n".join(lines), ((sure, Button(say("button-back"), f"s:q:{survey.number}:{index}")),))


def ask_rule_question(say: Speaker, survey: Survey, form: Form, index: int) -> View:
    """Offer the earlier questions on whose answer a rule can depend."""
    earlier = [(at, one) for at, one in enumerate(form.questions[:index]) if one.kind is not QuestionKind.NOTE]
    back = (Button(say("button-back"), f"s:q:{survey.number}:{index}"),)
    if not earlier:
        return View(say("rule-no-earlier"), (back,))
    buttons = [
        Button(f"{say.figures(at + 1)}. {_short(one.title, _LONGEST_BUTTON)}", _data("qe", survey, form, index, at))
        for at, one in earlier
    ]
    return View(say("rule-ask-question"), (*in_rows(buttons, 1), back))


def ask_rule(say: Speaker, city: City, survey: Survey, form: Form, index: int, at: int) -> View:
    """Offer the answers of an earlier question on which the rule can depend."""
    question = form.questions[at]
    labels = rule_labels(say, city, question)
    buttons = [Button(label, _data("qv", survey, form, index, at, place)) for place, label in enumerate(labels)]
    back = (Button(say("button-back"), _data("qr", survey, form, index)),)
    return View(say("rule-ask-answer", question=_short(question.title)), (*in_rows(buttons, 2), back))


def rule_labels(say: Speaker, city: City, question: Question) -> list[str]:
    """Return the rules on a question in short words, in the order of `rules_on`."""
    labels = []
    for rule in rules_on(question, city.districts):
        words = condition_words(say, {question.code: question}, rule, city.districts, is_short=True)
        labels.append(_short(words, _LONGEST_BUTTON))
    return labels


def _acts(say: Speaker, survey: Survey, form: Form, index: int) -> tuple[tuple[Button, ...], ...]:
    question = form.questions[index]
    parts = [
        Button(say(f"button-part-{part}"), _data("qt", survey, form, index, part))
        for part, kinds in PARTS.items()
        if question.kind in kinds
    ]
    flags = []
    for flag, (name, kinds) in FLAGS.items():
        if question.kind in kinds:
            is_on = bool(getattr(question, name))
            label = (_ON if is_on else _OFF) + say(f"button-flag-{flag}")
            flags.append(Button(label, _data("qf", survey, form, index, flag, int(not is_on))))
    rules = _rule_buttons(say, survey, form, index, question.show_if)
    moves = []
    if index:
        moves.append(Button(say("button-question-up"), _data("qm", survey, form, index, index - 1)))
    if index + 1 < len(form.questions):
        moves.append(Button(say("button-question-down"), _data("qm", survey, form, index, index + 1)))
    moves.append(Button(say("button-question-remove"), _data("qd", survey, form, index)))
    last = (Button(say("button-question-next"), f"s:qa:{survey.number}"), _to_list(say, survey.number))
    return (*in_rows(parts, 3), *in_rows(flags, 2), *in_rows(rules, 3), tuple(moves), last)


def _rule_buttons(say: Speaker, survey: Survey, form: Form, index: int, rule: Condition | None) -> list[Button]:
    if not index:
        return []
    if rule is None:
        return [Button(say("button-rule-set"), _data("qr", survey, form, index))]
    is_inverted = isinstance(rule, Not)
    return [
        Button(say("button-rule-change"), _data("qr", survey, form, index)),
        Button(say("button-rule-invert"), _data("qi", survey, form, index, int(not is_inverted))),
        Button(say("button-rule-drop"), _data("q0", survey, form, index)),
    ]


def _data(act: str, survey: Survey, form: Form, *more: object) -> str:
    return ":".join(("s", act, str(survey.number), stamp(form.questions), *map(str, more)))


def _back(say: Speaker, survey: Survey) -> Button:
    return Button(say("button-back"), f"s:o:{survey.number}")


def _to_list(say: Speaker, number: int) -> Button:
    return Button(say("button-survey-qs"), f"s:qs:{number}")


def _short(text: str, most: int = _LONGEST_SHOWN) -> str:
    return text if len(text) <= most else text[:most].rstrip() + "…"


def _figure(value: float) -> float:
    return int(value) if value == int(value) else value

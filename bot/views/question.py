"""A question of a survey, as the person who answers it sees it. Also what a maker's preview shows."""

from collections.abc import Mapping, Sequence

from backend.domain.city import City
from backend.domain.survey import NO, SCALE, YES, Answer, Form, Option, Question, QuestionKind
from backend.domain.survey_walk import PENDING, previous_question
from bot.texts.speaker import Speaker
from bot.views.answer import answer_words
from bot.views.view import Button, View, in_rows

LEAD = "q"
_CHOSEN = "✅ "
_LONGEST_ON_BUTTON = 28
_SHORT_ON_BUTTON = 12
_FIGURES_IN_A_ROW = 5
_DISTRICTS_IN_A_ROW = 3


def question(  # noqa: PLR0913 - what a question is seen with
    say: Speaker,
    city: City,
    form: Form,
    question: Question,
    answers: Mapping[str, Answer],
    *,
    step: int,
    of: int,
    order: Sequence[str] = (),
    lead: str = LEAD,
) -> View:
    """Show one question with its buttons, and what is answered or ticked so far.

    `step` and `of` say how far it is («۳ از ۸»); `order` holds the options' codes as they are to be shown, nothing
    for the form's own order. `lead` begins the data of every button, so that a preview can catch them.
    """
    shown = _Shown(say, city, form, question, answers, order, lead)
    return View("\n".join(shown.lines(step, of)), (*shown.choices(), *shown.moves()))


class _Shown:
    """One question in the making."""

    def __init__(
        self,
        say: Speaker,
        city: City,
        form: Form,
        question: Question,
        answers: Mapping[str, Answer],
        order: Sequence[str],
        lead: str,
    ) -> None:
        self.say, self.city, self.form, self.question, self.lead = say, city, form, question, lead
        by_code = {option.code: option for option in question.options}
        self.options = [by_code[code] for code in order] if order else list(question.options)
        self.answers = answers
        self.index = form.questions.index(question)
        self.given = answers.get(PENDING, answers.get(question.code))

    def lines(self, step: int, of: int) -> list[str]:
        """Return the text: how far, what is asked, how, and what was answered."""
        say, question = self.say, self.question
        lines = [] if question.kind is QuestionKind.NOTE else [say("question-progress", step=step, of=of)]
        lines += ["", question.title] if lines else [question.title]
        if question.hint:
            lines.append(question.hint)
        if self._has_long_options():
            lines += ["", *(say("question-option", place=n, title=o.title) for n, o in enumerate(self.options, 1))]
        if question.kind is QuestionKind.SCALE and (question.low_words or question.high_words):
            lines += ["", say("question-scale-ends", low=question.low_words, high=question.high_words)]
        lines += ["", self._how()] if question.kind is not QuestionKind.NOTE else []
        if self.given is not None:
            lines += ["", say("question-answered", answer=answer_words(say, self.city, question, self.given))]
        return lines

    def choices(self) -> tuple[tuple[Button, ...], ...]:
        """Return the buttons that answer."""
        kind = self.question.kind
        if kind in {QuestionKind.ONE, QuestionKind.MANY, QuestionKind.RANKING}:
            return self._option_rows()
        if kind is QuestionKind.SCALE:
            return (tuple(self._answer(self.say.figures(value), str(value), value) for value in SCALE),)
        if kind is QuestionKind.YES_NO:
            said = ((YES, self.say("question-yes")), (NO, self.say("question-no")))
            return (tuple(self._answer(words, code, code) for code, words in said),)
        if kind is QuestionKind.DISTRICT:
            districts = [self._answer(title, code, code) for code, title in self.city.districts.items()]
            return in_rows(districts, _DISTRICTS_IN_A_ROW)
        if kind is QuestionKind.NOTE:
            return ((Button(self.say("question-read-on"), self._data("a", "ok")),),)
        return ()

    def moves(self) -> tuple[tuple[Button, ...], ...]:
        """Return the buttons that go back, skip or stop."""
        question, row = self.question, []
        if previous_question(self.form, self.answers, question.code) is not None:
            row.append(Button(self.say("question-back"), self._data("back")))
        if question.code in self.answers and question.kind is not QuestionKind.NOTE:
            row.append(Button(self.say("question-forward"), self._data("on")))
        elif not question.is_required and question.kind is not QuestionKind.NOTE:
            row.append(Button(self.say("question-skip"), self._data("skip")))
        return (*((tuple(row),) if row else ()), (Button(self.say("question-stop"), self._data("stop")),))

    def _option_rows(self) -> tuple[tuple[Button, ...], ...]:
        buttons = [self._option(place, option) for place, option in enumerate(self.options, start=1)]
        titles = [option.title for option in self.options]
        if self._has_long_options():
            rows = in_rows(buttons, _FIGURES_IN_A_ROW)
        else:
            rows = in_rows(buttons, 2 if all(len(title) <= _SHORT_ON_BUTTON for title in titles) else 1)
        if self.question.has_other:
            rows = (*rows, (Button(self.say("question-other"), self._data("other")),))
        if self.question.kind is QuestionKind.MANY:
            rows = (*rows, (Button(self.say("question-done"), self._data("done")),))
        if self.question.kind is QuestionKind.RANKING and self._chosen():
            rows = (*rows, (Button(self.say("question-undo"), self._data("t", f"u{len(self._chosen())}")),))
        return rows

    def _option(self, place: int, option: Option) -> Button:
        """The data name the option by its place in the form, and for ticks the state that is wanted."""
        title = self.say.figures(place)
        if not self._has_long_options():
            title = self.say("question-option", place=place, title=option.title)
        at = self.question.options.index(option)
        chosen = self._chosen()
        if self.question.kind is QuestionKind.ONE:
            return self._answer(title, str(at), option.code)
        if self.question.kind is QuestionKind.MANY:
            is_ticked = option.code in chosen
            return Button(
                f"{_CHOSEN}{title}" if is_ticked else title, self._data("t", f"{at}{'-' if is_ticked else '+'}")
            )
        if option.code in chosen:
            rank = self.say("question-rank", rank=chosen.index(option.code) + 1, title=title)
            return Button(rank, self._data("t", f"u{len(chosen)}"))
        return Button(title, self._data("t", f"{at}@{len(chosen)}"))

    def _answer(self, title: str, value: str, answer: Answer) -> Button:
        mark = _CHOSEN if self.given is not None and self.given == answer else ""
        return Button(f"{mark}{title}", self._data("a", value))

    def _chosen(self) -> list[str | dict[str, str]]:
        return list(self.given) if isinstance(self.given, list) else []

    def _has_long_options(self) -> bool:
        return any(len(option.title) > _LONGEST_ON_BUTTON for option in self.options)

    def _how(self) -> str:
        """Say how to answer, with the bounds of a number in words."""
        kind, question = self.question.kind, self.question
        if kind is not QuestionKind.NUMBER:
            return self.say(f"how-{kind}")
        lowest, highest = (None if end is None else _tidy(end) for end in (question.lowest, question.highest))
        if lowest is not None and highest is not None:
            return self.say("how-number-between", lowest=lowest, highest=highest)
        if lowest is not None:
            return self.say("how-number-from", lowest=lowest)
        return self.say("how-number-to", highest=highest) if highest is not None else self.say("how-number")

    def _data(self, verb: str, *more: str) -> str:
        return ":".join((self.lead, verb, str(self.form.survey_id), str(self.form.version), str(self.index), *more))


def _tidy(value: float) -> float:
    return int(value) if value == int(value) else value

"""Skip rules in words."""

from collections.abc import Mapping

from backend.domain.survey import Question, QuestionKind
from backend.domain.survey_rules import AllOf, Answered, AnyOf, Condition, Contains, Equals, Greater, Not
from bot.texts.speaker import Speaker

_LONGEST = 40


def condition_words(say: Speaker, questions: Mapping[str, Question], rule: Condition) -> str:  # noqa: PLR0911 - one line a kind
    """Return a rule in words; questions that are not given are named by their codes."""
    match rule:
        case Not(inner):
            return say("rule-not", rule=condition_words(say, questions, inner))
        case AllOf(rules):
            return say("rule-and").join(condition_words(say, questions, one) for one in rules)
        case AnyOf(rules):
            return say("rule-or").join(condition_words(say, questions, one) for one in rules)
        case Answered(code):
            return say("rule-answered", question=_title(questions, code))
        case Greater(code, value):
            return say("rule-greater", question=_title(questions, code), value=_figure(value))
        case Equals(code, value):
            answer = value_words(say, questions.get(code), value)
            return say("rule-equals", question=_title(questions, code), answer=answer)
        case Contains(code, option):
            answer = value_words(say, questions.get(code), option)
            return say("rule-contains", question=_title(questions, code), answer=answer)


def value_words(say: Speaker, question: Question | None, value: str | float) -> str:
    """Return an answer that a rule names as people read it."""
    if not isinstance(value, str):
        return say.figures(_figure(value))
    if question is not None and question.kind is QuestionKind.YES_NO:
        return say(f"question-{value}") if say.has(f"question-{value}") else value
    return question.option_title(value) if question is not None else value


def _title(questions: Mapping[str, Question], code: str) -> str:
    title = questions[code].title if code in questions else code
    return title if len(title) <= _LONGEST else title[:_LONGEST].rstrip() + "…"


def _figure(value: float) -> float:
    return int(value) if value == int(value) else value

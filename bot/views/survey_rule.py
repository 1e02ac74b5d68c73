"""Skip rules in words."""

from collections.abc import Mapping
from dataclasses import dataclass

from backend.domain.survey import NO, YES, Question, QuestionKind
from backend.domain.survey_rules import AllOf, Answered, AnyOf, Condition, Contains, Equals, Greater, Leaf, Not
from bot.texts.speaker import Speaker

# What a rule says of one answer; each has a sentence, and a short one without the question.
KINDS = ("answered", "equals", "greater", "contains", "at-most")
_LONGEST = 40
_NOTHING: Mapping[str, str] = {}


def condition_words(
    say: Speaker,
    questions: Mapping[str, Question],
    rule: Condition,
    districts: Mapping[str, str] = _NOTHING,
    *,
    is_short: bool = False,
) -> str:
    """Return a rule in words; questions that are not given are named by their codes. In short: only the answer."""
    return _Words(say, questions, districts, is_short).of(rule)


@dataclass(frozen=True, slots=True)
class _Words:
    say: Speaker
    questions: Mapping[str, Question]
    districts: Mapping[str, str]
    is_short: bool

    def of(self, rule: Condition) -> str:
        match rule:
            case AllOf((Answered(code), Not(Greater(other, value)))) if code == other:
                return self._said("at-most", code, value)
            case Not(inner):
                return self.say("rule-not", rule=self.of(inner))
            case AllOf(rules):
                return self.say("rule-and").join(self.of(one) for one in rules)
            case AnyOf(rules):
                return self.say("rule-or").join(self.of(one) for one in rules)
            case _:
                return self._leaf(rule)

    def _leaf(self, leaf: Leaf) -> str:
        match leaf:
            case Answered(code):
                return self._said("answered", code, "")
            case Greater(code, value):
                return self._said("greater", code, value)
            case Equals(code, value):
                return self._said("equals", code, value)
            case Contains(code, value):
                return self._said("contains", code, value)

    def _said(self, kind: str, code: str, value: str | float) -> str:
        question = self.questions.get(code)
        answer = self._answer(question, value)
        if self.is_short:
            return self.say(f"rule-short-{kind}", answer=answer)
        title = question.title if question is not None else code
        short = title if len(title) <= _LONGEST else title[:_LONGEST].rstrip() + "…"
        return self.say(f"rule-{kind}", question=short, answer=answer)

    def _answer(self, question: Question | None, value: str | float) -> str:
        if not isinstance(value, str):
            return self.say.figures(int(value) if value == int(value) else value)
        if value in {YES, NO} and (question is None or question.kind is QuestionKind.YES_NO):
            return self.say("question-yes" if value == YES else "question-no")
        if question is not None and question.kind is QuestionKind.DISTRICT:
            return self.districts.get(value, value)
        return question.option_title(value) if question is not None else value

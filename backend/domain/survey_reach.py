"""Whether some way of answering leads to a question."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, combinations

from backend.domain.survey import NO, SCALE, YES, Answer, Answers, Question, QuestionKind
from backend.domain.survey_rules import Answered, Condition, holds, leaves, questions_in

# Ways tried before a question counts as reachable: a wrong alarm would be worse than a dead end that is not found.
_MOST_WAYS = 50_000
_ANYTHING = "…"
_STEP = 1.0


def can_be_asked(question: Question, questions: Sequence[Question]) -> bool:
    """Say whether answers exist under which the question is asked.

    Only answers that rules tell apart are tried: the options that they name and one more, the numbers beside their
    bounds, an answer left out where it may be.
    """
    if question.show_if is None:
        return True
    needed = _needed(question, {one.code: one for one in questions})
    relevant = [one for one in questions if one.code in needed]
    rules = [one.show_if for one in (*relevant, question)]
    for tried, answers in enumerate(_ways(relevant, rules)):
        if holds(question.show_if, answers) or tried >= _MOST_WAYS:
            return True
    return False


def choices_of(question: Question) -> tuple[str, ...]:
    """Return the codes among which an answer is chosen; nothing for kinds whose choices the form does not hold."""
    if question.kind is QuestionKind.YES_NO:
        return YES, NO
    return tuple(option.code for option in question.options)


def _needed(question: Question, known: Mapping[str, Question]) -> set[str]:
    needed: set[str] = set()
    waiting = [question]
    while waiting:
        for code in set(questions_in(waiting.pop().show_if)) - needed:
            needed.add(code)
            if code in known:
                waiting.append(known[code])
    return needed


def _ways(questions: Sequence[Question], rules: Sequence[Condition | None]) -> Iterator[Answers]:
    """Yield answers to the questions in their order; what is not asked is not in them."""
    if not questions:
        yield {}
        return
    *before, last = questions
    for answers in _ways(before, rules):
        if not holds(last.show_if, answers):
            yield answers
            continue
        for answer in _answers_told_apart(last, rules):
            yield {**answers, last.code: answer}


def _answers_told_apart(question: Question, rules: Sequence[Condition | None]) -> Iterator[Answer]:
    if not question.is_required:
        yield None
    named = list(dict.fromkeys(chain.from_iterable(_named(question.code, rule) for rule in rules)))
    words = [value for value in named if isinstance(value, str)]
    if question.kind in {QuestionKind.NUMBER, QuestionKind.SCALE}:
        yield from _numbers(question, [value for value in named if isinstance(value, int | float)])
    elif question.kind is QuestionKind.RANKING:
        yield list(choices_of(question))
    elif question.kind is QuestionKind.MANY:
        yield from _choices(words, _one_more(question, words))
    else:
        yield from words
        yield from _one_more(question, words)


def _one_more(question: Question, named: Sequence[str]) -> list[str]:
    """An answer that no rule names, if there can be one: it stands for all such."""
    known = choices_of(question)
    if question.has_other or not known:
        return [_ANYTHING]
    return [code for code in known if code not in named][:1]


def _choices(words: Sequence[str], one_more: Sequence[str]) -> Iterator[list[str | dict[str, str]]]:
    for some in chain.from_iterable(combinations(words, size) for size in range(1, len(words) + 1)):
        yield list(some)
    if one_more:
        yield list(one_more)


def _numbers(question: Question, named: Sequence[float]) -> Iterator[float]:
    if question.kind is QuestionKind.SCALE:
        yield from (float(step) for step in SCALE)
        return
    beside = [bound + step for bound in named for step in (-_STEP, 0.0, _STEP / 1000, _STEP)]
    ends = [end for end in (question.lowest, question.highest) if end is not None]
    for value in dict.fromkeys([*beside, *ends, 0.0]):
        is_above = question.lowest is None or value >= question.lowest
        if is_above and (question.highest is None or value <= question.highest):
            yield value


def _named(code: str, rule: Condition | None) -> Iterator[str | float]:
    return (leaf.value for leaf in leaves(rule) if leaf.question == code and not isinstance(leaf, Answered))

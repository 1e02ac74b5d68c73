"""An answer in words, as the person who gave it reads it."""

from datetime import UTC, datetime
from typing import Any

from backend.domain.city import City
from backend.domain.persian import date_words
from backend.domain.survey import Answer, Question, QuestionKind
from bot.texts.speaker import Speaker

_LONGEST_SHOWN = 300


def answer_words(say: Speaker, city: City, question: Question, answer: Answer) -> str:  # noqa: PLR0911 - one line a kind
    """Return an answer in words; of a long text its beginning."""
    kind = question.kind
    if answer is None:
        return say("answer-skipped")
    if isinstance(answer, dict):
        return _of_parts(say, city, answer)
    if isinstance(answer, list):
        return say("answer-between").join(_title(say, question, one) for one in answer)
    if kind is QuestionKind.DATE:
        return date_words(datetime.fromisoformat(str(answer)).replace(tzinfo=UTC), UTC)
    if kind is QuestionKind.DISTRICT:
        return city.districts.get(str(answer), str(answer))
    if kind is QuestionKind.YES_NO:
        return say("question-yes" if answer == "yes" else "question-no")
    return question.option_title(answer) if isinstance(answer, str) else say.figures(answer)


def _title(say: Speaker, question: Question, one: str | dict[str, str]) -> str:
    return question.option_title(one) if isinstance(one, str) else _of_other(say, one)


def _of_other(say: Speaker, answer: dict[str, Any]) -> str:
    return say("answer-other", words=str(answer["other"] or answer.get("raw", "")))


def _of_parts(say: Speaker, city: City, answer: dict[str, Any]) -> str:
    if "other" in answer:
        return _of_other(say, answer)
    if "file" in answer:
        return say("answer-photo")
    if "latitude" in answer:
        district = city.districts.get(str(answer.get("district")))
        return say("answer-location-in", district=district) if district else say("answer-location")
    words = str(answer.get("text") or answer.get("raw", ""))
    return words if len(words) <= _LONGEST_SHOWN else words[:_LONGEST_SHOWN] + "…"

"""Typed answers: what a person writes instead of pressing a button, kind by kind."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from backend.domain.city import City
from backend.domain.number_words import fold, number, numbers, squeezed, whole_number
from backend.domain.survey import NO, SCALE, YES, Answer, Option, Question, QuestionKind
from backend.domain.typed_dates import NoSuchDay, NotJalali, date_in

LONGEST_TEXT = 2000
LONGEST_OTHER = 200
_FEWEST_LETTERS = 3
_YES = frozenset({"بله", "بلی", "اری", "اره", "هان", "حتما", "yes", "y", "بعله", "درست", "موافقم"})
_NO = frozenset({"نه", "خیر", "نخیر", "هرگز", "no", "n", "نچ", "مخالفم"})
_WORDS_OF_ACTS = {
    "رد": "skip", "ردکردن": "skip", "بگذر": "skip", "نمیدانم": "skip", "skip": "skip",
    "قبلی": "back", "برگرد": "back", "بازگشت": "back", "پرسشقبلی": "back",
    "توقف": "stop", "بعدا": "stop", "بعداادامهمیدهم": "stop", "بسه": "stop",
}  # fmt: skip
_READ_ON = frozenset({"ادامه", "بعدی", "باشه", "خواندم", "بله", "ok"})
_PARTING = ("،", ",", "؛", "\n", " و ")


class Why(StrEnum):
    """Why a typed answer cannot be taken; each has a sentence that says what is wanted."""

    OPTION = "option"
    OPTIONS = "options"
    SCALE = "scale"
    RANKING = "ranking"
    NUMBER = "number"
    TOO_SMALL = "too-small"
    TOO_LARGE = "too-large"
    DATE = "date"
    NO_SUCH_DAY = "no-such-day"
    NOT_JALALI = "not-jalali"
    TOO_LONG = "too-long"
    DISTRICT = "district"
    LOCATION = "location"
    PHOTO = "photo"
    YES_NO = "yes-no"
    NOTE = "note"


class WrongAnswer(Exception):
    """The words cannot be the answer; `fields` are the variables of the sentence that says what is wanted."""

    def __init__(self, why: Why, **fields: object) -> None:
        """Keep why."""
        super().__init__(why)
        self.why = why
        self.fields = fields


@dataclass(frozen=True, slots=True)
class Written:
    """What a typed answer is read against: the question, its options as they are shown, the city and its day."""

    question: Question
    options: Sequence[Option]
    city: City
    today: date


def typed(text: str, written: Written) -> Answer:
    """Return the answer that the words are. Free words are returned as they stand, to be read by the caller.

    Raises:
        WrongAnswer: they cannot be the answer.

    """
    return _BY_KIND[written.question.kind](text, written)


def act_in(text: str) -> str | None:
    """Return the act that the words ask for instead of answering: "skip", "back", "stop"; else None."""
    return _WORDS_OF_ACTS.get(squeezed(text))


def is_own_words(answer: Answer, question: Question) -> bool:
    """Say whether an answer is in the person's own words and must be read before it is kept."""
    if question.kind is QuestionKind.TEXT:
        return isinstance(answer, str)
    return isinstance(answer, dict) and "other" in answer


def _one(text: str, written: Written) -> Answer:
    chosen = _option(text, written.options)
    if chosen is not None:
        return chosen
    if written.question.has_other:
        return {"other": _other(text)}
    raise WrongAnswer(Why.OPTION, count=len(written.options))


def _many(text: str, written: Written) -> Answer:
    options = written.options
    whole = _option(text, options)
    if whole is not None:
        return [whole]
    places = numbers(text)
    if places is not None and all(0 < place <= len(options) for place in places):
        return [options[place - 1].code for place in dict.fromkeys(places)]
    named = [_option(part, options) for part in _parts(text)]
    if named and None not in named:
        return [code for code in dict.fromkeys(named) if code is not None]
    if written.question.has_other:
        return [{"other": _other(text)}]
    raise WrongAnswer(Why.OPTIONS, count=len(options))


def _ranking(text: str, written: Written) -> Answer:
    options = written.options
    places = numbers(text) or []
    if sorted(places) == list(range(1, len(options) + 1)):
        return [options[place - 1].code for place in places]
    named = [_option(part, options) for part in _parts(text)]
    codes = [code for code in named if code is not None]
    if len(set(codes)) == len(codes) == len(named) == len(options):
        return list(codes)
    raise WrongAnswer(Why.RANKING, count=len(options))


def _scale(text: str, written: Written) -> Answer:
    value = whole_number(text)
    if value not in SCALE:
        raise WrongAnswer(Why.SCALE, low=written.question.low_words, high=written.question.high_words)
    return value


def _number(text: str, written: Written) -> Answer:
    question, value = written.question, number(text)
    if value is None:
        raise WrongAnswer(Why.NUMBER)
    if question.lowest is not None and value < question.lowest:
        raise WrongAnswer(Why.TOO_SMALL, lowest=_short(question.lowest))
    if question.highest is not None and value > question.highest:
        raise WrongAnswer(Why.TOO_LARGE, highest=_short(question.highest))
    return value


def _date(text: str, written: Written) -> Answer:
    try:
        day = date_in(text, written.today)
    except NoSuchDay as error:
        raise WrongAnswer(Why.NO_SUCH_DAY) from error
    except NotJalali as error:
        raise WrongAnswer(Why.NOT_JALALI) from error
    if day is None:
        raise WrongAnswer(Why.DATE)
    return day.isoformat()


def _text(text: str, written: Written) -> Answer:  # noqa: ARG001 - one shape for all kinds
    if len(text) > LONGEST_TEXT:
        raise WrongAnswer(Why.TOO_LONG, most=LONGEST_TEXT)
    return text


def _district(text: str, written: Written) -> Answer:
    place = whole_number(text.replace("منطقه", " "))
    code = written.city.district_named(text) or written.city.district_named(str(place) if place is not None else "")
    if code is None:
        raise WrongAnswer(Why.DISTRICT)
    return code


def _location(text: str, written: Written) -> Answer:  # noqa: ARG001
    raise WrongAnswer(Why.LOCATION)


def _photo(text: str, written: Written) -> Answer:  # noqa: ARG001
    raise WrongAnswer(Why.PHOTO)


def _yes_no(text: str, written: Written) -> Answer:  # noqa: ARG001
    said = squeezed(text)
    first = squeezed(fold(text).replace("،", " ").split()[0]) if text.split() else ""
    if said in {"1", *_YES} or (first in _YES and len(text.split()) <= _FEWEST_LETTERS):
        return YES
    if said in {"2", *_NO} or (first in _NO and len(text.split()) <= _FEWEST_LETTERS):
        return NO
    raise WrongAnswer(Why.YES_NO)


def _note(text: str, written: Written) -> Answer:  # noqa: ARG001
    if squeezed(text) in _READ_ON:
        return None
    raise WrongAnswer(Why.NOTE)


def _option(text: str, options: Sequence[Option]) -> str | None:
    """Find the option that is meant: by its words, else by the place at which it is shown, else by its beginning."""
    said = squeezed(text)
    if not said:
        return None
    titles = {option.code: squeezed(option.title) for option in options}
    exact = [code for code, title in titles.items() if title == said]
    if len(exact) == 1:
        return exact[0]
    place = whole_number(text.replace("گزینه", " "))
    if place is not None:
        return options[place - 1].code if 0 < place <= len(options) else None
    begun = [code for code, title in titles.items() if title.startswith(said)]
    return begun[0] if len(begun) == 1 and len(said) >= _FEWEST_LETTERS else None


def other_words(text: str) -> str:
    """Return the words of an option of one's own, without those that announce them."""
    words = text.strip()
    for lead in ("چیز دیگر:", "سایر:", "دیگر:"):
        words = words.removeprefix(lead).strip()
    return words


def _other(text: str) -> str:
    words = other_words(text)
    if not words or len(words) > LONGEST_OTHER:
        raise WrongAnswer(Why.TOO_LONG, most=LONGEST_OTHER)
    return words


def _parts(text: str) -> list[str]:
    for mark in _PARTING:
        text = text.replace(mark, "|")
    return [part for part in (part.strip() for part in text.split("|")) if part]


def _short(value: float) -> float:
    return int(value) if value == int(value) else value


_BY_KIND: Mapping[QuestionKind, Callable[[str, Written], Answer]] = {
    QuestionKind.ONE: _one,
    QuestionKind.MANY: _many,
    QuestionKind.RANKING: _ranking,
    QuestionKind.SCALE: _scale,
    QuestionKind.NUMBER: _number,
    QuestionKind.DATE: _date,
    QuestionKind.TEXT: _text,
    QuestionKind.DISTRICT: _district,
    QuestionKind.LOCATION: _location,
    QuestionKind.PHOTO: _photo,
    QuestionKind.YES_NO: _yes_no,
    QuestionKind.NOTE: _note,
}

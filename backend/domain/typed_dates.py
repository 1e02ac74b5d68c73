"""Jalali dates as people type them: «۱۴۰۵/۹/۱»، «۱ آذر»، «دیروز»."""

import re
from datetime import date, timedelta

from persiantools.jdatetime import JalaliDate

from backend.domain.number_words import fold, whole_number
from backend.domain.persian import MONTHS

_DAYS = {
    "امروز": 0, "دیروز": -1, "پریروز": -2, "فردا": 1, "پسفردا": 2, "پس فردا": 2,
    "هفته پیش": -7, "هفته قبل": -7, "هفته گذشته": -7, "هفته بعد": 7, "هفته اینده": 7,
}  # fmt: skip
_FIGURES = re.compile(r"(\d{1,4})\s*[/\-.\s]\s*(\d{1,2})\s*[/\-.\s]\s*(\d{1,4})")
_WORDED = re.compile(r"(\S+)\s*(?:ام)?\s+(?:ماه\s+)?(\S+?)(?:\s+ماه)?(?:\s+(?:سال\s+)?(\d{2,4}))?")
_ALEF = str.maketrans("آ", "ا")
_MONTH_WORDS = {name.translate(_ALEF): number for number, name in enumerate(MONTHS, start=1)} | {"امرداد": 5}
_CENTURY = 1400
_SHORT_YEAR = 100
_YEAR_FIGURES = 2
_JALALI_YEARS = range(1250, 1500)
_GREGORIAN_YEARS = range(1800, 2200)


class NoSuchDay(ValueError):
    """The text is a date, but the calendar has no such day («۳۱ مهر»)."""


class NotJalali(ValueError):
    """The text is a date of the Gregorian calendar."""


def date_in(text: str, today: date) -> date | None:
    """Return the day that the text names, or None if it is no date. A day without a year is this year's.

    Raises:
        NoSuchDay: the calendar has no such day.
        NotJalali: the year is a Gregorian one; nothing is guessed.

    """
    said = fold(text).translate(_ALEF).removeprefix("روز ").strip(" .،")
    if said in _DAYS:
        return today + timedelta(days=_DAYS[said])
    if found := _FIGURES.fullmatch(said):
        return _of_figures(*found.groups())
    if found := _WORDED.fullmatch(said):
        day, named = whole_number(found[1].removesuffix("ام")), _MONTH_WORDS.get(found[2].removesuffix("ماه"))
        if day is not None and named is not None:
            return _day(int(found[3]) if found[3] else JalaliDate(today).year, named, day)
    return None


def _of_figures(first: str, month: str, last: str) -> date | None:
    """The year comes first, as Persian dates are written, unless only the last part can be one («۱/۹/۱۴۰۵»)."""
    if len(first) >= _YEAR_FIGURES and len(last) <= _YEAR_FIGURES:
        return _day(int(first), int(month), int(last))
    return _day(int(last), int(month), int(first)) if len(last) >= _YEAR_FIGURES >= len(first) else None


def _day(year: int, month: int, day: int) -> date:
    if year in _GREGORIAN_YEARS:
        raise NotJalali
    if year < _SHORT_YEAR:
        year += _CENTURY
    if year not in _JALALI_YEARS:
        raise NoSuchDay
    try:
        found: date = JalaliDate(year, month, day).to_gregorian()
    except ValueError as error:
        raise NoSuchDay from error
    return found

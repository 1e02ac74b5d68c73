"""Schedules in the words that people use: «هر شنبه ساعت ۸»، «اول هر ماه»، «پایان هر فصل ساعت ۱۰:۳۰»."""

import re
from datetime import time

from backend.domain.errors import BadSchedule
from backend.domain.schedule import Rhythm, Schedule

WEEKDAYS = ("شنبه", "یکشنبه", "دوشنبه", "سه‌شنبه", "چهارشنبه", "پنجشنبه", "جمعه")
_FOLD = str.maketrans("۰۱۲۳۴۵۶۷۸۹٠١٢٣٤٥٦٧٨٩يك", "01234567890123456789یک", "\u200c")
_HOUR = re.compile(
    r"(?:\s+(?:ساعت\s*)?(?P<hour>\d{1,2})(?:[:٫.](?P<minute>\d{2}))?"
    r"\s*(?P<part>صبح|بامداد|ظهر|بعد ?از ?ظهر|عصر|شب)?)?"
)
_WEEKLY = re.compile(r"(?:هر (?:هفته |روز )?|روز(?:های?)? |هر)?\s*(یک|دو|سه|چهار|پنج)?\s*(شنبه|جمعه)(?:\s*ها)?")
_MONTHLY = re.compile(r"(?:روز )?(?:اول|یکم|آغاز|ابتدای)\s+(?:هر )?ماه|ماهانه|هر ماه")
_QUARTERLY = re.compile(r"(?:پایان|آخر|انتهای)\s+(?:هر )?(?:فصل|سه ?ماه)|فصلی|هر فصل")
_ORDINALS = ("", "یک", "دو", "سه", "چهار", "پنج")
_DEFAULT_HOUR = time(8, 0)
_NOON = 12
# Which hours, as said, lie in the day's second half. Past midnight «شب» could mean either day, so it is refused.
_SECOND_HALF = {"ظهر": range(1, 4), "بعدازظهر": range(1, 12), "عصر": range(1, 12), "شب": range(5, 12)}


def parse_schedule(words: str) -> Schedule:
    """Return the schedule that the words name; without an hour it is eight in the morning.

    Raises:
        BadSchedule: the words are anything but one known rhythm and an hour that exists. Nothing is guessed, since
            an admin who said «ساعت هشت و نیم» would not notice a list at eight.

    """
    folded = re.sub(r"\s+", " ", words.translate(_FOLD)).strip()
    if found := _MONTHLY.match(folded):
        return Schedule(Rhythm.MONTHLY, at=_hour(folded[found.end() :]))
    if found := _QUARTERLY.match(folded):
        return Schedule(Rhythm.QUARTERLY, at=_hour(folded[found.end() :]))
    weekly = _WEEKLY.match(folded)
    if weekly is None:
        raise BadSchedule
    ordinal, day = weekly.groups()
    weekday = len(WEEKDAYS) - 1 if day == "جمعه" else _ORDINALS.index(ordinal or "")
    return Schedule(Rhythm.WEEKLY, weekday, _hour(folded[weekly.end() :]))


def _hour(rest: str) -> time:
    found = _HOUR.fullmatch(rest)
    if found is None:
        raise BadSchedule
    if found["hour"] is None:
        return _DEFAULT_HOUR
    hour, minute, part = int(found["hour"]), int(found["minute"] or 0), (found["part"] or "").replace(" ", "")
    if hour in _SECOND_HALF.get(part, ()):
        hour += _NOON
    elif part == "شب" and hour <= _NOON:
        raise BadSchedule
    try:
        return time(hour, minute)
    except ValueError as error:
        raise BadSchedule from error

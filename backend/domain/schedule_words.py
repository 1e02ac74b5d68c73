"""Schedules in the words that people use: «هر شنبه ساعت ۸»، «اول هر ماه»، «پایان هر فصل ساعت ۱۰:۳۰»."""

import re
from datetime import time

from backend.domain.errors import BadSchedule
from backend.domain.schedule import Rhythm, Schedule

WEEKDAYS = ("شنبه", "یکشنبه", "دوشنبه", "سه‌شنبه", "چهارشنبه", "پنجشنبه", "جمعه")
_FOLD = str.maketrans("۰۱۲۳۴۵۶۷۸۹٠١٢٣٤٥٦٧٨٩يك", "01234567890123456789یک", "\u200c")
_HOUR = re.compile(r"(?:ساعت\s*)?(\d{1,2})(?:[:٫.](\d{2}))?\s*(عصر|شب|بعد ?از ?ظهر|صبح)?\s*$")
_WEEKLY = re.compile(r"^(?:هر|روزهای?)?\s*(یک|دو|سه|چهار|پنج)?\s*(شنبه|جمعه)(?:\s*ها)?\b")
_MONTHLY = re.compile(r"^(?:روز )?(?:اول|یکم|آغاز|ابتدای)\s+(?:هر )?ماه|^ماهانه|^هر ماه")
_QUARTERLY = re.compile(r"^(?:پایان|آخر|انتهای)\s+(?:هر )?(?:فصل|سه ?ماه)|^فصلی|^هر فصل")
_ORDINALS = ("", "یک", "دو", "سه", "چهار", "پنج")
_DEFAULT_HOUR = time(8, 0)
_NOON = 12
_LAST_HOUR = 23
_LAST_MINUTE = 59


def parse_schedule(words: str) -> Schedule:
    """Return the schedule that the words name; without an hour it is eight in the morning.

    Raises:
        BadSchedule: no known rhythm begins the words, or the hour does not exist.

    """
    folded = re.sub(r"\s+", " ", words.translate(_FOLD)).strip()
    if _MONTHLY.search(folded):
        return Schedule(Rhythm.MONTHLY, at=_hour(folded))
    if _QUARTERLY.search(folded):
        return Schedule(Rhythm.QUARTERLY, at=_hour(folded))
    weekly = _WEEKLY.match(folded)
    if weekly is None:
        raise BadSchedule
    ordinal, day = weekly.groups()
    weekday = len(WEEKDAYS) - 1 if day == "جمعه" else _ORDINALS.index(ordinal or "")
    return Schedule(Rhythm.WEEKLY, weekday, _hour(folded))


def _hour(folded: str) -> time:
    found = _HOUR.search(folded)
    if found is None:
        return _DEFAULT_HOUR
    hour, minute, part_of_day = int(found[1]), int(found[2] or 0), found[3]
    if part_of_day and part_of_day != "صبح" and hour < _NOON:
        hour += _NOON
    if hour > _LAST_HOUR or minute > _LAST_MINUTE:
        raise BadSchedule
    return time(hour, minute)

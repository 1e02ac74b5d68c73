"""Schedules in the words that people use."""

from datetime import time

import pytest

from backend.domain.errors import BadSchedule
from backend.domain.schedule import Rhythm, Schedule
from backend.domain.schedule_words import WEEKDAYS, parse_schedule
from bot.views.group import SUGGESTED_SCHEDULES


def weekly(weekday: int, hour: int = 8, minute: int = 0) -> Schedule:
    return Schedule(Rhythm.WEEKLY, weekday, time(hour, minute))


def monthly(hour: int = 8, minute: int = 0) -> Schedule:
    return Schedule(Rhythm.MONTHLY, at=time(hour, minute))


def quarterly(hour: int = 8, minute: int = 0) -> Schedule:
    return Schedule(Rhythm.QUARTERLY, at=time(hour, minute))


@pytest.mark.parametrize(
    ("words", "schedule"),
    [
        ("هر شنبه ساعت ۸", weekly(0)),
        ("شنبه", weekly(0)),
        ("روز شنبه", weekly(0)),
        ("هر روز شنبه ساعت ۹", weekly(0, 9)),
        ("شنبه‌ها ساعت ۷:۳۰", weekly(0, 7, 30)),
        ("شنبه ها ساعت 8", weekly(0)),
        ("روزهای شنبه ساعت ۸ صبح", weekly(0)),
        ("هر یکشنبه ساعت ۱۷", weekly(1, 17)),
        ("يكشنبه ساعت ٩", weekly(1, 9)),
        ("یک‌شنبه", weekly(1)),
        ("هر دوشنبه ساعت ۲ بعدازظهر", weekly(2, 14)),
        ("هر دوشنبه ساعت ۲ بعد از ظهر", weekly(2, 14)),
        ("هر سه‌شنبه ساعت ۹", weekly(3, 9)),
        ("هر سه شنبه ساعت ۹", weekly(3, 9)),
        ("هر سهشنبه ساعت ۹", weekly(3, 9)),
        ("چهارشنبه‌ها ۶ عصر", weekly(4, 18)),
        ("هر پنج‌شنبه ساعت ۸ شب", weekly(5, 20)),
        ("پنجشنبه ۱۲ ظهر", weekly(5, 12)),
        ("پنجشنبه ساعت ۱ ظهر", weekly(5, 13)),
        ("جمعه", weekly(6)),
        ("هر جمعه ساعت ۱۰.۳۰", weekly(6, 10, 30)),
        ("هر هفته شنبه ساعت ۸", weekly(0)),
        ("  هر   شنبه   ساعت ۰۸:۰۵  ", weekly(0, 8, 5)),
        ("هر ماه", monthly()),
        ("ماهانه ساعت ۹", monthly(9)),
        ("اول هر ماه ساعت ۹", monthly(9)),
        ("اول ماه", monthly()),
        ("روز اول هر ماه ساعت ۱۰:۱۵", monthly(10, 15)),
        ("یکم هر ماه", monthly()),
        ("ابتدای ماه ساعت ۷ صبح", monthly(7)),
        ("پایان هر فصل ساعت ۱۰", quarterly(10)),
        ("آخر فصل", quarterly()),
        ("انتهای هر سه ماه ساعت ۸", quarterly()),
        ("فصلی", quarterly()),
        ("هر فصل ساعت ۱۱", quarterly(11)),
    ],
)
def test_usual_words_are_understood(words: str, schedule: Schedule) -> None:
    assert parse_schedule(words) == schedule


@pytest.mark.parametrize(
    "words",
    [
        "",
        "سلام",
        "فردا",
        "هر روز",
        "هر شنبه ساعت ۲۵",
        "هر شنبه ساعت ۸:۷۵",
        "هر شنبه ساعت ۱۵۰۰",
        "هر شنبه ساعت هشت",
        "هر شنبه ساعت ۸ و نیم",
        "هر شنبه و سه‌شنبه ساعت ۸",
        "هر ۲ شنبه",
        "اول هر ماه و هر شنبه",
        "چراغ خیابان ما از شنبه خاموش است",
    ],
)
def test_what_is_not_understood_wholly_is_refused_rather_than_guessed(words: str) -> None:
    with pytest.raises(BadSchedule):
        parse_schedule(words)


@pytest.mark.parametrize("index", range(7))
def test_each_weekday_is_known_by_its_own_name(index: int) -> None:
    assert parse_schedule(f"هر {WEEKDAYS[index]} ساعت ۸") == weekly(index)


@pytest.mark.parametrize("words", SUGGESTED_SCHEDULES)
def test_each_suggested_schedule_is_understood(words: str) -> None:
    assert parse_schedule(words).at == time(8, 0)

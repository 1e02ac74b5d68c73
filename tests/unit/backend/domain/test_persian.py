"""Numbers and dates as Persian readers know them."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.domain.persian import ascii_digits, date_short, date_words, digits

TEHRAN = ZoneInfo("Asia/Tehran")


@pytest.mark.parametrize(
    ("value", "said"),
    [(0, "۰"), (1405, "۱۴۰۵"), ("8:30", "۸:۳۰"), (-3, "-۳"), (0.5, "۰٫۵"), (12.0, "۱۲٫۰"), ("متن", "متن")],
)
def test_numbers_have_persian_digits(value: object, said: str) -> None:
    assert digits(value) == said


@given(st.integers())
def test_digits_there_and_back(number: int) -> None:
    assert int(ascii_digits(digits(number))) == number


def test_arabic_digits_are_understood() -> None:
    assert ascii_digits("٠١٢٣٤٥٦٧٨٩ ۰۱۲۳۴۵۶۷۸۹") == "0123456789 0123456789"


@pytest.mark.parametrize(
    ("moment", "words", "short"),
    [
        (datetime(2026, 11, 21, 8, 0, tzinfo=UTC), "۳۰ آبان ۱۴۰۵", "۱۴۰۵/۰۸/۳۰"),
        (datetime(2025, 3, 20, 12, 0, tzinfo=UTC), "۳۰ اسفند ۱۴۰۳", "۱۴۰۳/۱۲/۳۰"),
        (datetime(2025, 3, 21, 12, 0, tzinfo=UTC), "۱ فروردین ۱۴۰۴", "۱۴۰۴/۰۱/۰۱"),
        # Half past eight in the evening in UTC is past midnight in Tehran.
        (datetime(2026, 11, 20, 20, 30, tzinfo=UTC), "۳۰ آبان ۱۴۰۵", "۱۴۰۵/۰۸/۳۰"),
        (datetime(2026, 11, 20, 20, 29, tzinfo=UTC), "۲۹ آبان ۱۴۰۵", "۱۴۰۵/۰۸/۲۹"),
    ],
)
def test_dates_are_jalali_in_the_citys_own_time(moment: datetime, words: str, short: str) -> None:
    assert date_words(moment, TEHRAN) == words
    assert date_short(moment, TEHRAN) == short


def test_every_month_has_a_name() -> None:
    day = datetime(2026, 3, 21, 12, tzinfo=TEHRAN)
    assert len({date_words(day + timedelta(days=15 + 30.4 * n), TEHRAN).split()[1] for n in range(12)}) == 12

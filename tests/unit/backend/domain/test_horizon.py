"""By when: what people write for a year or a quarter."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.domain.errors import BadInput
from backend.domain.horizon import SEASONS, Horizon, parse_horizon, quarter_of, suggested_quarters, suggested_years
from backend.domain.persian import digits
from tests.builders import NOON, TEHRAN

NOW = Horizon(1405, 3)


def test_noon_lies_in_autumn() -> None:
    assert quarter_of(NOON, TEHRAN) == NOW


@pytest.mark.parametrize(
    ("said", "horizon"),
    [
        ("پاییز ۱۴۰۶", Horizon(1406, 3)),
        ("پائیز 1406", Horizon(1406, 3)),
        ("تا پایان سال ۱۴۰۸", Horizon(1408)),
        ("۱۴۰۵", Horizon(1405)),
        ("زمستان", Horizon(1405, 4)),
        ("پاییز", Horizon(1405, 3)),
        ("تابستان", Horizon(1406, 2)),
        ("سه‌ماههٔ دوم، تابستان ۱۴۰۷", Horizon(1407, 2)),
    ],
)
def test_a_horizon_is_understood(said: str, horizon: Horizon) -> None:
    assert parse_horizon(said, NOW) == horizon


@pytest.mark.parametrize(
    "said", ["", "به‌زودی", "۱۴۰۴", "بهار ۱۴۰۵", "۱۴۰۶ یا ۱۴۰۷", "بهار یا پاییز ۱۴۰۶", "۱۴۹۹", "۲۰۲۷", "۱۴۰۶۷"]
)
def test_what_names_no_time_ahead_is_refused(said: str) -> None:
    with pytest.raises(BadInput):
        parse_horizon(said, NOW)


@given(st.integers(1405, 1425), st.integers(1, 4))
def test_every_quarter_ahead_can_be_written(year: int, quarter: int) -> None:
    said = f"{SEASONS[quarter - 1]} {digits(year)}"
    if (year, quarter) >= (1405, 3):
        assert parse_horizon(said, NOW) == Horizon(year, quarter)


@given(st.text())
def test_any_words_are_understood_or_refused(said: str) -> None:
    with suppress(BadInput):
        assert parse_horizon(said, NOW).last_quarter >= NOW.last_quarter


def test_what_is_offered_lies_ahead() -> None:
    assert suggested_quarters(NOW) == [Horizon(1405, 3), Horizon(1405, 4), Horizon(1406, 1), Horizon(1406, 2)]
    assert suggested_years(NOW)[0] == Horizon(1406)

"""By when a measure is to be done: a Jalali year, or a quarter of it."""

import re
from dataclasses import dataclass
from datetime import datetime, tzinfo

from persiantools.jdatetime import JalaliDate

from backend.domain.errors import BadInput
from backend.domain.persian import ascii_digits

SEASONS = ("بهار", "تابستان", "پاییز", "زمستان")
_FURTHEST_YEARS = 25
_MONTHS_IN_QUARTER = 3
_YEAR = re.compile(r"(?<!\d)1[34]\d\d(?!\d)")
_LETTERS = str.maketrans("يكئ", "یکی")


@dataclass(frozen=True, slots=True)
class Horizon:
    """The end of a Jalali year, or of one of its quarters (1 to 4)."""

    year: int
    quarter: int | None = None

    @property
    def last_quarter(self) -> tuple[int, int]:
        """Return the year and quarter with which it ends."""
        return self.year, self.quarter or len(SEASONS)


def quarter_of(moment: datetime, zone: tzinfo) -> Horizon:
    """Return the quarter in which a moment lies."""
    day = JalaliDate(moment.astimezone(zone).date())
    return Horizon(day.year, (day.month - 1) // _MONTHS_IN_QUARTER + 1)


def parse_horizon(text: str, now: Horizon) -> Horizon:
    """Understand «پاییز ۱۴۰۶», «تا پایان ۱۴۰۸» or a season alone, which is the next one of its name.

    Raises:
        BadInput: it names no year or season, or one that is over or too far away.
    """
    said = ascii_digits(text).translate(_LETTERS)
    years = _YEAR.findall(said)
    seasons = [number for number, name in enumerate(SEASONS, 1) if name in said]
    if len(years) > 1 or len(seasons) > 1 or not (years or seasons):
        raise BadInput(what="horizon")
    quarter = seasons[0] if seasons else None
    if years:
        found = Horizon(int(years[0]), quarter)
    else:
        found = next(one for one in suggested_quarters(now) if one.quarter == quarter)
    if found.last_quarter < now.last_quarter or found.year > now.year + _FURTHEST_YEARS:
        raise BadInput(what="horizon")
    return found


def suggested_quarters(now: Horizon) -> list[Horizon]:
    """Return this quarter and the three after it."""
    year, quarter = now.last_quarter
    ahead = [quarter - 1 + step for step in range(len(SEASONS))]
    return [Horizon(year + one // len(SEASONS), one % len(SEASONS) + 1) for one in ahead]


def suggested_years(now: Horizon) -> list[Horizon]:
    """Return the years that come next."""
    return [Horizon(now.year + step) for step in (1, 2, 3, 4)]

"""Moments as files and makers write them: «۱۴۰۵/۹/۱» or «۱۴۰۵/۹/۱ ۸:۳۰», in the city's time."""

import re
from datetime import datetime, tzinfo

from persiantools.jdatetime import JalaliDateTime

from backend.domain.form_problem import BadForm, FormPlace, FormProblem
from backend.domain.persian import ascii_digits

# A day on which a survey closes is a day on which it can still be answered.
LAST_MINUTE = (23, 59)
_MOMENT = re.compile(r"(\d{4})[/-](\d{1,2})[/-](\d{1,2})(?:\s+(?:ساعت\s*)?(\d{1,2})(?::(\d{2}))?)?")


def moment_of(said: str, zone: tzinfo, field: str, *, is_end: bool = False) -> datetime:
    """Return the moment that a Jalali date names; without an hour the day's beginning, or its last minute.

    Raises:
        BadForm: it is no date, or there is no such day.
    """
    found = _MOMENT.fullmatch(ascii_digits(said).strip())
    if not found:
        raise BadForm(FormProblem.BAD_DATE, FormPlace.FIELD.at(field), said[:40])
    year, month, day, hour, minute = (int(part or 0) for part in found.groups())
    if is_end and found[4] is None:
        hour, minute = LAST_MINUTE
    try:
        gregorian: datetime = JalaliDateTime(year, month, day, hour, minute).to_gregorian()
    except ValueError as error:
        raise BadForm(FormProblem.BAD_DATE, FormPlace.FIELD.at(field), said[:40]) from error
    return gregorian.replace(tzinfo=zone)

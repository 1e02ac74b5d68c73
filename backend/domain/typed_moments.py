"""Moments as people type them: «۱ آذر ساعت ۸:۳۰»، «۱۴۰۵/۹/۱»، «فردا ساعت ۹»."""

import re
from datetime import datetime, time, tzinfo

from backend.domain.persian import ascii_digits
from backend.domain.typed_dates import date_in

LAST_MINUTE = time(23, 59)
_CLOCK = re.compile(r"\s*(?:،\s*)?(?:ساعت\s*(\d{1,2})(?:[:.](\d{2}))?|(\d{1,2}):(\d{2}))\s*$")


def moment_in(text: str, now: datetime, zone: tzinfo, *, is_end: bool = False) -> datetime | None:
    """Return the moment that the text names, or None if it is none.

    Without an hour it is the beginning of the day, or its last minute where an end is meant.

    Raises:
        NoSuchDay, NotJalali: see `date_in`.

    """
    said = ascii_digits(text)
    found = _CLOCK.search(said)
    at = LAST_MINUTE if is_end else time()
    if found:
        hour, minute = int(found[1] or found[3]), int(found[2] or found[4] or 0)
        if hour > LAST_MINUTE.hour or minute > LAST_MINUTE.minute:
            return None
        at, said = time(hour, minute), said[: found.start()]
    day = date_in(said.strip(), now.astimezone(zone).date())
    return None if day is None else datetime.combine(day, at, zone)

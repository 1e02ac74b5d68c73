"""When those are reminded whom a survey waits for."""

from datetime import datetime, time, timedelta, tzinfo

from backend.domain.survey import Survey

# The hours in which people are reminded, in the city's own time.
FROM, UNTIL = time(10), time(20)
_LAST = time(19)
_DAY = timedelta(days=1)
_WITHOUT_END = timedelta(days=3)


def reminder_at(survey: Survey, zone: tzinfo) -> datetime | None:
    """Return when a survey reminds, once: a day before it closes, or halfway if it is open for less than two days.

    A survey without an end reminds after three days. The moment is moved into civil hours; None where the survey has
    no reminder, is not open, or is open for too short a time to have a civil hour left.
    """
    if not survey.has_reminder or survey.opened_at is None:
        return None
    opened = survey.opened_at.astimezone(zone)
    if survey.closes_at is None:
        return _civil(opened + _WITHOUT_END)
    closes = survey.closes_at.astimezone(zone)
    wanted = max(closes - _DAY, opened + (closes - opened) / 2)
    moment = _civil(wanted)
    if moment >= closes:
        moment = datetime.combine(wanted.date(), _LAST, wanted.tzinfo)
    return moment if opened < moment < closes else None


def is_civil(moment: datetime, zone: tzinfo) -> bool:
    """Say whether people may be reminded now."""
    return FROM <= moment.astimezone(zone).time() < UNTIL


def _civil(moment: datetime) -> datetime:
    if moment.time() < FROM:
        return datetime.combine(moment.date(), FROM, moment.tzinfo)
    if moment.time() >= UNTIL:
        return datetime.combine(moment.date() + _DAY, FROM, moment.tzinfo)
    return moment

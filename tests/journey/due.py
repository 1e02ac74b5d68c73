"""Making a digest due without waiting for Saturday: what happened is moved into the period that is over."""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from backend.domain.schedule import Period, Rhythm, Schedule
from tests.journey.database import MS, Database

_ZONE = ZoneInfo("Asia/Tehran")
_MINUTES = 60


def latest_period(db: Database, number: int) -> Period:
    """Return a group's latest period that is over."""
    ((rhythm, weekday, minute),) = db.rows(
        "SELECT s.rhythm, s.weekday, s.minute_of_day FROM schedule s "
        "JOIN working_group g ON g.id = s.group_id WHERE g.number = ?",
        number,
    )
    schedule = Schedule(Rhythm(rhythm), weekday, time(*divmod(minute, _MINUTES)))
    return schedule.period_ending_by(datetime.now(UTC).astimezone(_ZONE))


def make_due(db: Database, *numbers: int, codes: tuple[str, ...] = ()) -> None:
    """Let the groups' latest periods be unreported, and let these concerns have come within the period of each.

    With several groups all of them must have the same schedule.
    """
    period = latest_period(db, numbers[0])
    end = int(period.end.timestamp() * MS)
    day_before = int((period.end - timedelta(days=1)).timestamp() * MS)
    dated = [("UPDATE concern SET created_at = ? WHERE code = ?", (day_before, code)) for code in codes]
    since = "UPDATE schedule SET since = ? WHERE group_id = (SELECT id FROM working_group WHERE number = ?)"
    db.change(*dated, *((since, (end - MS, number)) for number in numbers))

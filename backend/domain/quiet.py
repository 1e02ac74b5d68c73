"""The hours in which nobody is disturbed by what can wait until the morning."""

from datetime import datetime, time, timedelta, tzinfo

FALLS, LIFTS = time(22), time(8)


def after_quiet(moment: datetime, zone: tzinfo) -> datetime:
    """Return the moment itself, or the morning after it if it lies in the quiet hours of the city."""
    here = moment.astimezone(zone)
    if LIFTS <= here.time() < FALLS:
        return moment
    day = here.date() + timedelta(days=1) if here.time() >= FALLS else here.date()
    return datetime.combine(day, LIFTS, zone).astimezone(moment.tzinfo)

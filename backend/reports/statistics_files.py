"""The pictures of the statistics, made outside the event loop."""

import asyncio

from backend.domain.city import City
from backend.domain.statistics import Statistics


class StatisticsPictures:
    """See `backend.ports.StatisticsPress`."""

    def __init__(self, city: City) -> None:
        """Draw for this city."""
        self._city = city

    async def pictures(self, statistics: Statistics) -> list[tuple[str, bytes]]:
        """Return the pictures, each with the name of its file."""
        return await asyncio.to_thread(_draw, statistics, self._city)


# What draws weighs tens of megabytes and is wanted seldom, so it is loaded for the first picture.
def _draw(statistics: Statistics, city: City) -> list[tuple[str, bytes]]:
    from backend.reports import statistics_chart  # noqa: PLC0415

    return statistics_chart.draw(statistics, city)

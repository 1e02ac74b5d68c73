"""The pictures of the statistics, made outside the event loop."""

import asyncio

from backend.domain.city import City
from backend.domain.statistics import Statistics
from backend.reports import statistics_chart


class StatisticsPictures:
    """See `backend.ports.StatisticsPress`."""

    def __init__(self, city: City) -> None:
        """Draw for this city."""
        self._city = city

    async def pictures(self, statistics: Statistics) -> list[tuple[str, bytes]]:
        """Return the pictures, each with the name of its file."""
        return await asyncio.to_thread(statistics_chart.draw, statistics, self._city)

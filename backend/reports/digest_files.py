"""The files that go with a digest, made outside the event loop."""

import asyncio

from backend.domain.city import City
from backend.domain.digest import Digest
from backend.domain.groups import WorkingGroup
from backend.domain.persian import date_words
from backend.reports import digest_chart, digest_table


class ReportFiles:
    """See `backend.ports.DigestFiles`."""

    def __init__(self, city: City) -> None:
        """Write for this city."""
        self._city = city

    async def chart(self, digest: Digest, group: WorkingGroup) -> bytes:
        """Return a PNG of the first issues."""
        zone = self._city.zone
        subtitle = f"{date_words(digest.period.start, zone)} تا {date_words(digest.period.end, zone)}"
        return await asyncio.to_thread(digest_chart.draw, digest, f"مسائل {group.name}", subtitle)

    async def table(self, digest: Digest, group: WorkingGroup) -> bytes:
        """Return an XLSX of all issues."""
        return await asyncio.to_thread(digest_table.write, digest, self._city, group.name)

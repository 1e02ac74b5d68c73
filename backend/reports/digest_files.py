"""The files that go with a digest, made outside the event loop."""

import asyncio

from backend.domain.city import City
from backend.domain.digest import Digest
from backend.domain.groups import WorkingGroup
from backend.domain.persian import date_words


class ReportFiles:
    """See `backend.ports.DigestFiles`."""

    def __init__(self, city: City) -> None:
        """Write for this city."""
        self._city = city

    async def chart(self, digest: Digest, group: WorkingGroup) -> bytes:
        """Return a PNG of the first issues."""
        zone = self._city.zone
        subtitle = f"{date_words(digest.period.start, zone)} تا {date_words(digest.period.end, zone)}"
        return await asyncio.to_thread(_draw, digest, f"مسائل {group.name}", subtitle)

    async def table(self, digest: Digest, group: WorkingGroup) -> bytes:
        """Return an XLSX of all issues."""
        return await asyncio.to_thread(_write, digest, self._city, group.name)


# What draws and writes weighs tens of megabytes and is wanted once a week, so it is loaded for the first digest.
def _draw(digest: Digest, title: str, subtitle: str) -> bytes:
    from backend.reports import digest_chart  # noqa: PLC0415

    return digest_chart.draw(digest, title, subtitle)


def _write(digest: Digest, city: City, group_name: str) -> bytes:
    from backend.reports import digest_table  # noqa: PLC0415

    return digest_table.write(digest, city, group_name)

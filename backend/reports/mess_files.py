"""The picture of a mess, drawn outside the event loop."""

import asyncio

from backend.domain.mess import MessSheet


class MessPictures:
    """See `backend.ports.MessFiles`."""

    async def picture(self, sheet: MessSheet) -> bytes:
        """Return a PNG of a mess."""
        return await asyncio.to_thread(_draw, sheet)


# What draws weighs tens of megabytes and is wanted seldom, so it is loaded for the first picture.
def _draw(sheet: MessSheet) -> bytes:
    from backend.reports import mess_picture  # noqa: PLC0415

    return mess_picture.draw(sheet)

"""The picture of a mess, drawn outside the event loop."""

import asyncio

from backend.domain.mess import MessSheet
from backend.reports import mess_picture


class MessPictures:
    """See `backend.ports.MessFiles`."""

    async def picture(self, sheet: MessSheet) -> bytes:
        """Return a PNG of a mess."""
        return await asyncio.to_thread(mess_picture.draw, sheet)

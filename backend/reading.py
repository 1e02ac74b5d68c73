"""Reading texts in a process of its own."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from backend.child import Child, ChildFailed
from backend.domain.concern import Reading


class ProcessReader:
    """See `backend.ports.TextReader`.

    Nothing about reading may cost a message: whatever goes wrong here gives empty readings, and a job reads those
    concerns again later.
    """

    def __init__(self, city: str, models: Path) -> None:
        """Remember what to start; `start` or the first text starts it.

        Args:
            city: code of the city whose places are known.
            models: folder of the models that this installation trained; without one the shipped model is used.
        """
        self._child = Child("backend.reading_worker", city, str(models))

    async def start(self) -> bool:
        """Start the process, wait until its language data is loaded, and say whether it runs."""
        try:
            await self._child.ask([])
        except ChildFailed:
            return False
        return True

    async def read(self, texts: Sequence[str]) -> list[Reading]:
        """Return a reading for each text; empty ones if the reader fails."""
        if not texts:
            return []
        try:
            return [_reading(fields) for fields in await self._child.ask(list(texts))]
        except ChildFailed:
            return [Reading() for _ in texts]

    async def close(self) -> None:
        """Stop the process."""
        await self._child.close()


def _reading(fields: dict[str, Any]) -> Reading:
    fields["topics"] = tuple((code, p) for code, p in fields["topics"])
    fields["ranked"] = tuple((code, p) for code, p in fields["ranked"])
    fields["lemmas"] = tuple(fields["lemmas"])
    fields["signature"] = bytes.fromhex(fields["signature"])
    return Reading(**fields)

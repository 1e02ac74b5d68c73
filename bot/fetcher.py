"""Fetches what citizens sent, file by file, beside the dispatcher: the only caller of getFile.

A citizen is answered before any of it is here. What is to be fetched stands in the database, so a restart forgets
nothing; what fails is tried again after a growing pause for some hours, since a platform keeps a file at least a day.
"""

import asyncio
from collections.abc import Callable

import structlog

from backend.domain.enclosure import LARGEST, ConcernFile
from backend.domain.errors import StorageError
from backend.ports import Leadership, Store
from bot.api import BadToken, BotApi, CallError, Rejected, TooFast

type Clean = Callable[[ConcernFile, bytes], tuple[bytes, str]]

LEAD = "fetch"
_AT_ONCE = 4
_IDLE_SECONDS = 1.0
_LEAST_PAUSE = 1.0
log = structlog.get_logger(__name__)


class NoFileError(Exception):
    """What came is not what was announced, or too large; trying again would bring the same."""


class Fetcher:
    """Fetches what waits. One process of many fetches, so that no file is fetched twice."""

    def __init__(self, store: Store, api: BotApi, leadership: Leadership, clean: Clean) -> None:
        """Fetch nothing yet.

        Args:
            store: where files wait and are kept.
            api: the platform.
            leadership: which process fetches.
            clean: returns a file as it is to be kept, and its kind; raises ValueError if it is not what was announced.
        """
        self._store = store
        self._api = api
        self._leadership = leadership
        self._clean = clean

    async def run(self) -> None:
        """Fetch until cancelled. A database that is away is waited for."""
        while True:
            try:
                fetched = await self.round() if await self._leadership.holds(LEAD) else 0
            except StorageError as error:
                log.warning("fetcher_pauses", error=error.code)
                fetched = 0
            if not fetched:
                await asyncio.sleep(_IDLE_SECONDS)

    async def round(self) -> int:
        """Fetch what is due now, a few files at once; return how many there were."""
        async with self._store.look() as uow:
            files = await uow.files.waiting(_AT_ONCE)
        await asyncio.gather(*(self._fetch(file) for file in files))
        return len(files)

    async def _fetch(self, file: ConcernFile) -> None:
        try:
            content, mime = await self._content(file)
        except TooFast as error:
            await asyncio.sleep(max(_LEAST_PAUSE, error.seconds))
            await self._retry(file, "too fast")
        except (NoFileError, Rejected) as error:
            await self._give_up(file, type(error).__name__)
        except BadToken:
            await self._retry(file, "token")
        except CallError as error:
            await self._retry(file, type(error).__name__)
        else:
            async with self._store.begin() as uow:
                await uow.files.keep(file, content, mime)
                await uow.commit()

    async def _content(self, file: ConcernFile) -> tuple[bytes, str]:
        """Return the content as it is kept, and its kind: pictures are drawn anew, whichever way they were sent.

        Raises:
            CallError: the platform did not give it.
            NoFileError: it cannot be kept.
        """
        found = await self._api.call("getFile", {"file_id": file.platform_id})
        path = found.get("file_path") if isinstance(found, dict) else None
        if not isinstance(path, str) or not path:
            raise NoFileError("no path")
        content = await self._api.download(path)
        if not content or len(content) > LARGEST:
            raise NoFileError("size")
        try:
            return await asyncio.to_thread(self._clean, file, content)
        except ValueError as error:
            raise NoFileError(type(error).__name__) from error

    async def _retry(self, file: ConcernFile, why: str) -> None:
        async with self._store.begin() as uow:
            at = file.retry_at(uow.now)
            if at is None:
                uow.files.give_up(file)
            else:
                uow.files.retry(file, at)
            await uow.commit()
        log.info("file_waits" if at else "file_lost", file=file.id, error=why, attempts=file.attempts + 1)

    async def _give_up(self, file: ConcernFile, why: str) -> None:
        async with self._store.begin() as uow:
            uow.files.give_up(file)
            await uow.commit()
        log.warning("file_lost", file=file.id, error=why)

"""Commits raw updates to the inbox, and only then lets the platform forget them."""

import asyncio
import hashlib
import json
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from typing import Any

import structlog

from backend.domain.errors import StorageError
from backend.domain.ids import IdSource
from backend.domain.incoming import RawUpdate
from backend.ports import Store
from bot.api import BotApi, CallError, TooFast
from bot.event import chat_of
from bot.platforms import Platform

_POLL_SECONDS = 25
_POLL_GRACE = 10.0
_LIMIT = 100
_FIRST_PAUSE, _LONGEST_PAUSE = 0.5, 30.0
_KEY_BYTES = 8
BEAT = "intake"
log = structlog.get_logger(__name__)


class Intake:
    """Keeps updates, whichever way they come."""

    def __init__(self, store: Store, platform: Platform, token: str, kept: Callable[[], None]) -> None:
        """Remember where to keep updates, and whom to tell."""
        self._store = store
        self._platform = platform
        self._bot = token.split(":", maxsplit=1)[0]
        self._key = hashlib.blake2b(token.encode(), digest_size=32).digest()
        self._new_id = IdSource()
        self._kept = kept

    async def keep(self, updates: Sequence[dict[str, Any]]) -> None:
        """Commit updates to the inbox; those that are there already are passed over.

        Raises:
            StorageError: nothing was kept; the platform must bring them again.
            ValueError: something is no update at all.
        """
        rows = [self._row(update) for update in updates]
        async with self._store.begin() as uow:
            await uow.inbox.keep(rows)
            uow.records.beat(BEAT, uow.now)
            await uow.commit()
        if rows:
            self._kept()

    def _row(self, update: dict[str, Any]) -> RawUpdate:
        update_id = update.get("update_id") if isinstance(update, dict) else None
        if not isinstance(update_id, int):
            raise ValueError("an update without id")  # noqa: TRY004 - a broken update, not a wrong call
        return RawUpdate(
            id=self._new_id(),
            platform=self._platform.name,
            bot=self._bot,
            update_id=update_id,
            chat_key=self._chat_key(chat_of(update)),
            raw=json.dumps(update),
            received_at=datetime.now(UTC),
        )

    def _chat_key(self, chat_id: int) -> int:
        """Return a keyed hash: enough to keep order within a chat, and not an address."""
        digest = hashlib.blake2b(str(chat_id).encode(), key=self._key, digest_size=_KEY_BYTES).digest()
        return int.from_bytes(digest, "big", signed=True)


class Poller:
    """Asks the platform for updates, over and over.

    The offset is not persisted: what was kept but not confirmed comes again and is passed over by its key, and after
    a quiet week the platform may begin with any number.
    """

    def __init__(self, api: BotApi, intake: Intake, platform: Platform) -> None:
        """Poll for nothing yet."""
        self._api = api
        self._intake = intake
        self._platform = platform
        self._offset: int | None = None
        self._pause = _FIRST_PAUSE

    async def run(self) -> None:
        """Poll until cancelled. Whatever fails is tried again after a growing pause."""
        while True:
            try:
                updates = await self._poll()
                # The poll that confirms these comes only after the commit in `keep`.
                await self._intake.keep(updates)
            except TooFast as error:
                await asyncio.sleep(error.seconds)
            except (CallError, StorageError, ValueError) as error:
                log.warning("intake_pauses", error=type(error).__name__, seconds=self._pause)
                await asyncio.sleep(self._pause)
                self._pause = min(_LONGEST_PAUSE, self._pause * 2)
            else:
                self._pause = _FIRST_PAUSE
                if updates:
                    self._offset = max(update["update_id"] for update in updates) + 1

    async def _poll(self) -> list[dict[str, Any]]:
        fields: dict[str, Any] = {
            "timeout": _POLL_SECONDS,
            "limit": _LIMIT,
            "allowed_updates": list(self._platform.updates),
        }
        if self._offset is not None:
            fields["offset"] = self._offset
        result = await self._api.call("getUpdates", fields, read_timeout=_POLL_SECONDS + _POLL_GRACE)
        if not isinstance(result, list):
            raise ValueError("updates are not a list")  # noqa: TRY004 - a broken answer, treated like other broken ones
        return result

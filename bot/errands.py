"""Makes what takes long after the turn in which it was asked for: lists, figures, pictures.

On SQLite one connection writes, and a handler holds it until its batch is committed; a picture drawn there would make
everybody wait. So the turn only writes down what is wanted, and it is made here beside the dispatcher. What waits
stands in the database, so a restart forgets nothing.
"""

import asyncio
import secrets
from collections.abc import Sequence

import structlog

from backend.domain.errand import Errand
from backend.domain.errors import Refused, StorageError
from backend.domain.outgoing import Priority
from backend.ports import Leadership, Part, Store
from backend.services import sending
from bot.errand_parts import parts_of
from bot.patience import wait_at_most
from bot.texts.speaker import Speaker, speaker_of
from bot.turn import Service
from bot.views import failure as views
from bot.views.view import View

LEAD = "errands"
_LANES = 2
_IDLE_SECONDS = 1.0
_LANGUAGE_OF_GROUPS = "fa"
log = structlog.get_logger(__name__)


class ErrandRunner:
    """Makes what waits, two things at once, one for each chat. One process of many does it."""

    def __init__(self, store: Store, service: Service, leadership: Leadership, queued: asyncio.Event) -> None:
        """Make nothing yet; `queued` is set when there is something to send."""
        self._store = store
        self._service = service
        self._leadership = leadership
        self._queued = queued
        self.waiting = asyncio.Event()
        self._claiming = asyncio.Lock()
        self._busy: set[int] = set()

    async def run(self) -> None:
        """Work until cancelled."""
        async with asyncio.TaskGroup() as lanes:
            for _ in range(_LANES):
                lanes.create_task(self._lane())

    async def _lane(self) -> None:
        """Make one thing after the other. A database that is away is waited for."""
        while True:
            self.waiting.clear()
            try:
                worked = await self._leadership.holds(LEAD) and await self.work()
            except StorageError as error:
                log.warning("errands_pause", error=error.code)
                worked = False
            if not worked:
                await wait_at_most(self.waiting, _IDLE_SECONDS)

    async def work(self) -> bool:
        """Make what waits longest, for a chat for which nothing is being made; say whether there was something.

        Raises:
            StorageError: the database does not answer; nothing was lost.
        """
        async with self._claiming:
            async with self._store.look() as uow:
                errand = await uow.errands.next(self._busy)
            if errand is None:
                return False
            self._busy.add(errand.contact_id)
        try:
            await self._make(errand)
        finally:
            self._busy.discard(errand.contact_id)
        return True

    async def _make(self, errand: Errand) -> None:
        try:
            await self._bring(errand, await parts_of(self._store, self._service, errand))
        except StorageError:
            raise
        except Refused as refusal:
            await self._bring(errand, _said(View(views.refusal(_speaker(errand), refusal))))
        except Exception as error:  # noqa: BLE001 - whatever it was, it is logged with its trace and told to the person
            await self._fail(errand, error)

    async def _bring(self, errand: Errand, parts: Sequence[Part]) -> None:
        """Queue what was made, unless the chat is forgotten or another process was first."""
        async with self._store.begin() as uow:
            contact_id = await uow.errands.done(errand.id)
            if contact_id is None:
                return
            sending.send_all(uow, contact_id, parts, f"errand:{errand.id}", Priority.ANSWER)
            await uow.commit()
        self._queued.set()

    async def _fail(self, errand: Errand, error: Exception) -> None:
        """Leave it to another attempt; after the last, tell the person kindly and the operator exactly."""
        error_id = secrets.token_hex(4)
        attempt = errand.attempts + 1
        told = {"errand": errand.id, "kind": errand.kind.value, "attempt": attempt, "error_id": error_id}
        log.error("errand_failed", **told, exc_info=error)
        if not errand.may_be_tried_again:
            await self._bring(errand, _said(views.errand(_speaker(errand), error_id)))
            return
        async with self._store.begin() as uow:
            uow.errands.failed(errand)
            await uow.commit()


def _speaker(errand: Errand) -> Speaker:
    return speaker_of(errand.data.get("language", _LANGUAGE_OF_GROUPS))


def _said(view: View) -> list[Part]:
    return [Part("sendMessage", payload) for payload in view.payloads()]

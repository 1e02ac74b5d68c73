"""Works the inbox: each update in its chat's order, a batch of chats in one transaction."""

import asyncio
import json
import secrets
from collections.abc import Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass, field

import structlog

from backend.domain.concern import Reading
from backend.domain.errors import NotAllowed, Refused, Unavailable
from backend.domain.incoming import RawUpdate
from backend.ports import Claim, Store, TextReader, UnitOfWork
from backend.services import access, people
from bot.api import BotApi, CallError
from bot.batch import Work, turns_of
from bot.event import Event, EventKind, understand
from bot.patience import wait_at_most
from bot.platforms import Platform
from bot.routes import Router
from bot.turn import Desk, Service, Toast
from bot.views import failure as views

_BATCH = 100
_LANES = 2
_IDLE_SECONDS = 0.5
_FIRST_PAUSE, _LONGEST_PAUSE = 0.2, 10.0
log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Parts:
    """What a dispatcher works with."""

    store: Store
    reader: TextReader
    api: BotApi
    platform: Platform
    router: Router
    service: Service


@dataclass(slots=True)
class Aftermath:
    """What is left to do once a transaction is committed."""

    toasts: list[Toast] = field(default_factory=list)
    has_errand: bool = False


class Dispatcher:
    """Claims rows, gives each to its handler, and commits the batch.

    Two lanes do this side by side, so that one reads texts while the other writes; a chat is in one of them only. A
    batch that fails in any way is undone and its rows are worked one by one, so that one bad update spoils only
    itself: it is marked failed, keeps its error, and its sender hears that something went wrong.
    """

    def __init__(self, parts: Parts, queued: asyncio.Event, errands: asyncio.Event) -> None:
        """Work nothing yet; `queued` is set when there is something to send, `errands` when there is an errand."""
        self._parts = parts
        self._queued = queued
        self._errands = errands
        self.waiting = asyncio.Event()
        self._claiming = asyncio.Lock()
        self._busy: set[int] = set()
        self._toasts: set[asyncio.Task[None]] = set()

    async def run(self) -> None:
        """Work until cancelled."""
        async with asyncio.TaskGroup() as lanes:
            for _ in range(_LANES):
                lanes.create_task(self._lane())

    async def _lane(self) -> None:
        """Work batch after batch. A database that is away is waited for."""
        pause = _FIRST_PAUSE
        while True:
            self.waiting.clear()
            try:
                worked = await self.work()
            except Unavailable as error:
                log.warning("dispatch_pauses", error=error.code, seconds=pause)
                await asyncio.sleep(pause)
                pause = min(_LONGEST_PAUSE, pause * 2)
                continue
            pause = _FIRST_PAUSE
            if not worked:
                await wait_at_most(self.waiting, _IDLE_SECONDS)

    async def work(self) -> int:
        """Work one batch; return how many updates it had.

        Raises:
            Unavailable: the database does not answer; nothing was lost.
        """
        chats: set[int] = set()
        try:
            async with AsyncExitStack() as stack:
                async with self._claiming:
                    claim = await stack.enter_async_context(self._parts.store.claim(_BATCH, self._busy))
                    chats = {row.chat_key for row in claim.rows}
                    self._busy |= chats
                batch, broken = await self._understand(claim.rows)
                aftermath = await self._work_together(claim, batch)
            if aftermath is None:
                for work in batch:
                    await self._work_alone(work)
            else:
                self._after_commit(aftermath)
            for row, error in broken:
                await self._fail(row, error)
        finally:
            self._busy -= chats
        return len(claim.rows)

    async def drain(self) -> None:
        """Wait for toasts that are on their way."""
        await asyncio.gather(*self._toasts)

    async def _understand(self, rows: Sequence[RawUpdate]) -> tuple[list[Work], list[tuple[RawUpdate, Exception]]]:
        """Understand updates and read what citizens may have written, all texts at once; part the malformed ones."""
        understood: list[tuple[RawUpdate, Event]] = []
        broken: list[tuple[RawUpdate, Exception]] = []
        for row in rows:
            try:
                understood.append((row, understand(json.loads(row.raw))))
            except Exception as error:  # noqa: BLE001 - whatever it was, it is kept with the row
                broken.append((row, error))
        wanted = [row.id for row, event in understood if event.may_be_concern]
        readings = await self._parts.reader.read([event.text for _, event in understood if event.may_be_concern])
        read = dict(zip(wanted, readings, strict=True))
        return [Work(row, event, read.get(row.id) or Reading()) for row, event in understood], broken

    async def _work_together(self, claim: Claim, batch: Sequence[Work]) -> Aftermath | None:
        """Work a batch in one transaction; None if it was undone."""
        if not batch:
            return Aftermath()
        try:
            async with claim.begin() as uow:
                aftermath = await self._work(uow, batch)
                await uow.commit()
        except Unavailable:
            raise
        except Exception as error:  # noqa: BLE001 - whatever it was, the rows are worked one by one
            log.info("batch_undone", rows=len(batch), error=type(error).__name__)
            return None
        return aftermath

    async def _work(self, uow: UnitOfWork, batch: Sequence[Work]) -> Aftermath:
        for work in batch:
            if work.event.kind is EventKind.MOVED:
                moved_to = work.event.moved_to
                await people.follow_move(uow, self._parts.platform.name, work.event.chat_id, moved_to)
        aftermath = Aftermath()
        for turn in await turns_of(uow, self._parts.platform.name, batch):
            route, desk = self._parts.router.route_of(turn), Desk(uow, turn, self._parts.service)
            if route is not None:
                await route.call(desk)
            elif turn.event.kind is EventKind.BUTTON:
                desk.toast(turn.speaker("error-button-old"))
            aftermath.toasts += desk.toasts
            aftermath.has_errand |= desk.has_errand
        uow.inbox.done(work.row.id for work in batch)
        return aftermath

    async def _work_alone(self, work: Work) -> None:
        row = work.row
        try:
            async with self._parts.store.begin() as uow:
                if await uow.inbox.claim_one(row.id) is None:
                    return
                aftermath = await self._work(uow, [work])
                await uow.commit()
        except Unavailable:
            raise
        except Refused as refusal:
            await self._refuse(work, refusal)
        except Exception as error:  # noqa: BLE001 - kept with the row, logged with its trace, told to the person
            await self._fail(row, error)
        else:
            self._after_commit(aftermath)

    async def _refuse(self, work: Work, refusal: Refused) -> None:
        """Tell the person kindly; the update is done."""
        async with self._parts.store.begin() as uow:
            (turn,) = await turns_of(uow, self._parts.platform.name, [work])
            desk = Desk(uow, turn, self._parts.service)
            if isinstance(refusal, NotAllowed):
                access.record_refusal(uow, turn.actor, refusal)
            text = views.refusal(turn.speaker, refusal)
            if turn.event.kind is EventKind.BUTTON:
                desk.toast(text, alert=True)
            else:
                desk.say(views.said(text))
            uow.inbox.done([work.row.id])
            await uow.commit()
        self._after_commit(Aftermath(desk.toasts))

    async def _fail(self, row: RawUpdate, error: Exception) -> None:
        """Keep the update with its error, tell the person kindly and the operator exactly."""
        error_id = secrets.token_hex(4)
        log.error("update_failed", inbox=row.id, error_id=error_id, exc_info=error)
        async with self._parts.store.begin() as uow:
            uow.inbox.failed(row.id, f"{type(error).__name__}", error_id)
            await uow.commit()
        try:
            event = understand(json.loads(row.raw))
            if event.is_group or event.kind not in {EventKind.MESSAGE, EventKind.BUTTON}:
                return
            async with self._parts.store.begin() as uow:
                (turn,) = await turns_of(uow, self._parts.platform.name, [Work(row, event, Reading())])
                Desk(uow, turn, self._parts.service).say(views.failure(turn.speaker, error_id))
                await uow.commit()
        except Unavailable:
            raise
        except Exception:
            # The update is kept with its first error; an apology that cannot be said is only logged.
            log.exception("apology_failed", inbox=row.id, error_id=error_id)
        self._queued.set()

    def _after_commit(self, aftermath: Aftermath) -> None:
        self._queued.set()
        if aftermath.has_errand:
            self._errands.set()
        for toast in aftermath.toasts:
            task = asyncio.create_task(self._show(toast))
            self._toasts.add(task)
            task.add_done_callback(self._toasts.discard)

    async def _show(self, toast: Toast) -> None:
        fields = {"callback_query_id": toast.callback_id, "text": toast.text[:200], "show_alert": toast.alert}
        try:
            await self._parts.api.call("answerCallbackQuery", fields)
        except CallError as error:
            # A toast is a courtesy: the press has taken effect, and the platform forgets old presses.
            log.info("toast_lost", error=type(error).__name__)

"""Works the inbox: each update in its chat's order, a batch of chats in one transaction."""

import asyncio
import json
import secrets
from collections.abc import Sequence
from dataclasses import dataclass, replace

import structlog

from backend.domain.concern import Reading
from backend.domain.errors import HamandishError, NotAllowed, Refused, Unavailable
from backend.domain.incoming import RawUpdate
from backend.domain.people import Contact
from backend.ports import Store, TextReader, UnitOfWork
from backend.services import access, people
from bot.api import BotApi, CallError
from bot.event import Event, EventKind, understand
from bot.platforms import Platform
from bot.routes import Route, Router
from bot.turn import Desk, Service, Toast, Turn
from bot.views import failure as views

_BATCH = 100
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


class Dispatcher:
    """Claims rows, gives each to its handler, and commits the batch.

    A batch that fails in any way is undone and its rows are worked one by one, so that one bad update spoils only
    itself: it is marked failed, keeps its error, and its sender hears that something went wrong.
    """

    def __init__(self, parts: Parts, queued: asyncio.Event) -> None:
        """Work nothing yet; `queued` is set when there is something to send."""
        self._parts = parts
        self._queued = queued
        self.waiting = asyncio.Event()
        self._toasts: set[asyncio.Task[None]] = set()

    async def run(self) -> None:
        """Work until cancelled. A database that is away is waited for."""
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
                await _wait(self.waiting, _IDLE_SECONDS)

    async def work(self) -> int:
        """Work one batch; return how many updates it had.

        Raises:
            Unavailable: the database does not answer; nothing was lost.
        """
        async with self._parts.store.begin() as uow:
            rows = await uow.inbox.claim(_BATCH)
            if not rows:
                return 0
            try:
                toasts = await self._work_together(uow, rows)
                await uow.commit()
            except Unavailable:
                raise
            except Exception as error:  # noqa: BLE001 - whatever it was, the rows are worked one by one below
                log.info("batch_undone", rows=len(rows), error=type(error).__name__)
                toasts = None
        if toasts is None:
            for row in rows:
                await self._work_alone(row)
        else:
            self._after_commit(toasts)
        return len(rows)

    async def drain(self) -> None:
        """Wait for toasts that are on their way."""
        await asyncio.gather(*self._toasts)

    async def _work_together(self, uow: UnitOfWork, rows: Sequence[RawUpdate]) -> list[Toast]:
        events = [(row, understand(json.loads(row.raw))) for row in rows]
        for _, event in events:
            if event.kind is EventKind.MOVED:
                await people.follow_move(uow, self._parts.platform.name, event.chat_id, event.moved_to)
        turns = await self._turns(uow, events)
        routed = [(turn, self._parts.router.route_of(turn)) for turn in turns]
        toasts: list[Toast] = []
        for turn, route in await self._read(routed):
            if route is not None:
                desk = Desk(uow, turn, self._parts.service)
                await route.call(desk)
                toasts += desk.toasts
            elif turn.event.kind is EventKind.BUTTON:
                toasts.append(Toast(turn.event.callback_id, turn.speaker("error-button-old")))
        uow.inbox.done(row.id for row in rows)
        return toasts

    async def _work_alone(self, row: RawUpdate) -> None:
        try:
            async with self._parts.store.begin() as uow:
                if await uow.inbox.claim_one(row.id) is None:
                    return
                toasts = await self._work_together(uow, [row])
                await uow.commit()
        except Unavailable:
            raise
        except Refused as refusal:
            await self._refuse(row, refusal)
        except Exception as error:  # noqa: BLE001 - kept with the row, logged with its trace, told to the person
            await self._fail(row, error)
        else:
            self._after_commit(toasts)

    async def _refuse(self, row: RawUpdate, refusal: Refused) -> None:
        """Tell the person kindly; the update is done."""
        async with self._parts.store.begin() as uow:
            (turn,) = await self._turns(uow, [(row, understand(json.loads(row.raw)))])
            desk = Desk(uow, turn, self._parts.service)
            if isinstance(refusal, NotAllowed):
                access.record_refusal(uow, turn.actor, refusal)
            text = views.refusal(turn.speaker, refusal)
            if turn.event.kind is EventKind.BUTTON:
                desk.toast(text, alert=True)
            else:
                desk.say(views.said(text))
            uow.inbox.done([row.id])
            await uow.commit()
        self._after_commit(desk.toasts)

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
                (turn,) = await self._turns(uow, [(row, event)])
                Desk(uow, turn, self._parts.service).say(views.failure(turn.speaker, error_id))
                await uow.commit()
        except Unavailable:
            raise
        except Exception:
            # The update is kept with its first error; an apology that cannot be said is only logged.
            log.exception("apology_failed", inbox=row.id, error_id=error_id)
        self._queued.set()

    async def _turns(self, uow: UnitOfWork, events: Sequence[tuple[RawUpdate, Event]]) -> list[Turn]:
        """Look up everything that a batch needs, in a handful of queries; meet those who are new."""
        minded = [(row, event) for row, event in events if event.kind not in {EventKind.OTHER, EventKind.MOVED}]
        ids = {event.user_id for _, event in minded} | {event.chat_id for _, event in minded}
        platform = self._parts.platform.name
        contacts = await uow.people.contacts_at(platform, ids)
        persons = await uow.people.persons(c.person_id for c in contacts.values() if c.person_id is not None)
        new = {user_id for user_id in {event.user_id for _, event in minded} if user_id not in contacts}
        for user_id in new:
            contacts[user_id], person = people.meet(uow, platform, user_id)
            persons[person.id] = person
        for _, event in minded:
            if event.is_group and event.chat_id not in contacts:
                contacts[event.chat_id] = people.meet_group_chat(uow, platform, event.chat_id)
        roles = await uow.people.roles(persons) if len(new) < len(persons) else {}
        dialogues = await uow.people.dialogues(c.id for c in contacts.values()) if len(new) < len(contacts) else {}
        turns = []
        for row, event in minded:
            own, chat = contacts[event.user_id], contacts[event.chat_id]
            if event.kind is not EventKind.STOPPED:
                people.come_back(uow, chat)
            person = persons[_person_id(own)]
            key = (chat.id, person.id)
            is_new = event.user_id in new
            turns.append(
                Turn(row, event, person, own, chat, roles.get(person.id, frozenset()), dialogues.get(key), is_new)
            )
        return turns

    async def _read(self, routed: Sequence[tuple[Turn, Route | None]]) -> list[tuple[Turn, Route | None]]:
        """Have the texts read that handlers will ask for, all at once."""
        wanted = [index for index, (_, route) in enumerate(routed) if route is not None and route.reads]
        readings: dict[int, Reading] = {}
        if wanted:
            texts = [routed[index][0].event.text for index in wanted]
            readings = dict(zip(wanted, await self._parts.reader.read(texts), strict=True))
        return [
            (replace(turn, reading=readings[index]) if index in readings else turn, route)
            for index, (turn, route) in enumerate(routed)
        ]

    def _after_commit(self, toasts: Sequence[Toast]) -> None:
        self._queued.set()
        for toast in toasts:
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


def _person_id(contact: Contact) -> int:
    if contact.person_id is None:
        raise HamandishError(detail="a sender without person")
    return contact.person_id


async def _wait(event: asyncio.Event, seconds: float) -> None:
    try:
        await asyncio.wait_for(event.wait(), seconds)
    except TimeoutError:
        return

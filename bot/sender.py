"""The only caller of send* and edit*: takes from the outbox by priority, at the platform's pace."""

import asyncio
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import structlog

from backend.domain.errors import StorageError
from backend.domain.outgoing import TRACELESS, Delivery, Outcome, Priority, SendState
from backend.ports import Leadership, Store
from bot import api as calls
from bot.api import BotApi
from bot.pacing import Pace
from bot.patience import wait_at_most

LEAD = "send"
BEAT = "send"
_IN_FLIGHT = 64
_TAKEN_AHEAD = 256
# Further rows of the same contacts come up among the next ones and must wait, so a few more are asked for.
_SPARE = 32
_IDLE_SECONDS = 0.25
_SETTLE_SECONDS = 0.02
_BEAT_EVERY = timedelta(seconds=20)
_FIRST_BACKOFF, _LONGEST_BACKOFF = 1.0, 300.0
_MOST_ATTEMPTS = 12
_TOKEN_PAUSE = 30.0
_STOP_SECONDS = 10.0
_UPLOADS = {"sendPhoto": "photo", "sendDocument": "document", "sendVoice": "voice"}
_GONE = ("chat not found", "user is deactivated", "bot was kicked", "peer_id_invalid")
_SAME = "message is not modified"
_LOST_TARGET = ("message to edit not found", "message can't be edited", "message_id_invalid")
log = structlog.get_logger(__name__)


class Sender:
    """Sends what waits. One process of many sends, so that the limits hold over all.

    A digest or broadcast is marked `sending` and committed before its request. What a crash leaves in that state was
    perhaps sent and waits for a person's word. Answers stay pending until they are settled, so after a crash they go
    again: a second answer is better than none.
    """

    def __init__(self, store: Store, api: BotApi, pace: Pace, leadership: Leadership) -> None:
        """Send nothing yet."""
        self._store = store
        self._api = api
        self._pace = pace
        self._leadership = leadership
        self._in_flight: dict[int, asyncio.Task[None]] = {}
        self._gate = asyncio.Semaphore(_IN_FLIGHT)
        self._outcomes: list[Outcome] = []
        self._marked: list[Delivery] = []
        self._last_beat = datetime.fromtimestamp(0, UTC)
        self._has_recovered = False
        self.waiting = asyncio.Event()

    async def run(self) -> None:
        """Send until cancelled; a database that is away is waited for, and outcomes are kept until it is back."""
        while True:
            self.waiting.clear()
            try:
                busy = await self._round()
            except StorageError as error:
                log.warning("sender_pauses", error=error.code)
                await asyncio.sleep(1.0)
                continue
            if self._in_flight:
                await asyncio.sleep(_SETTLE_SECONDS)
            elif not busy:
                await wait_at_most(self.waiting, _IDLE_SECONDS)

    async def close(self) -> None:
        """Let what is in flight arrive, and note what became of it."""
        if self._in_flight:
            await asyncio.wait(self._in_flight.values(), timeout=_STOP_SECONDS)
        self._hand_back()
        await self._settle()

    async def _round(self) -> bool:
        """Settle what ended and begin what is due, in one commit; say whether anything was begun."""
        if not await self._leadership.holds(LEAD):
            self._has_recovered = False
            await asyncio.sleep(1.0)
            return False
        await self._recover()
        self._hand_back()
        self._marked = await self._choose()
        await self._settle()
        for delivery in self._marked:
            can_wait = delivery.outgoing.priority is not Priority.ANSWER
            self._pace.sent(delivery.outgoing.contact_id, is_group=delivery.is_group, can_wait=can_wait)
            self._in_flight[delivery.outgoing.contact_id] = asyncio.create_task(self._deliver(delivery))
        begun, self._marked = bool(self._marked), []
        return begun

    async def _recover(self) -> None:
        if self._has_recovered:
            return
        async with self._store.begin() as uow:
            again, unknown = await uow.outbox.recover()
            await uow.commit()
        self._has_recovered = True
        if again or unknown:
            log.warning("recovered_after_crash", sent_again=again, unknown=unknown)

    def _hand_back(self) -> None:
        """Put back what was marked as being sent and not begun: a stop or the database came in between."""
        self._outcomes += [self._again(delivery, "not begun", 0.0) for delivery in self._marked]
        self._marked = []

    async def _choose(self) -> list[Delivery]:
        """Return the next calls: the oldest of each contact, so that order in a chat is kept.

        Without a limit on the rate more are taken than are sent at once, since the commit that marks them costs the
        same for many; under a limit the pace allows only a few.
        """
        room = min(_TAKEN_AHEAD - len(self._in_flight), self._pace.room())
        if room <= 0:
            return []
        busy = [*self._in_flight, *self._pace.closed()]
        async with self._store.look() as uow:
            found = await uow.outbox.next(room + _SPARE, busy)
        firsts: dict[int, Delivery] = {}
        for delivery in found:
            firsts.setdefault(delivery.outgoing.contact_id, delivery)
        answers = [one for one in firsts.values() if one.outgoing.priority is Priority.ANSWER]
        others = [one for one in firsts.values() if one.outgoing.priority is not Priority.ANSWER]
        return [*answers, *others[: self._pace.room_behind()]][:room]

    async def _settle(self) -> None:
        """Note outcomes and what is begun next; outcomes stay in memory until the commit succeeded."""
        now = datetime.now(UTC)
        outcomes = list(self._outcomes)
        is_beat_due = now - self._last_beat > _BEAT_EVERY
        is_marking = any(one.outgoing.priority is not Priority.ANSWER for one in self._marked)
        if not (outcomes or is_marking or is_beat_due):
            return
        async with self._store.begin() as uow:
            await uow.outbox.settle(outcomes)
            # An answer that may have been sent is sent again after a crash anyway, so it needs no mark before.
            marked = (one.outgoing for one in self._marked if one.outgoing.priority is not Priority.ANSWER)
            uow.outbox.sending(outgoing.id for outgoing in marked)
            if is_beat_due:
                uow.records.beat(BEAT, now)
            await uow.commit()
        del self._outcomes[: len(outcomes)]
        self._last_beat = now if is_beat_due else self._last_beat
        for outcome in outcomes:
            self._in_flight.pop(outcome.contact_id, None)

    async def _deliver(self, delivery: Delivery) -> None:
        try:
            async with self._gate:
                result = await self._call(delivery)
        except calls.CallError as error:
            outcome = self._outcome_of(delivery, error)
        except Exception:
            # A fault of ours in making the call: surely not sent, and never to be tried in a loop.
            log.exception("call_failed", outbox=delivery.outgoing.id)
            outcome = _outcome(delivery, SendState.FAILED, error="internal")
        else:
            message_id = result.get("message_id") if isinstance(result, dict) else None
            outcome = _outcome(delivery, SendState.SENT, message_id=message_id)
        self._outcomes.append(outcome)

    async def _call(self, delivery: Delivery) -> Any:
        outgoing = delivery.outgoing
        fields = {"chat_id": delivery.chat_id, **outgoing.payload}
        file = None
        if delivery.attachment is not None:
            file = (_UPLOADS[outgoing.method], delivery.attachment.name, delivery.attachment.content)
        try:
            return await self._api.call(outgoing.method, fields, file)
        except calls.Rejected as error:
            if outgoing.method == "editMessageText" and any(words in str(error).lower() for words in _LOST_TARGET):
                # What was to be edited is gone: say it anew.
                fields.pop("message_id", None)
                return await self._api.call("sendMessage", fields)
            raise

    def _outcome_of(self, delivery: Delivery, error: calls.CallError) -> Outcome:  # noqa: PLR0911 - one line a kind
        words = str(error).lower()
        if isinstance(error, calls.TooFast):
            return self._wait_for(delivery, error.seconds)
        if isinstance(error, calls.Moved):
            moved = (delivery.outgoing.contact_id, error.chat_id)
            return replace(self._again(delivery, "moved", 0.0), moved_contact=moved)
        if isinstance(error, calls.Blocked) or any(sign in words for sign in _GONE):
            failed = _outcome(delivery, SendState.FAILED, error="blocked")
            return replace(failed, deactivate_contact=delivery.outgoing.contact_id)
        if isinstance(error, calls.Rejected):
            if _SAME in words:
                return _outcome(delivery, SendState.SENT)
            log.error("call_rejected", outbox=delivery.outgoing.id, method=delivery.outgoing.method, error=str(error))
            return _outcome(delivery, SendState.FAILED, error=str(error))
        if isinstance(error, calls.BadToken):
            log.critical("token_rejected", error=str(error))
            self._pace.stop(_TOKEN_PAUSE)
            return self._again(delivery, "token", _TOKEN_PAUSE)
        if isinstance(error, calls.NotSent):
            return self._again(delivery, "not sent", _backoff(delivery.outgoing.attempts))
        if delivery.outgoing.priority is Priority.ANSWER and delivery.outgoing.attempts < _MOST_ATTEMPTS:
            return self._again(delivery, "perhaps sent", _backoff(delivery.outgoing.attempts))
        return _outcome(delivery, SendState.UNKNOWN, error="perhaps sent")

    def _wait_for(self, delivery: Delivery, seconds: float) -> Outcome:
        """Obey a 429 to the second; it counts as no attempt."""
        if not delivery.is_group:
            self._pace.stop(seconds)
        again = self._again(delivery, "too fast", seconds)
        return replace(again, attempts=delivery.outgoing.attempts)

    def _again(self, delivery: Delivery, error: str, seconds: float) -> Outcome:
        self._pace.hold(delivery.outgoing.contact_id, seconds)
        outcome = _outcome(delivery, SendState.PENDING, error=error)
        retry_at = outcome.at + timedelta(seconds=seconds)
        return replace(outcome, retry_at=retry_at, attempts=delivery.outgoing.attempts + 1)


def _outcome(delivery: Delivery, state: SendState, error: str = "", message_id: int | None = None) -> Outcome:
    outgoing = delivery.outgoing
    return Outcome(
        outgoing_id=outgoing.id,
        contact_id=outgoing.contact_id,
        state=state,
        at=datetime.now(UTC),
        error=error,
        message_id=message_id,
        attachment_id=outgoing.attachment_id,
        leaves_no_trace=(outgoing.batch or "").startswith(TRACELESS),
    )


def _backoff(attempts: int) -> float:
    return float(min(_LONGEST_BACKOFF, _FIRST_BACKOFF * 2**attempts))

"""The sender and the outbox together: once, in order, and back after a crash or a database that was away."""

import asyncio
from datetime import timedelta

import pytest

from backend.domain.errors import Unavailable
from backend.domain.outgoing import Priority
from backend.domain.people import Contact
from backend.services import people
from backend.storage.leadership import SoleLeadership
from backend.storage.unit_of_work import SqlStore, SqlUnitOfWork
from bot import api as calls
from bot.pacing import Pace
from bot.sender import Sender
from tests.builders import an_outgoing
from tests.fakes import FakeApi


@pytest.fixture
def api() -> FakeApi:
    return FakeApi()


def a_sender(store: SqlStore, api: FakeApi) -> Sender:
    return Sender(store, api, Pace(0), SoleLeadership())  # type: ignore[arg-type]


async def contacts(store: SqlStore, count: int) -> list[Contact]:
    async with store.begin() as uow:
        met = [people.meet(uow, "telegram", 100 + n)[0] for n in range(count)]
        await uow.commit()
    return met


async def queue(store: SqlStore, *rows: object) -> None:
    async with store.begin() as uow:
        for row in rows:
            uow.outbox.add(row)  # type: ignore[arg-type]
        await uow.commit()


async def run_until(sender: Sender, store: SqlStore, waiting: int = 0) -> None:
    """Run the sender until so many rows wait, and stop it cleanly."""
    running = asyncio.create_task(sender.run())
    async with asyncio.timeout(10):
        while True:
            async with store.look() as uow:
                if (await uow.outbox.depth()).waiting <= waiting:
                    break
            await asyncio.sleep(0.01)
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)
    await sender.close()


async def test_each_is_sent_once_and_in_order_within_a_chat(store: SqlStore, api: FakeApi) -> None:
    met = await contacts(store, 5)
    await queue(store, *(an_outgoing(met[n % 5].id, str(n)) for n in range(25)))
    await run_until(a_sender(store, api), store)
    assert len(api.calls) == 25
    for n in range(5):
        assert api.said(100 + n) == [str(k) for k in range(25) if k % 5 == n]


async def test_a_restart_sends_nothing_twice(store: SqlStore, api: FakeApi) -> None:
    (contact,) = await contacts(store, 1)
    await queue(store, an_outgoing(contact.id, "a"))
    await run_until(a_sender(store, api), store)
    sender = a_sender(store, api)
    await sender._round()
    await sender.close()
    assert len(api.calls) == 1


async def test_what_a_crash_left_in_flight_is_answered_again_but_no_digest_is_repeated(
    store: SqlStore, api: FakeApi
) -> None:
    one, other = await contacts(store, 2)
    answer, digest = an_outgoing(one.id, "answer"), an_outgoing(other.id, "digest", Priority.DIGEST)
    await queue(store, answer, digest)
    async with store.begin() as uow:
        uow.outbox.sending([answer.id, digest.id])
        await uow.commit()
    await run_until(a_sender(store, api), store)
    assert [fields["text"] for _, fields, _ in api.calls] == ["answer"]
    async with store.look() as uow:
        assert (await uow.outbox.depth()).unknown == 1


async def test_outcomes_are_kept_until_the_database_is_back(
    store: SqlStore, api: FakeApi, monkeypatch: pytest.MonkeyPatch
) -> None:
    (contact,) = await contacts(store, 1)
    await queue(store, an_outgoing(contact.id, "a"))
    sender = a_sender(store, api)
    await sender._round()
    await asyncio.gather(*sender._in_flight.values())

    async def fail(_: object) -> None:
        raise Unavailable

    with monkeypatch.context() as away:
        away.setattr(SqlUnitOfWork, "commit", fail)
        with pytest.raises(Unavailable):
            await sender._settle()
    await run_until(sender, store)
    assert len(api.calls) == 1, "it was sent, so it is not sent again"


async def test_a_lost_connection_is_made_up_for_and_a_broken_row_does_not_stop_the_rest(
    store: SqlStore, api: FakeApi, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.sender._FIRST_BACKOFF", 0.01)
    met = await contacts(store, 3)
    await queue(store, *(an_outgoing(contact.id, str(n)) for n, contact in enumerate(met)))
    api.answers = [calls.NotSent("refused"), calls.Rejected("text is empty"), calls.NotSent("refused")]
    await run_until(a_sender(store, api), store)
    async with store.look() as uow:
        depth = await uow.outbox.depth()
    assert (depth.waiting, depth.failed, depth.unknown) == (0, 1, 0)
    assert len(api.calls) == 5


async def test_a_429_is_obeyed_to_the_second(store: SqlStore, api: FakeApi) -> None:
    (contact,) = await contacts(store, 1)
    await queue(store, an_outgoing(contact.id, "a"))
    api.answers = [calls.TooFast(1)]
    began = asyncio.get_running_loop().time()
    await run_until(a_sender(store, api), store)
    assert len(api.calls) == 2
    assert asyncio.get_running_loop().time() - began >= timedelta(seconds=1).total_seconds()

"""The outbox: an answer is sent with its cause, once, before digests, and not lost in a crash."""

from datetime import timedelta

import pytest

from backend.domain.outgoing import Attachment, Delivery, Outcome, Outgoing, Priority, SendState
from backend.domain.people import Contact
from backend.storage.unit_of_work import SqlStore
from tests.builders import NOON, a_contact, a_group, a_person, an_outgoing


@pytest.fixture
async def contact(store: SqlStore) -> Contact:
    return await a_kept_contact(store, 101)


async def a_kept_contact(store: SqlStore, chat_id: int) -> Contact:
    person = a_person()
    contact = a_contact(person.id, chat_id)
    async with store.begin() as uow:
        uow.people.add(person)
        uow.people.add_contact(contact)
        await uow.commit()
    return contact


async def queue(store: SqlStore, *rows: Outgoing) -> None:
    async with store.begin() as uow:
        for row in rows:
            uow.outbox.add(row)
        await uow.commit()


async def due(store: SqlStore, busy: tuple[int, ...] = ()) -> list[Delivery]:
    async with store.look() as uow:
        return await uow.outbox.next(100, busy)


async def settle(store: SqlStore, row: Outgoing, state: SendState, **more: object) -> None:
    async with store.begin() as uow:
        await uow.outbox.settle([Outcome(row.id, row.contact_id, state, NOON, **more)])  # type: ignore[arg-type]
        await uow.commit()


async def test_a_row_with_a_known_key_is_passed_over(store: SqlStore, contact: Contact) -> None:
    await queue(store, an_outgoing(contact.id, "once"), an_outgoing(contact.id, "once"))
    await queue(store, an_outgoing(contact.id, "once"))
    assert len(await due(store)) == 1


async def test_nothing_is_queued_by_what_was_rolled_back(store: SqlStore, contact: Contact) -> None:
    async with store.begin() as uow:
        uow.outbox.add(an_outgoing(contact.id, "never"))
        await uow.records.beats()
    assert await due(store) == []


async def test_answers_go_before_digests_before_broadcasts_and_older_before_younger(
    store: SqlStore, contact: Contact
) -> None:
    kinds = (Priority.BROADCAST, Priority.DIGEST, Priority.ANSWER, Priority.DIGEST, Priority.ANSWER)
    await queue(store, *(an_outgoing(contact.id, str(n), kind) for n, kind in enumerate(kinds)))
    assert [delivery.outgoing.dedupe_key for delivery in await due(store)] == ["2", "4", "1", "3", "0"]


async def test_a_delivery_brings_the_address_and_the_file(store: SqlStore, contact: Contact) -> None:
    async with store.begin() as uow:
        uow.outbox.add_attachment(Attachment(5, "chart.png", b"\x00png"))
        uow.outbox.add(an_outgoing(contact.id, "k", attachment_id=5, payload={"caption": "نمودار"}))
        await uow.commit()
    (delivery,) = await due(store)
    assert (delivery.chat_id, delivery.is_group) == (101, False)
    assert delivery.attachment == Attachment(5, "chart.png", b"\x00png")
    assert delivery.outgoing.payload == {"caption": "نمودار"}


async def test_busy_and_inactive_contacts_are_passed_over(store: SqlStore, contact: Contact) -> None:
    gone = await a_kept_contact(store, 102)
    await queue(store, an_outgoing(contact.id, "a"), an_outgoing(gone.id, "b"))
    async with store.begin() as uow:
        uow.people.set_contact_active(gone.id, active=False)
        await uow.commit()
    assert [delivery.chat_id for delivery in await due(store)] == [101]
    assert await due(store, (contact.id,)) == []


async def test_a_row_that_is_being_sent_is_not_taken_twice(store: SqlStore, contact: Contact) -> None:
    row = an_outgoing(contact.id, "a")
    await queue(store, row)
    async with store.begin() as uow:
        uow.outbox.sending([row.id])
        await uow.commit()
    assert await due(store) == []


async def test_what_was_sent_keeps_only_its_key(store: SqlStore, contact: Contact) -> None:
    row = an_outgoing(contact.id, "a", payload={"text": "راز"})
    await queue(store, row)
    await settle(store, row, SendState.SENT, message_id=9)
    assert await due(store) == []
    async with store.look() as uow:
        assert (await uow.outbox.depth()).waiting == 0
    await queue(store, an_outgoing(contact.id, "a"))
    assert await due(store) == []


async def test_what_is_meant_for_the_morning_is_no_backlog_and_a_retry_is(store: SqlStore, contact: Contact) -> None:
    async with store.look() as uow:
        morning = uow.now + timedelta(hours=6)
    news, answer = an_outgoing(contact.id, "news", due_at=morning), an_outgoing(contact.id, "answer")
    await queue(store, news, answer)
    await settle(store, answer, SendState.PENDING, retry_at=morning, attempts=1, error="not sent")
    async with store.look() as uow:
        assert (await uow.outbox.depth()).waiting == 1


async def test_what_is_tried_again_waits_for_its_moment_and_holds_what_comes_after_it(
    store: SqlStore, contact: Contact
) -> None:
    first, second = an_outgoing(contact.id, "1"), an_outgoing(contact.id, "2")
    await queue(store, first, second)
    async with store.look() as uow:
        later = uow.now + timedelta(hours=1)
    await settle(store, first, SendState.PENDING, retry_at=later, attempts=3, error="not sent")
    assert await due(store) == []
    await settle(store, first, SendState.PENDING, retry_at=NOON - timedelta(hours=1), attempts=4)
    assert [delivery.outgoing.attempts for delivery in await due(store)] == [4, 0]


async def test_after_a_crash_answers_go_again_and_digests_wait_for_a_persons_word(
    store: SqlStore, contact: Contact
) -> None:
    answer = an_outgoing(contact.id, "answer")
    digest = an_outgoing(contact.id, "digest", Priority.DIGEST)
    broadcast = an_outgoing(contact.id, "broadcast", Priority.BROADCAST)
    waiting = an_outgoing(contact.id, "waiting", Priority.DIGEST)
    await queue(store, answer, digest, broadcast, waiting)
    async with store.begin() as uow:
        uow.outbox.sending([answer.id, digest.id, broadcast.id])
        await uow.commit()
    async with store.begin() as uow:
        assert await uow.outbox.recover() == (1, 2)
        await uow.commit()
    assert [delivery.outgoing.dedupe_key for delivery in await due(store)] == ["answer", "waiting"]
    async with store.look() as uow:
        assert (await uow.outbox.depth()).unknown == 2
        assert [row.id for row, _, _ in await uow.outbox.list_unsettled(10)] == [digest.id, broadcast.id]
    async with store.begin() as uow:
        assert await uow.outbox.resend([digest.id]) == 1
        assert await uow.outbox.resend(None) == 1
        await uow.commit()
    assert len(await due(store)) == 4


async def test_a_blocked_chat_is_sent_nothing_more(store: SqlStore, contact: Contact) -> None:
    row = an_outgoing(contact.id, "a")
    await queue(store, row, an_outgoing(contact.id, "b"))
    await settle(store, row, SendState.FAILED, error="blocked", deactivate_contact=contact.id)
    assert await due(store) == []
    async with store.look() as uow:
        assert await uow.people.contacts_by_ids([contact.id]) == []
        assert (await uow.outbox.depth()).waiting == 0, "what waits for nobody is no backlog"


async def test_a_group_that_moved_is_followed(store: SqlStore) -> None:
    chat = a_contact(chat_id=-5)
    row = an_outgoing(chat.id, "a")
    async with store.begin() as uow:
        uow.people.add_contact(chat)
        uow.outbox.add(row)
        await uow.commit()
    await settle(store, row, SendState.PENDING, retry_at=NOON, moved_contact=(chat.id, -1005))
    assert [delivery.chat_id for delivery in await due(store)] == [-1005]


async def test_a_group_that_moved_to_where_somebody_spoke_already_keeps_its_digests(store: SqlStore) -> None:
    old, new = a_contact(chat_id=-5), a_contact(chat_id=-1005)
    group = a_group(contact_id=old.id)
    row = an_outgoing(old.id, "a")
    async with store.begin() as uow:
        uow.people.add_contact(old)
        uow.people.add_contact(new)
        uow.groups.add(group)
        uow.outbox.add(row)
        await uow.commit()
    await settle(store, row, SendState.PENDING, retry_at=NOON, moved_contact=(old.id, -1005))
    assert [delivery.chat_id for delivery in await due(store)] == [-1005]
    async with store.look() as uow:
        assert [one.contact_id for one in await uow.groups.all()] == [new.id]


async def test_pruning_takes_old_sent_calls_and_their_files(store: SqlStore, contact: Contact) -> None:
    async with store.begin() as uow:
        uow.outbox.add_attachment(Attachment(5, "a", b"x"))
        uow.outbox.add_attachment(Attachment(6, "b", b"x"))
        sent = an_outgoing(contact.id, "sent", attachment_id=5)
        uow.outbox.add(sent)
        uow.outbox.add(an_outgoing(contact.id, "waits", attachment_id=6))
        await uow.commit()
    await settle(store, sent, SendState.SENT)
    async with store.begin() as uow:
        assert await uow.outbox.prune(uow.now + timedelta(days=1)) == 1
        await uow.commit()
    (left,) = await due(store)
    assert left.attachment == Attachment(6, "b", b"x")

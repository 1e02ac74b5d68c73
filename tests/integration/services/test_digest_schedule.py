"""Digests: one a group and period, caught up after downtime, and not before what belongs to them is worked."""

import asyncio
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import pairwise

import pytest
import time_machine
from sqlalchemy import text

from backend.domain.actor import Actor
from backend.domain.groups import Membership, WorkingGroup
from backend.domain.people import Role
from backend.domain.schedule import MOST_CAUGHT_UP, Rhythm, Schedule
from backend.jobs import tasks
from backend.services import digests, groups, people
from backend.storage.unit_of_work import SqlStore
from tests.builders import TEHRAN, WEEKLY, a_city, a_concern, a_group, an_issue, an_update
from tests.fakes import FakePress

# 30 Aban 1405, a Saturday: the weekly schedule fires at eight.
SATURDAY = datetime(2026, 11, 21, 8, 0, tzinfo=TEHRAN)
ADMIN = Actor(1, frozenset({Role.ADMIN}), 1)


@pytest.fixture(autouse=True)
def clock() -> Iterator[time_machine.Traveller]:
    """A quarter to eight on that Saturday."""
    with time_machine.travel(SATURDAY - timedelta(minutes=15), tick=True) as traveller:
        yield traveller


async def a_bound_group(
    store: SqlStore, number: int = 1, created: timedelta = timedelta(days=3), **more: object
) -> WorkingGroup:
    async with store.begin() as uow:
        chat = people.meet_group_chat(uow, "telegram", -number)
        group = a_group(number=number, contact_id=chat.id, created_at=SATURDAY - created, **more)
        uow.groups.add(group)
        await uow.commit()
    return group


async def tick(store: SqlStore, press: FakePress | None = None) -> int:
    return await tasks.issue_due_digests(store, a_city(), press or FakePress())


async def built(store: SqlStore) -> list[tuple[int, str]]:
    async with store.writer.connect() as connection:
        rows = await connection.execute(
            text(
                "SELECT g.number, d.period FROM digest d JOIN working_group g ON g.id = d.group_id"
                " ORDER BY d.ends_at, g.number"
            )
        )
        return [(row[0], row[1]) for row in rows]


async def spans(store: SqlStore) -> list[tuple[datetime, datetime]]:
    async with store.writer.connect() as connection:
        rows = await connection.execute(text("SELECT starts_at, ends_at FROM digest ORDER BY ends_at"))
        return [
            (datetime.fromtimestamp(row[0] / 1000, TEHRAN), datetime.fromtimestamp(row[1] / 1000, TEHRAN))
            for row in rows
        ]


async def queued(store: SqlStore) -> list[str]:
    async with store.look() as uow:
        return [one.outgoing.payload.get("text", one.outgoing.method) for one in await uow.outbox.next(1000, ())]


async def test_nothing_is_built_before_its_time_and_then_once(store: SqlStore, clock: time_machine.Traveller) -> None:
    await a_bound_group(store)
    assert await tick(store) == 0
    clock.move_to(SATURDAY + timedelta(seconds=1))
    assert await tick(store) == 1
    assert await tick(store) == 0
    assert await built(store) == [(1, "1405-08-30T0800")]
    assert await queued(store) == ["کارگروه آزمون: 0"]


async def test_a_restart_builds_nothing_twice(store: SqlStore, clock: time_machine.Traveller) -> None:
    await a_bound_group(store)
    clock.move_to(SATURDAY + timedelta(seconds=1))
    await tick(store)
    reopened = SqlStore(store.url)
    assert await tick(reopened) == 0
    await reopened.close()


async def test_two_schedulers_that_race_build_one_digest(postgresql_url: str, clock: time_machine.Traveller) -> None:
    stores = [SqlStore(postgresql_url) for _ in range(4)]
    for number in range(1, 6):
        await a_bound_group(stores[0], number)
    clock.move_to(SATURDAY + timedelta(seconds=1))
    issued = await asyncio.gather(*(tick(store, FakePress(has_files=True)) for store in stores))
    assert sum(issued) == 5
    assert await built(stores[0]) == [(number, "1405-08-30T0800") for number in range(1, 6)]
    assert len(await queued(stores[0])) == 15
    for store in stores:
        await store.close()


async def test_after_downtime_the_missed_ones_are_caught_up_but_only_the_newest(
    store: SqlStore, clock: time_machine.Traveller
) -> None:
    await a_bound_group(store, 1, created=timedelta(days=20))
    await a_bound_group(store, 2, created=timedelta(days=200))
    clock.move_to(SATURDAY + timedelta(minutes=1))
    await tick(store)
    found = await built(store)
    assert [period for number, period in found if number == 1] == [
        "1405-08-16T0800",
        "1405-08-23T0800",
        "1405-08-30T0800",
    ]
    assert len([period for number, period in found if number == 2]) == MOST_CAUGHT_UP
    ends = [end for _, end in await spans(store)]
    assert ends == sorted(ends)


async def test_a_digest_waits_for_messages_that_came_in_time_and_are_still_worked(
    store: SqlStore, clock: time_machine.Traveller
) -> None:
    await a_bound_group(store)
    async with store.begin() as uow:
        await uow.inbox.keep([an_update(1, received_at=SATURDAY - timedelta(seconds=2))])
        await uow.commit()
    clock.move_to(SATURDAY + timedelta(seconds=1))
    assert await tick(store) == 0
    async with store.begin() as uow:
        uow.inbox.done(row.id for row in await uow.inbox.claim(10))
        uow.concerns.add(waiting := a_concern(created_at=SATURDAY - timedelta(seconds=2)))
        await uow.commit()
    assert await tick(store) == 0, "worked, and not gathered yet"
    async with store.begin() as uow:
        uow.concerns.change(waiting.id, state="gathered")
        await uow.commit()
    assert await tick(store) == 1


async def test_a_digest_waits_for_texts_that_could_not_be_read_yet(
    store: SqlStore, clock: time_machine.Traveller
) -> None:
    await a_bound_group(store)
    async with store.begin() as uow:
        uow.concerns.add(a_concern(created_at=SATURDAY - timedelta(seconds=2), model=""))
        await uow.commit()
    clock.move_to(SATURDAY + timedelta(seconds=1))
    assert await tick(store) == 0


async def test_a_digest_does_not_wait_for_ever(store: SqlStore, clock: time_machine.Traveller) -> None:
    await a_bound_group(store)
    async with store.begin() as uow:
        await uow.inbox.keep([an_update(1, received_at=SATURDAY - timedelta(seconds=2))])
        await uow.commit()
    clock.move_to(SATURDAY + timedelta(minutes=11))
    assert await tick(store) == 1


async def test_what_came_after_the_period_does_not_hold_it_up(store: SqlStore, clock: time_machine.Traveller) -> None:
    await a_bound_group(store)
    async with store.begin() as uow:
        await uow.inbox.keep([an_update(1, received_at=SATURDAY + timedelta(seconds=1))])
        await uow.commit()
    clock.move_to(SATURDAY + timedelta(seconds=2))
    assert await tick(store) == 1


async def test_a_group_whose_digest_cannot_be_made_does_not_hold_the_others_up(
    store: SqlStore, clock: time_machine.Traveller
) -> None:
    for number in (1, 2, 3):
        await a_bound_group(store, number)
    clock.move_to(SATURDAY + timedelta(seconds=1))
    press = FakePress()
    press.fails_for = {1}
    assert await tick(store, press) == 2
    assert {number for number, _ in await built(store)} == {2, 3}
    press.fails_for = set()
    assert await tick(store, press) == 1


async def test_after_a_change_of_schedule_no_message_is_left_out_or_told_twice(
    store: SqlStore, clock: time_machine.Traveller
) -> None:
    """Monthly until the tenth of Azar, then weekly: the first weekly digest begins where the monthly one ended."""
    await a_bound_group(store, created=timedelta(days=60), schedule=Schedule(Rhythm.MONTHLY, at=WEEKLY.at))
    clock.move_to(SATURDAY + timedelta(days=1, hours=1))
    await tick(store)
    clock.move_to(SATURDAY + timedelta(days=12))
    async with store.begin() as uow:
        await groups.reschedule(uow, replace(ADMIN), 1, WEEKLY)
        await uow.commit()
    clock.move_to(SATURDAY + timedelta(days=21, hours=1))
    await tick(store)
    found = await spans(store)
    assert all(one[1] == following[0] for one, following in pairwise(found)), found
    assert [end.date() for _, end in found[-2:]] == [(SATURDAY + timedelta(days=n)).date() for n in (14, 21)]


async def test_a_bound_group_gets_it_in_its_chat_and_an_unbound_one_each_member(
    store: SqlStore, clock: time_machine.Traveller
) -> None:
    await a_bound_group(store, 1)
    unbound = a_group(number=2, created_at=SATURDAY - timedelta(days=3))
    async with store.begin() as uow:
        uow.groups.add(unbound)
        for chat_id in (5, 6, 7):
            contact, person = people.meet(uow, "telegram", chat_id)
            uow.groups.add_member(Membership(unbound.id, person.id, uow.now))
            if chat_id == 7:
                uow.people.set_contact_active(contact.id, active=False)
        await uow.commit()
    clock.move_to(SATURDAY + timedelta(seconds=1))
    await tick(store)
    async with store.look() as uow:
        assert sorted(one.chat_id for one in await uow.outbox.next(100, ())) == [-1, 5, 6]


async def test_a_digest_is_read_back_as_it_was_built(store: SqlStore, clock: time_machine.Traveller) -> None:
    group = await a_bound_group(store)
    issue = an_issue()
    async with store.begin() as uow:
        uow.issues.add(issue)
        for n in range(3):
            uow.concerns.add(
                a_concern(
                    issue_id=issue.id, state="gathered", district=str(n), created_at=SATURDAY - timedelta(days=n + 1)
                )
            )
        await uow.commit()
    clock.move_to(SATURDAY + timedelta(seconds=1))
    await tick(store)
    (digest_id,) = await _digest_ids(store)
    async with store.begin() as uow:
        digest = await digests.explained(uow, ADMIN, group.number, digest_id)
        reported = await uow.digests.reported([issue.id])
    assert digest is not None
    (item,) = digest.items
    assert (digest.messages, digest.people, digest.districts) == (3, 3, {"0": 1, "1": 1, "2": 1})
    assert (item.rank, item.messages, item.districts, item.issue_id) == (1, 3, ("0", "1", "2"), issue.id)
    assert item.score > 0
    assert [name for name, _ in reported[issue.id]] == [group.name]


async def _digest_ids(store: SqlStore) -> list[int]:
    async with store.writer.connect() as connection:
        return list((await connection.execute(text("SELECT id FROM digest"))).scalars())

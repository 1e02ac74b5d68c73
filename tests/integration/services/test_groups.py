"""Working groups: only admins set them up, invites work once, for one person, for a week."""

import asyncio
from contextlib import suppress
from datetime import timedelta

import pytest
import time_machine
from sqlalchemy import text

from backend.domain.actor import Actor
from backend.domain.errors import InviteInvalid, NotAllowed, NotFound
from backend.domain.groups import Level, WorkingGroup
from backend.domain.invites import INVITE_LIFE
from backend.domain.people import Person, Role
from backend.domain.schedule import Rhythm, Schedule
from backend.services import access, groups, people
from backend.services.groups import GroupPlan
from backend.storage.unit_of_work import SqlStore
from tests.builders import WEEKLY

PLAN = GroupPlan("کارگروه ترافیک", Level.DISTRICT, frozenset({"roads", "bus"}), frozenset({"9"}), WEEKLY)


async def somebody(store: SqlStore, chat_id: int, *roles: Role) -> tuple[Actor, Person]:
    async with store.begin() as uow:
        contact, person = people.meet(uow, "telegram", chat_id)
        for role in roles:
            uow.people.grant(person.id, role)
        await uow.commit()
    return Actor(person.id, frozenset(roles), contact.id), person


@pytest.fixture
async def admin(store: SqlStore) -> Actor:
    return (await somebody(store, 1, Role.ADMIN))[0]


async def founded(store: SqlStore, admin: Actor, plan: GroupPlan = PLAN) -> WorkingGroup:
    async with store.begin() as uow:
        group = await groups.found(uow, admin, plan)
        await uow.commit()
    return group


async def invited(store: SqlStore, admin: Actor, number: int = 1) -> str:
    async with store.begin() as uow:
        _, token = await groups.invite(uow, admin, number)
        await uow.commit()
    return token


async def join(store: SqlStore, chat_id_or: tuple[Actor, Person], token: str) -> WorkingGroup:
    actor, person = chat_id_or
    async with store.begin() as uow:
        group = await groups.join(uow, actor, person, token)
        await uow.commit()
    return group


async def test_a_group_is_kept_as_it_was_planned(store: SqlStore, admin: Actor) -> None:
    group = await founded(store, admin)
    await founded(store, admin, GroupPlan("دبیرخانه", Level.HEADQUARTERS, frozenset(), frozenset(), WEEKLY, True))
    async with store.look() as uow:
        first, second = await uow.groups.all()
    assert (first.number, first.name, first.level, first.topics, first.districts, first.schedule) == (
        1, PLAN.name, PLAN.level, PLAN.topics, PLAN.districts, PLAN.schedule,
    )  # fmt: skip
    assert first.id == group.id
    assert (second.number, second.takes_rest, second.topics) == (2, True, frozenset())


async def test_only_an_admin_sets_up_groups(store: SqlStore, admin: Actor) -> None:
    await founded(store, admin)
    citizen, _ = await somebody(store, 2)
    async with store.begin() as uow:
        for act in (
            groups.found(uow, citizen, PLAN),
            groups.bind(uow, citizen, 1),
            groups.invite(uow, citizen, 1),
            groups.reschedule(uow, citizen, 1, WEEKLY),
            groups.all_for_admin(uow, citizen),
        ):
            with pytest.raises(NotAllowed):
                await act


async def test_every_act_and_every_refusal_is_in_the_audit_log(store: SqlStore, admin: Actor) -> None:
    await founded(store, admin)
    citizen, _ = await somebody(store, 2)
    async with store.begin() as uow:
        access.record_refusal(uow, citizen, NotAllowed(act="found-group", subject="x"))
        await uow.commit()
    async with store.look() as uow:
        refusal, act = await uow.records.audited(10)
    assert (act.act, act.actor_id, act.allowed) == ("found-group", admin.person_id, True)
    assert (refusal.act, refusal.actor_id, refusal.allowed) == ("found-group", citizen.person_id, False)


async def test_a_group_is_bound_to_the_chat_where_the_admin_speaks(store: SqlStore, admin: Actor) -> None:
    await founded(store, admin)
    async with store.begin() as uow:
        chat = people.meet_group_chat(uow, "telegram", -5)
        await groups.bind(uow, Actor(admin.person_id, admin.roles, chat.id), 1)
        await uow.commit()
    async with store.look() as uow:
        (group,) = await uow.groups.all()
        here = Actor(12345, frozenset(), chat.id)
        assert group.contact_id == chat.id
        assert [one.id for one in await groups.of_actor(uow, here)] == [group.id], "whoever is in the group's chat"
        with pytest.raises(NotFound):
            await groups.by_number(uow, 9)


async def test_a_schedule_can_be_changed(store: SqlStore, admin: Actor) -> None:
    await founded(store, admin)
    async with store.begin() as uow:
        await groups.reschedule(uow, admin, 1, Schedule(Rhythm.QUARTERLY))
        await uow.commit()
    async with store.look() as uow:
        assert [group.schedule for group in await uow.groups.all()] == [Schedule(Rhythm.QUARTERLY)]


async def test_an_invite_gives_one_person_a_seat(store: SqlStore, admin: Actor) -> None:
    group = await founded(store, admin)
    token = await invited(store, admin)
    member, other = await somebody(store, 2), await somebody(store, 3)
    assert (await join(store, member, token)).id == group.id
    with pytest.raises(InviteInvalid):
        await join(store, other, token)
    async with store.look() as uow:
        assert await uow.groups.members(group.id) == [member[1].id]
        assert [one.id for one in await groups.of_actor(uow, member[0])] == [group.id]
        assert await groups.of_actor(uow, other[0]) == []


async def test_ones_own_second_press_is_harmless(store: SqlStore, admin: Actor) -> None:
    group = await founded(store, admin)
    token = await invited(store, admin)
    member = await somebody(store, 2)
    assert [(await join(store, member, token)).id for _ in range(2)] == [group.id] * 2
    async with store.look() as uow:
        assert len(await uow.groups.members(group.id)) == 1


async def test_an_invite_expires(store: SqlStore, admin: Actor) -> None:
    await founded(store, admin)
    token = await invited(store, admin)
    member = await somebody(store, 2)
    async with store.look() as uow:
        late = uow.now + INVITE_LIFE
    with time_machine.travel(late + timedelta(seconds=1)), pytest.raises(InviteInvalid):
        await join(store, member, token)
    with time_machine.travel(late - timedelta(minutes=1)):
        await join(store, member, token)


@pytest.mark.parametrize("token", ["", "x", "A" * 32, "'; DROP TABLE invite; --"])
async def test_an_invented_invite_is_refused(store: SqlStore, admin: Actor, token: str) -> None:
    await founded(store, admin)
    await invited(store, admin)
    with pytest.raises(InviteInvalid):
        await join(store, await somebody(store, 2), token)


async def test_only_the_hash_of_an_invite_is_stored(store: SqlStore, admin: Actor) -> None:
    await founded(store, admin)
    token = await invited(store, admin)
    assert len(token) <= 64
    async with store.writer.connect() as connection:
        rows = (await connection.execute(text("SELECT * FROM invite"))).all()
        logged = (await connection.execute(text("SELECT * FROM audit"))).all()
    assert token not in str(rows) + str(logged)


async def test_of_two_who_press_at_the_same_moment_one_gets_the_seat(postgresql_url: str) -> None:
    stores = [SqlStore(postgresql_url) for _ in range(2)]
    admin, _ = await somebody(stores[0], 1, Role.ADMIN)
    group = await founded(stores[0], admin)
    token = await invited(stores[0], admin)
    members = [await somebody(store, 10 + n) for n, store in enumerate(stores)]

    async def press(store: SqlStore, member: tuple[Actor, Person]) -> None:
        with suppress(InviteInvalid):
            await join(store, member, token)

    await asyncio.gather(*(press(store, member) for store, member in zip(stores, members, strict=True)))
    async with stores[0].look() as uow:
        assert len(await uow.groups.members(group.id)) == 1
    for store in stores:
        await store.close()

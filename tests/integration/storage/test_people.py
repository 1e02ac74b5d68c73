"""Persons, addresses, roles and dialogues."""

import pytest

from backend.domain.errors import Conflict
from backend.domain.people import Dialogue, Person, Role, StakeholderGroup
from backend.services import people
from backend.storage.unit_of_work import SqlStore
from tests.builders import a_contact, a_person


async def met(store: SqlStore, chat_id: int, platform: str = "telegram") -> tuple[int, Person]:
    async with store.begin() as uow:
        contact, person = people.meet(uow, platform, chat_id)
        await uow.commit()
    return contact.id, person


async def test_a_person_is_met_once_and_known_again(store: SqlStore) -> None:
    contact_id, person = await met(store, 2**40)
    async with store.begin() as uow:
        known = await people.contact_or_meet(uow, "telegram", 2**40)
        await uow.commit()
    assert (known.id, known.person_id, known.active) == (contact_id, person.id, True)


async def test_the_same_number_on_another_platform_is_another_address(store: SqlStore) -> None:
    one, _ = await met(store, 5)
    other, _ = await met(store, 5, "bale")
    async with store.look() as uow:
        assert (await uow.people.contacts_at("telegram", [5]))[5].id == one
        assert (await uow.people.contacts_at("bale", [5]))[5].id == other


async def test_two_who_meet_the_same_person_at_once_are_told_apart_by_the_key(store: SqlStore) -> None:
    await met(store, 5)
    with pytest.raises(Conflict):
        await met(store, 5)


async def test_a_profile_may_be_told_changed_and_taken_back(store: SqlStore) -> None:
    _, person = await met(store, 5)
    async with store.begin() as uow:
        people.join_stakeholder_group(uow, person, StakeholderGroup.ELITES)
        uow.people.set_profile(person.id, district="9")
        await uow.commit()
    async with store.look() as uow:
        known = (await uow.people.persons([person.id]))[person.id]
    assert (known.stakeholder_group, known.district, known.language) == (StakeholderGroup.ELITES, "9", "fa")
    async with store.begin() as uow:
        people.join_stakeholder_group(uow, person, None)
        await uow.commit()
    async with store.look() as uow:
        assert (await uow.people.persons([person.id]))[person.id].stakeholder_group is None


async def test_roles_are_given_once_and_taken_away(store: SqlStore) -> None:
    _, person = await met(store, 5)
    async with store.begin() as uow:
        uow.people.grant(person.id, Role.ADMIN)
        uow.people.grant(person.id, Role.ADMIN)
        await uow.commit()
    async with store.begin() as uow:
        assert await uow.people.roles([person.id, 12345]) == {person.id: frozenset({Role.ADMIN})}
        assert await uow.people.admins("telegram") == [5]
        assert await people.dismiss_admin(uow, "telegram", 5)
        assert not await people.dismiss_admin(uow, "telegram", 6)
        await uow.commit()
    async with store.look() as uow:
        assert await uow.people.roles([person.id]) == {}


async def test_admins_are_appointed_known_or_not_and_twice_is_harmless(store: SqlStore) -> None:
    _, person = await met(store, 5)
    for _ in range(2):
        async with store.begin() as uow:
            await people.appoint_admins(uow, "telegram", frozenset({5, 6}))
            await uow.commit()
    async with store.look() as uow:
        assert await uow.people.admins("telegram") == [5, 6]
        assert person.id in await uow.people.roles([person.id])


async def test_a_dialogue_goes_on_from_where_it_stood(store: SqlStore) -> None:
    contact_id, person = await met(store, 5)
    for step in ("name", "level"):
        async with store.begin() as uow:
            uow.people.put_dialogue(Dialogue(contact_id, person.id, step, {"name": "کارگروه"}))
            await uow.commit()
    async with store.begin() as uow:
        found = await uow.people.dialogues([contact_id])
        assert found == {(contact_id, person.id): Dialogue(contact_id, person.id, "level", {"name": "کارگروه"})}
        uow.people.end_dialogue(contact_id, person.id)
        uow.people.end_dialogue(contact_id, 999)
        await uow.commit()
    async with store.look() as uow:
        assert await uow.people.dialogues([contact_id]) == {}


async def test_two_people_in_one_group_chat_have_dialogues_of_their_own(store: SqlStore) -> None:
    chat, one, other = a_contact(chat_id=-5), a_person(), a_person()
    async with store.begin() as uow:
        uow.people.add(one)
        uow.people.add(other)
        uow.people.add_contact(chat)
        uow.people.put_dialogue(Dialogue(chat.id, one.id, "a", {}))
        uow.people.put_dialogue(Dialogue(chat.id, other.id, "b", {}))
        await uow.commit()
    async with store.look() as uow:
        steps = {key[1]: dialogue.step for key, dialogue in (await uow.people.dialogues([chat.id])).items()}
    assert steps == {one.id: "a", other.id: "b"}


async def test_only_active_private_addresses_of_a_person_are_written_to(store: SqlStore) -> None:
    contact_id, person = await met(store, 5)
    async with store.begin() as uow:
        uow.people.set_contact_active(contact_id, active=False)
        await uow.commit()
    async with store.look() as uow:
        assert await uow.people.contacts_of([person.id]) == []
    async with store.begin() as uow:
        contact = (await uow.people.contacts_at("telegram", [5]))[5]
        people.come_back(uow, contact)
        await uow.commit()
    async with store.look() as uow:
        assert [one.id for one in await uow.people.contacts_of([person.id])] == [contact_id]

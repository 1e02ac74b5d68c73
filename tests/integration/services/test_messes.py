"""Messes: who may link issues, what a merge does to links, and what is proposed."""

from collections.abc import Sequence
from datetime import timedelta

import pytest
from sqlalchemy import text

from backend.domain.errors import BadInput, NotAllowed, NotFound
from backend.domain.issue import Issue
from backend.domain.mess import LinkKind
from backend.domain.people import Role
from backend.domain.proposed_link import RECENT
from backend.services import messes
from backend.storage.unit_of_work import SqlStore
from tests.builders import NOON
from tests.integration.services.groups_at_work import a_seated_group, issues, report, somebody

CAUSES, WORSENS, SHARES = LinkKind.CAUSES, LinkKind.WORSENS, LinkKind.SHARES_CAUSE


async def test_a_member_links_issues_and_takes_the_link_away(store: SqlStore) -> None:
    seats = await a_seated_group(store)
    member = seats.members[0]
    first, second, third = await issues(store, {}, {}, {"topic": None})
    async with store.begin() as uow:
        await messes.link(uow, member, first.id, second.id, CAUSES)
        await messes.link(uow, member, first.id, second.id, CAUSES)
        await messes.link(uow, member, third.id, second.id, SHARES)
        sheet = await messes.sheet(uow, member, second.id)
        await uow.commit()
    assert sheet.mess.issue_ids == {first.id, second.id, third.id}
    assert [(link.a, link.b, link.kind) for link in sheet.mess.links] == [
        (first.id, second.id, CAUSES),
        (second.id, third.id, SHARES),
    ]
    async with store.begin() as uow:
        await messes.unlink(uow, member, first.id, second.id, CAUSES)
        await messes.unlink(uow, member, first.id, second.id, CAUSES)
        assert (await messes.sheet(uow, member, second.id)).mess.issue_ids == {second.id, third.id}
        await messes.link(uow, member, first.id, second.id, CAUSES)
        assert (await messes.sheet(uow, member, second.id)).mess.size == 3
        acts = [entry.act for entry in await uow.records.audited(20) if entry.allowed]
    assert acts.count("link-issues") == 4
    assert acts.count("unlink-issues") == 2


async def test_only_those_at_whose_desk_an_issue_lies_link_it(store: SqlStore) -> None:
    roads = await a_seated_group(store, number=1, topics=frozenset({"roads"}))
    parks = await a_seated_group(store, number=2, topics=frozenset({"parks"}))
    stranger, admin = await somebody(store, 5), await somebody(store, 6, Role.ADMIN)
    road, other_road, park, _ = await issues(store, {}, {}, {"topic": "parks"}, {"topic": "bus"})
    async with store.begin() as uow:
        for actor in (stranger, admin, parks.members[0]):
            with pytest.raises(NotAllowed):
                await messes.link(uow, actor, road.id, other_road.id, CAUSES)
            with pytest.raises(NotAllowed):
                await messes.unlink(uow, actor, road.id, other_road.id, CAUSES)
        for actor in (stranger, parks.members[0]):
            with pytest.raises(NotAllowed):
                await messes.sheet(uow, actor, road.id)
            with pytest.raises(NotAllowed):
                await messes.choices(uow, actor, road.id, 0)
        await messes.sheet(uow, admin, road.id)
        # A mess crosses subjects: either group may say that roads worsen parks.
        await messes.link(uow, parks.members[0], road.id, park.id, WORSENS)
        await messes.link(uow, roads.members[0], road.id, park.id, CAUSES)
        assert len((await messes.sheet(uow, roads.members[0], road.id)).own_links) == 2


async def test_the_secretary_links_for_every_group(store: SqlStore) -> None:
    await a_seated_group(store, topics=frozenset({"roads"}))
    secretary = await somebody(store, 5, Role.SECRETARY)
    first, second = await issues(store, {}, {"topic": "bus"})
    async with store.begin() as uow:
        await messes.link(uow, secretary, first.id, second.id, CAUSES)
        assert (await messes.sheet(uow, secretary, second.id)).mess.size == 2


async def test_an_issue_is_linked_with_another_one_that_exists(store: SqlStore) -> None:
    seats = await a_seated_group(store)
    (issue,) = await issues(store, {})
    async with store.begin() as uow:
        with pytest.raises(BadInput):
            await messes.link(uow, seats.members[0], issue.id, issue.id, SHARES)
        with pytest.raises(NotFound):
            await messes.link(uow, seats.members[0], issue.id, 12345, SHARES)


async def test_links_follow_a_merge_and_its_undoing(store: SqlStore) -> None:
    member = (await a_seated_group(store)).members[0]
    first, second, third = await issues(store, {}, {}, {})
    async with store.begin() as uow:
        await messes.link(uow, member, first.id, second.id, CAUSES)
        await messes.link(uow, member, third.id, second.id, WORSENS)
        uow.issues.change(first.id, root_id=third.id)
        merged = await messes.sheet(uow, member, second.id)
        assert {(link.a, link.b, link.kind) for link in merged.mess.links} == {
            (third.id, second.id, CAUSES),
            (third.id, second.id, WORSENS),
        }
        assert (await messes.sheet(uow, member, first.id)).issue.id == third.id
        uow.issues.change(second.id, root_id=third.id)
        assert (await messes.sheet(uow, member, third.id)).mess.size == 1
        uow.issues.change(second.id, root_id=second.id)
        # What was linked before the merge is removed as what it is now.
        await messes.unlink(uow, member, third.id, second.id, CAUSES)
        uow.issues.change(first.id, root_id=first.id)
        apart = await messes.sheet(uow, member, second.id)
    assert {(link.a, link.b, link.kind) for link in apart.mess.links} == {(third.id, second.id, WORSENS)}


async def test_what_the_same_people_report_is_proposed(store: SqlStore) -> None:
    member = (await a_seated_group(store)).members[0]
    crowd = [(await somebody(store, 1000 + one)).person_id for one in range(40)]
    flood, jam, dogs, place = await issues(
        store,
        {"district": "9", "locality": "سناباد"},
        {"topic": "bus"},
        {"topic": "parks"},
        {"topic": "parks", "district": "9", "locality": "سناباد"},
    )
    await report(store, flood, crowd[:5])
    await report(store, jam, crowd[1:6])
    await report(store, dogs, crowd[4:])
    async with store.begin() as uow:
        found = await messes.choices(uow, member, flood.id, 0)
    assert [(one.issue_id, one.same_people, one.same_place) for one in found.proposed] == [
        (jam.id, True, False),
        (place.id, False, True),
    ]
    assert found.others == [dogs.id]
    async with store.begin() as uow:
        await messes.link(uow, member, jam.id, flood.id, CAUSES)
        again = await messes.choices(uow, member, flood.id, 0)
    assert [one.issue_id for one in again.proposed] == [place.id]
    assert jam.id not in again.others


async def test_old_and_hidden_messages_propose_nothing(store: SqlStore) -> None:
    member = (await a_seated_group(store)).members[0]
    crowd = [(await somebody(store, 1000 + one)).person_id for one in range(9)]
    first, second, third = await issues(store, {}, {"topic": "bus"}, {"topic": "parks"})
    await report(store, first, crowd[:4])
    await report(store, second, crowd[:4], created_at=NOON.replace(year=2025))
    await report(store, third, crowd[:4], state="hidden")
    async with store.begin() as uow:
        assert (await messes.choices(uow, member, first.id, 0)).proposed == []


async def test_the_groups_issues_are_paged(store: SqlStore) -> None:
    seats = await a_seated_group(store, topics=frozenset({"roads"}))
    made = await issues(store, *({"title": f"چالهٔ {number}"} for number in range(messes.PAGE + 3)), {"topic": "bus"})
    async with store.begin() as uow:
        first = await messes.choices(uow, seats.members[0], made[0].id, 0)
        second = await messes.choices(uow, seats.members[0], made[0].id, 1)
    assert (first.has_more, second.has_more) == (True, False)
    assert {*first.others, *second.others} == {issue.id for issue in made[1:-1]}


async def test_a_link_is_one_row(store: SqlStore) -> None:
    seats = await a_seated_group(store)
    first, second = await issues(store, {}, {})
    for member in seats.members:
        async with store.begin() as uow:
            await messes.link(uow, member, second.id, first.id, SHARES)
            await messes.link(uow, member, first.id, second.id, SHARES)
            await uow.commit()
    async with store.writer.connect() as connection:
        assert (await connection.execute(text("SELECT count(*) FROM issue_link"))).scalar() == 1


async def support(store: SqlStore, issue: Issue, persons: Sequence[int], days_ago: int = 0) -> None:
    """Let each of these persons say «من هم»."""
    async with store.begin() as uow:
        for person_id in persons:
            uow.following.support(issue.id, person_id, uow.now - timedelta(days=days_ago))
        await uow.commit()


async def test_who_says_me_too_is_one_of_the_same_people(store: SqlStore) -> None:
    member = (await a_seated_group(store)).members[0]
    crowd = [(await somebody(store, 1000 + one)).person_id for one in range(40)]
    flood, jam, dogs, old = await issues(store, {}, {"topic": "bus"}, {"topic": "parks"}, {"topic": "waste"})
    await report(store, flood, crowd[:2])
    await support(store, flood, crowd[1:5])
    await support(store, jam, crowd[1:6])
    await report(store, jam, crowd[1:2])
    await report(store, dogs, crowd[4:])
    await support(store, old, crowd[:5], days_ago=100)
    async with store.begin() as uow:
        since = uow.now - RECENT
        own = await uow.messes.trace(flood.id, since)
        assert own is not None
        assert own.people == 5, "who writes and supports is one"
        (found,) = [one for one in await uow.messes.candidates(own, since, 9) if one.trace.issue_id == jam.id]
        assert (found.together, found.trace.people) == (4, 5)
        assert await uow.messes.population(since) == 40
        proposed = (await messes.choices(uow, member, flood.id, 0)).proposed
    assert [(one.issue_id, one.same_people) for one in proposed] == [(jam.id, True)]


async def test_supports_count_for_what_an_issue_was_merged_into(store: SqlStore) -> None:
    member = (await a_seated_group(store)).members[0]
    crowd = [(await somebody(store, 1000 + one)).person_id for one in range(30)]
    flood, part, jam, dogs = await issues(store, {}, {}, {"topic": "bus"}, {"topic": "parks"})
    await support(store, part, crowd[:4])
    await support(store, jam, crowd[:4])
    await report(store, dogs, crowd[5:])
    async with store.begin() as uow:
        uow.issues.change(part.id, root_id=flood.id)
        proposed = (await messes.choices(uow, member, flood.id, 0)).proposed
    assert [one.issue_id for one in proposed] == [jam.id]

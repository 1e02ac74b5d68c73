"""Gathering: the same problem meets in one issue, and the memory can be built anew from what is stored."""

from datetime import timedelta

import pytest

from backend.domain.concern import Concern, ConcernState
from backend.domain.errors import Unavailable
from backend.domain.issue import Issue
from backend.jobs import tasks
from backend.services import concerns, gathering, people
from backend.storage.unit_of_work import SqlStore, SqlUnitOfWork
from tests.builders import NOON, a_city, a_concern, a_reading, said
from tests.fakes import FakeGatherer, sign


async def keep(store: SqlStore, *kept: Concern) -> None:
    async with store.begin() as uow:
        for concern in kept:
            uow.concerns.add(concern)
        await uow.commit()


async def gather(store: SqlStore, gatherer: FakeGatherer, limit: int = 100) -> int:
    async with store.begin() as uow:
        count = await gathering.gather(uow, gatherer, limit)
        await uow.commit()
    return count


async def placement(store: SqlStore) -> dict[int, int | None]:
    async with store.look() as uow:
        return {concern.id: concern.issue_id for concern in await uow.concerns.page(0, 1000)}


async def issues(store: SqlStore) -> dict[int, Issue]:
    async with store.look() as uow:
        return {issue.id: issue for issue in await uow.issues.page(0, 1000)}


async def test_the_same_problem_meets_in_one_issue_and_others_have_their_own(store: SqlStore) -> None:
    roads = [a_concern() for _ in range(3)]
    bus = a_concern(topic="bus", signature=b"bus", headline="اتوبوس")
    await keep(store, *roads, bus)
    assert await gather(store, FakeGatherer(store)) == 4
    placed = await placement(store)
    assert len({placed[concern.id] for concern in roads}) == 1
    assert placed[bus.id] not in (None, placed[roads[0].id])
    found = await issues(store)
    assert {issue.title for issue in found.values()} == {"چالهٔ خیابان", "اتوبوس"}
    async with store.look() as uow:
        assert await uow.issues.sizes(found) == {placed[roads[0].id]: (3, 3), placed[bus.id]: (1, 1)}


async def test_one_person_counts_once_in_an_issue(store: SqlStore) -> None:
    async with store.begin() as uow:
        _, person = people.meet(uow, "telegram", 1)
        for _ in range(3):
            uow.concerns.add(a_concern(person.id))
        uow.concerns.add(a_concern())
        await uow.commit()
    await gather(store, FakeGatherer(store))
    async with store.look() as uow:
        assert list((await uow.issues.sizes(await issues(store))).values()) == [(4, 2)]


async def test_thanks_and_greetings_raise_no_issue(store: SqlStore) -> None:
    thanks = a_concern(topic="nothing")
    await keep(store, thanks)
    assert await gather(store, FakeGatherer(store)) == 1
    assert await placement(store) == {thanks.id: None}
    assert await issues(store) == {}
    assert await gather(store, FakeGatherer(store)) == 0, "it does not wait for ever"


async def test_gathering_in_small_batches_gives_the_same_as_in_one(store: SqlStore) -> None:
    kept = [a_concern(signature=bytes([n % 3]), created_at=NOON + timedelta(minutes=n)) for n in range(10)]
    await keep(store, *kept)
    gatherer = FakeGatherer(store)
    while await gather(store, gatherer, limit=3):
        pass
    placed = await placement(store)
    groups = {
        signature: {placed[c.id] for c in kept if c.signature == signature} for signature in (b"\0", b"\1", b"\2")
    }
    assert all(len(found) == 1 for found in groups.values())
    assert len(await issues(store)) == 3


async def test_an_issue_knows_when_it_was_first_and_last_heard_of_and_where(store: SqlStore) -> None:
    first = a_concern(created_at=NOON - timedelta(days=3))
    later = a_concern(created_at=NOON, district="9", locality="کوچهٔ بهار")
    await keep(store, first)
    gatherer = FakeGatherer(store)
    await gather(store, gatherer)
    await keep(store, later)
    await gather(store, gatherer)
    (issue,) = (await issues(store)).values()
    assert (issue.first_seen, issue.last_seen) == (first.created_at, later.created_at)
    assert (issue.district, issue.locality) == ("9", "کوچهٔ بهار")


async def test_a_memory_built_anew_places_as_the_old_one_would(store: SqlStore) -> None:
    def more() -> list[Concern]:
        return [a_concern(signature=bytes([n % 5])) for n in range(10)]

    await keep(store, *more()[:7])
    await gather(store, FakeGatherer(store))
    before = await issues(store)
    await keep(store, *more())
    await gather(store, FakeGatherer(store))
    assert (await issues(store)).keys() == before.keys()
    async with store.look() as uow:
        assert sum(messages for messages, _ in (await uow.issues.sizes(before)).values()) == 17


async def test_a_concern_whose_topic_was_corrected_goes_to_another_issue(store: SqlStore) -> None:
    gatherer = FakeGatherer(store)
    async with store.begin() as uow:
        _, person = people.meet(uow, "telegram", 1)
        one = concerns.take(uow, a_city(), person, said())
        uow.concerns.add(a_concern())
        uow.concerns.add(a_concern(topic="bus", signature=b"bus"))
        await uow.commit()
    await gather(store, gatherer)
    async with store.begin() as uow:
        await concerns.choose_topic(uow, sign, person, one.id, "bus")
        await uow.commit()
    await gather(store, gatherer)
    async with store.look() as uow:
        sizes = await uow.issues.sizes(await issues(store))
    by_topic = {issue.topic: sizes[issue.id][0] for issue in (await issues(store)).values()}
    assert by_topic == {"roads": 1, "bus": 2}


async def test_a_batch_that_fails_costs_the_memory_and_no_concern(
    store: SqlStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The memory ran ahead of the database, so it is thrown away: no concern points at an issue that is not there."""
    gatherer = FakeGatherer(store)
    await keep(store, a_concern())

    async def fail(_: object) -> None:
        raise Unavailable

    with monkeypatch.context() as broken:
        broken.setattr(SqlUnitOfWork, "commit", fail)
        with pytest.raises(Unavailable):
            await tasks.gather(store, gatherer)
    assert await tasks.gather(store, gatherer) == 1
    assert await tasks.gather(store, gatherer) == 0
    assert gatherer.rebuilt == 2, "once at first, once after the failure, and kept from then on"
    async with store.look() as uow:
        (concern,) = await uow.concerns.page(0, 10)
    assert concern.state is ConcernState.GATHERED
    assert concern.issue_id in await issues(store)


async def test_an_issue_whose_words_were_erased_takes_its_title_from_the_next_message(store: SqlStore) -> None:
    gatherer = FakeGatherer(store)
    async with store.begin() as uow:
        _, person = people.meet(uow, "telegram", 1)
        one = concerns.take(uow, a_city(), person, said("راز", a_reading(headline="راز")))
        await uow.commit()
    await gather(store, gatherer)
    async with store.begin() as uow:
        await concerns.delete(uow, person, one.id)
        await uow.commit()
    assert [issue.title for issue in (await issues(store)).values()] == [""]
    await keep(store, a_concern())
    await gather(store, gatherer)
    assert [issue.title for issue in (await issues(store)).values()] == ["چالهٔ خیابان"]


async def test_the_first_message_that_names_the_place_gives_the_title(store: SqlStore) -> None:
    vague = a_concern(headline="چاله")
    placed = a_concern(headline="چاله در خیابان عبادی", locality="خیابان عبادی")
    later = a_concern(headline="چاله در خیابان عبادی ۳۰", locality="خیابان عبادی ۳۰")
    for concern in (vague, placed, later):
        await keep(store, concern)
        await gather(store, FakeGatherer(store))
    (issue,) = (await issues(store)).values()
    assert (issue.title, issue.locality) == ("چاله در خیابان عبادی", "خیابان عبادی")

"""Concerns: kept, edited within the hour, corrected, erased, and only by whom they belong to."""

from datetime import timedelta

import pytest
from sqlalchemy import text

from backend.domain.concern import Concern, ConcernState, Reading
from backend.domain.errors import BadTrackingCode, NotFound, TooLateToEdit, UnknownCode
from backend.domain.people import Person, StakeholderGroup
from backend.domain.said import Said
from backend.domain.tracking_code import new_code, spoken
from backend.ports import UnitOfWork
from backend.services import concerns, digests, gathering, joining, people, standings
from backend.storage.unit_of_work import SqlStore
from tests.builders import NOON, a_city, a_concern, a_group, a_period, a_reading, said
from tests.fakes import FakeGatherer, FakeReader, sign


@pytest.fixture
async def person(store: SqlStore) -> Person:
    async with store.begin() as uow:
        _, met = people.meet(uow, "telegram", 101)
        met = people.join_stakeholder_group(uow, met, StakeholderGroup.ELITES)
        met = people.live_in(uow, a_city(), met, "9")
        await uow.commit()
    return met


async def take(
    store: SqlStore, person: Person, words: str = "چاله", reading: Reading | None = None, **at: int
) -> Concern:
    async with store.begin() as uow:
        concern = concerns.take(uow, a_city(), person, said(words, reading, at=NOON + timedelta(**at)))
        await uow.commit()
    return concern


async def edit(uow: UnitOfWork, person: Person, changed: Said) -> Concern:
    reader = FakeReader({changed.text: changed.reading})
    return await joining.edit(uow, reader, sign, a_city(), person, changed)


async def stored(store: SqlStore, concern: Concern) -> Concern:
    async with store.look() as uow:
        found = await uow.concerns.by_id(concern.id)
    assert found is not None
    return found


async def gather(store: SqlStore, gatherer: FakeGatherer) -> None:
    async with store.begin() as uow:
        await gathering.gather(uow, gatherer, 100)
        await uow.commit()


async def rows_that_hold(store: SqlStore, word: str) -> list[str]:
    """Search every column of every table for a word."""
    from backend.storage.tables import metadata

    found = []
    async with store.writer.connect() as connection:
        for table in metadata.sorted_tables:
            for row in (await connection.execute(text(f'SELECT * FROM "{table.name}"'))).all():
                found += [table.name for value in row if word in _words(value)]
    return found


def _words(value: object) -> str:
    if isinstance(value, bytes):
        return value.decode("utf-8", "replace")
    # JSON columns may hold letters as escapes.
    said = str(value)
    return said + said.encode().decode("unicode_escape", "replace") if "\\u" in said else said


async def test_a_concern_is_kept_with_what_is_known_of_it(store: SqlStore, person: Person) -> None:
    kept = await stored(store, await take(store, person, "چاله", a_reading(locality="کوچهٔ بهار", urgency="urgent")))
    assert (kept.text, kept.redacted, kept.person_id, kept.created_at) == ("چاله", "متن بی‌نام", person.id, NOON)
    assert (kept.stakeholder_group, kept.district, kept.locality) == (StakeholderGroup.ELITES, "9", "کوچهٔ بهار")
    assert (kept.topic, kept.urgency, kept.state) == ("roads", "urgent", ConcernState.RECEIVED)
    assert {(tag.code, tag.asserted) for tag in kept.topics} == {("roads", True), ("bus", False), ("parks", False)}


async def test_the_district_of_the_words_comes_before_the_home(store: SqlStore, person: Person) -> None:
    assert (await take(store, person, reading=a_reading(district="1"))).district == "1"


async def test_what_could_not_be_read_is_kept_all_the_same_and_read_later(store: SqlStore, person: Person) -> None:
    concern = await take(store, person, "چاله", Reading())
    assert concern.code
    async with store.look() as uow:
        assert await uow.concerns.waiting(10) == []
        assert [one.id for one in await uow.concerns.unread(10)] == [concern.id]
    reader = FakeReader()
    reader.is_away = True
    for is_away, understood in ((True, 0), (False, 1), (False, 0)):
        reader.is_away = is_away
        async with store.begin() as uow:
            assert await concerns.read_again(uow, reader, 10) == understood
            await uow.commit()
    again = await stored(store, concern)
    assert (again.topic, again.redacted, again.district, again.code) == ("roads", "چاله", "9", concern.code)


@pytest.mark.parametrize(("minutes", "is_in_time"), [(0, True), (59, True), (60, True), (61, False), (2000, False)])
async def test_words_may_be_changed_for_an_hour(
    store: SqlStore, person: Person, minutes: int, is_in_time: bool
) -> None:
    concern = await take(store, person)
    later = said("درخت", a_reading("parks"), at=NOON + timedelta(minutes=minutes))
    async with store.begin() as uow:
        if is_in_time:
            await edit(uow, person, later)
        else:
            with pytest.raises(TooLateToEdit):
                await edit(uow, person, later)
        await uow.commit()
    kept = await stored(store, concern)
    assert (kept.text, kept.topic) == (("درخت", "parks") if is_in_time else ("چاله", "roads"))
    assert kept.code == concern.code
    assert kept.created_at == NOON


async def test_an_edited_concern_is_gathered_anew_and_its_former_words_are_gone(
    store: SqlStore, person: Person
) -> None:
    gatherer = FakeGatherer(store)
    concern = await take(store, person, "راز", a_reading("roads", redacted="راز", headline="راز"))
    await gather(store, gatherer)
    former = (await stored(store, concern)).issue_id
    async with store.begin() as uow:
        reading = a_reading("parks", redacted="درخت", headline="درخت")
        await edit(uow, person, said("درخت", reading))
        await uow.commit()
    assert (await stored(store, concern)).issue_id is None
    await gather(store, gatherer)
    assert (await stored(store, concern)).issue_id not in (None, former)
    assert await rows_that_hold(store, "راز") == []


async def test_an_edit_of_something_else_finds_nothing(store: SqlStore, person: Person) -> None:
    await take(store, person)
    async with store.begin() as uow:
        with pytest.raises(NotFound):
            await edit(uow, person, said("x", message_id=8))


async def test_a_corrected_topic_is_kept_beside_the_models_and_gathered_anew(store: SqlStore, person: Person) -> None:
    gatherer = FakeGatherer(store)
    concern = await take(store, person)
    await gather(store, gatherer)
    former = (await stored(store, concern)).issue_id
    async with store.begin() as uow:
        await concerns.choose_topic(uow, sign, person, concern.id, "bus")
        await uow.commit()
    await gather(store, gatherer)
    kept = await stored(store, concern)
    assert kept.topic == "bus"
    assert kept.issue_id not in (None, former)
    assert {(tag.code, tag.by, tag.asserted) for tag in kept.topics} >= {
        ("bus", "citizen", True),
        ("roads", "test-1", False),
    }


async def test_confirming_twice_is_as_good_as_once(store: SqlStore, person: Person) -> None:
    concern = await take(store, person)
    for _ in range(2):
        async with store.begin() as uow:
            await concerns.confirm_topic(uow, person, concern.id)
            await uow.commit()
    assert [(tag.code, tag.by) for tag in (await stored(store, concern)).topics if tag.asserted] == [
        ("roads", "citizen")
    ]


async def test_deleting_erases_the_words_everywhere(store: SqlStore, person: Person) -> None:
    concern = await take(
        store, person, "راز", a_reading(redacted="راز", headline="راز", locality="راز", signature=b"x")
    )
    await gather(store, FakeGatherer(store))
    group = a_group()
    async with store.begin() as uow:
        uow.groups.add(group)
        await uow.commit()
    async with store.begin() as uow:
        digest = await digests.build(uow, group, type(a_period())(NOON - timedelta(days=1), NOON + timedelta(days=1)))
        assert digest.items
        digests.issue(uow, digest, [], [])
        await uow.commit()
    assert await rows_that_hold(store, "راز") != []
    async with store.begin() as uow:
        await concerns.delete(uow, person, concern.id)
        await uow.commit()
    assert await rows_that_hold(store, "راز") == []
    kept = await stored(store, concern)
    assert (kept.state, kept.person_id, kept.code) == (ConcernState.DELETED, None, concern.code)
    assert (kept.topic, kept.district, kept.stakeholder_group, kept.topics) == (None, None, None, ())


async def test_a_deleted_concern_cannot_be_found_changed_or_deleted_again(store: SqlStore, person: Person) -> None:
    concern = await take(store, person)
    async with store.begin() as uow:
        await concerns.delete(uow, person, concern.id)
        await uow.commit()
    async with store.begin() as uow:
        assert (await standings.mine(uow, person)).own == ()
        with pytest.raises(UnknownCode):
            await standings.track(uow, concern.code)
        with pytest.raises(NotFound):
            await edit(uow, person, said("x"))
        with pytest.raises(NotFound):
            await concerns.delete(uow, person, concern.id)


async def test_a_foreign_person_is_refused_everything(store: SqlStore, person: Person) -> None:
    concern = await take(store, person)
    async with store.begin() as uow:
        _, stranger = people.meet(uow, "telegram", 102)
        for act in (
            concerns.own(uow, stranger, concern.id),
            concerns.delete(uow, stranger, concern.id),
            concerns.confirm_topic(uow, stranger, concern.id),
            concerns.choose_topic(uow, sign, stranger, concern.id, "bus"),
            edit(uow, stranger, said("x")),
        ):
            with pytest.raises(NotFound):
                await act
        assert (await standings.mine(uow, stranger)).own == ()
        await uow.commit()
    assert (await stored(store, concern)).text == "چاله"


async def test_an_imported_concern_belongs_to_nobody_who_asks(store: SqlStore, person: Person) -> None:
    imported = a_concern(None)
    async with store.begin() as uow:
        uow.concerns.add(imported)
        await uow.commit()
    async with store.begin() as uow:
        with pytest.raises(NotFound):
            await concerns.own(uow, person, imported.id)


async def test_a_concern_is_followed_by_its_code(store: SqlStore, person: Person) -> None:
    concern = await take(store, person)
    await gather(store, FakeGatherer(store))
    async with store.look() as uow:
        standing = await standings.track(uow, spoken(concern.code).lower())
        assert standing.concern.id == concern.id
        assert standing.course is not None
        assert (standing.course.messages, standing.course.people) == (1, 1)
        with pytest.raises(BadTrackingCode):
            await standings.track(uow, "سلام")
        with pytest.raises(UnknownCode):
            await standings.track(uow, new_code())


async def test_ones_own_concerns_are_listed_newest_first(store: SqlStore, person: Person) -> None:
    taken = [await take(store, person, minutes=n) for n in range(12)]
    async with store.look() as uow:
        mine = (await standings.mine(uow, person)).own
    assert [standing.concern.id for standing in mine] == [concern.id for concern in reversed(taken)][:10]

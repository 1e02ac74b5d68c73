"""A writer hears that others brought the same up, and says whether it is the same."""

from datetime import timedelta

import pytest

from backend.domain.concern import ConcernState, Source
from tests.builders import a_concern, a_reading
from tests.fakes import FakeGatherer
from tests.integration.bot.conftest import Bench
from tests.integration.bot.loop import brought_up, concerns_of, gathered, heard, only_issue

BEFORE, AFTER = 71, 72


def asked(said: list[str]) -> list[str]:
    return [one for one in said if "پیش از شما" in one]


async def test_the_second_writer_is_told_and_not_the_first(bench: Bench) -> None:
    await brought_up(bench, BEFORE)
    await brought_up(bench, AFTER)
    assert asked(await heard(bench, BEFORE)) == []
    (said,) = asked(await heard(bench, AFTER))
    assert "چند نفر" in said
    assert "چالهٔ خیابان" in said
    assert "تازه" in said


async def test_from_five_on_the_number_is_told(bench: Bench) -> None:
    await brought_up(bench, 1, 2, 3, 4, 5)
    await brought_up(bench, AFTER)
    (said,) = asked(await heard(bench, AFTER))
    assert "۵ نفر" in said


async def test_whoever_writes_twice_alone_is_not_told_of_themselves(bench: Bench) -> None:
    await brought_up(bench, BEFORE)
    await brought_up(bench, BEFORE)
    assert asked(await heard(bench, BEFORE)) == []


async def test_a_concern_that_is_gathered_again_is_not_told_of_again(bench: Bench) -> None:
    await brought_up(bench, BEFORE, AFTER)
    async with bench.store.begin() as uow:
        for concern in await uow.concerns.page(0, 10):
            uow.concerns.change(concern.id, state=ConcernState.RECEIVED.value, issue_id=None)
        await uow.commit()
    await gathered(bench)
    assert len(asked(await heard(bench, AFTER))) == 1


async def test_of_two_who_come_together_the_later_one_is_told(bench: Bench) -> None:
    await brought_up(bench, BEFORE, AFTER)
    assert asked(await heard(bench, BEFORE)) == []
    assert len(asked(await heard(bench, AFTER))) == 1


@pytest.mark.parametrize(
    ("source", "age"), [(Source.LINE_137, timedelta(0)), (Source.BOT, timedelta(minutes=11))], ids=["import", "old"]
)
async def test_imports_and_old_messages_are_told_nothing(bench: Bench, source: Source, age: timedelta) -> None:
    issue = await brought_up(bench, BEFORE, AFTER)
    first = len(asked(await heard(bench, BEFORE)))
    async with bench.store.begin() as uow:
        person_id = (await uow.concerns.page(0, 1))[0].person_id
        uow.concerns.add(a_concern(person_id, created_at=uow.now - age, source=source))
        await uow.commit()
    await gathered(bench)
    assert len(asked(await heard(bench, BEFORE))) == first
    assert (await only_issue(bench)).id == issue.id


async def test_me_too_lets_the_writer_stand_behind_the_issue(bench: Bench) -> None:
    issue = await brought_up(bench, BEFORE, AFTER)
    concern = (await concerns_of(bench))[1]
    assert concern.person_id is not None
    for _ in range(2):
        await bench.play(bench.press(AFTER, f"f:same:{concern.id}"))
    async with bench.store.look() as uow:
        ties = await uow.following.ties(concern.person_id, [issue.id])
        people = await uow.following.people_behind([issue.id])
    assert ties[issue.id].is_supported
    assert people == {issue.id: 2}, "who wrote and supports is one person"


async def test_what_differs_becomes_an_issue_of_its_own_and_stays_it(bench: Bench) -> None:
    issue = await brought_up(bench, BEFORE, AFTER)
    gatherer = FakeGatherer(bench.store)
    concern = (await concerns_of(bench))[1]
    for _ in range(2):
        await bench.play(bench.press(AFTER, f"f:apart:{concern.id}"))
        await gathered(bench, gatherer)
    own = (await concerns_of(bench))[1].issue_id
    assert own not in {issue.id, None}
    async with bench.store.begin() as uow:
        uow.concerns.change(concern.id, state=ConcernState.RECEIVED.value, issue_id=None)
        await uow.commit()
    await gathered(bench)
    assert (await concerns_of(bench))[1].issue_id not in {issue.id, None}


async def test_another_persons_concern_is_not_ones_to_part(bench: Bench) -> None:
    issue = await brought_up(bench, BEFORE, AFTER)
    concern = (await concerns_of(bench))[0]
    await bench.play(bench.press(AFTER, f"f:apart:{concern.id}"), bench.press(99, f"f:same:{concern.id}"))
    assert [one.issue_id for one in await concerns_of(bench)] == [issue.id, issue.id]
    async with bench.store.look() as uow:
        assert await uow.following.people_behind([issue.id]) == {issue.id: 2}


async def test_a_merged_issue_is_told_of_by_the_one_it_became_part_of(bench: Bench) -> None:
    leaf = await brought_up(bench, BEFORE)
    bench.reader.readings["اتوبوس نمی‌آید"] = a_reading("bus", redacted="اتوبوس نمی‌آید", headline="کمبود اتوبوس")
    await bench.play(bench.message(3, "اتوبوس نمی‌آید"))
    await gathered(bench)
    async with bench.store.begin() as uow:
        root = next(one for one in await uow.issues.page(0, 10) if one.id != leaf.id)
        uow.issues.change(leaf.id, root_id=root.id)
        await uow.commit()
    await bench.play(bench.message(AFTER, "چاله‌ای در خیابان ماست"))
    await gathered(bench)
    (said,) = asked(await heard(bench, AFTER))
    assert "کمبود اتوبوس" in said

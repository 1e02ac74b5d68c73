"""Members name issues by their code: opening, merging, linking, refused where an issue is not their business."""

import pytest

from backend.domain.issue_code import CODES, code_of
from tests.builders import an_issue
from tests.integration.bot.conftest import Bench
from tests.integration.bot.desk_town import (
    ADMIN,
    DISTRICT,
    MEMBER,
    OF_PARKS,
    SECRETARY,
    STRANGER,
    DeskTown,
    a_desk_town,
)


@pytest.fixture
async def town(bench: Bench) -> DeskTown:
    return await a_desk_town(bench)


def code(town: DeskTown, name: str) -> str:
    return code_of(town.issues[name].id)


async def a_twin(town: DeskTown, name: str) -> None:
    """Make another issue with the same code at the same desk."""
    twin = an_issue(id=town.issues[name].id + CODES, title="همزاد", district="9")
    async with town.store.begin() as uow:
        uow.issues.add(twin)
        await uow.commit()


async def test_a_card_shows_its_code_and_is_opened_by_it(town: DeskTown) -> None:
    await town.on_card(MEMBER, "o", "hole")
    assert code(town, "hole") in town.last(MEMBER)
    for who in (MEMBER, SECRETARY, ADMIN):
        await town.say(who, f"/issue {code(town, 'bus').lower().replace('-', ' ')}")
        assert "🗂 اتوبوس دیر" in town.last(who)


async def test_the_code_of_a_merged_issue_opens_what_it_became(town: DeskTown) -> None:
    await town.press(MEMBER, "i:my", DISTRICT, town.issues["hole"].id, town.issues["pit"].id)
    await town.say(MEMBER, f"/issue {code(town, 'pit')}")
    assert "🗂 چالهٔ خیابان عبادی" in town.last(MEMBER)


async def test_a_code_opens_nothing_for_those_whose_business_it_is_not(town: DeskTown) -> None:
    for who in (OF_PARKS, STRANGER):
        await town.say(who, f"/issue {code(town, 'hole')}")
        assert "در اختیار شما نیست" in town.last(who)
    assert ("see-issue", f"issue {town.issues['hole'].id}") in await town.refused()


async def test_a_wrong_code_is_told(town: DeskTown) -> None:
    await town.say(MEMBER, f"/issue {code_of(12345)}")
    assert "مسئله‌ای با این کد پیدا نشد" in town.last(MEMBER)
    await town.say(MEMBER, "/issue ۱")
    assert "🗂" in town.last(MEMBER)


async def test_of_issues_with_one_code_the_member_chooses(town: DeskTown) -> None:
    await a_twin(town, "pit")
    await town.say(MEMBER, f"/issue {code(town, 'pit')}")
    assert "همزاد" in town.last(MEMBER)
    assert len(town.buttons(MEMBER)) == 2
    await town.on_card(MEMBER, "mg", "hole")
    await town.say(MEMBER, code(town, "pit"))
    assert "همزاد" in town.last(MEMBER)
    assert sum(data.startswith("i:mw:") for data in town.buttons(MEMBER)) == 2
    await town.press(MEMBER, "m:new", town.issues["hole"].id, 0)
    await town.say(MEMBER, code(town, "pit"))
    assert sum(data.startswith("m:pick:") for data in town.buttons(MEMBER)) == 2


async def test_a_typed_code_merges_after_the_question(town: DeskTown) -> None:
    await town.on_card(MEMBER, "mg", "hole")
    assert code(town, "pit") in town.last(MEMBER)
    await town.say(MEMBER, code(town, "bus"))
    assert "«اتوبوس دیر» بخشی از «چالهٔ خیابان عبادی» شود؟" in town.last(MEMBER)
    assert not (await town.issue("bus")).is_merged
    await town.press(MEMBER, "i:my", DISTRICT, town.issues["hole"].id, town.issues["bus"].id)
    assert (await town.issue("bus")).root_id == town.issues["hole"].id


async def test_what_lies_elsewhere_is_not_merged_by_its_code(town: DeskTown) -> None:
    await town.on_card(MEMBER, "mg", "hole")
    await town.say(MEMBER, code(town, "nowhere"))
    assert "در اختیار شما نیست" in town.last(MEMBER)
    refused = (await town.refused())[0]
    assert refused == ("merge-issues", f"issue {town.issues['nowhere'].id} group {DISTRICT}")


async def test_words_while_a_code_could_be_typed_are_still_a_concern(town: DeskTown) -> None:
    await town.on_card(MEMBER, "mg", "hole")
    await town.say(MEMBER, "چراغ خیابان ما خاموش است")
    assert "کد پیگیری" in town.last(MEMBER)


async def test_an_issue_of_another_desk_is_linked_by_its_code(town: DeskTown) -> None:
    await town.press(MEMBER, "m:new", town.issues["hole"].id, 0)
    await town.say(MEMBER, code(town, "nowhere"))
    assert "آن: «بی‌کس»" in town.last(MEMBER)
    await town.press(MEMBER, "m:new", town.issues["hole"].id, 0)
    await town.say(MEMBER, code(town, "hole"))
    assert "مسئله‌ای با این کد پیدا نشد" in town.last(MEMBER)


async def test_an_issue_comes_up_in_the_list_with_what_was_merged_into_it(town: DeskTown) -> None:
    old, fresh = town.issues["hole"], town.issues["pit"]
    async with town.store.begin() as uow:
        later = uow.now.replace(year=uow.now.year + 1)
        uow.issues.change(town.issues["bus"].id, last_seen=later.replace(month=1, day=2))
        uow.issues.change(fresh.id, root_id=old.id, last_seen=later.replace(month=1, day=3))
        await uow.commit()
    async with town.store.look() as uow:
        others = [group for group in town.groups.values() if group.number != DISTRICT]
        listed = [line.issue.id for line in await uow.issues.at_desk(town.groups[DISTRICT], others, 0, 9)]
        assert listed == [old.id, town.issues["bus"].id]
        assert await uow.messes.issues_at(town.groups[DISTRICT], 0, 9) == listed

"""Whoever stands behind an issue hears of it, by day, unless they wish not to."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
import time_machine

from backend.domain.groups import Membership
from backend.domain.issue import IssueState
from backend.services import notices
from tests.builders import NOON, TEHRAN, a_concern, a_contact, a_group, a_person
from tests.integration.bot.conftest import Bench
from tests.integration.bot.loop import NOTICES, brought_up, heard, only_issue, set_state

MARYAM, ALI, SARA = 71, 72, 73
REASON = "بودجهٔ آن رسید"


def news(said: list[str]) -> list[str]:
    return [one for one in said if "که پی می‌گیرید" in one]


async def support(bench: Bench, chat: int) -> None:
    issue = await only_issue(bench)
    await bench.play(bench.message(chat, "/start"), bench.press(chat, f"f:too:9:{issue.id}:1"))


async def test_writers_and_supporters_hear_of_a_new_state_with_its_reason(bench: Bench) -> None:
    issue = await brought_up(bench, MARYAM, ALI)
    await support(bench, SARA)
    assert await set_state(bench, issue, IssueState.PLANNED, REASON) == 3
    for chat in (MARYAM, ALI, SARA):
        (said,) = news(await heard(bench, chat))
        assert "در برنامه" in said
        assert REASON in said


async def test_those_of_a_merged_issue_hear_of_the_one_it_became_part_of(bench: Bench) -> None:
    issue = await brought_up(bench, MARYAM)
    async with bench.store.begin() as uow:
        person_id = (await uow.concerns.page(0, 1))[0].person_id
        found = (await uow.issues.by_ids([issue.id]))[issue.id]
        root = replace(found, id=uow.new_id(), title="مسئلهٔ ریشه")
        uow.issues.add(replace(root, root_id=root.id))
        uow.issues.change(issue.id, root_id=root.id)
        await uow.commit()
    assert person_id is not None
    assert await set_state(bench, replace(root, root_id=root.id), IssueState.DONE, "") == 1
    assert "مسئلهٔ ریشه" in news(await heard(bench, MARYAM))[0]


@pytest.mark.parametrize("is_night", [False, True])
async def test_at_night_news_waits_for_the_morning(bench: Bench, is_night: bool) -> None:
    with time_machine.travel(datetime(2026, 11, 21, 23 if is_night else 12, tzinfo=TEHRAN).astimezone(UTC)):
        issue = await brought_up(bench, MARYAM)
        await set_state(bench, issue, IssueState.PLANNED, REASON)
        assert len(news(await bench.heard(MARYAM))) == int(not is_night)
    with time_machine.travel(datetime(2026, 11, 22, 8, 1, tzinfo=TEHRAN).astimezone(UTC)):
        assert len(news(await bench.heard(MARYAM))) == 1


async def test_stop_mutes_and_start_takes_it_back(bench: Bench) -> None:
    issue = await brought_up(bench, MARYAM)
    await bench.play(bench.message(MARYAM, "/stop"))
    assert await set_state(bench, issue, IssueState.PLANNED, REASON) == 0
    await bench.play(bench.message(MARYAM, "چراغ معبر ما خاموش است"))
    assert any("کد پیگیری" in one for one in (await heard(bench, MARYAM))[1:]), "answers still come"
    await bench.play(bench.message(MARYAM, "/start"))
    assert any("خبرها دوباره روشن شد" in one for one in await heard(bench, MARYAM))
    assert await set_state(bench, issue, IssueState.IN_PROGRESS, REASON) == 1


async def test_the_button_under_stop_takes_it_back_too(bench: Bench) -> None:
    issue = await brought_up(bench, MARYAM)
    await bench.play(bench.message(MARYAM, "/stop"))
    await bench.play(bench.press(MARYAM, "f:mute:0"))
    assert await set_state(bench, issue, IssueState.PLANNED, REASON) == 1


async def test_one_issue_can_be_silenced_and_heard_of_again(bench: Bench) -> None:
    issue = await brought_up(bench, MARYAM, ALI)
    await bench.play(bench.press(MARYAM, f"f:silence:{issue.id}"))
    assert await set_state(bench, issue, IssueState.PLANNED, REASON) == 1
    await bench.play(bench.press(MARYAM, f"f:news:{issue.id}:0"))
    assert await set_state(bench, issue, IssueState.DONE, REASON) == 2


async def test_my_list_tells_state_and_reason_of_own_and_supported_issues(bench: Bench) -> None:
    issue = await brought_up(bench, MARYAM)
    await support(bench, SARA)
    await set_state(bench, issue, IssueState.WONT_DO, "از توان شهرداری بیرون است")
    await bench.play(bench.message(MARYAM, "/my"), bench.message(SARA, "/my"))
    for chat in (MARYAM, SARA):
        listed = next(one for one in await heard(bench, chat) if one.startswith(("پیام‌های شما", "مسئله‌هایی")))
        assert "انجام نمی‌شود" in listed
        assert "از توان شهرداری بیرون است" in listed
    assert "من هم" in listed


async def test_the_foremost_issues_of_a_district_count_supporters_once(bench: Bench) -> None:
    await bench.play(bench.press(MARYAM, "p:district:9"))
    issue = await brought_up(bench, MARYAM)
    await bench.play(bench.message(MARYAM, "/top"))
    assert "چالهٔ خیابان" in (await heard(bench, MARYAM))[-1]
    await bench.play(bench.message(ALI, "/top"))
    assert "کدام منطقه" in (await heard(bench, ALI))[-1]
    await bench.play(bench.press(ALI, "f:top:9"))
    for _ in range(2):
        await bench.play(bench.press(ALI, f"f:too:9:{issue.id}:1"))
    async with bench.store.look() as uow:
        assert await uow.following.people_behind([issue.id]) == {issue.id: 2}
    await bench.play(bench.press(ALI, f"f:too:9:{issue.id}:0"))
    async with bench.store.look() as uow:
        assert await uow.following.people_behind([issue.id]) == {issue.id: 1}


async def test_small_numbers_of_people_are_hidden(bench: Bench) -> None:
    await bench.play(*(bench.press(chat, "p:district:9") for chat in range(1, 6)))
    await brought_up(bench, 1, 2, 3, 4)
    await bench.play(bench.message(1, "/top"))
    assert "چند نفر" in (await heard(bench, 1))[-1]
    await brought_up(bench, 5)
    await bench.play(bench.message(1, "/top"))
    assert "۵ نفر" in (await heard(bench, 1))[-1]


async def test_danger_is_told_at_once_and_without_names_to_the_groups_whose_it_is(bench: Bench) -> None:
    contact, member = a_contact(chat_id=-500), a_person()
    own = a_contact(member.id, chat_id=501)
    bound = a_group(number=1, contact_id=contact.id, topics=frozenset({"roads"}))
    unbound = a_group(number=2, topics=frozenset({"roads"}))
    other = a_group(number=3, topics=frozenset({"bus"}))
    concern = a_concern(text="دادهٔ خام", redacted="سیم برق افتاده", urgency="urgent", district="9")
    with time_machine.travel(datetime(2026, 11, 21, 23, tzinfo=TEHRAN).astimezone(UTC)):
        async with bench.store.begin() as uow:
            uow.people.add_contact(contact)
            uow.people.add(member)
            uow.people.add_contact(own)
            for group in (bound, unbound, other):
                uow.groups.add(group)
            uow.groups.add_member(Membership(unbound.id, member.id, NOON))
            for _ in range(2):
                assert await notices.tell_urgent(uow, NOTICES, concern) == 2
            await uow.commit()
        for chat in (-500, 501):
            (said,) = await bench.heard(chat)
            assert "سیم برق افتاده" in said
            assert "منطقهٔ ۹" in said
            assert "دادهٔ خام" not in said

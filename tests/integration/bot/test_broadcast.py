"""A broadcast: asked for, looked at, confirmed, fed page by page, shown as it goes, stopped."""

import pytest
from sqlalchemy import func, select, update

from backend.domain.audience import Audience, AudienceKind
from backend.domain.broadcast import BroadcastState
from backend.domain.people import Role, StakeholderGroup
from backend.jobs import tasks
from backend.ports import Part
from backend.services import broadcasts, people
from backend.storage import tables as t
from bot.staff_press import ChatStaffPress
from tests.builders import NOON, a_city
from tests.integration.bot.conftest import Bench

ADMIN = 1
CITIZENS = range(100, 112)
WORDS = "فردا خیابان گلستان بسته است."


@pytest.fixture(autouse=True)
async def town(bench: Bench) -> None:
    async with bench.store.begin() as uow:
        _, admin = people.meet(uow, "telegram", ADMIN)
        uow.people.grant(admin.id, Role.ADMIN)
        for chat_id in CITIZENS:
            _, person = people.meet(uow, "telegram", chat_id)
            group = StakeholderGroup.ELITES if chat_id % 2 else StakeholderGroup.CITIZENS
            people.join_stakeholder_group(uow, person, group)
            people.live_in(uow, a_city(), person, "9" if chat_id < 103 else "1")
        await uow.commit()


async def advance(bench: Bench) -> None:
    await tasks.advance_broadcasts(bench.store, a_city(), ChatStaffPress(a_city()))


async def by_day(bench: Bench) -> None:
    """Let what waits for the morning be due."""
    async with bench.store.begin() as uow:
        await uow._connection.execute(update(t.outbox).values(due_at=NOON))
        await uow.commit()


async def begun(bench: Bench, *presses: str) -> int:
    """Play the dialogue up to the confirmation; return the broadcast's id."""
    await bench.play(bench.message(ADMIN, "/broadcast"))
    for press in presses:
        await bench.play(bench.press(ADMIN, press))
    await bench.play(bench.message(ADMIN, WORDS))
    async with bench.store.look() as uow:
        contact = (await uow.people.contacts_at("telegram", [ADMIN]))[ADMIN]
        ((_, dialogue),) = (await uow.people.dialogues([contact.id])).items()
    return int(dialogue.data["id"])


async def confirmed(bench: Bench, *presses: str) -> int:
    broadcast_id = await begun(bench, *presses)
    await bench.play(bench.press(ADMIN, f"b:send:{broadcast_id}"))
    return broadcast_id


async def received(bench: Bench) -> set[int]:
    return {chat_id for chat_id in CITIZENS if WORDS in await bench.heard(chat_id)}


async def test_it_is_shown_as_people_will_see_it_with_their_number(bench: Bench) -> None:
    await begun(bench, "b:kind:everybody")
    *_, preview, asked = await bench.heard(ADMIN)
    assert preview == WORDS
    assert "همهٔ مردم – ۱۳ نفر" in asked
    assert await received(bench) == set()


async def test_a_small_audience_is_not_counted(bench: Bench) -> None:
    await begun(bench, "b:kind:district", "b:to:district:9")
    assert "منطقهٔ ۹ – کمتر از پنج نفر" in (await bench.heard(ADMIN))[-1]


async def test_it_reaches_its_audience_once_and_ends(bench: Bench) -> None:
    broadcast_id = await confirmed(bench, "b:kind:stakeholders", "b:to:stakeholders:elites")
    await bench.play(bench.press(ADMIN, f"b:send:{broadcast_id}"))
    for _ in range(2):
        await advance(bench)
        await by_day(bench)
    assert await received(bench) == {chat_id for chat_id in CITIZENS if chat_id % 2}
    await advance(bench)
    shown = (await bench.heard(ADMIN))[-1]
    assert "فرستاده شد ✅" in shown
    assert "۶ از ۶ نفر" in shown
    assert [(await bench.heard(chat_id)).count(WORDS) for chat_id in (101, 103)] == [1, 1]


async def test_a_stop_takes_back_what_waits(bench: Bench) -> None:
    broadcast_id = await confirmed(bench, "b:kind:everybody")
    await advance(bench)
    await bench.play(bench.press(ADMIN, f"b:stop:{broadcast_id}"))
    await advance(bench)
    await by_day(bench)
    assert await received(bench) == set()
    assert "متوقف شد" in (await bench.heard(ADMIN))[-1]
    async with bench.store.look() as uow:
        assert await uow.broadcasts.running() == []


async def test_who_muted_the_bot_or_stopped_it_gets_nothing(bench: Bench) -> None:
    async with bench.store.begin() as uow:
        known = await uow.people.contacts_at("telegram", CITIZENS)
        uow.people.set_contact_active(known[100].id, active=False)
        await uow._connection.execute(update(t.person).where(t.person.c.id == known[101].person_id).values(muted=True))
        await uow.commit()
    await confirmed(bench, "b:kind:everybody")
    await advance(bench)
    await by_day(bench)
    assert await received(bench) == set(CITIZENS) - {100, 101}


async def test_pages_are_fed_after_one_another_and_a_restart_repeats_none(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(broadcasts, "PAGE", 5)
    broadcast_id = await confirmed(bench, "b:kind:everybody")
    async with bench.store.begin() as uow:
        assert await broadcasts.advance(uow, a_city(), ChatStaffPress(a_city()), broadcast_id)
        await uow.commit()
    async with bench.store.begin() as uow:
        uow.broadcasts.change(broadcast_id, cursor=0)  # as if the process had died before it noted the page
        await uow.commit()
    await advance(bench)
    async with bench.store.look() as uow:
        tally = await uow.outbox.tally(f"broadcast:{broadcast_id}")
        known = await uow.broadcasts.by_id(broadcast_id)
    assert known is not None
    assert (tally.waiting, known.state) == (13, BroadcastState.SENDING)


async def test_no_more_than_so_many_wait_in_the_outbox(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(broadcasts, "PAGE", 2)
    monkeypatch.setattr(broadcasts, "MOST_WAITING", 4)
    broadcast_id = await confirmed(bench, "b:kind:everybody")
    await advance(bench)
    async with bench.store.look() as uow:
        assert (await uow.outbox.tally(f"broadcast:{broadcast_id}")).waiting == 4


async def test_others_feed_their_own_letters_through_it(bench: Bench) -> None:
    async with bench.store.begin() as uow:
        known = await uow.people.contacts_at("telegram", CITIZENS)
        asked = frozenset(known[chat_id].person_id or 0 for chat_id in (100, 105))
        audience = Audience(AudienceKind.PEOPLE, people=asked)
        last = await broadcasts.feed(
            uow, a_city(), audience, 0, "survey:7", lambda to: Part("sendMessage", {"text": f"{to.language}"})
        )
        assert last == known[105].id
        assert await broadcasts.feed(uow, a_city(), audience, last, "survey:7", lambda _: Part("x", {})) is None
        await uow.commit()
    async with bench.store.look() as uow:
        waiting = select(func.count()).where(t.outbox.c.batch == "survey:7")
        assert (await uow._connection.execute(waiting)).scalar() == 2


async def test_an_audience_that_does_not_exist_is_refused(bench: Bench) -> None:
    await bench.play(bench.message(ADMIN, "/broadcast"))
    await bench.play(bench.press(ADMIN, "b:to:district:77"))
    await bench.play(bench.message(ADMIN, WORDS))
    assert "پیدا نشد" in (await bench.heard(ADMIN))[-1]

"""What takes long is made after the turn: nobody waits for it, and nothing of it is lost."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import replace

import pytest
from sqlalchemy import func, select

from backend.domain.errand import MOST_ATTEMPTS, Errand, ErrandKind
from backend.domain.statistics import Statistics
from backend.services import people
from backend.storage import tables as t
from backend.storage.leadership import SoleLeadership
from backend.storage.unit_of_work import SqlStore
from bot.errands import ErrandRunner
from tests.integration.bot.conftest import Bench
from tests.integration.bot.desk_town import DISTRICT, MEMBER, STRANGER, a_desk_town

ADMIN, OTHER_ADMIN, CITIZEN, GROUP, SUPERGROUP = 81, 82, 91, -5, -1005
_LONGEST = 20.0
_KIND_WORDS = "متأسفانه آنچه خواستید آماده نشد"


class Pictures:
    """Draws one picture, after whatever `before` does."""

    def __init__(self, before: Callable[[], Awaitable[None]]) -> None:
        self.before = before
        self.drawn = 0

    async def pictures(self, statistics: Statistics) -> list[tuple[str, bytes]]:
        await self.before()
        self.drawn += 1
        return [("statistics.png", str(statistics.total.messages).encode())]


class Brush:
    """A drawing that begins, and goes on when it is told to."""

    def __init__(self) -> None:
        self.began, self.may_go_on = asyncio.Event(), asyncio.Event()

    async def wait(self) -> None:
        self.began.set()
        await asyncio.wait_for(self.may_go_on.wait(), _LONGEST)


@pytest.fixture
async def town(bench: Bench) -> Bench:
    async with bench.store.begin() as uow:
        await people.appoint_admins(uow, "telegram", frozenset({ADMIN, OTHER_ADMIN}))
        await uow.commit()
    return bench


def drawing(bench: Bench, before: Callable[[], Awaitable[None]]) -> Pictures:
    """Let the bench draw statistics so from now on."""
    pictures = Pictures(before)
    service = replace(bench.service, statistics=pictures)
    bench.errands = ErrandRunner(bench.store, service, SoleLeadership(), bench.queued)
    return pictures


async def ask(bench: Bench, who: int, text: str = "/stats") -> None:
    """Ask for something, and leave the errand undone."""
    await bench.intake.keep([bench.message(who, text)])
    await turns(bench)


async def turns(bench: Bench) -> None:
    while await bench.dispatcher.work():
        pass


async def waiting(store: SqlStore) -> int:
    async with store.writer.connect() as connection:
        return int((await connection.execute(select(func.count()).select_from(t.errand))).scalar_one())


def photos(bench: Bench, chat: int) -> int:
    return sum(fields["chat_id"] == chat for method, fields, _ in bench.api.calls if method == "sendPhoto")


async def test_a_citizen_is_answered_while_a_picture_is_drawn_for_another(town: Bench) -> None:
    brush = Brush()
    drawing(town, brush.wait)
    await ask(town, ADMIN)
    slow = asyncio.create_task(town.errands.work())
    await asyncio.wait_for(brush.began.wait(), _LONGEST)

    await town.intake.keep([town.message(CITIZEN, "چاله‌ای در خیابان ماست")])
    await turns(town)
    assert "کد پیگیری" in (await town.heard(CITIZEN))[-1]
    assert not slow.done()
    assert photos(town, ADMIN) == 0

    brush.may_go_on.set()
    await slow
    assert (await town.heard(ADMIN))[-1].startswith("📈")
    assert photos(town, ADMIN) == 1
    assert await waiting(town.store) == 0


async def test_what_waits_is_made_after_a_restart_and_once(town: Bench) -> None:
    await ask(town, ADMIN)
    assert await waiting(town.store) == 1
    again = Bench(town.store)
    await again.work()
    await again.work()
    assert len(await again.heard(ADMIN)) == photos(again, ADMIN) == 1
    assert await waiting(town.store) == 0


async def test_what_was_being_made_when_the_process_ended_is_made_anew(town: Bench) -> None:
    brush = Brush()
    drawing(town, brush.wait)
    await ask(town, ADMIN)
    slow = asyncio.create_task(town.errands.work())
    await asyncio.wait_for(brush.began.wait(), _LONGEST)
    slow.cancel()
    await asyncio.gather(slow, return_exceptions=True)
    again = Bench(town.store)
    await again.work()
    assert len(await again.heard(ADMIN)) == photos(again, ADMIN) == 1


async def test_what_two_processes_made_is_sent_once(town: Bench) -> None:
    brush = Brush()
    drawing(town, brush.wait)
    await ask(town, ADMIN)
    slow = asyncio.create_task(town.errands.work())
    await asyncio.wait_for(brush.began.wait(), _LONGEST)
    await Bench(town.store).work()
    brush.may_go_on.set()
    await slow
    assert len(await town.heard(ADMIN)) == photos(town, ADMIN) == 1


async def test_a_drawing_that_fails_is_told_after_three_attempts_and_holds_nobody_up(town: Bench) -> None:
    async def broken() -> None:
        raise ZeroDivisionError("راز ما")

    await a_desk_town(town)
    drawing(town, broken)
    await ask(town, ADMIN)
    await ask(town, MEMBER, "/digest")
    assert await town.errands.work()
    assert await town.errands.work()
    assert (await town.heard(MEMBER))[-1].startswith("کارگروه منطقهٔ ۹"), "what failed stands back"
    assert await waiting(town.store) == 1
    attempts = 1
    while await town.errands.work():
        attempts += 1
    assert attempts == MOST_ATTEMPTS
    (told,) = await town.heard(ADMIN)
    assert told.startswith(_KIND_WORDS)
    assert "راز" not in told
    assert await waiting(town.store) == 0


async def test_a_drawing_that_failed_once_is_tried_again(town: Bench) -> None:
    fails = [True, True]

    async def unsteady() -> None:
        if fails:
            fails.pop()
            raise ZeroDivisionError

    drawing(town, unsteady)
    await town.play(town.message(ADMIN, "/stats"))
    assert len(await town.heard(ADMIN)) == photos(town, ADMIN) == 1


async def test_a_slow_drawing_leaves_a_lane_to_others_and_wakes_them_up(town: Bench) -> None:
    brush = Brush()
    held = [True]

    async def slow_once() -> None:
        if held:
            held.pop()
            await brush.wait()

    drawing(town, slow_once)
    await ask(town, ADMIN)
    running = asyncio.create_task(town.errands.run())
    await asyncio.wait_for(brush.began.wait(), _LONGEST)
    town.queued.clear()
    await ask(town, OTHER_ADMIN)
    town.queued.clear()
    town.errands.waiting.set()
    await asyncio.wait_for(town.queued.wait(), _LONGEST)
    assert (photos(town, ADMIN), len(await town.heard(OTHER_ADMIN))) == (0, 1)
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)
    assert await waiting(town.store) == 1


async def test_errands_are_woken_by_the_commit_of_a_turn_that_asks_for_one(town: Bench) -> None:
    await ask(town, CITIZEN, "چاله")
    assert not town.errands.waiting.is_set()
    await ask(town, ADMIN)
    assert town.errands.waiting.is_set()


async def test_who_may_not_see_is_refused_in_the_turn(town: Bench) -> None:
    await a_desk_town(town)
    await ask(town, STRANGER)
    for data in (f"d:show:{DISTRICT}", f"d:why:{DISTRICT}:0"):
        await town.intake.keep([town.press(STRANGER, data)])
        await turns(town)
    assert await waiting(town.store) == 0
    async with town.store.look() as uow:
        refused = {(entry.act, entry.subject) for entry in await uow.records.audited(50) if not entry.allowed}
    group = f"group {DISTRICT}"
    assert refused == {("see-statistics", ""), ("see-digest", group), ("explain-digest", group)}


async def test_the_order_of_the_running_list_is_explained_after_the_turn(town: Bench) -> None:
    await a_desk_town(town)
    await town.intake.keep([town.press(MEMBER, f"d:why:{DISTRICT}:0")])
    await turns(town)
    assert await town.heard(MEMBER) == []
    await town.work()
    assert "امتیاز هر مسئله" in (await town.heard(MEMBER))[-1]


async def test_who_is_forgotten_meanwhile_is_sent_nothing(town: Bench) -> None:
    brush = Brush()
    drawing(town, brush.wait)
    await ask(town, ADMIN)
    slow = asyncio.create_task(town.errands.work())
    await asyncio.wait_for(brush.began.wait(), _LONGEST)
    await town.intake.keep([town.press(ADMIN, "f:gone:keep")])
    await turns(town)
    assert await waiting(town.store) == 0
    brush.may_go_on.set()
    await slow
    assert await town.heard(ADMIN) == []


async def test_an_errand_of_a_chat_that_moved_goes_to_its_heir(town: Bench) -> None:
    async with town.store.begin() as uow:
        old = people.meet_group_chat(uow, "telegram", GROUP)
        people.meet_group_chat(uow, "telegram", SUPERGROUP)
        uow.errands.add(Errand(uow.new_id(), old.id, ErrandKind.STATISTICS, {"language": "fa"}, uow.now))
        await uow.people.move_contact(old.id, SUPERGROUP)
        await uow.commit()
    await town.work()
    assert len(await town.heard(SUPERGROUP)) == 1
    assert await town.heard(GROUP) == []


async def test_what_is_gone_by_then_is_said_at_once(town: Bench) -> None:
    await ask(town, ADMIN, "/stats")
    async with town.store.begin() as uow:
        (contact,) = (await uow.people.contacts_at("telegram", [ADMIN])).values()
        uow.errands.add(Errand(uow.new_id(), contact.id, ErrandKind.DIGEST, {"group": "99"}, uow.now))
        await uow.commit()
    await town.work()
    assert "چیزی با این نشانی پیدا نشد" in (await town.heard(ADMIN))[-1]

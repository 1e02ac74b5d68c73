"""The card of an issue: every act by a member, refused to others, audited, once however often it is pressed."""

import asyncio

import pytest

from backend.domain.actor import Actor
from backend.domain.acts import EventKind
from backend.domain.errors import TakenByOther
from backend.domain.issue import IssueState
from backend.services import issue_acts, issue_merges
from tests.builders import a_reading
from tests.integration.bot.conftest import Bench
from tests.integration.bot.desk_town import (
    ADMIN,
    DISTRICT,
    HEADQUARTERS,
    MEMBER,
    OF_ORGANISATION,
    OF_PARKS,
    ORGANISATION,
    OTHER_MEMBER,
    SECRETARY,
    STRANGER,
    DeskTown,
    a_desk_town,
)
from tests.integration.bot.loop import next_morning


@pytest.fixture
async def town(bench: Bench) -> DeskTown:
    return await a_desk_town(bench)


async def test_a_card_tells_what_stands_behind_an_issue(town: DeskTown) -> None:
    await town.on_card(MEMBER, "o", "hole")
    card = town.last(MEMBER)
    assert "چالهٔ خیابان عبادی" in card
    assert "۴ پیام" in card
    assert "وضع: تازه" in card
    assert card.count("• «پیام") == 3
    assert f"i:st:{DISTRICT}:{town.issues['hole'].id}" in town.buttons(MEMBER)
    assert all(len(data.encode()) <= 64 for data in town.buttons(MEMBER))


async def test_seen_and_priority_are_counted_once_a_member(town: DeskTown) -> None:
    for who, priority in ((MEMBER, 2), (MEMBER, 5), (OTHER_MEMBER, 2), (OTHER_MEMBER, 2)):
        await town.on_card(who, "s", "hole")
        toast = await town.on_card(who, "v", "hole", priority)
        assert "رأی شما" in toast
    assert "اولویت: ۳٫۵ از ۵ (میانهٔ ۲ رأی)" in town.last(OTHER_MEMBER)
    assert "۲ عضو این کارت را دیده‌اند" in town.last(OTHER_MEMBER)
    assert "پیدا نشد" in await town.on_card(MEMBER, "v", "hole", 6)


async def test_one_member_takes_an_issue_and_gives_it_back(town: DeskTown) -> None:
    assert "با شماست" in await town.on_card(MEMBER, "tk", "hole")
    assert "پیگیر: شما" in town.last(MEMBER)
    assert "عضو دیگری برداشته" in await town.on_card(OTHER_MEMBER, "tk", "hole")
    await town.on_card(OTHER_MEMBER, "dr", "hole")
    async with town.store.look() as uow:
        assert await uow.acts.owner(town.issues["hole"].id, town.groups[DISTRICT].id) == town.persons[MEMBER]
    await town.on_card(MEMBER, "dr", "hole")
    assert "هنوز کسی آن را برنداشته" in town.last(MEMBER)


async def test_a_state_is_chosen_previewed_confirmed_and_told(town: DeskTown) -> None:
    await town.on_card(MEMBER, "st", "hole")
    await town.on_card(MEMBER, "to", "hole", "done")
    assert f"i:nr:{DISTRICT}:{town.issues['hole'].id}" not in town.buttons(MEMBER), "done needs a reason"
    await town.on_card(MEMBER, "re", "hole", 1)
    assert "نیروهای منطقه" in town.last(MEMBER)
    assert "کمتر از ۵ نفر" in town.last(MEMBER)
    assert "خبر می‌رسد" in await town.on_card(MEMBER, "do", "hole")
    assert (await town.issue("hole")).state is IssueState.DONE
    assert "پیش‌تر انجام شده" in await town.on_card(MEMBER, "do", "hole")
    async with town.store.look() as uow:
        events = await uow.acts.history(town.issues["hole"].id, 9)
    assert [(event.kind, event.is_public) for event in events] == [(EventKind.STATE, True)]
    await _let_the_night_pass(town)
    for citizen in (101, 102, 103):
        assert sum("انجام شد" in said for said in town.bench.api.said(citizen)) == 1
    assert not town.bench.api.said(105)


async def test_a_typed_reason_loses_personal_data_before_citizens_read_it(town: DeskTown) -> None:
    town.bench.reader.readings["زنگ بزنید ۰۹۱۵۱۲۳۴۵۶۷"] = a_reading(redacted="زنگ بزنید [شماره]")
    await town.on_card(MEMBER, "to", "hole", "planned")
    await town.on_card(MEMBER, "wr", "hole")
    await town.say(MEMBER, "زنگ بزنید ۰۹۱۵۱۲۳۴۵۶۷")
    assert "[شماره]" in town.last(MEMBER)
    await town.on_card(MEMBER, "do", "hole")
    assert "سخن کارگروه: زنگ بزنید [شماره]" in town.last(MEMBER)
    assert not any("۰۹۱۵" in said for chat in (MEMBER, 101) for said in town.bench.api.said(chat))


async def test_not_ours_names_the_agency(town: DeskTown) -> None:
    await town.on_card(MEMBER, "to", "hole", "not-ours")
    await town.on_card(MEMBER, "ag", "hole", 0)
    await town.on_card(MEMBER, "re", "hole", 0)
    assert "«شرکت آب و فاضلاب»" in town.last(MEMBER)
    await town.on_card(MEMBER, "do", "hole")
    assert (await town.issue("hole")).state is IssueState.NOT_OURS


async def test_a_state_that_another_member_changed_meanwhile_is_not_overwritten_unseen(town: DeskTown) -> None:
    for who, state in ((MEMBER, "planned"), (OTHER_MEMBER, "in-progress")):
        await town.on_card(who, "to", "hole", state)
        await town.on_card(who, "nr", "hole")
    await town.on_card(MEMBER, "do", "hole")
    assert "در این میان" in await town.on_card(OTHER_MEMBER, "do", "hole")
    assert (await town.issue("hole")).state is IssueState.PLANNED


async def test_a_corrected_topic_becomes_an_example_and_the_writers_own_word_stands(town: DeskTown) -> None:
    await town.on_card(MEMBER, "tp", "hole", "bus")
    issue = await town.issue("hole")
    assert issue.topic == "bus"
    async with town.store.look() as uow:
        learnt = await uow.concerns.corrected(0, 99)
    assert [concern.topics[0].code for concern in learnt] == ["bus"] * 4
    assert {concern.topics[0].by for concern in learnt} == {"member"}


async def test_merging_counts_together_and_undoing_restores_exactly(town: DeskTown) -> None:
    hole, pit, bus = (town.issues[name].id for name in ("hole", "pit", "bus"))
    await town.press(MEMBER, "i:my", DISTRICT, hole, pit)
    assert "۶ پیام" in town.last(MEMBER)
    await town.press(MEMBER, "i:my", DISTRICT, bus, hole)
    async with town.store.look() as uow:
        assert await uow.issues.sizes([bus]) == {bus: (7, 5)}, "one of the people had written of both holes"
        first, second = await uow.acts.merges([pit])
    assert (await town.issue("pit")).root_id == bus
    await town.press(MEMBER, "i:mu", DISTRICT, first.id)
    await town.press(MEMBER, "i:mu", DISTRICT, first.id)
    assert [(await town.issue(name)).root_id for name in ("hole", "pit", "bus")] == [bus, pit, bus]
    await town.press(MEMBER, "i:mu", DISTRICT, second.id)
    assert [(await town.issue(name)).root_id for name in ("hole", "pit", "bus")] == [hole, pit, bus]
    async with town.store.look() as uow:
        assert await uow.issues.sizes([hole, pit, bus]) == {hole: (4, 3), pit: (2, 2), bus: (1, 1)}


async def test_splitting_makes_an_issue_of_the_ticked_messages(town: DeskTown) -> None:
    async with town.store.look() as uow:
        lines = await uow.issues.lines(town.issues["hole"].id, 0, 9)
    await town.on_card(MEMBER, "sp", "hole")
    for line in (lines[0], lines[1], lines[1]):
        await town.press(MEMBER, "i:sk", 0, line.concern_id)
    assert "انتخاب‌شده: ۱" in town.last(MEMBER)
    await town.on_card(MEMBER, "sd", "hole")
    assert "از «چالهٔ خیابان عبادی» جدا شد" in town.last(MEMBER)
    assert "پیش‌تر" in await town.on_card(MEMBER, "sd", "hole")
    async with town.store.look() as uow:
        moved = await uow.concerns.by_id(lines[0].concern_id)
        assert moved is not None
        assert await uow.issues.sizes([town.issues["hole"].id, moved.issue_id or 0]) == {
            town.issues["hole"].id: (3, 3),
            moved.issue_id: (1, 1),
        }
        assert await uow.acts.regrouped_at() is not None
        assert await uow.following.apart([moved.id]) == {moved.id: frozenset({town.issues["hole"].id})}


async def test_citizens_are_asked_and_their_answers_come_to_the_card(town: DeskTown) -> None:
    await town.on_card(MEMBER, "q", "hole")
    await town.say(MEMBER, "چاله دقیقاً کجاست؟")
    await town.on_card(MEMBER, "qy", "hole")
    await _let_the_night_pass(town)
    assert any("چاله دقیقاً کجاست" in said for said in town.bench.api.said(101))
    (answer,) = [data for data in town.buttons(101) if data.startswith("i:answer")]
    town.bench.reader.readings["خانهٔ ۰۹۱۵۱۲۳۴۵۶۷"] = a_reading(redacted="خانهٔ [شماره]")
    await town.press(101, answer)
    await town.say(101, "خانهٔ ۰۹۱۵۱۲۳۴۵۶۷")
    assert "سپاس" in town.last(101)
    assert "اختیار شما نیست" in await town.press(STRANGER, answer)
    await town.on_card(MEMBER, "as", "hole")
    assert "خانهٔ [شماره]" in town.last(MEMBER)


async def test_notes_are_the_groups_own(town: DeskTown) -> None:
    await town.on_card(MEMBER, "nn", "hole")
    await town.say(MEMBER, "با ناحیهٔ دو هماهنگ شود")
    await town.on_card(OTHER_MEMBER, "nt", "hole")
    assert "هماهنگ شود" in town.last(OTHER_MEMBER)
    assert "اختیار شما نیست" in await town.on_card(ADMIN, "nt", "hole")


async def test_an_issue_goes_up_and_comes_back(town: DeskTown) -> None:
    async with town.store.begin() as uow:
        uow.issues.change(town.issues["pit"].id, topic="parks", district="1", group_id=town.groups[DISTRICT].id)
        await uow.commit()
    await town.on_card(MEMBER, "up", "pit")
    await town.on_card(MEMBER, "ug", "pit", ORGANISATION)
    await town.on_card(MEMBER, "uy", "pit")
    assert (await town.issue("pit")).group_id == town.groups[ORGANISATION].id
    assert "ارجاع داد" in town.last(OF_ORGANISATION)
    assert "پیش‌تر" in await town.on_card(SECRETARY, "uy", "pit", group=ORGANISATION)
    assert "اختیار شما نیست" in await town.on_card(MEMBER, "s", "pit"), "it left the district's desk"
    await town.on_card(OF_ORGANISATION, "dn", "pit", group=ORGANISATION)
    await town.on_card(OF_ORGANISATION, "dg", "pit", DISTRICT, group=ORGANISATION)
    await town.say(OF_ORGANISATION, "کار خود منطقه است")
    assert (await town.issue("pit")).group_id == town.groups[DISTRICT].id
    assert "کار خود منطقه است" in town.last(MEMBER)
    async with town.store.look() as uow:
        kinds = [event.kind for event in await uow.acts.history(town.issues["pit"].id, 9)]
    assert kinds == [EventKind.RETURNED, EventKind.HANDED]


_ACTS = (
    ("s",), ("v", 3), ("tk",), ("dr",), ("st",), ("to", "planned"), ("tp", "bus"), ("mg",), ("sp",), ("q",), ("up",),
    ("dn",), ("nt",), ("nn",),
)  # fmt: skip


async def test_forged_presses_are_refused_and_audited(town: DeskTown) -> None:
    """A stranger, an admin (who speaks for no group), a member of another group with its own or the right group."""
    forgers = ((STRANGER, DISTRICT), (ADMIN, DISTRICT), (OF_PARKS, DISTRICT), (OF_ORGANISATION, ORGANISATION))
    for who, group in forgers:
        for act, *more in _ACTS:
            assert "اختیار شما نیست" in await town.on_card(who, act, "hole", *more, group=group), (who, act)
    assert len(await town.refused()) == len(forgers) * len(_ACTS)
    issue = await town.issue("hole")
    assert (issue.state, issue.topic, issue.group_id) == (IssueState.NEW, "roads", None)
    assert "اختیار شما نیست" in await town.on_card(STRANGER, "o", "hole")
    other = town.issues["pit"].id
    assert "اختیار شما نیست" in await town.press(OF_PARKS, "i:my", DISTRICT, town.issues["hole"].id, other)
    assert "پیدا نشد" in await town.press(MEMBER, "i:s", DISTRICT, 77)
    assert "پیدا نشد" in await town.press(MEMBER, "i:s", HEADQUARTERS + 70, other)


async def test_the_secretary_gets_what_lies_nowhere_and_hands_it_on(town: DeskTown) -> None:
    await town.say(SECRETARY, "/issues")
    assert "i:l:0" in town.buttons(SECRETARY)
    await town.press(SECRETARY, "i:l", 0)
    assert "بی‌کس" in town.last(SECRETARY)
    assert "چالهٔ" not in town.last(SECRETARY)
    await town.on_card(SECRETARY, "o", "nowhere", group=0)
    await town.on_card(SECRETARY, "up", "nowhere", group=0)
    await town.on_card(SECRETARY, "ug", "nowhere", DISTRICT, group=0)
    await town.on_card(SECRETARY, "uy", "nowhere", group=0)
    assert (await town.issue("nowhere")).group_id == town.groups[DISTRICT].id
    await town.say(MEMBER, "/issues")
    assert "بی‌کس" in town.last(MEMBER)
    await town.say(MEMBER, "/issue ۲")
    assert "🗂" in town.last(MEMBER)


async def test_reasons_are_kept_by_admins(town: DeskTown) -> None:
    await town.say(STRANGER, "/templates")
    assert "اختیار شما نیست" in town.last(STRANGER)
    await town.say(ADMIN, "/templates")
    await town.press(ADMIN, "i:ta", "done")
    await town.say(ADMIN, "آسفالت شد")
    await town.press(ADMIN, "i:td", "done", 0)
    await town.on_card(MEMBER, "to", "hole", "done")
    assert "آسفالت شد" in town.last(MEMBER)
    assert "کار به پایان رسید" not in town.last(MEMBER)


async def test_two_members_at_the_same_moment_lose_nothing(town: DeskTown) -> None:
    """On PostgreSQL both transactions are open at once; on SQLite the second waits at its beginning."""
    hole, pit = town.issues["hole"].id, town.issues["pit"].id
    one, two = (Actor(town.persons[chat], frozenset(), 0) for chat in (MEMBER, OTHER_MEMBER))
    both_are_in = asyncio.Barrier(2 if "postgresql" in town.store.url else 1)

    async def act(actor: Actor, priority: int, into: int, other: int) -> str:
        async with town.store.begin() as uow:
            await uow.issues.by_ids([hole])
            await both_are_in.wait()
            await issue_acts.see(uow, actor, DISTRICT, hole)
            await issue_acts.vote(uow, actor, DISTRICT, hole, priority)
            await uow.commit()
        async with town.store.begin() as uow:
            await issue_merges.both(uow, actor, DISTRICT, into, other)
            await both_are_in.wait()
            await issue_merges.merge(uow, actor, DISTRICT, into, other)
            await uow.commit()
        try:
            async with town.store.begin() as uow:
                await uow.acts.owner(hole, town.groups[DISTRICT].id)
                await both_are_in.wait()
                await issue_acts.take(uow, actor, DISTRICT, hole)
                await uow.commit()
        except TakenByOther:
            return "other"
        return "own"

    assert sorted(await asyncio.gather(act(one, 1, hole, pit), act(two, 4, pit, hole))) == ["other", "own"]
    async with town.store.look() as uow:
        assert len((await uow.acts.votes([hole]))[hole]) == 2
        assert len(await uow.acts.seen_by(hole, town.groups[DISTRICT].id)) == 2
        assert len(await uow.acts.merges([hole])) == 1, "the second merge found them to be one already"
        roots = {issue.root_id for issue in (await uow.issues.by_ids([hole, pit])).values()}
        assert len(roots) == 1
        taken = [event.kind for event in await uow.acts.history(roots.pop(), 9)]
    assert sorted(taken) == [EventKind.MERGED, EventKind.TAKEN]


async def _let_the_night_pass(town: DeskTown) -> None:
    """Send what waits for the morning."""
    await next_morning(town.bench)
    await town.bench.send()

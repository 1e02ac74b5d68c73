"""Measures: proposed by a member, decided by the group's rules, told to everybody of the group."""

import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest
import time_machine
from sqlalchemy import text

from backend.domain.actor import Actor
from backend.domain.errors import BadInput, NotAllowed, NotFound, VoteClosed
from backend.domain.horizon import Horizon
from backend.domain.issue import Issue
from backend.domain.measure import Majority, Measure, MeasureKind, MeasureState, Rules, Stand
from backend.domain.people import Role
from backend.jobs import tasks
from backend.services import measures
from backend.services.measures import Draft, Sheet
from backend.storage.unit_of_work import SqlStore
from bot.ballots import ChatBallots
from tests.builders import a_city, new_id
from tests.integration.services.groups_at_work import Seats, a_seated_group, issues, somebody

PRESS = ChatBallots(a_city())
PROPOSED, WITH_COMMITTEE, REJECTED = MeasureState.PROPOSED, MeasureState.WITH_COMMITTEE, MeasureState.REJECTED


def a_draft(*answered: Issue) -> Draft:
    ids = tuple(issue.id for issue in answered)
    return Draft(new_id(), MeasureKind.PROJECT, "نوسازی جوی‌ها", "سازمان عمران", Horizon(1407, 2), ids)


async def proposed(store: SqlStore, actor: Actor, *answered: Issue) -> Measure:
    draft = a_draft(*(answered or await issues(store, {})))
    async with store.begin() as uow:
        measure = await measures.propose(uow, PRESS, actor, draft)
        await uow.commit()
    return measure


async def vote(store: SqlStore, actor: Actor, stand: Stand, reason: str = "", number: int = 1) -> Sheet:
    async with store.begin() as uow:
        sheet = await measures.vote(uow, PRESS, actor, number, stand, reason)
        await uow.commit()
    return sheet


async def told(store: SqlStore, words: str) -> int:
    """How many chats were sent something with these words."""
    async with store.look() as uow:
        return sum(words in str(one.outgoing.payload.get("text")) for one in await uow.outbox.next(200, []))


@pytest.fixture
async def seats(store: SqlStore) -> Seats:
    return await a_seated_group(store, members=3)


async def test_a_proposal_asks_every_member(store: SqlStore, seats: Seats) -> None:
    first, second = await issues(store, {}, {"title": "زیرگذر آب‌گرفته"})
    measure = await proposed(store, seats.members[0], first, second)
    async with store.look() as uow:
        kept = await uow.measures.by_id(measure.id)
        assert kept is not None
        assert await uow.measures.of_issues([first.id, second.id, 7]) == {first.id: [kept], second.id: [kept]}
    # The database keeps moments to the millisecond.
    assert replace(kept, proposed_at=measure.proposed_at, deadline=measure.deadline) == measure
    assert (measure.number, measure.state, measure.subject) == (1, PROPOSED, "roads")
    assert measure.deadline - measure.proposed_at == timedelta(days=7)
    assert await told(store, "زیرگذر آب‌گرفته") == 3


async def test_the_same_draft_is_proposed_once(store: SqlStore, seats: Seats) -> None:
    draft = a_draft(*await issues(store, {}))
    for _ in range(2):
        async with store.begin() as uow:
            await measures.propose(uow, PRESS, seats.members[0], draft)
            await uow.commit()
    async with store.look() as uow:
        _, count = await uow.measures.page(seats.group.id, list(MeasureState), 0, 5)
    assert count == 1
    assert await told(store, "نوسازی جوی‌ها") == 3


async def test_agreement_goes_to_the_committee_and_is_told(store: SqlStore, seats: Seats) -> None:
    await proposed(store, seats.members[0])
    assert (await vote(store, seats.members[0], Stand.AGREE)).measure.state is PROPOSED
    objecting = await vote(store, seats.members[1], Stand.OBJECT, "  بودجه‌اش\nنیست ")
    assert (objecting.measure.state, objecting.objections) == (PROPOSED, ["بودجه‌اش نیست"])
    decided = (await vote(store, seats.members[2], Stand.AGREE)).measure
    assert decided.state is WITH_COMMITTEE
    assert decided.result is not None
    assert (decided.result.agree, decided.result.object, decided.result.members) == (2, 1, 3)
    assert await told(store, "به کمیتهٔ تدوین و بازنگری می‌رود") == 3
    with pytest.raises(VoteClosed):
        await vote(store, seats.members[0], Stand.OBJECT, "پشیمان شدم")


async def test_a_vote_may_be_changed_while_it_is_open(store: SqlStore, seats: Seats) -> None:
    await proposed(store, seats.members[0])
    await vote(store, seats.members[0], Stand.OBJECT, "بودجه‌اش نیست")
    changed = await vote(store, seats.members[0], Stand.ABSTAIN)
    assert (changed.tally.object, changed.tally.abstain, changed.objections) == (0, 1, [])
    assert changed.own is not None
    assert changed.own.stand is Stand.ABSTAIN


async def test_an_objection_has_a_reason(store: SqlStore, seats: Seats) -> None:
    await proposed(store, seats.members[0])
    for reason in ("", "  ", "نه " * 400):
        with pytest.raises(BadInput):
            await vote(store, seats.members[0], Stand.OBJECT, reason)


async def test_only_members_propose_and_vote(store: SqlStore, seats: Seats) -> None:
    (issue,) = await issues(store, {})
    others = await a_seated_group(store, number=2, topics=frozenset({"parks"}))
    stranger, admin = await somebody(store, 5), await somebody(store, 6, Role.ADMIN)
    secretary = await somebody(store, 7, Role.SECRETARY)
    await proposed(store, seats.members[0], issue)
    for actor in (stranger, admin, others.members[0]):
        with pytest.raises(NotAllowed):
            await proposed(store, actor, issue)
    for actor in (stranger, admin, others.members[0], secretary):
        with pytest.raises(NotAllowed):
            await vote(store, actor, Stand.AGREE)
    async with store.begin() as uow:
        for actor in (stranger, others.members[0]):
            with pytest.raises(NotAllowed):
                await measures.look(uow, actor, 1)
            with pytest.raises(NotAllowed):
                await measures.page(uow, actor, 1, [PROPOSED], 0)
        for actor in (admin, secretary, seats.members[1]):
            assert (await measures.look(uow, actor, 1)).tally.voters == 0
        with pytest.raises(NotFound):
            await measures.look(uow, admin, 9)


async def test_who_left_the_group_is_not_counted(store: SqlStore) -> None:
    seats = await a_seated_group(store, members=4)
    await proposed(store, seats.members[0])
    await vote(store, seats.members[0], Stand.OBJECT, "نه")
    async with store.writer.begin() as connection:
        await connection.execute(
            text("DELETE FROM membership WHERE person_id = :id"), {"id": seats.members[0].person_id}
        )
    await vote(store, seats.members[1], Stand.AGREE)
    decided = await vote(store, seats.members[2], Stand.AGREE)
    assert decided.measure.result is not None
    assert (decided.measure.result.object, decided.measure.result.members) == (0, 3)


async def test_two_members_vote_at_the_same_moment(store: SqlStore, seats: Seats) -> None:
    """Either alone would leave it open; together they decide it, whoever commits first."""
    await proposed(store, seats.members[0])
    await asyncio.gather(*(vote(store, member, Stand.AGREE) for member in seats.members[:2]))
    async with store.look() as uow:
        measure = await uow.measures.by_number(1)
    assert measure is not None
    assert measure.state is WITH_COMMITTEE
    assert measure.result is not None
    assert measure.result.agree == 2
    assert await told(store, "به کمیتهٔ تدوین و بازنگری می‌رود") == 3


async def test_the_deadline_decides(store: SqlStore, seats: Seats) -> None:
    measure = await proposed(store, seats.members[0])
    await vote(store, seats.members[0], Stand.AGREE)
    assert await tasks.close_ballots(store, PRESS) == 0
    with time_machine.travel(measure.deadline + timedelta(seconds=1), tick=True):
        with pytest.raises(VoteClosed):
            await vote(store, seats.members[1], Stand.AGREE)
        assert await tasks.close_ballots(store, PRESS) == 1
        assert await tasks.close_ballots(store, PRESS) == 0
        assert await told(store, "به حد نصاب نرسید") == 3
    async with store.look() as uow:
        closed = await uow.measures.by_number(1)
    assert closed is not None
    assert closed.state is REJECTED


async def test_a_group_sets_its_rules_for_later_proposals(store: SqlStore, seats: Seats) -> None:
    admin = await somebody(store, 6, Role.ADMIN)
    (issue,) = await issues(store, {})
    await proposed(store, seats.members[0], issue)
    fresh = Rules(quorum=100, majority=Majority.CONSENSUS, days=3)
    async with store.begin() as uow:
        for actor in seats.members[:2]:
            with pytest.raises(NotAllowed):
                await measures.set_rules(uow, actor, 1, fresh)
        await measures.set_rules(uow, admin, 1, fresh)
        await measures.set_rules(uow, admin, 1, replace(fresh, days=14))
        await uow.commit()
    second = await proposed(store, seats.members[0], issue)
    assert second.rules == replace(fresh, days=14)
    async with store.look() as uow:
        first = await uow.measures.by_number(1)
    assert first is not None
    assert first.rules == Rules()


async def test_the_proposer_takes_a_proposal_back(store: SqlStore, seats: Seats) -> None:
    await proposed(store, seats.members[0])
    async with store.begin() as uow:
        with pytest.raises(NotAllowed):
            await measures.withdraw(uow, seats.members[1], 1)
        assert (await measures.withdraw(uow, seats.members[0], 1)).measure.state is MeasureState.WITHDRAWN
        await measures.withdraw(uow, seats.members[0], 1)
        with pytest.raises(VoteClosed):
            await measures.vote(uow, PRESS, seats.members[1], 1, Stand.AGREE)


async def test_a_measure_answers_what_its_issue_became_part_of(store: SqlStore, seats: Seats) -> None:
    first, second = await issues(store, {}, {})
    measure = await proposed(store, seats.members[0], first)
    async with store.begin() as uow:
        uow.issues.change(first.id, root_id=second.id)
        (found,) = (await uow.measures.of_issues([second.id]))[second.id]
        assert found.id == measure.id
        assert await uow.measures.of_issues([first.id]) == {}


async def test_a_ballot_is_one_message_however_long_its_words(store: SqlStore, seats: Seats) -> None:
    answered = await issues(store, *({"title": "مسئله‌ای با عنوانی دراز " * 20} for _ in range(10)))
    draft = replace(a_draft(*answered), title="ع" * 200, custodian="م" * 100)
    async with store.begin() as uow:
        await measures.propose(uow, PRESS, seats.members[0], draft)
        await uow.commit()
    async with store.look() as uow:
        sent = [one.outgoing for one in await uow.outbox.next(50, [])]
    assert len(sent) == 3
    assert all(len(one.payload["text"]) <= 4096 and one.payload["reply_markup"] for one in sent)

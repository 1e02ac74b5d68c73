"""Surveys by the clock: whom they ask, when, what is poured, and what happens at the end; many at one moment."""

import asyncio
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
import time_machine

from backend.domain.outgoing import Priority
from backend.domain.survey import Quota, Response, SurveyAudience, SurveyState
from backend.domain.survey_rules import Equals
from backend.services import answering, survey_running
from backend.storage.unit_of_work import SqlStore
from tests.builders import a_city, new_id
from tests.integration.bot.conftest import Bench
from tests.integration.bot.surveys import Asked, ask, settle

DAYTIME = datetime(2026, 11, 22, 8, 30, tzinfo=UTC)  # Noon in Tehran.
NIGHT = datetime(2026, 11, 22, 20, 30, tzinfo=UTC)


@pytest.fixture(autouse=True)
def clock() -> Iterator[time_machine.Traveller]:
    """Noon in the city, so that nothing depends on the hour at which the tests run."""
    with time_machine.travel(DAYTIME, tick=True) as traveller:
        yield traveller


async def scheduled(bench: Bench, **fields: object) -> Asked:
    return await ask(bench, state=SurveyState.SCHEDULED, opened_at=None, audience=SurveyAudience(), **fields)


async def invited(asked: Asked) -> list[int]:
    """The chats that an invitation reached."""
    await asked.bench.send()
    return sorted(
        fields["chat_id"] for _, fields, _ in asked.bench.api.calls if asked.survey.title in fields.get("text", "")
    )


async def change(asked: Asked, **values: object) -> None:
    async with asked.bench.store.begin() as uow:
        uow.surveys.change(asked.survey.id, **values)
        await uow.commit()


async def test_everybody_is_invited_once_when_it_opens(bench: Bench) -> None:
    people = await settle(bench, 7)
    asked = await scheduled(bench)
    await asked.clock.tick()
    await asked.clock.tick()
    assert await invited(asked) == list(people)
    async with bench.store.look() as uow:
        assert await uow.surveys.counts(asked.survey.id) == (7, 0, 0)
        survey = await uow.surveys.by_number(1)
        rows = await uow.outbox.tally(f"survey:{asked.survey.id}")
    assert survey is not None
    assert survey.state is SurveyState.OPEN
    assert (rows.sent, rows.waiting) == (7, 0)


async def test_it_waits_for_its_day(bench: Bench, clock: time_machine.Traveller) -> None:
    people = await settle(bench, 2)
    asked = await scheduled(bench, opens_at=DAYTIME + timedelta(days=1))
    await asked.clock.tick()
    assert await invited(asked) == []
    await asked.begin(people[0])
    assert "هنوز آغاز نشده" in bench.api.toasts()[-1]["text"]
    clock.shift(timedelta(days=1))
    await asked.clock.tick()
    assert await invited(asked) == list(people)


async def test_only_a_district_and_group_are_asked_and_the_muted_never(bench: Bench) -> None:
    mine = await settle(bench, 2, first=101)
    await settle(bench, 2, first=201, district="1")
    await settle(bench, 2, first=301, stakeholder_group="staff")
    await settle(bench, 1, first=401, muted=True)
    audience = SurveyAudience(stakeholder_groups=("citizens",), districts=("9",))
    asked = await scheduled(bench)
    await change(asked, audience=audience)
    await asked.clock.tick()
    assert await invited(asked) == list(mine)


async def test_a_sample_is_drawn_by_chance_and_kept(bench: Bench) -> None:
    people = await settle(bench, 40)
    asked = await scheduled(bench)
    await change(asked, audience=SurveyAudience(sample=10))
    for _ in range(3):
        await asked.clock.tick()
    drawn = await invited(asked)
    assert len(drawn) == 10
    assert set(drawn) < set(people)
    assert drawn != list(people[:10])


async def test_those_are_asked_who_answered_an_earlier_survey_so(bench: Bench) -> None:
    earlier = await ask(bench)
    one, two, three = await settle(bench, 3)
    for chat_id, choice in ((one, "0"), (two, "1"), (three, "0")):
        await earlier.begin(chat_id)
        await earlier.press(chat_id, "a", 0, choice)
        await earlier.press(chat_id, "a", 1, "3")
    asked = await scheduled(bench)
    await change(asked, audience=SurveyAudience(earlier_survey=1, answers=Equals("how", "bus")))
    await asked.clock.tick()
    assert await invited(asked) == [one, three]


async def test_nobody_can_be_asked_by_the_answers_of_an_anonymous_survey(bench: Bench) -> None:
    await ask(bench, is_anonymous=True)
    await settle(bench, 3)
    asked = await scheduled(bench)
    await change(asked, audience=SurveyAudience(earlier_survey=1, answers=Equals("how", "bus")))
    await asked.clock.tick()
    assert await invited(asked) == []


async def test_a_survey_by_link_alone_invites_nobody(bench: Bench) -> None:
    await settle(bench, 3)
    asked = await scheduled(bench)
    await change(asked, audience=SurveyAudience(by_link=True))
    await asked.clock.tick()
    assert await invited(asked) == []


async def test_nobody_is_invited_at_night(bench: Bench, clock: time_machine.Traveller) -> None:
    await settle(bench, 2)
    clock.move_to(NIGHT)
    asked = await scheduled(bench)
    await asked.clock.tick()
    assert await invited(asked) == []
    clock.move_to(NIGHT + timedelta(hours=9))
    assert len(await invited(asked)) == 2


async def test_one_reminder_goes_to_those_who_have_not_finished(bench: Bench, clock: time_machine.Traveller) -> None:
    done, begun, neither = await settle(bench, 3)
    asked = await scheduled(bench, closes_at=DAYTIME + timedelta(days=5))
    await asked.clock.tick()
    await asked.begin(done)
    await asked.press(done, "a", 0, "0")
    await asked.press(done, "a", 1, "4")
    await asked.begin(begun)
    clock.shift(timedelta(days=3, hours=20))
    await asked.clock.tick()
    assert "یادآوری" not in "".join(await bench.heard(neither)), "not at eight in the morning a day early"
    clock.shift(timedelta(hours=6))
    for _ in range(2):
        await asked.clock.tick()
    assert "یادآوری" not in "".join(await bench.heard(done))
    assert "چند پرسش مانده" in (await bench.heard(begun))[-1]
    assert "نظر شما هنوز نرسیده" in (await bench.heard(neither))[-1]
    assert sum("یادآوری" in text for text in await bench.heard(neither)) == 1


async def test_invitations_stand_behind_answers(bench: Bench) -> None:
    await settle(bench, 3)
    asked = await scheduled(bench)
    await asked.clock.tick()
    async with bench.store.look() as uow:
        assert {one.outgoing.priority for one in await uow.outbox.next(10, [])} == {Priority.BROADCAST}


async def test_closing_takes_back_invitations_that_wait(bench: Bench) -> None:
    await settle(bench, 3)
    asked = await scheduled(bench)
    await asked.clock.tick()
    await asked.close()
    assert await invited(asked) == []
    assert asked.announced == [1]
    await asked.clock.tick()
    assert asked.announced == [1], "announced once"
    async with bench.store.look() as uow:
        survey = await uow.surveys.by_number(1)
    assert survey is not None
    assert survey.closed_at is not None


async def test_a_quota_holds_when_all_finish_at_one_moment(store: SqlStore, bench: Bench) -> None:
    asked = await ask(bench, quotas=(Quota("district", "9", 4), Quota("stakeholder_group", "citizens", 6)))
    nine = await settle(bench, 8, first=101)
    one = await settle(bench, 4, first=201, district="1")
    for chat_id in (*nine, *one):
        await asked.begin(chat_id)
        await asked.press(chat_id, "a", 0, "0")

    async def finish(chat_id: int) -> None:
        async with store.begin() as uow:
            contact = (await uow.people.contacts_at("telegram", [chat_id]))[chat_id]
            assert contact.person_id is not None
            person = (await uow.people.persons([contact.person_id]))[contact.person_id]
            key = (asked.survey.id, person.id)
            at = (await answering.load(uow, [key]))[key]
            await answering.answer(uow, person, at, 5)
            await uow.commit()

    await asyncio.gather(*(finish(chat_id) for chat_id in (*nine, *one)))
    responses = await asked.responses()
    counted = [response for response in responses if not response.marks]
    assert len(responses) == 12
    assert sum(response.district == "9" for response in counted) <= 4
    # Whoever met one quota full took nothing of the other.
    assert len(counted) == 6


async def test_an_answer_in_the_moment_of_closing_is_kept_once(store: SqlStore, bench: Bench) -> None:
    asked = await ask(bench)
    people = await settle(bench, 6)
    for chat_id in people:
        await asked.begin(chat_id)
        await asked.press(chat_id, "a", 0, "0")
    await asyncio.gather(
        asked.close(), *(bench.play(bench.press(chat_id, asked.button("a", 1, "5"))) for chat_id in people)
    )
    await asked.clock.tick()
    responses = await asked.responses()
    assert len({response.person_id for response in responses}) == len(responses) == 6
    async with store.look() as uow:
        for is_finished in (False, True):
            assert not await uow.answering.pool(asked.survey.id, 1, is_finished=is_finished)


async def test_a_large_survey_is_settled_in_steps(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("backend.services.survey_pouring.MOST_AT_ONCE", 20)
    asked = await ask(bench, is_anonymous=True)
    people = await settle(bench, 55)
    for chat_id in people:
        await asked.begin(chat_id)
        await asked.press(chat_id, "a", 0, "0")
    for chat_id in people[:30]:
        await asked.press(chat_id, "a", 1, "5")
    await asked.close()
    responses = await asked.responses()
    assert (len(responses), sum(response.is_complete for response in responses)) == (55, 30)
    assert asked.announced == [1]


async def test_answers_of_a_named_survey_know_their_giver(bench: Bench) -> None:
    asked = await ask(bench)
    (chat_id,) = await settle(bench, 1)
    await asked.begin(chat_id)
    await asked.press(chat_id, "a", 0, "0")
    await asked.press(chat_id, "a", 1, "5")
    (response,) = await asked.responses()
    assert (response.person_id, response.district) == (await asked.person(chat_id), "9")
    assert response.seconds is not None


async def test_a_second_response_of_a_person_is_passed_over(store: SqlStore, bench: Bench) -> None:
    asked = await ask(bench)
    (chat_id,) = await settle(bench, 1)
    person_id = await asked.person(chat_id)
    async with store.begin() as uow:
        for _ in range(2):
            one = Response(new_id(), asked.survey.id, 1, {"how": "bus"}, uow.now, True, person_id=person_id)
            uow.surveys.add_response(one)
        await uow.commit()
    assert len(await asked.responses()) == 1


async def test_pouring_waits_for_ten(store: SqlStore, bench: Bench) -> None:
    asked = await ask(bench, is_anonymous=True)
    people = await settle(bench, 12)
    for count, chat_id in enumerate(people, start=1):
        await asked.begin(chat_id)
        await asked.press(chat_id, "a", 0, "0")
        await asked.press(chat_id, "a", 1, "5")
        async with store.begin() as uow:
            poured = await survey_running.pour(uow, asked.survey, a_city().zone)
            await uow.commit()
        assert poured == (5 if count == 10 else 0)

"""Closed surveys: who answered gets the picture, which is kept once; groups and makers get the summary, others not."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from sqlalchemy import func, select

from backend.domain.outgoing import Priority
from backend.domain.people import ContactKind
from backend.domain.survey import SurveyAudience
from backend.jobs.survey_news_tasks import NewsClock
from backend.jobs.survey_tasks import SurveyClock
from backend.reports.survey_files import SurveyPictures
from backend.services import survey_news
from backend.storage import tables as t
from backend.storage.unit_of_work import SqlStore
from bot.results_press import ChatResults
from bot.survey_press import ChatSurveys
from tests.builders import a_city, a_contact, a_group
from tests.integration.bot.conftest import Bench
from tests.integration.bot.surveys import Asked, ask, settle

DAYTIME = datetime(2026, 11, 22, 8, 30, tzinfo=UTC)  # Noon in Tehran.
NIGHT = datetime(2026, 11, 22, 20, 30, tzinfo=UTC)
GROUP_CHAT = -500


@pytest.fixture(autouse=True)
def clock() -> Iterator[time_machine.Traveller]:
    """Noon in the city, so that nothing depends on the hour at which the tests run."""
    with time_machine.travel(DAYTIME, tick=True) as traveller:
        yield traveller


async def answered(bench: Bench, people: range, **fields: object) -> Asked:
    """A survey to which these people gave both answers."""
    asked = await ask(bench, **fields)
    for chat_id in people:
        await asked.begin(chat_id)
        await asked.press(chat_id, "a", 0, "0")
        await asked.press(chat_id, "a", 1, "4")
    return asked


async def close(asked: Asked) -> None:
    """Let the survey's clock close it as in earnest."""

    async def announce(uow: object, survey: object) -> None:
        survey_news.announce(uow, survey)  # type: ignore[arg-type]

    bench = asked.bench
    async with bench.store.begin() as uow:
        uow.surveys.change(asked.survey.id, closes_at=uow.now - timedelta(seconds=1))
        await uow.commit()
    await SurveyClock(bench.store, a_city(), ChatSurveys(a_city()), bench.reader, announce).tick()


async def tell(bench: Bench) -> bool:
    return await NewsClock(bench.store, a_city(), ChatResults(), SurveyPictures(a_city())).tick()


def pictures(bench: Bench) -> list[int]:
    """The chats to which a picture was sent."""
    return sorted(fields["chat_id"] for method, fields, _ in bench.api.calls if method == "sendPhoto")


async def count(store: SqlStore, table: object) -> int:
    async with store.look() as uow:
        return int(await uow.outbox._rows.value(select(func.count()).select_from(table)))  # type: ignore[attr-defined, arg-type]


async def test_everybody_who_answered_gets_the_picture_once(store: SqlStore, bench: Bench) -> None:
    people = await settle(bench, 9)
    await settle(bench, 3, first=301)
    asked = await answered(bench, people)
    await bench.send()
    await close(asked)
    for _ in range(3):
        await tell(bench)
    assert await count(store, t.attachment) == 1, "one picture for all"
    await bench.send()
    await tell(bench)
    await bench.send()
    assert pictures(bench) == list(people)
    files = {file for method, _, file in bench.api.calls if method == "sendPhoto"}
    assert len(files) == 1
    assert next(iter(files))[2].startswith(b"\x89PNG")
    assert await count(store, t.attachment) == 0, "dropped with the last that was sent"
    assert await count(store, t.survey_news) == 0
    assert all("نتیجهٔ نظرسنجی" in fields["caption"] for m, fields, _ in bench.api.calls if m == "sendPhoto")


async def test_the_picture_stays_while_pages_are_still_to_come(
    store: SqlStore, bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(survey_news, "PAGE", 4)
    monkeypatch.setattr(survey_news, "MOST_WAITING", 4)
    people = await settle(bench, 11)
    asked = await answered(bench, people)
    await close(asked)
    await tell(bench)
    await bench.send()
    assert len(pictures(bench)) == 4
    assert await count(store, t.attachment) == 1, "others are still to get it"
    for _ in range(3):
        await tell(bench)
        await bench.send()
    assert pictures(bench) == list(people)
    assert await count(store, t.attachment) == 0


async def test_it_stands_behind_answers_and_waits_for_the_morning(bench: Bench, clock: time_machine.Traveller) -> None:
    people = await settle(bench, 6)
    asked = await answered(bench, people)
    await bench.send()
    clock.move_to(NIGHT)
    await close(asked)
    await tell(bench)
    await bench.send()
    assert pictures(bench) == []
    clock.move_to(NIGHT + timedelta(hours=9))
    async with bench.store.look() as uow:
        assert {one.outgoing.priority for one in await uow.outbox.next(10, [])} == {Priority.BROADCAST}
    await bench.send()
    assert pictures(bench) == list(people)


async def test_the_muted_get_nothing_and_anonymous_answers_are_told_too(bench: Bench) -> None:
    people = await settle(bench, 8)
    asked = await answered(bench, people, is_anonymous=True)
    async with bench.store.begin() as uow:
        uow.people.set_muted(await asked.person(people[0]), muted=True)
        await uow.commit()
    await close(asked)
    await tell(bench)
    await bench.send()
    assert pictures(bench) == list(people)[1:]


async def test_too_few_answers_are_told_without_figures(bench: Bench) -> None:
    people = await settle(bench, 3)
    asked = await answered(bench, people)
    await close(asked)
    await tell(bench)
    assert pictures(bench) == []
    assert "نتیجه‌ای نشان نمی‌دهیم" in (await bench.heard(people[0]))[-1]


async def test_groups_concerned_and_the_maker_get_summary_and_picture(bench: Bench) -> None:
    people = await settle(bench, 7)
    (maker,) = await settle(bench, 1, first=900)
    chats = {}
    async with bench.store.begin() as uow:
        for number, districts in ((1, frozenset({"9"})), (2, frozenset({"1"})), (3, frozenset[str]())):
            chat = a_contact(None, GROUP_CHAT - number, kind=ContactKind.GROUP)
            uow.people.add_contact(chat)
            uow.groups.add(a_group(number=number, districts=districts, contact_id=chat.id))
            chats[number] = chat.chat_id
        await uow.commit()
    asked = Asked(bench, (await answered(bench, people)).survey)
    async with bench.store.begin() as uow:
        created_by = await asked.person(maker)
        uow.surveys.change(
            asked.survey.id, created_by=created_by, audience=SurveyAudience(districts=("9",), by_link=True)
        )
        await uow.commit()
    await close(asked)
    for _ in range(2):
        await tell(bench)
    await bench.send()
    told = {chat for chat in (*chats.values(), maker) if any("📊 نتیجهٔ نظرسنجی" in one for one in bench.api.said(chat))}
    assert told == {chats[1], chats[3], maker}
    assert set(pictures(bench)) == {*people, *told}
    assert len(pictures(bench)) == 10


async def test_a_survey_that_was_announced_twice_is_told_once(bench: Bench) -> None:
    people = await settle(bench, 6)
    asked = await answered(bench, people)
    await close(asked)
    await tell(bench)
    async with bench.store.begin() as uow:
        survey_news.announce(uow, asked.survey)
        await uow.commit()
    await tell(bench)
    await bench.send()
    assert pictures(bench) == list(people)

"""Nothing in the whole database leads from the answers of an anonymous survey to a person, or back."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import select

from backend.domain.survey import Response
from backend.storage.tables import metadata
from backend.storage.unit_of_work import SqlStore
from tests.builders import a_reading
from tests.integration.bot.conftest import Bench
from tests.integration.bot.surveys import WITH_TEXT, Asked, ask, settle

_SMALL = 1_000


def words_of(chat_id: int) -> str:
    return f"سخنی که تنها {chat_id} گفته است"


async def everything(store: SqlStore) -> dict[str, list[dict[str, Any]]]:
    """Every row of every table."""
    found = {}
    async with store.look() as uow:
        for table in metadata.sorted_tables:
            rows = await uow._collector.rows(select(table))
            found[table.name] = [dict(row._mapping) for row in rows]
    return found


def values(thing: object) -> Iterable[object]:
    """Every value in a row, however deep it lies."""
    if isinstance(thing, dict):
        for name, part in thing.items():
            yield from (name, *values(part))
    elif isinstance(thing, list | tuple):
        for part in thing:
            yield from values(part)
    else:
        yield thing


async def answered_by(bench: Bench, asked: Asked, people: Iterable[int]) -> None:
    for chat_id in people:
        await asked.begin(chat_id, message_id=chat_id)
        await asked.press(chat_id, "a", 0, str(chat_id % 3), message_id=chat_id)
        await asked.press(chat_id, "a", 1, str(chat_id % 5 + 1), message_id=chat_id)
        await asked.say(chat_id, words_of(chat_id))
    await bench.send()


async def test_no_row_joins_a_person_to_an_answer_after_closing(store: SqlStore, bench: Bench) -> None:
    asked = await ask(bench, WITH_TEXT, is_anonymous=True)
    people = [*await settle(bench, 13, first=5_000_101), *await settle(bench, 3, first=5_000_201, district="1")]
    await answered_by(bench, asked, people[:12])
    await asked.clock.tick()
    assert 5 <= len(await asked.responses()) <= 7, "some were poured while it was open"
    await answered_by(bench, asked, people[12:])
    # One more stops in the middle, and one stopped the bot, so that an answer to them can never be sent.
    await asked.begin(5_000_301)
    await asked.press(5_000_301, "a", 0, "1")
    await bench.send()
    await bench.play({"update_id": 99_001, "my_chat_member": stopping(people[0])})
    await asked.close()
    await bench.send()

    tables = await everything(store)
    responses = tables.pop("survey_response")
    assert len(responses) == len(people) + 1
    assert tables["survey_draft"] == []
    contacts = {row["chat_id"]: row for row in tables["contact"]}
    for chat_id in people:
        for name, rows in tables.items():
            assert words_of(chat_id) not in str(rows), f"the words of {chat_id} stand in {name}"

    # Nothing that names a person, a chat or a message of theirs stands with an answer.
    names = {contacts[one][column] for one in people for column in ("id", "person_id", "chat_id")} | set(people)
    assert not names & set(values(responses))
    assert {row["person_id"] for row in responses} == {None}
    assert {row["seconds"] for row in responses} == {None}

    # What stands with an answer stands nowhere else, but for what all of them share.
    shared = set.intersection(*({*values(row)} for row in responses))
    telling = {one for one in values(responses) if is_telling(one)} - shared
    elsewhere = {one for rows in tables.values() for one in values(rows)}
    assert not telling & elsewhere

    # A participation holds that a person answered, and no moment of it.
    mine = [row for row in tables["survey_participation"] if row["finished_at"] is not None]
    assert len(mine) == len(people)
    (opened_at,) = {row["opened_at"] for row in tables["survey"]}
    assert {(row["started_at"], row["finished_at"]) for row in mine} == {(opened_at, opened_at)}
    assert {row["finished_on"].astimezone(asked.clock.city.zone).time().isoformat() for row in responses} == {
        "00:00:00"
    }

    # No message of the survey is left in the outbox, sent or not.
    assert [row for row in tables["outbox"] if "traceless" in str(row["batch"])] == []

    # The ids are given by chance: their order is not that in which people finished, nor are they as those of the time.
    said = {row["answers"]["why"]["text"]: row["id"] for row in responses if "why" in row["answers"]}
    in_order_of_finishing = [said[words_of(chat_id)] for chat_id in people]
    assert in_order_of_finishing != sorted(in_order_of_finishing)
    assert max(in_order_of_finishing) - min(in_order_of_finishing) > 1 << 55

    # Fewer than five of a district stay without it.
    assert {row["district"] for row in responses} <= {"9", None}


async def test_the_search_finds_the_link_of_a_survey_with_names(store: SqlStore, bench: Bench) -> None:
    asked = await ask(bench, WITH_TEXT)
    (chat_id,) = await settle(bench, 1, first=5_000_101)
    await answered_by(bench, asked, [chat_id])
    tables = await everything(store)
    assert await asked.person(chat_id) in set(values(tables["survey_response"]))


async def test_a_message_made_of_the_words_names_nobody(store: SqlStore, bench: Bench) -> None:
    asked = await ask(bench, WITH_TEXT, is_anonymous=True)
    (chat_id,) = await settle(bench, 1, first=5_000_101)
    bench.reader.readings[words_of(chat_id)] = a_reading(redacted=words_of(chat_id))
    await answered_by(bench, asked, [chat_id])
    send = f"q:send:{asked.survey.id}:2"
    await bench.play(bench.press(chat_id, send))
    assert "بی‌نام" in await asked.last(chat_id)
    await bench.play(bench.press(chat_id, send))
    assert "پیش‌تر پیام شده" in bench.api.toasts()[-1]["text"]
    await asked.close()
    await bench.play(bench.press(chat_id, send))
    assert "دیگر در دست ما نیست" in bench.api.toasts()[-1]["text"]
    tables = await everything(store)
    (concern,) = tables["concern"]
    assert (concern["text"], concern["person_id"], concern["message_id"]) == (words_of(chat_id), None, None)
    assert concern["code"] not in str(tables["outbox"])


async def test_before_five_have_answered_nothing_is_poured(bench: Bench) -> None:
    asked = await ask(bench, WITH_TEXT, is_anonymous=True)
    people = await settle(bench, 4, first=5_000_101)
    await answered_by(bench, asked, people)
    await asked.clock.tick()
    assert await asked.responses() == []
    await asked.close()
    responses = await asked.responses()
    assert [one.district for one in responses] == [None] * 4
    assert _days(responses) == {responses[0].finished_on}


def stopping(chat_id: int) -> dict[str, Any]:
    """That somebody stopped the bot, as the platform writes it."""
    user = {"id": chat_id, "is_bot": False, "first_name": "کسی"}
    member = {"user": {"id": 42, "is_bot": True, "first_name": "ربات"}, "status": "kicked"}
    return {"chat": {"id": chat_id, "type": "private"}, "from": user, "date": 1, "new_chat_member": member}


def is_telling(value: object) -> bool:
    """Say whether a value could join two rows: a moment, a large number, a text of some length."""
    if isinstance(value, datetime):
        return True
    return (isinstance(value, int) and value > _SMALL) or (isinstance(value, str) and len(value) > 8)


def _days(responses: list[Response]) -> set[datetime]:
    return {one.finished_on + timedelta() for one in responses}

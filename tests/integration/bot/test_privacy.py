"""Who said it is kept apart from what was said: the chat id stands in one table."""

import pytest
from sqlalchemy import text

from backend.storage.tables import metadata
from backend.storage.unit_of_work import SqlStore
from tests.integration.bot.conftest import Bench

MARYAM, GROUP = 5551234567, -1009876543210


async def tables_with(store: SqlStore, number: int) -> set[str]:
    """Search every column of every table for a number, in whatever form it may stand."""
    forms = {str(abs(number)), f"{abs(number):x}"}
    found = set()
    async with store.writer.connect() as connection:
        for table in metadata.sorted_tables:
            for row in (await connection.execute(text(f'SELECT * FROM "{table.name}"'))).all():
                said = " ".join(value.hex() if isinstance(value, bytes) else str(value) for value in row)
                if any(form in said for form in forms):
                    found.add(table.name)
    return found


async def converse(bench: Bench) -> None:
    """A citizen's whole conversation, in private and in a group."""
    await bench.play(bench.message(MARYAM, "/start"))
    await bench.play(bench.press(MARYAM, "p:group:citizens"), bench.press(MARYAM, "p:district:9"))
    await bench.play(bench.message(MARYAM, "چاله‌ای در خیابان ماست", message_id=7))
    async with bench.store.look() as uow:
        (one,) = await uow.concerns.page(0, 10)
    for data in ("c:more", "c:axes", "c:show", "c:ok", "c:del"):
        await bench.play(bench.press(MARYAM, f"{data}:{one.id}"))
    await bench.play(bench.message(MARYAM, "/my"), bench.message(MARYAM, "/track"), bench.message(MARYAM, one.code))
    await bench.play(bench.message(MARYAM, "/newgroup"))
    in_group = bench.message(MARYAM, "/digest")
    in_group["message"]["chat"] = {"id": GROUP, "type": "supergroup", "title": "کارگروه"}
    await bench.play(in_group)


@pytest.mark.parametrize("is_sent", [False, True])
async def test_a_chat_id_stands_in_no_table_but_that_of_contacts(bench: Bench, is_sent: bool) -> None:
    await converse(bench)
    if is_sent:
        await bench.send()
    async with bench.store.look() as uow:
        depth = await uow.inbox.depth()
    assert (depth.waiting, depth.failed) == (0, 0)
    assert await tables_with(bench.store, MARYAM) == {"contact"}
    assert await tables_with(bench.store, GROUP) == {"contact"}


async def test_no_name_of_a_person_is_stored(bench: Bench) -> None:
    update = bench.message(MARYAM, "چاله")
    update["message"]["from"] |= {"first_name": "مریم‌السادات", "username": "maryam_sadat"}
    await bench.play(update)
    async with bench.store.writer.connect() as connection:
        for table in metadata.sorted_tables:
            rows = str((await connection.execute(text(f'SELECT * FROM "{table.name}"'))).all())
            assert "مریم" not in rows
            assert "maryam" not in rows


async def test_what_waits_to_be_sent_names_no_chat(bench: Bench) -> None:
    await bench.play(bench.message(MARYAM, "چاله"))
    async with bench.store.look() as uow:
        (delivery,) = await uow.outbox.next(10, ())
    assert "chat_id" not in delivery.outgoing.payload
    assert delivery.chat_id == MARYAM

"""A person sees everything that is kept on them, and is forgotten without a way back."""

import json

import pytest
from sqlalchemy import text

from backend.domain.issue import IssueState
from backend.domain.people import Role
from backend.services import people
from backend.storage import tables as t
from backend.storage.tables import metadata
from tests.integration.bot.conftest import Bench
from tests.integration.bot.loop import brought_up, concerns_of, heard, only_issue, set_state

MARYAM, ALI = 5551234567, 5557654321
# Rows that must name a person and go with them; every other reference is empty-able or part of the key.
_GO_WITH_THE_PERSON = {("invite", "created_by"), ("issue_owner", "person_id")}


async def ids_of(bench: Bench, chat: int) -> tuple[int, int]:
    async with bench.store.look() as uow:
        contact = (await uow.people.contacts_at("telegram", [chat]))[chat]
    assert contact.person_id is not None
    return contact.person_id, contact.id


async def tables_with(bench: Bench, *numbers: int) -> set[str]:
    found = set()
    async with bench.store.writer.connect() as connection:
        for table in metadata.sorted_tables:
            for row in (await connection.execute(text(f'SELECT * FROM "{table.name}"'))).all():
                said = " ".join(value.hex() if isinstance(value, bytes) else str(value) for value in row)
                if any(str(number) in said for number in numbers):
                    found.add(table.name)
    return found


async def live_a_little(bench: Bench) -> None:
    """Do everything that leaves rows: profile, messages, support, silence, roles, seats, a failed update."""
    await bench.play(bench.message(MARYAM, "/start"), bench.message(ALI, "/start"))
    await bench.play(bench.press(MARYAM, "p:group:citizens"), bench.press(MARYAM, "p:district:9"))
    issue = await brought_up(bench, MARYAM, ALI)
    await bench.play(bench.message(MARYAM, "چراغ معبر ما هم خاموش است"))
    await brought_up(bench, MARYAM)
    await bench.play(bench.press(MARYAM, f"f:too:9:{issue.id}:1"), bench.press(ALI, f"f:silence:{issue.id}"))
    await bench.play(bench.message(MARYAM, "/track"))
    await set_state(bench, issue, IssueState.DONE, "آسفالت شد")
    person_id, _ = await ids_of(bench, MARYAM)
    async with bench.store.begin() as uow:
        uow.people.grant(person_id, Role.SECRETARY)
        await uow.commit()
    await bench.play(bench.message(MARYAM, "/audit"))
    broken = bench.message(MARYAM, "x")
    broken["message"]["chat"] = {"id": MARYAM}
    await bench.play(broken)


@pytest.mark.parametrize("choice", ["keep", "erase"])
@pytest.mark.parametrize("is_sent", [False, True])
async def test_nothing_leads_back_to_who_was_forgotten(bench: Bench, choice: str, is_sent: bool) -> None:
    await live_a_little(bench)
    numbers = (*await ids_of(bench, MARYAM), MARYAM)
    assert {"concern", "contact", "person", "person_role", "inbox", "outbox", "audit", "support"} <= await tables_with(
        bench, *numbers
    )
    if is_sent:
        await heard(bench, MARYAM)
    await bench.play(bench.press(MARYAM, "f:forget"), bench.message(ALI, "/my"))
    await bench.play(bench.press(MARYAM, f"f:sure:{choice}"))
    await bench.play(bench.press(MARYAM, f"f:gone:{choice}"))
    assert await tables_with(bench, *numbers) == set()
    assert "فراموش شدید" in str(bench.api.toasts()[-1])
    assert any("پیام‌های شما" in one for one in await heard(bench, ALI)), "others lose nothing"


async def test_redacted_words_stay_as_one_voice_unless_they_are_to_be_erased(bench: Bench) -> None:
    await live_a_little(bench)
    issue = await only_issue(bench)
    before = await people_behind(bench, issue.id)
    await bench.play(bench.press(MARYAM, "f:gone:keep"))
    kept = [one for one in await concerns_of(bench) if one.person_id is None]
    assert len(kept) >= 2
    assert all(one.text == one.redacted and one.message_id is None for one in kept)
    assert await people_behind(bench, issue.id) == before == 2, "several messages stay one person's"


async def test_erased_words_are_gone(bench: Bench) -> None:
    await live_a_little(bench)
    issue = await only_issue(bench)
    await bench.play(bench.press(MARYAM, "f:gone:erase"))
    assert await people_behind(bench, issue.id) == 1
    async with bench.store.writer.connect() as connection:
        rows = (await connection.execute(text("SELECT text, redacted FROM concern WHERE state = 'deleted'"))).all()
    assert rows
    assert {tuple(row) for row in rows} == {("", "")}


async def people_behind(bench: Bench, issue_id: int) -> int:
    async with bench.store.look() as uow:
        return (await uow.following.people_behind([issue_id]))[issue_id]


async def test_pressing_twice_forgets_also_whom_the_second_press_brought(bench: Bench) -> None:
    await live_a_little(bench)
    for _ in range(2):
        await bench.play(bench.press(MARYAM, "f:gone:keep"))
    assert await tables_with(bench, MARYAM) == set()


async def test_who_comes_back_is_somebody_new(bench: Bench) -> None:
    await live_a_little(bench)
    old, _ = await ids_of(bench, MARYAM)
    await bench.play(bench.press(MARYAM, "f:gone:keep"))
    await bench.play(bench.message(MARYAM, "/my"))
    assert (await ids_of(bench, MARYAM))[0] != old
    assert "هنوز پیامی ثبت نکرده‌اید" in (await heard(bench, MARYAM))[-1]


async def test_the_only_admin_is_not_forgotten(bench: Bench) -> None:
    async with bench.store.begin() as uow:
        await people.appoint_admins(uow, "telegram", frozenset({MARYAM}))
        await uow.commit()
    await bench.play(bench.press(MARYAM, "f:gone:keep"))
    assert "تنها مدیر" in str(bench.api.toasts()[-1])
    assert await ids_of(bench, MARYAM)


async def test_ones_data_come_as_a_page_and_for_a_computer(bench: Bench) -> None:
    await live_a_little(bench)
    await bench.send()
    await bench.play(bench.press(MARYAM, "f:data"))
    await bench.send()
    files = {file[1]: file[2] for method, _, file in bench.api.calls if method == "sendDocument" and file}
    data = json.loads(files["hamandish.json"])
    assert {"person", "contact", "concern", "support", "person_role"} <= data.keys()
    assert len(data["concern"]) == 3
    assert str(MARYAM) not in files["hamandish.json"].decode()
    page = files["hamandish.html"].decode()
    assert '<html lang="fa" dir="rtl">' in page
    assert "چراغ معبر ما هم خاموش است" in page
    assert "<td>فارسی</td>" in page
    assert "<td>تلگرام</td>" in page
    assert "<td>همین گفتگو</td>" in page
    assert not any(f">{code}<" in page for code in ("fa", "telegram", "bot", "sendMessage", "citizen"))
    assert "src=" not in page
    assert "http" not in page
    others = {one.id for one in await concerns_of(bench)} - {row["id"] for row in data["concern"]}
    assert not any(str(one) in files["hamandish.json"].decode() for one in others)


async def test_only_sight_of_ones_own_data(bench: Bench) -> None:
    await live_a_little(bench)
    bench.reader.readings.clear()
    await bench.play(bench.message(ALI, "راز علی"))
    await bench.play(bench.press(MARYAM, "f:data"))
    await bench.send()
    files = [file[2].decode() for method, _, file in bench.api.calls if method == "sendDocument" and file]
    assert len(files) == 2
    assert not any("راز علی" in file for file in files)


def test_every_reference_to_a_person_says_what_becomes_of_it() -> None:
    keyed = {
        (table.name, column.name)
        for table in metadata.sorted_tables
        for column in table.c
        if any(key.column.table is t.person for key in column.foreign_keys)
        and not (column.nullable or column.primary_key)
    }
    assert keyed == _GO_WITH_THE_PERSON


def test_no_number_of_a_person_stands_in_a_column_that_nobody_looks_at() -> None:
    from backend.storage.privacy import _LOOSE

    tied = {"person_id", "actor_id", "author_id", "by_id", "proposed_by"}
    tied |= {"created_by", "used_by", "decided_by", "asked_by"}
    loose = {
        (table.name, column.name)
        for table in metadata.sorted_tables
        for column in table.c
        if column.name in tied and not column.foreign_keys
    }
    assert loose <= _LOOSE

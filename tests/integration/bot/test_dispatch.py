"""A message that reached us is kept and answered, whatever breaks on the way."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import pytest

from backend.domain.errors import Unavailable
from backend.domain.said import Said
from backend.storage.unit_of_work import SqlStore, SqlUnitOfWork
from bot.handlers import concern
from tests.integration.bot.conftest import Bench

MARYAM, REZA, SARA = 5551234567, 5551234568, 5551234569


async def kept_texts(store: SqlStore) -> list[str]:
    async with store.look() as uow:
        return [one.text for one in await uow.concerns.page(0, 1000)]


async def depth(store: SqlStore) -> tuple[int, int]:
    async with store.look() as uow:
        found = await uow.inbox.depth()
    return found.waiting, found.failed


async def codes(store: SqlStore) -> list[str]:
    async with store.look() as uow:
        return [one.code for one in await uow.concerns.page(0, 1000)]


async def test_a_message_is_kept_and_answered_with_its_code(bench: Bench) -> None:
    await bench.play(bench.message(MARYAM, "چاله‌ای در خیابان ماست"))
    assert await kept_texts(bench.store) == ["چاله‌ای در خیابان ماست"]
    (code,) = await codes(bench.store)
    (answer,) = await bench.heard(MARYAM)
    assert f"{code[:4]}-{code[4:]}" in answer
    assert await depth(bench.store) == (0, 0)


async def test_an_update_delivered_twice_takes_effect_once(bench: Bench) -> None:
    update = bench.message(MARYAM, "چاله")
    await bench.play(update, update)
    await bench.play(update)
    assert await kept_texts(bench.store) == ["چاله"]
    assert len(await bench.heard(MARYAM)) == 1


async def test_many_chats_are_worked_in_order_within_each(bench: Bench) -> None:
    updates = [bench.message(MARYAM + n % 5, f"پیام {n}") for n in range(25)]
    await bench.play(*updates)
    texts = await kept_texts(bench.store)
    for chat in range(5):
        mine = [text for text in texts if int(text.split()[1]) % 5 == chat]
        assert mine == [f"پیام {n}" for n in range(25) if n % 5 == chat]


async def test_a_reader_that_fails_costs_no_code(bench: Bench) -> None:
    bench.reader.is_away = True
    await bench.play(bench.message(MARYAM, "چاله"))
    (code,) = await codes(bench.store)
    assert code[:4] in (await bench.heard(MARYAM))[0]


async def test_a_poison_update_spoils_only_itself_and_its_sender_hears(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    take = concern.concerns.take

    def poisoned(uow: Any, city: Any, person: Any, said: Said, *more: Any) -> Any:
        if said.text == "زهر":
            raise ZeroDivisionError("راز ما")
        return take(uow, city, person, said, *more)

    with monkeypatch.context() as broken:
        broken.setattr(concern.concerns, "take", poisoned)
        await bench.play(bench.message(MARYAM, "یک"), bench.message(REZA, "زهر"), bench.message(SARA, "دو"))
    assert sorted(await kept_texts(bench.store)) == ["دو", "یک"]
    assert await depth(bench.store) == (0, 1)
    async with bench.store.look() as uow:
        (failed,) = await uow.inbox.list_failed(10)
    (apology,) = await bench.heard(REZA)
    assert failed.error_id in apology
    assert "راز" not in apology
    assert "ZeroDivision" not in apology
    assert (failed.error, json.loads(failed.raw)["message"]["text"]) == ("ZeroDivisionError", "زهر")

    async with bench.store.begin() as uow:
        assert await uow.inbox.replay(None) == 1
        await uow.commit()
    await bench.work()
    assert "زهر" in await kept_texts(bench.store)
    assert len(await bench.heard(REZA)) == 2, "after the apology comes the answer with the code"


async def test_a_malformed_update_is_kept_and_others_go_on(bench: Bench) -> None:
    broken = {"update_id": 900, "message": {"message_id": "x", "chat": {"id": MARYAM}}}
    await bench.play(broken, bench.message(REZA, "چاله"), {"update_id": 901, "message": 5})
    assert await kept_texts(bench.store) == ["چاله"]
    assert await depth(bench.store) == (0, 2)


async def test_an_update_without_id_is_refused_before_it_is_kept(bench: Bench) -> None:
    for update in ({}, {"update_id": "1"}, {"update_id": None}):
        with pytest.raises(ValueError, match="without id"):
            await bench.intake.keep([update])
    assert await depth(bench.store) == (0, 0)


async def test_a_database_that_goes_away_costs_nothing(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    await bench.intake.keep([bench.message(MARYAM, "چاله"), bench.message(REZA, "درخت")])

    async def fail(_: object) -> None:
        raise Unavailable

    with monkeypatch.context() as away:
        away.setattr(SqlUnitOfWork, "commit", fail)
        with pytest.raises(Unavailable):
            await bench.dispatcher.work()
        with pytest.raises(Unavailable):
            await bench.intake.keep([bench.message(SARA, "سوم")])
    assert await depth(bench.store) == (2, 0)
    await bench.work()
    assert sorted(await kept_texts(bench.store)) == ["درخت", "چاله"]
    assert len(await bench.heard(MARYAM)) == 1


async def test_the_running_dispatcher_waits_for_a_database_that_is_away(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    await bench.intake.keep([bench.message(MARYAM, "چاله")])
    claim, failures = SqlStore.claim, 2

    @asynccontextmanager
    async def flaky(self: SqlStore, limit: int, passing_over: Any) -> AsyncIterator[Any]:
        nonlocal failures
        if failures:
            failures -= 1
            raise Unavailable
        async with claim(self, limit, passing_over) as claimed:
            yield claimed

    monkeypatch.setattr(SqlStore, "claim", flaky)
    running = asyncio.create_task(bench.dispatcher.run())
    async with asyncio.timeout(10):
        while not await kept_texts(bench.store):  # noqa: ASYNC110 - the database tells nobody
            await asyncio.sleep(0.02)
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)
    assert failures == 0


async def test_a_refusal_is_told_and_the_update_is_done(bench: Bench) -> None:
    await bench.play(bench.message(MARYAM, "/newgroup"))
    assert await depth(bench.store) == (0, 0)
    (answer,) = await bench.heard(MARYAM)
    assert "اختیار" in answer
    async with bench.store.look() as uow:
        (entry,) = await uow.records.audited(10)
    assert (entry.act, entry.allowed) == ("begin-group", False)


async def test_a_press_on_anothers_concern_proves_nothing(bench: Bench) -> None:
    await bench.play(bench.message(MARYAM, "چاله"))
    async with bench.store.look() as uow:
        (one,) = await uow.concerns.page(0, 10)
    await bench.play(bench.press(REZA, f"c:erase:{one.id}"))
    assert await kept_texts(bench.store) == ["چاله"]
    assert bench.api.toasts()[-1]["show_alert"] is True


async def test_a_button_of_an_old_version_is_answered(bench: Bench) -> None:
    await bench.play(bench.press(MARYAM, "old:button:1"))
    assert bench.api.toasts()[-1]["text"]
    assert await depth(bench.store) == (0, 0)


async def test_words_where_a_code_was_asked_for_are_kept(bench: Bench) -> None:
    await bench.play(bench.message(MARYAM, "/track"))
    await bench.play(bench.message(MARYAM, "راستی آسفالت کوچهٔ ما هم خراب است"))
    assert await kept_texts(bench.store) == ["راستی آسفالت کوچهٔ ما هم خراب است"]
    await bench.play(bench.message(MARYAM, "ABCD-1234"))
    assert len(await kept_texts(bench.store)) == 2, "the question for a code is over"


async def test_an_edit_changes_the_concern_and_is_answered(bench: Bench) -> None:
    first = bench.message(MARYAM, "چاله", message_id=7)
    edit = bench.message(MARYAM, "درخت", message_id=7)
    edit["edited_message"] = edit.pop("message")
    await bench.play(first)
    await bench.play(edit)
    assert await kept_texts(bench.store) == ["درخت"]
    assert len(await bench.heard(MARYAM)) == 2


async def test_who_stopped_the_bot_is_sent_nothing_until_they_come_back(bench: Bench) -> None:
    await bench.play(bench.message(MARYAM, "چاله"))
    stop = {
        "update_id": 900,
        "my_chat_member": {
            "chat": {"id": MARYAM, "type": "private"},
            "from": {"id": MARYAM, "is_bot": False, "first_name": "کسی"},
            "date": 1795000000,
            "old_chat_member": {"status": "member", "user": {"id": 42, "is_bot": True, "first_name": "b"}},
            "new_chat_member": {
                "status": "kicked",
                "user": {"id": 42, "is_bot": True, "first_name": "b"},
                "until_date": 0,
            },
        },
    }
    await bench.play(stop)
    assert await bench.heard(MARYAM) == []
    await bench.play(bench.message(MARYAM, "بازگشتم"))
    assert len(await bench.heard(MARYAM)) == 2

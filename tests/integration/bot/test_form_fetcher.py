"""Files of surveys are fetched beside the dispatcher: tried again, given up, refused, and forgotten when cancelled."""

import asyncio
from typing import Any

from backend.domain.people import Role
from backend.forms.reading import FileForms
from backend.storage.leadership import SoleLeadership
from bot.api import PerhapsSent, Rejected
from bot.form_fetcher import FormFetcher
from tests.builders import a_city
from tests.fakes import FakeApi
from tests.integration.bot.conftest import Bench

ADMIN = 7
YAML = b"title: \xd8\xa2\xd8\xa8\nquestions:\n  - {ask: \xda\x86\xd9\x87, kind: text}\n"


class Platform(FakeApi):
    """A platform that hands out one file."""

    async def download(self, path: str) -> bytes:
        assert path == "documents/form"
        return YAML


class Reading:
    """An admin who has just sent a file, and the fetcher that waits for it."""

    def __init__(self, bench: Bench) -> None:
        self.bench, self.api = bench, Platform()
        city = a_city()
        self.fetcher = FormFetcher(
            bench.store,
            self.api,  # type: ignore[arg-type]
            SoleLeadership(),
            city,
            FileForms(city),
            asyncio.Event(),
        )

    async def send(self) -> None:
        await self.bench.play(self.bench.message(ADMIN, "/start"))
        async with self.bench.store.begin() as uow:
            contact = (await uow.people.contacts_at("telegram", [ADMIN]))[ADMIN]
            assert contact.person_id is not None
            self.person_id = contact.person_id
            uow.people.grant(contact.person_id, Role.ADMIN)
            await uow.commit()
        await self.bench.play(self.bench.press(ADMIN, "s:file"))
        document = {"file_id": "f1", "mime_type": "text/yaml", "file_size": len(YAML)}
        update: dict[str, Any] = self.bench.message(ADMIN, "", document=document)
        await self.bench.play(update)

    async def titles(self) -> list[str]:
        async with self.bench.store.look() as uow:
            return [survey.title for survey in await uow.surveys.all()]


async def test_a_file_is_read_once(bench: Bench) -> None:
    reading = Reading(bench)
    await reading.send()
    reading.api.answers = [{"file_path": "documents/form"}]
    assert await reading.fetcher.round() == 1
    assert await reading.fetcher.round() == 0
    assert await reading.titles() == ["آب"]
    assert any("فایل را خواندیم" in text for text in await bench.heard(ADMIN))


async def test_a_platform_that_is_away_is_asked_again_and_given_up_at_last(bench: Bench) -> None:
    reading = Reading(bench)
    await reading.send()
    reading.api.answers = [PerhapsSent("away")] * 8
    for _ in range(8):
        assert await reading.fetcher.round() == 1
    assert await reading.fetcher.round() == 0
    assert any("به دستمان نرسید" in text for text in await bench.heard(ADMIN))


async def test_a_file_that_the_platform_does_not_know_is_given_up_at_once(bench: Bench) -> None:
    reading = Reading(bench)
    await reading.send()
    reading.api.answers = [Rejected("wrong file_id")]
    await reading.fetcher.round()
    assert await reading.fetcher.round() == 0


async def test_who_gave_the_dialogue_up_gets_no_survey(bench: Bench) -> None:
    reading = Reading(bench)
    await reading.send()
    reading.api.answers = [{"file_path": "documents/form"}]

    async def cancel() -> None:
        reading.api.before = None
        await bench.play(bench.press(ADMIN, "s:x"))

    reading.api.before = cancel
    assert await reading.fetcher.round() == 1
    assert await reading.titles() == []


async def test_who_lost_the_role_meanwhile_is_refused_and_it_is_noted(bench: Bench) -> None:
    reading = Reading(bench)
    await reading.send()
    async with bench.store.begin() as uow:
        await uow.people.revoke(reading.person_id, Role.ADMIN)
        await uow.commit()
    reading.api.answers = [{"file_path": "documents/form"}]
    await reading.fetcher.round()
    assert await reading.titles() == []
    async with bench.store.look() as uow:
        assert "create-survey" in {entry.act for entry in await uow.records.audited(5, refused=True)}

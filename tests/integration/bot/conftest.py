"""A dispatcher on a real database, with a fake reader and a fake platform."""

import asyncio
from typing import Any

import pytest

from backend.reports.mess_files import MessPictures
from backend.reports.survey_files import SurveyPictures
from backend.storage.leadership import SoleLeadership
from backend.storage.unit_of_work import SqlStore
from bot.ballots import ChatBallots
from bot.conversations import ROUTES
from bot.dispatch import Dispatcher, Parts
from bot.errands import ErrandRunner
from bot.intake import Intake
from bot.notices import ChatNotices
from bot.pacing import Pace
from bot.platforms import TELEGRAM, Platform
from bot.routes import Router
from bot.sender import Sender
from bot.turn import Identity, Service
from tests.builders import a_city
from tests.fakes import FakeApi, FakePictures, FakePress, FakeReader, sign

TOKEN = "42:token"


class Bench:
    """The way of a message from the platform to the answer, without network."""

    def __init__(self, store: SqlStore, platform: Platform = TELEGRAM) -> None:
        self.store = store
        self.reader = FakeReader()
        self.api = FakeApi()
        self.queued = asyncio.Event()
        self.service = Service(
            a_city(),
            sign,
            FakePress(),
            Identity("hamandish_bot"),
            ChatNotices(a_city()),
            self.reader,
            mess_files=MessPictures(),
            measure_press=ChatBallots(a_city()),
            statistics=FakePictures(),
            survey_files=SurveyPictures(a_city()),
        )
        parts = Parts(store, self.reader, self.api, platform, Router(ROUTES), self.service)  # type: ignore[arg-type]
        self.errands = ErrandRunner(store, self.service, SoleLeadership(), self.queued)
        self.dispatcher = Dispatcher(parts, self.queued, self.errands.waiting)
        self.intake = Intake(store, platform, TOKEN, self.dispatcher.waiting.set)
        self._updates = 0

    def message(self, chat_id: int, text: str, message_id: int = 0, **more: Any) -> dict[str, Any]:
        """An update with a private text, as the platform writes it."""
        self._updates += 1
        user = {"id": chat_id, "is_bot": False, "first_name": "کسی"}
        chat = {"id": chat_id, "type": "private", "first_name": "کسی"}
        body = {"message_id": message_id or self._updates, "from": user, "chat": chat, "date": 1795000000, "text": text}
        return {"update_id": self._updates, "message": body | more}

    def press(self, chat_id: int, data: str, message_id: int = 9) -> dict[str, Any]:
        """An update with a press on a button."""
        self._updates += 1
        user = {"id": chat_id, "is_bot": False, "first_name": "کسی"}
        chat = {"id": chat_id, "type": "private", "first_name": "کسی"}
        message = {"message_id": message_id, "chat": chat, "date": 1795000000, "text": "x"}
        query = {"id": str(self._updates), "from": user, "message": message, "chat_instance": "1", "data": data}
        return {"update_id": self._updates, "callback_query": query}

    async def work(self) -> None:
        """Work until nothing waits, errands too."""
        while await self.dispatcher.work():
            pass
        while await self.errands.work():
            pass
        await self.dispatcher.drain()

    async def play(self, *updates: dict[str, Any]) -> None:
        """Take updates in and work them."""
        await self.intake.keep(updates)
        await self.work()

    async def send(self) -> None:
        """Send what waits."""
        sender = Sender(self.store, self.api, Pace(0), SoleLeadership())  # type: ignore[arg-type]
        while await sender._round():
            await asyncio.sleep(0)
            await sender.close()
        await sender.close()

    async def heard(self, chat_id: int) -> list[str]:
        """What arrived in a chat so far."""
        await self.send()
        return self.api.said(chat_id)


@pytest.fixture
async def bench(store: SqlStore) -> Bench:
    return Bench(store)

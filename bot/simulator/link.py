"""The wire between a test and the simulator's control interface."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from types import TracebackType
from typing import Self

import aiohttp

from bot.simulator.seen import File, NothingCameError, SimMessage
from bot.simulator.wire import Json

_TIMEOUT = 10.0
_SLICE = 20.0

type Test = Callable[[SimMessage], bool]


class SimulatorError(Exception):
    """The simulator refused an act that a person could not do either."""


class ControlLink:
    """Asks and acts under ``/sim/``; `timeout` is how many seconds waits last unless told otherwise."""

    def __init__(self, url: str, *, timeout: float = _TIMEOUT) -> None:
        self.url = url.rstrip("/")
        self.timeout = timeout
        self._http: aiohttp.ClientSession | None = None

    async def __aenter__(self) -> Self:
        self._http = aiohttp.ClientSession()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._http is not None:
            await self._http.close()

    async def get(self, path: str, **query: str | float) -> Json:
        """Read a view under ``/sim/``."""
        return await self._ask("GET", path, params={key: str(value) for key, value in query.items()})

    async def post(self, path: str, **body: object) -> Json:
        """Do an act under ``/sim/``."""
        return await self._ask("POST", path, json={key: value for key, value in body.items() if value is not None})

    async def post_form(self, path: str, form: aiohttp.FormData) -> Json:
        """Do an act that carries a file."""
        return await self._ask("POST", path, data=form)

    async def messages(self, chat_id: int, *, since: int = 0) -> list[SimMessage]:
        """A chat's messages that were written or changed after revision `since`."""
        return [SimMessage.from_view(view) for view in (await self._page(chat_id, since, 0))["messages"]]

    async def wait_for(
        self,
        chat_id: int,
        test: Test,
        *,
        since: int = 0,
        timeout: float | None = None,  # noqa: ASYNC109 — callers name seconds
    ) -> SimMessage:
        """The first message of the bot in a chat that fits, new or changed after revision `since`.

        Raises:
            NothingCameError: none came in time.
        """
        loop = asyncio.get_running_loop()
        deadline = loop.time() + (self.timeout if timeout is None else timeout)
        seen: list[str] = []
        left = _SLICE
        while left > 0:
            left = deadline - loop.time()
            page = await self._page(chat_id, since, max(0.0, min(left, _SLICE)))
            for view in sorted(page["messages"], key=lambda view: int(view["revision"])):
                message = SimMessage.from_view(view)
                if message.from_bot:
                    if test(message):
                        return message
                    seen.append(message.text)
            since = page["revision"]
        raise NothingCameError(f"no fitting message in chat {chat_id}; the bot said {seen[-5:]}")

    async def download(self, file: File | None) -> bytes:
        """The content of a file."""
        if file is None:
            raise NothingCameError("there is no file in this message")
        async with self._session.get(f"{self.url}/sim/files/{file.id}") as answer:
            answer.raise_for_status()
            return await answer.read()

    @property
    def _session(self) -> aiohttp.ClientSession:
        if self._http is None:
            raise SimulatorError("use the client as a context: async with SimulatorClient(url)")
        return self._http

    async def _page(self, chat_id: int, since: int, wait: float) -> Json:
        return await self.get(f"chats/{chat_id}/messages", since=since, wait=wait)

    async def _ask(
        self,
        method: str,
        path: str,
        *,
        params: dict[str, str] | None = None,
        json: Json | None = None,
        data: aiohttp.FormData | None = None,
    ) -> Json:
        url = f"{self.url}/sim/{path}"
        async with self._session.request(method, url, params=params, json=json, data=data) as answer:
            body: Json = await answer.json()
        if "error" in body:
            raise SimulatorError(body["error"])
        return body

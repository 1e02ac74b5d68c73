"""The Bot API over HTTP: one call in, one answer out, with the faults that are in force."""

import asyncio
import re
from dataclasses import dataclass
from urllib.parse import unquote

from aiohttp import web

from bot.simulator.errors import (
    ApiError,
    BadGatewayError,
    BaleLimitError,
    ConflictError,
    NotFoundError,
    TooLargeError,
    TooManyRequestsError,
    UnauthorizedError,
)
from bot.simulator.faults import Verdict
from bot.simulator.methods import LIMITED, METHODS, MISSING_ON_BALE
from bot.simulator.methods.content import Method
from bot.simulator.methods.updates import want_kinds
from bot.simulator.params import Params, read_params
from bot.simulator.updates import MOST_PER_POLL
from bot.simulator.wire import to_bytes
from bot.simulator.world import World

_LONGEST_POLL = 50
_TOKEN = re.compile(r"\d+:[\w-]{10,}", re.ASCII)
_WEBHOOK_ACTIVE = "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a call came to, and whether the caller never hears of it."""

    status: int
    body: bytes
    lost: bool = False


class BotApi:
    """Serves ``/bot<token>/<method>`` and ``/file/bot<token>/<path>``."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._token = world.settings.bot.token

    async def call(self, request: web.Request) -> web.StreamResponse:
        """Answer one Bot API call."""
        try:
            self._check(request.match_info["token"])
            params = await read_params(request)
        except ApiError as error:
            return _answer(_refusal(error))
        except web.HTTPRequestEntityTooLarge:
            return _answer(_refusal(TooLargeError()))
        name = request.match_info["method"]
        if name.lower() == "getupdates":
            outcome = await self._get_updates(params)
        else:
            outcome = self.perform(name, params)
        if delay := self._world.plan.delay():
            await asyncio.sleep(delay)
        if outcome.lost:
            return await self._lose(request)
        return _answer(outcome)

    async def file(self, request: web.Request) -> web.StreamResponse:
        """Answer a download."""
        try:
            self._check(request.match_info["token"])
        except ApiError as error:
            return _answer(_refusal(error))
        file = self._world.files.at(request.match_info["path"])
        if file is None:
            return _answer(_refusal(NotFoundError()))
        return web.Response(body=file.content, content_type="application/octet-stream")

    def perform(self, name: str, params: Params) -> Outcome:
        """Do one call, with faults and limits, and note it in the log."""
        known = METHODS.get(name.lower())
        if known is None or (self._world.is_bale and known[0] in MISSING_ON_BALE):
            return self._note(name, params, NotFoundError("method not found"))
        canonical, method = known
        limited = canonical in LIMITED
        chat_id = params.values.get("chat_id")
        verdict = self._world.plan.verdict(canonical, chat_id, limited=limited)
        try:
            if limited:
                self._check_limits(params, refuse=verdict is Verdict.TOO_MANY)
            result = self._do(method, params, verdict)
        except ApiError as error:
            return self._note(canonical, params, error)
        return self._note(canonical, params, result, lost=verdict is Verdict.LOST)

    def _check(self, token: str) -> None:
        if token == self._token or unquote(token) == self._token:
            return
        raise UnauthorizedError if _TOKEN.fullmatch(unquote(token)) else NotFoundError

    def _do(self, method: Method, params: Params, verdict: Verdict) -> object:
        if verdict is Verdict.BAD_GATEWAY:
            raise BadGatewayError
        result = method(self._world, params)
        if verdict is Verdict.BAD_GATEWAY_DONE:
            raise BadGatewayError
        return result

    def _check_limits(self, params: Params, *, refuse: bool) -> None:
        """Refuse what comes too fast.

        Raises:
            TooManyRequestsError: by chance, because the chat is still closed, or by the real limits.
            BaleLimitError: the same on Bale.
        """
        limits, faults, chat_id = self._world.limits, self._world.plan.faults, params.chat_id()
        seconds = limits.closed_for(chat_id)
        if not seconds and refuse:
            seconds = faults.retry_after
            limits.close(chat_id, seconds)
        if not seconds and faults.strict:
            seconds = limits.wait(chat_id, max(1, len(params.array("media"))))
            if seconds:
                limits.close(chat_id, seconds)
        if seconds or refuse:
            raise BaleLimitError("bot limit exceed") if self._world.is_bale else TooManyRequestsError(seconds)

    async def _get_updates(self, params: Params) -> Outcome:
        world = self._world
        try:
            if world.webhook is not None:
                raise ConflictError(_WEBHOOK_ACTIVE)
            if world.plan.poll_fails():
                raise BadGatewayError
            want_kinds(world, params)
            limit = params.number("limit", MOST_PER_POLL)
            found = await world.updates.poll(
                params.number("offset", 0),
                limit if 1 <= limit <= MOST_PER_POLL else MOST_PER_POLL,
                max(0, min(_LONGEST_POLL, params.number("timeout", 0))),
            )
        except ApiError as error:
            return self._note("getUpdates", params, error)
        return self._note("getUpdates", params, found)

    def _note(self, name: str, params: Params, result: object, *, lost: bool = False) -> Outcome:
        # Empty answers to getUpdates are no news: logging them would bury the rest.
        if name != "getUpdates" or result:
            self._world.calls.add(name, params.values, result, lost=lost)
        if isinstance(result, ApiError):
            return _refusal(result)
        return Outcome(200, to_bytes({"ok": True, "result": result}), lost)

    async def _lose(self, request: web.Request) -> web.StreamResponse:
        """Keep the caller waiting as long as asked, then cut the connection."""
        await asyncio.sleep(self._world.plan.faults.lost_hang)
        if request.transport is not None:
            request.transport.abort()
        return web.Response()


def _refusal(error: ApiError) -> Outcome:
    return Outcome(error.error_code, to_bytes(error.as_json()))


def _answer(outcome: Outcome) -> web.Response:
    return web.Response(body=outcome.body, status=outcome.status, content_type="application/json")

"""Calls of the platform's Bot API, and what can become of one."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any
from urllib.parse import quote

import telegram.error as tg
from telegram.request import BaseRequest

from bot.request import AiohttpRequest, NotSentError, Payload


class CallError(Exception):
    """A call that did not succeed."""


class NotSent(CallError):
    """It surely did not reach the platform; it may be made again at will."""


class PerhapsSent(CallError):
    """It may have taken effect: the answer was late, broken or lost."""


class TooFast(CallError):
    """The platform asks for a pause of `seconds`."""

    def __init__(self, seconds: float) -> None:
        """Keep the pause."""
        super().__init__(seconds)
        self.seconds = seconds


class Blocked(CallError):
    """The person stopped the bot, or the bot was put out of the group."""


class Moved(CallError):
    """The group became a supergroup with another chat id."""

    def __init__(self, chat_id: int) -> None:
        """Keep the new id."""
        super().__init__("moved")
        self.chat_id = chat_id


class Rejected(CallError):
    """The platform will never accept this call as it is."""


class BadToken(CallError):
    """The platform does not know the bot (or a proxy in between answers for it)."""


# Bale tells of its rate limits in words, mostly without a number.
_RATE_WORDS = ("limit exceed", "rate_limit", "too many requests")
_DEFAULT_PAUSE = 5.0


class BotApi:
    """The Bot API under one token. Only the sender may call send* and edit* methods."""

    def __init__(self, base_url: str, token: str) -> None:
        """Open nothing yet."""
        self._url = f"{base_url}/bot{token}"
        self._files = f"{base_url}/file/bot{token}"
        self._request: BaseRequest = AiohttpRequest()

    async def open(self) -> None:
        """Open the pool of connections."""
        await self._request.initialize()

    async def close(self) -> None:
        """Close the pool of connections."""
        await self._request.shutdown()

    async def call(
        self,
        method: str,
        fields: Mapping[str, Any],
        file: tuple[str, str, bytes] | None = None,
        read_timeout: float | None = None,
    ) -> Any:
        """Make one call and return its result.

        Raises:
            CallError: one of its kinds, which say what is known of the effect.
        """
        payload = Payload(dict(fields), file).as_request_data()
        url = f"{self._url}/{method}"
        try:
            if read_timeout is None:
                return await self._request.post(url, payload)
            return await self._request.post(url, payload, read_timeout=read_timeout)
        except tg.TelegramError as error:
            raise _translated(error) from error

    async def download(self, path: str) -> bytes:
        """Return the content of a file by the path that getFile gave.

        Raises:
            CallError: one of its kinds; nothing was changed by asking.
        """
        try:
            return bytes(await self._request.retrieve(f"{self._files}/{quote(path)}"))
        except tg.TelegramError as error:
            raise _translated(error) from error


def _translated(error: tg.TelegramError) -> CallError:  # noqa: PLR0911 - one line a kind
    """Tell the kinds apart. BadRequest is a NetworkError for the library, so the order matters."""
    if isinstance(error, tg.RetryAfter):
        pause = error.retry_after
        return TooFast(pause.total_seconds() if isinstance(pause, timedelta) else float(pause))
    if isinstance(error, tg.ChatMigrated):
        return Moved(error.new_chat_id)
    if any(words in str(error).lower() for words in _RATE_WORDS):
        return TooFast(_DEFAULT_PAUSE)
    if isinstance(error, tg.Forbidden):
        return Blocked(str(error))
    if isinstance(error, tg.InvalidToken):
        return BadToken(str(error))
    if isinstance(error, tg.BadRequest):
        return Rejected(str(error))
    if isinstance(error, tg.Conflict):
        return NotSent(str(error))
    if isinstance(error, NotSentError):
        return NotSent(str(error))
    return PerhapsSent(str(error))

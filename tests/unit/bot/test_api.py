"""What is known of a call's effect follows from the platform's error."""

import json
from datetime import timedelta

import pytest
import telegram.error as tg

from bot import api as calls
from bot.api import BotApi, CallError
from bot.request import NotSentError


@pytest.mark.parametrize(
    ("error", "kind"),
    [
        (tg.RetryAfter(7), calls.TooFast),
        (tg.RetryAfter(timedelta(seconds=7)), calls.TooFast),
        (tg.ChatMigrated(-1007), calls.Moved),
        (tg.Forbidden("Forbidden: bot was blocked by the user"), calls.Blocked),
        (tg.BadRequest("Bad Request: message text is empty"), calls.Rejected),
        (tg.InvalidToken("Unauthorized"), calls.BadToken),
        (tg.Conflict("terminated by other getUpdates request"), calls.NotSent),
        (NotSentError("ClientConnectorError"), calls.NotSent),
        (tg.TimedOut(), calls.PerhapsSent),
        (tg.NetworkError("Bad Gateway"), calls.PerhapsSent),
        (tg.TelegramError("something new"), calls.PerhapsSent),
        # Bale tells of its limits in words.
        (tg.BadRequest("bot limit exceed"), calls.TooFast),
        (tg.Forbidden("local_rate_limited"), calls.TooFast),
        (tg.NetworkError("Too Many Requests"), calls.TooFast),
    ],
)
def test_each_error_is_of_one_kind(error: tg.TelegramError, kind: type[CallError]) -> None:
    assert type(calls._translated(error)) is kind


def test_the_pause_asked_for_is_kept_to_the_second() -> None:
    translated = calls._translated(tg.RetryAfter(17))
    assert isinstance(translated, calls.TooFast)
    assert translated.seconds == 17


def test_a_limit_without_number_pauses_a_little() -> None:
    translated = calls._translated(tg.BadRequest("bot limit exceed"))
    assert isinstance(translated, calls.TooFast)
    assert 0 < translated.seconds <= 60


def test_the_new_address_of_a_group_is_kept() -> None:
    translated = calls._translated(tg.ChatMigrated(-1007))
    assert isinstance(translated, calls.Moved)
    assert translated.chat_id == -1007


@pytest.mark.parametrize(
    ("status", "description", "parameters", "kind"),
    [
        (429, "Too Many Requests: retry after 3", {"retry_after": 3}, calls.TooFast),
        (400, "Bad Request: group chat was upgraded", {"migrate_to_chat_id": -1007}, calls.Moved),
        (403, "Forbidden: bot was blocked by the user", {}, calls.Blocked),
        (400, "Bad Request: chat not found", {}, calls.Rejected),
        (401, "Unauthorized", {}, calls.BadToken),
        (404, "Not Found", {}, calls.BadToken),
        (502, None, {}, calls.PerhapsSent),
        (200, None, {}, calls.PerhapsSent),
    ],
)
async def test_the_platforms_own_answers_are_told_apart(
    monkeypatch: pytest.MonkeyPatch,
    status: int,
    description: str | None,
    parameters: dict[str, int],
    kind: type[CallError],
) -> None:
    api = BotApi("http://127.0.0.1:1", "42:token")
    said = {"ok": False, "error_code": status, "description": description, "parameters": parameters}
    raw = json.dumps(said).encode() if description else b"<html>a proxy speaks</html>"

    async def answer(*_: object, **__: object) -> tuple[int, bytes]:
        return status, raw

    monkeypatch.setattr(type(api._request), "do_request", answer)
    with pytest.raises(kind):
        await api.call("sendMessage", {"chat_id": 1, "text": "سلام"})


async def test_a_closed_port_surely_took_nothing() -> None:
    api = BotApi("http://127.0.0.1:1", "42:token")
    await api.open()
    with pytest.raises(calls.NotSent):
        await api.call("getMe", {})
    await api.close()


async def test_no_error_names_the_token() -> None:
    api = BotApi("http://127.0.0.1:1", "42:SECRET")
    await api.open()
    with pytest.raises(CallError) as caught:
        await api.call("getMe", {})
    await api.close()
    assert "SECRET" not in str(caught.value)
    assert "SECRET" not in str(caught.value.__cause__)

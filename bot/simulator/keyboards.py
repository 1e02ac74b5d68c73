"""Keyboards under messages and under the input field: what the platform accepts."""

from collections.abc import Iterator

from bot.simulator.errors import BadRequestError
from bot.simulator.wire import Json

CALLBACK_DATA_BYTES = 64
_MOST_BUTTONS = 100
_ACTIONS = frozenset(
    {
        "callback_data",
        "url",
        "web_app",
        "login_url",
        "switch_inline_query",
        "switch_inline_query_current_chat",
        "switch_inline_query_chosen_chat",
        "copy_text",
        "callback_game",
        "pay",
    }
)
_SCHEMES = ("http://", "https://", "tg://")


def split(markup: Json | None) -> tuple[Json | None, Json | None]:
    """Check a reply_markup and sort it: (inline keyboard, anything for the input field).

    Raises:
        BadRequestError: a button without text or action, too long data, too many buttons.
    """
    if not markup:
        return None, None
    if "inline_keyboard" in markup:
        _check_rows(markup["inline_keyboard"])
        for button in buttons(markup):
            _check_inline(button)
        rows = [row for row in markup["inline_keyboard"] if row]
        return ({"inline_keyboard": rows} if rows else None), None
    if "keyboard" in markup:
        _check_rows(markup["keyboard"])
        rows = [[{"text": key} if isinstance(key, str) else key for key in row] for row in markup["keyboard"]]
        if not any(rows) or any(not key.get("text") for row in rows for key in row):
            raise BadRequestError("reply keyboard button text must be non-empty")
        return None, {**markup, "keyboard": rows}
    if "remove_keyboard" in markup or "force_reply" in markup:
        return None, markup
    raise BadRequestError("object expected as reply markup")


def buttons(markup: Json) -> Iterator[Json]:
    """All buttons of an inline or reply keyboard, row by row."""
    for row in markup.get("inline_keyboard") or markup.get("keyboard") or ():
        yield from row


def _check_rows(rows: object) -> None:
    if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
        raise BadRequestError("can't parse keyboard: Field must be of type Array of Array")
    if sum(len(row) for row in rows) > _MOST_BUTTONS:
        raise BadRequestError("reply markup is too long")


def _check_inline(button: object) -> None:
    if not isinstance(button, dict) or not button.get("text"):
        raise BadRequestError('can\'t parse inline keyboard button: Field "text" must be non-empty')
    if len(_ACTIONS & button.keys()) != 1:
        raise BadRequestError("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard")
    data = button.get("callback_data")
    if data is not None and not 1 <= len(str(data).encode()) <= CALLBACK_DATA_BYTES:
        raise BadRequestError("BUTTON_DATA_INVALID")
    url = button.get("url")
    if url is not None and not str(url).startswith(_SCHEMES):
        raise BadRequestError(f"inline keyboard button URL '{url}' is invalid: Unsupported URL protocol")

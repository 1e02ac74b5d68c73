"""What a handler answers with: a text, buttons under it, perhaps the menu at the keyboard's place."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from bot.views.splitting import split


@dataclass(frozen=True, slots=True)
class Button:
    """A button under a message; `data` (at most 64 bytes) comes back with the press."""

    text: str
    data: str


@dataclass(frozen=True, slots=True)
class View:
    """A message to a person. `menu` replaces the keyboard's menu where it is given."""

    text: str
    buttons: tuple[tuple[Button, ...], ...] = ()
    menu: tuple[tuple[str, ...], ...] = ()

    def payloads(self) -> Iterator[dict[str, Any]]:
        """Return the fields of one or more messages; keyboard and buttons come with the last."""
        *first, last = split(self.text)
        for text in first:
            yield {"text": text}
        markup = self.markup()
        yield {"text": last, "reply_markup": markup} if markup else {"text": last}

    def markup(self) -> dict[str, Any]:
        """Return the platform's form of buttons or menu; empty if there is neither."""
        if self.buttons:
            rows = [[{"text": button.text, "callback_data": button.data} for button in row] for row in self.buttons]
            return {"inline_keyboard": rows}
        if self.menu:
            return {"keyboard": [[{"text": text} for text in row] for row in self.menu], "resize_keyboard": True}
        return {}


def in_rows(buttons: list[Button], width: int) -> tuple[tuple[Button, ...], ...]:
    """Lay buttons out in rows."""
    return tuple(tuple(buttons[i : i + width]) for i in range(0, len(buttons), width))

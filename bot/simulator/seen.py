"""What a person sees in a chat: messages with their buttons and files."""

from __future__ import annotations

from dataclasses import dataclass, field

from bot.simulator.wire import Json


class NothingCameError(AssertionError):
    """No fitting message came in time; the text tells what came instead."""


@dataclass(frozen=True, slots=True)
class Button:
    """An inline button."""

    text: str
    data: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class File:
    """A picture, document or voice message."""

    id: str
    name: str = ""
    mime: str = ""
    size: int = 0


@dataclass(frozen=True, slots=True)
class SimMessage:
    """A message as people see it; `text` is the caption where there is one.

    `keyboard` holds the texts of the reply keyboard that came with it; `removes_keyboard`: it took one away.
    """

    id: int
    chat_id: int
    sender_id: int
    from_bot: bool
    date: int
    text: str
    edited: bool
    revision: int
    rows: tuple[tuple[Button, ...], ...] = ()
    keyboard: tuple[tuple[str, ...], ...] = ()
    removes_keyboard: bool = False
    photo: File | None = None
    document: File | None = None
    voice: File | None = None
    reply_to: int | None = None
    raw: Json = field(default_factory=dict, repr=False, compare=False)

    @property
    def buttons(self) -> tuple[Button, ...]:
        """All inline buttons, row by row."""
        return tuple(button for row in self.rows for button in row)

    def button(self, name: str) -> Button:
        """The first inline button with that text or data, or whose text holds it."""
        for button in self.buttons:
            if name in (button.text, button.data):
                return button
        for button in self.buttons:
            if name in button.text:
                return button
        raise NothingCameError(f"no button {name!r} under {self.text!r}; there are {[b.text for b in self.buttons]}")

    @classmethod
    def from_view(cls, view: Json) -> SimMessage:
        """Read what the control interface gives."""
        markup = view.get("reply_markup") or {}
        keyboard = view.get("keyboard") or {}
        photos = view.get("photo") or []
        return cls(
            id=view["message_id"],
            chat_id=view["chat"]["id"],
            sender_id=view["from"]["id"],
            from_bot=view["from"]["is_bot"],
            date=view["date"],
            text=view.get("text") or view.get("caption") or "",
            edited="edit_date" in view,
            revision=view["revision"],
            rows=tuple(
                tuple(Button(b["text"], b.get("callback_data", ""), b.get("url", "")) for b in row)
                for row in markup.get("inline_keyboard", ())
            ),
            keyboard=tuple(tuple(key["text"] for key in row) for row in keyboard.get("keyboard", ())),
            removes_keyboard=bool(keyboard.get("remove_keyboard")),
            photo=_file(photos[-1]) if photos else None,
            document=_file(view.get("document")),
            voice=_file(view.get("voice")),
            reply_to=(view.get("reply_to_message") or {}).get("message_id"),
            raw=view,
        )


@dataclass(frozen=True, slots=True)
class Answer:
    """What answerCallbackQuery showed; both empty means only the clock on the button stopped."""

    text: str
    alert: bool
    url: str = ""


def _file(value: Json | None) -> File | None:
    if not value:
        return None
    return File(value["file_id"], value.get("file_name", ""), value.get("mime_type", ""), value.get("file_size", 0))

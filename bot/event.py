"""What a raw update says, in the few words that the conversations need."""

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from backend.domain.enclosure import Enclosed, FileKind
from backend.domain.place import Point
from bot import wire

# What the platform calls a command. A message that merely begins with a stroke («/ کوچهٔ ما») is a message.
_COMMAND = re.compile(r"/([A-Za-z0-9_]+)(?:@\w+)?(?=\s|$)")


class EventKind(StrEnum):
    """The kinds of update that the bot minds."""

    MESSAGE = "message"
    EDITED = "edited"
    BUTTON = "button"
    STOPPED = "stopped"
    RETURNED = "returned"
    ADDED = "added"
    MOVED = "moved"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Event:
    """An update that was understood. `text` is what was written or, under a picture, its caption.

    `has_only_file` says that no words came, be it a file that is kept, a place, or a sticker.
    """

    kind: EventKind
    chat_id: int = 0
    is_group: bool = False
    user_id: int = 0
    text: str = ""
    has_only_file: bool = False
    message_id: int = 0
    callback_id: str = ""
    button: str = ""
    moved_to: int = 0
    enclosed: Enclosed | None = None
    point: Point | None = None
    album: str = ""

    @property
    def command(self) -> str:
        """The command that begins the text, without slash, bot name and case; empty if there is none."""
        found = _COMMAND.match(self.text)
        return found[1].lower() if found else ""

    @property
    def may_be_concern(self) -> bool:
        """Say whether these words may have to be read; some turn out to be an answer or a press on the menu."""
        is_said = self.kind in {EventKind.MESSAGE, EventKind.EDITED}
        return is_said and not self.is_group and bool(self.text) and not self.command

    @property
    def argument(self) -> str:
        """What follows the command."""
        parts = self.text.split(maxsplit=1)
        return parts[1].strip() if len(parts) > 1 else ""


def understand(raw: dict[str, Any]) -> Event:
    """Return what an update says; `OTHER` for kinds that the bot does not mind.

    Raises:
        ValueError: the update is malformed; the caller keeps the row as failed.
    """
    update = wire.Update.model_validate(raw)
    if update.message is not None:
        return _message(update.message, EventKind.MESSAGE)
    if update.edited_message is not None:
        return _message(update.edited_message, EventKind.EDITED)
    if update.callback_query is not None:
        return _press(update.callback_query)
    if update.my_chat_member is not None:
        return _own_membership(update.my_chat_member)
    return Event(EventKind.OTHER)


def chat_of(raw: dict[str, Any]) -> int:
    """Return the id of the chat whose order an update belongs to; 0 where there is none.

    Works on the bare JSON, since the update may turn out to be malformed later.
    """
    for name in ("message", "edited_message", "my_chat_member"):
        body = raw.get(name)
        if isinstance(body, dict):
            return _id_of(body.get("chat"))
    press = raw.get("callback_query")
    if isinstance(press, dict):
        message = press.get("message")
        return _id_of(message.get("chat") if isinstance(message, dict) else press.get("from"))
    return 0


def _id_of(thing: object) -> int:
    found = thing.get("id") if isinstance(thing, dict) else 0
    return found if isinstance(found, int) else 0


def _own_membership(change: wire.MembershipChange) -> Event:
    """The bot was stopped in a private chat or put out of a group, was added to a group, or is welcome again."""
    is_group, before = change.chat.type != wire.PRIVATE, change.old_chat_member
    kind = EventKind.RETURNED
    if change.new_chat_member.status in wire.OUT:
        kind = EventKind.STOPPED
    elif is_group and before is not None and before.status in wire.OUT:
        kind = EventKind.ADDED
    return Event(kind, chat_id=change.chat.id, is_group=is_group, user_id=change.sender.id)


def _message(message: wire.Message, kind: EventKind) -> Event:
    if message.migrate_to_chat_id is not None:
        return Event(EventKind.MOVED, chat_id=message.chat.id, is_group=True, moved_to=message.migrate_to_chat_id)
    if message.sender is None or message.sender.is_bot:
        return Event(EventKind.OTHER)
    text = _clean(message.text or message.caption)
    if not text and not message.has_file:
        return Event(EventKind.OTHER)
    return Event(
        kind=kind,
        chat_id=message.chat.id,
        is_group=message.chat.type != wire.PRIVATE,
        user_id=message.sender.id,
        text=text,
        has_only_file=not text,
        message_id=message.message_id,
        enclosed=_enclosed(message),
        point=Point.kept(message.location.latitude, message.location.longitude) if message.location else None,
        album=message.media_group_id,
    )


def _enclosed(message: wire.Message) -> Enclosed | None:
    """Return the file of a message that is worth keeping: of a picture the largest size, of stickers nothing."""
    if message.photo:
        return _file(FileKind.PHOTO, message.photo[-1])
    named = {
        FileKind.VOICE: message.voice,
        FileKind.VIDEO: message.video or message.video_note,
        FileKind.AUDIO: message.audio,
        FileKind.DOCUMENT: message.document,
    }
    return next((_file(kind, file) for kind, file in named.items() if file is not None), None)


def _file(kind: FileKind, file: wire.File) -> Enclosed:
    return Enclosed(kind, file.file_id, file.kind, file.file_size)


def _press(query: wire.CallbackQuery) -> Event:
    chat = query.message.chat if query.message is not None else None
    return Event(
        kind=EventKind.BUTTON,
        chat_id=chat.id if chat is not None else query.sender.id,
        is_group=chat is not None and chat.type != wire.PRIVATE,
        user_id=query.sender.id,
        message_id=query.message.message_id if query.message is not None else 0,
        callback_id=query.id,
        button=query.data,
    )


def _clean(text: str) -> str:
    """Drop what no database keeps: half surrogate pairs and the null character."""
    return text.encode("utf-8", "replace").decode("utf-8").replace("\x00", "").strip()

"""Chats and the messages in them."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import count

from bot.simulator.wire import Json


class ChatKind(StrEnum):
    """Kinds of chat a bot meets here."""

    PRIVATE = "private"
    GROUP = "group"
    SUPERGROUP = "supergroup"


class Status(StrEnum):
    """How someone belongs to a chat."""

    CREATOR = "creator"
    ADMINISTRATOR = "administrator"
    MEMBER = "member"
    LEFT = "left"
    KICKED = "kicked"

    @property
    def present(self) -> bool:
        """Whether one with this status is in the chat."""
        return self not in (Status.LEFT, Status.KICKED)


@dataclass(slots=True)
class Message:
    """One message; `payload` is the Bot API's Message and is replaced, never changed, by an edit.

    `keyboard` is a reply keyboard, its removal or a forced reply: the Bot API never gives it back.
    `revision` is the number of its last change in the whole simulator.
    """

    payload: Json
    revision: int
    keyboard: Json | None = None

    @property
    def id(self) -> int:
        """Number within its chat."""
        number: int = self.payload["message_id"]
        return number

    @property
    def sender_id(self) -> int:
        """Who wrote it."""
        number: int = self.payload["from"]["id"]
        return number

    def view(self) -> Json:
        """As tests and the page see it: the payload with revision and reply keyboard."""
        return {**self.payload, "revision": self.revision, "keyboard": self.keyboard}


@dataclass(slots=True)
class Chat:
    """A private chat with the bot, or a group; `keep` bounds how many messages are remembered."""

    id: int
    kind: ChatKind
    info: Json
    numbers: Iterator[int] = field(default_factory=lambda: count(1))
    keep: int | None = None
    members: dict[int, Status] = field(default_factory=dict)
    bot: Status = Status.MEMBER
    started: bool = True
    migrated_to: int | None = None
    messages: dict[int, Message] = field(default_factory=dict)
    keyboard: Message | None = None
    revision: int = 0

    @property
    def title(self) -> str:
        """Title of a group, name of a person."""
        name: str = self.info.get("title") or f"{self.info['first_name']} {self.info.get('last_name', '')}"
        return name.strip()

    def store(self, message: Message) -> None:
        """Remember a message, forgetting the oldest beyond `keep`."""
        self.messages[message.id] = message
        self.revision = message.revision
        if self.keep is not None and len(self.messages) > self.keep:
            del self.messages[next(iter(self.messages))]

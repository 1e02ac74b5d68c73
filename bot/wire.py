"""The parts of an update that the bot minds, as the platform writes them.

The names are the Bot API's. Everything else in an update is passed over, so a newer platform harms nothing.
"""

from typing import Any

from pydantic import BaseModel, ConfigDict, Field

PRIVATE = "private"
# The statuses of a bot that was stopped by a person or put out of a group.
OUT = frozenset({"kicked", "left"})


class _Wire(BaseModel):
    # An error must not carry what was said into a log.
    model_config = ConfigDict(extra="ignore", hide_input_in_errors=True)


class User(_Wire):
    """Who acts."""

    id: int
    is_bot: bool = False


class Chat(_Wire):
    """Where."""

    id: int
    type: str


# Platforms and browsers that do not know the pictures of iPhones call them mere bytes.
_HEIF, _HEIF_ENDINGS = "image/heic", (".heic", ".heif")


class File(_Wire):
    """A file as the platform names it."""

    file_id: str
    mime_type: str = ""
    file_name: str = ""
    file_size: int = 0

    @property
    def kind(self) -> str:
        """What the platform says that it is; of a picture that it does not know, the name's ending tells."""
        return _HEIF if self.file_name.lower().endswith(_HEIF_ENDINGS) else self.mime_type


class Location(_Wire):
    """A point on the map."""

    latitude: float
    longitude: float


class Message(_Wire):
    """A message; of stickers and contacts only the presence counts."""

    message_id: int
    chat: Chat
    sender: User | None = Field(None, alias="from")
    text: str = ""
    caption: str = ""
    migrate_to_chat_id: int | None = None
    media_group_id: str = ""
    photo: list[File] | None = None
    voice: File | None = None
    video: File | None = None
    video_note: File | None = None
    audio: File | None = None
    document: File | None = None
    location: Location | None = None
    sticker: Any = None
    contact: Any = None

    @property
    def has_file(self) -> bool:
        """Say whether something came with the words, or instead of them."""
        recorded = (self.photo, self.voice, self.video, self.video_note, self.audio)
        return any((*recorded, self.document, self.sticker, self.location, self.contact))


class CallbackQuery(_Wire):
    """A press on a button."""

    id: str
    sender: User = Field(alias="from")
    message: Message | None = None
    data: str = ""


class Membership(_Wire):
    """What the bot is in a chat."""

    status: str


class MembershipChange(_Wire):
    """The bot was stopped, put out, added or let in again."""

    chat: Chat
    sender: User = Field(alias="from")
    old_chat_member: Membership | None = None
    new_chat_member: Membership


class Update(_Wire):
    """An update; exactly one of the fields is set in those that the bot minds."""

    message: Message | None = None
    edited_message: Message | None = None
    callback_query: CallbackQuery | None = None
    my_chat_member: MembershipChange | None = None

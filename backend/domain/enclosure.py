"""What comes with a concern besides its words: pictures, documents, voices."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

# What the platforms hand out to a bot.
LARGEST = 20 * 1024 * 1024
MOST_FILES = 20
_FIRST_PAUSE, _LONGEST_PAUSE = timedelta(seconds=5), timedelta(hours=1)
_MOST_ATTEMPTS = 12


class FileKind(StrEnum):
    """The kinds of file that are kept."""

    PHOTO = "photo"
    VOICE = "voice"
    VIDEO = "video"
    AUDIO = "audio"
    DOCUMENT = "document"


class FileState(StrEnum):
    """The life of a file: it waits at the platform, was fetched and kept, or cannot be had."""

    WAITING = "waiting"
    KEPT = "kept"
    LOST = "lost"


@dataclass(frozen=True, slots=True)
class Enclosed:
    """A file as a message announces it, with the name under which the platform hands it out; `size` in bytes."""

    kind: FileKind
    platform_id: str
    mime: str = ""
    size: int = 0

    @property
    def is_of_few(self) -> bool:
        """Say whether it is a picture that many telephones and computers cannot show: HEIF, of iPhones."""
        return self.mime.lower() in _OF_FEW

    @property
    def speaks(self) -> bool:
        """Say whether somebody has to listen to it before anybody knows what it says."""
        return self.kind is FileKind.VOICE


@dataclass(frozen=True, slots=True)
class ConcernFile:
    """A file of a concern. Its own name is not kept, nor the platform's once the content is here."""

    id: int
    concern_id: int
    kind: FileKind
    created_at: datetime
    message_id: int | None = None
    platform_id: str = ""
    mime: str = ""
    size: int = 0
    state: FileState = FileState.WAITING
    attempts: int = 0

    @property
    def is_shown(self) -> bool:
        """Say whether the platforms show it as a picture, and do not only hand it on."""
        return self.kind is FileKind.PHOTO and self.mime not in _OF_FEW

    @property
    def name(self) -> str:
        """The name under which it is sent on: it says nothing of what it was called."""
        ending = _ENDINGS.get(self.mime) or _ENDINGS_OF_KINDS.get(self.kind, "bin")
        return f"hamandish-{self.id}.{ending}"

    def retry_at(self, now: datetime) -> datetime | None:
        """Return when to try again after a failure, or None when it was tried often enough (about six hours)."""
        if self.attempts + 1 >= _MOST_ATTEMPTS:
            return None
        pause: timedelta = _FIRST_PAUSE * 2**self.attempts
        return now + min(_LONGEST_PAUSE, pause)


_OF_FEW = frozenset({"image/heic", "image/heif", "image/heic-sequence", "image/heif-sequence"})
_ENDINGS = {
    "image/heic": "heic",
    "image/jpeg": "jpg",
    "image/png": "png",
    "audio/ogg": "ogg",
    "audio/mpeg": "mp3",
    "audio/mp4": "m4a",
    "video/mp4": "mp4",
    "application/pdf": "pdf",
    "application/msword": "doc",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
    "application/vnd.ms-excel": "xls",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "xlsx",
    "text/plain": "txt",
}
_ENDINGS_OF_KINDS = {FileKind.PHOTO: "jpg", FileKind.VOICE: "ogg", FileKind.VIDEO: "mp4", FileKind.AUDIO: "mp3"}

"""Files that went either way, kept in memory up to a bound."""

import mimetypes
import struct
from dataclasses import dataclass
from hashlib import sha256

from bot.simulator.errors import BadRequestError
from bot.simulator.wire import Json

DOWNLOAD_LIMIT = 20 * 1024 * 1024
UPLOAD_LIMIT = 50 * 1024 * 1024
PHOTO_LIMIT = 10 * 1024 * 1024
_KEPT_BYTES = 256 * 1024 * 1024
_FOLDERS = {"photo": "photos", "voice": "voice"}


@dataclass(frozen=True, slots=True)
class StoredFile:
    """A file with the ids under which the platform knows it."""

    file_id: str
    unique_id: str
    path: str
    name: str
    mime: str
    content: bytes

    def reference(self) -> Json:
        """The fields that every file object of the Bot API has."""
        return {"file_id": self.file_id, "file_unique_id": self.unique_id, "file_size": len(self.content)}

    def as_file(self) -> Json:
        """The answer of getFile."""
        if len(self.content) > DOWNLOAD_LIMIT:
            raise BadRequestError("file is too big")
        return {**self.reference(), "file_path": self.path}


class FileStore:
    """Holds the newest 256 MB of files; older ones are forgotten, as on a platform they expire."""

    def __init__(self) -> None:
        self._files: dict[str, StoredFile] = {}
        self._paths: dict[str, str] = {}
        self._bytes = 0
        self._count = 0

    def add(self, content: bytes, name: str, kind: str, mime: str = "") -> StoredFile:
        """Keep a file sent as `kind` (photo, voice, document)."""
        self._count += 1
        folder = _FOLDERS.get(kind, "documents")
        suffix = {"photo": ".jpg", "voice": ".oga"}.get(kind, "." + name.rpartition(".")[2] if "." in name else "")
        file = StoredFile(
            file_id=f"SIM{kind[:2].upper()}{self._count:010d}",
            unique_id=sha256(content).hexdigest()[:16],
            path=f"{folder}/file_{self._count}{suffix}",
            name=name or f"file_{self._count}{suffix}",
            mime=mime or mimetypes.guess_type(name)[0] or "application/octet-stream",
            content=content,
        )
        self._files[file.file_id] = file
        self._paths[file.path] = file.file_id
        self._bytes += len(content)
        while self._bytes > _KEPT_BYTES and len(self._files) > 1:
            self._forget(next(iter(self._files)))
        return file

    def get(self, file_id: str) -> StoredFile | None:
        """A file by its id."""
        return self._files.get(file_id)

    def at(self, path: str) -> StoredFile | None:
        """A file by the path that getFile gave."""
        return self._files.get(self._paths.get(path, ""))

    def _forget(self, file_id: str) -> None:
        file = self._files.pop(file_id)
        del self._paths[file.path]
        self._bytes -= len(file.content)


def photo_sizes(file: StoredFile) -> list[Json]:
    """The photo as an array of PhotoSize; one size is enough for a stand-in.

    Raises:
        BadRequestError: the bytes are not a picture or it is too large.
    """
    size = picture_size(file.content)
    if size is None or len(file.content) > PHOTO_LIMIT:
        raise BadRequestError("IMAGE_PROCESS_FAILED")
    if sum(size) > 10_000 or max(size) > 20 * min(size):  # noqa: PLR2004 — the limits sendPhoto documents
        raise BadRequestError("PHOTO_INVALID_DIMENSIONS")
    return [{**file.reference(), "width": size[0], "height": size[1]}]


def picture_size(content: bytes) -> tuple[int, int] | None:
    """Width and height of a PNG, JPEG, GIF or WebP, from its header; None for anything else."""
    try:
        if content.startswith(b"\x89PNG\r\n\x1a\n"):
            return struct.unpack(">II", content[16:24])
        if content[:6] in (b"GIF87a", b"GIF89a"):
            return struct.unpack("<HH", content[6:10])
        if content[:4] == b"RIFF" and content[8:16] == b"WEBPVP8X":
            width, height = (int.from_bytes(content[at : at + 3], "little") + 1 for at in (24, 27))
            return width, height
        if content.startswith(b"\xff\xd8"):
            return _jpeg_size(content)
    except (struct.error, IndexError):
        return None
    return None


def _jpeg_size(content: bytes) -> tuple[int, int] | None:
    at = 2
    while at < len(content) - 9:
        marker = content[at + 1]
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):  # noqa: PLR2004 — start of frame
            height, width = struct.unpack(">HH", content[at + 5 : at + 9])
            return width, height
        at += 2 + int.from_bytes(content[at + 2 : at + 4], "big")
    return None

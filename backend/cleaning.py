"""What is taken out of a file before it is kept."""

from backend import films, pictures
from backend.domain.enclosure import ConcernFile, FileKind

_PICTURE = "image/"
_FILM = "video/"


def clean(file: ConcernFile, content: bytes) -> tuple[bytes, str]:
    """Return a file as it is kept, and its kind: whichever way a picture or film was sent, it tells only what it shows.

    Documents and recordings are kept as they came.

    Raises:
        ValueError: it is not what it was said to be.
    """
    if file.kind is FileKind.PHOTO or file.mime.startswith(_PICTURE):
        return pictures.cleaned(content), pictures.JPEG
    if file.kind is FileKind.VIDEO or file.mime.startswith(_FILM):
        return films.without_metadata(content), file.mime
    return content, file.mime

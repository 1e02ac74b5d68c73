"""What is taken out of a file before it is kept."""

from backend import films, heif, pictures
from backend.domain.enclosure import ConcernFile, FileKind

_PICTURE = "image/"
_FILM = "video/"


def clean(file: ConcernFile, content: bytes) -> tuple[bytes, str]:
    """Return a file as it is kept, and its kind: whichever way a picture or film was sent, it tells only what it shows.

    What looks like a picture is one, whatever it is said to be. A picture of an iPhone, which cannot be drawn anew, is
    kept with its metadata blanked. Documents and recordings are kept as they came.

    Raises:
        ValueError: it is not what it was said to be.
    """
    if heif.is_heif(content):
        return heif.without_metadata(content), heif.HEIC
    if file.kind is FileKind.PHOTO or file.mime.startswith(_PICTURE) or pictures.is_picture(content):
        return pictures.cleaned(content), pictures.JPEG
    if file.kind is FileKind.VIDEO or file.mime.startswith(_FILM):
        return films.without_metadata(content), file.mime
    return content, file.mime

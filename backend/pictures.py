"""Pictures without what a camera adds to them: place, time, device, the owner's name."""

from io import BytesIO

from PIL import Image, ImageOps, UnidentifiedImageError

JPEG = "image/jpeg"
_LARGEST_SIDE = 2560
_MOST_PIXELS = 60_000_000
_QUALITY = 85


# How the files begin that tell most of who made them, whatever they are said to be.
_BEGINNINGS = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n")


class NoPictureError(ValueError):
    """The bytes are no picture that can be opened, or one too large to open safely."""


def is_picture(content: bytes) -> bool:
    """Say whether a file begins as a JPEG or PNG does."""
    return content.startswith(_BEGINNINGS)


def cleaned(content: bytes) -> bytes:
    """Return a picture as a JPEG of nothing but its pixels, turned upright, at most 2,560 pixels wide or high.

    It is drawn anew, so no metadata of any kind (EXIF, XMP, IPTC, comments, thumbnails) can come along.

    Raises:
        NoPictureError: it cannot be opened.
    """
    try:
        with Image.open(BytesIO(content)) as picture:
            if picture.width * picture.height > _MOST_PIXELS:
                raise NoPictureError("too many pixels")
            upright = ImageOps.exif_transpose(picture)
            drawn = _on_white(upright)
    except (UnidentifiedImageError, Image.DecompressionBombError, OSError, SyntaxError, ValueError) as error:
        raise NoPictureError(type(error).__name__) from error
    drawn.thumbnail((_LARGEST_SIDE, _LARGEST_SIDE))
    target = BytesIO()
    drawn.save(target, "JPEG", quality=_QUALITY, optimize=True)
    return target.getvalue()


def _on_white(picture: Image.Image) -> Image.Image:
    """A JPEG has no transparency; what was see-through is white."""
    drawn = Image.new("RGB", picture.size, "white")
    with picture.convert("RGBA") as coloured:
        drawn.paste(coloured, mask=coloured.getchannel("A"))
    return drawn

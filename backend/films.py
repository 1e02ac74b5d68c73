"""Films without what a telephone adds to them: place, time, device (ISO/IEC 14496-12, the boxes of MP4 and MOV)."""

import struct
from collections.abc import Iterator

_HEAD = 8
_WIDE = 16
_WIDE_MARK = 1
# Boxes that hold other boxes, and boxes that hold nothing but what was said about the film.
_CONTAINERS = frozenset({b"moov", b"trak", b"mdia", b"moof", b"traf"})
_TELLTALE = frozenset({b"udta", b"meta", b"uuid", b"XMP_"})


class BrokenFilmError(ValueError):
    """The boxes do not fit into one another."""


def without_metadata(content: bytes) -> bytes:
    """Return a film of the same length whose descriptive boxes are empty; what is no MP4 or MOV comes back as it is.

    A box is blanked and not cut out, since the index of a film counts bytes from its beginning.

    Raises:
        BrokenFilmError: it cannot be told where the boxes are.
    """
    if content[4:_HEAD] != b"ftyp":
        return content
    film = bytearray(content)
    _blank(film, 0, len(film))
    return bytes(film)


def _blank(film: bytearray, start: int, end: int) -> None:
    for at, body, after, name in boxes(film, start, end):
        if name in _TELLTALE:
            film[at + 4 : at + _HEAD] = b"free"
            film[body:after] = bytes(after - body)
        elif name in _CONTAINERS:
            _blank(film, body, after)


def boxes(film: bytearray, start: int, end: int) -> Iterator[tuple[int, int, int, bytes]]:
    """Yield where each box begins, where its body begins and ends, and what it is called.

    Raises:
        BrokenFilmError: a box is larger than what it lies in.
    """
    at = start
    while at + _HEAD <= end:
        size, name = struct.unpack_from(">I4s", film, at)
        body = at + _HEAD
        if size == _WIDE_MARK and at + _WIDE <= end:
            (size,) = struct.unpack_from(">Q", film, body)
            body = at + _WIDE
        after = at + size if size else end
        if after < body or after > end:
            raise BrokenFilmError(name)
        yield at, body, after, name
        at = after

"""HEIF pictures, as iPhones make them, without what a camera adds (ISO/IEC 23008-12 and 14496-12).

Nothing here can decode them: the codec is not free. So they are kept as they are, with what tells place, time and
device blanked; how a picture is to be turned is no part of that, and stays.
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass

from backend.films import BrokenFilmError, boxes

HEIC = "image/heic"
_BRANDS = frozenset({b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"hevm", b"hevs", b"mif1", b"msf1"})
_HEAD = 12
# Exif; XMP and whatever else is put in words; what is said by an address.
_EXIF = b"Exif"
_TELLING = frozenset({_EXIF, b"mime", b"uri "})
_IN_FILE, _IN_BOX = 0, 1
# An Exif block of no entries: strict readers open no picture whose block is no block at all.
_EMPTY_EXIF = bytes(4) + b"MM\x00*" + bytes([0, 0, 0, 8]) + bytes(6)


def is_heif(content: bytes) -> bool:
    """Say whether a file begins as a picture of this kind does."""
    return content[4:8] == b"ftyp" and content[8:_HEAD] in _BRANDS


def without_metadata(content: bytes) -> bytes:
    """Return a picture of the same length whose items of metadata are empty.

    Raises:
        BrokenFilmError: it cannot be told where they are.
    """
    picture = bytearray(content)
    try:
        for at, body, after, name in list(boxes(picture, 0, len(picture))):
            if name == b"meta":
                _blank_items(picture, body, after)
            elif name in {b"uuid", b"udta", b"moov"}:
                # A `moov` is the moving part of a live picture.
                picture[at + 4 : at + 8] = b"free"
                picture[body:after] = bytes(after - body)
    except (struct.error, IndexError) as error:
        raise BrokenFilmError("items") from error
    return bytes(picture)


def _blank_items(picture: bytearray, body: int, after: int) -> None:
    inner = {name: (start, end) for _, start, end, name in boxes(picture, body + 4, after)}
    if b"iinf" not in inner or b"iloc" not in inner:
        return
    telling = _telling_items(picture, *inner[b"iinf"])
    for item, start, length in _Locations(picture, inner[b"iloc"][0], inner.get(b"idat", (0, 0))[0]).read():
        if item in telling:
            if start + length > len(picture):
                raise BrokenFilmError("item")
            blank = _EMPTY_EXIF if telling[item] == _EXIF else b""
            picture[start : start + length] = blank.ljust(length, b"\0")[:length]


def _telling_items(picture: bytearray, body: int, after: int) -> dict[int, bytes]:
    """The items that tell of the picture, by number with their kind, from the box `iinf`."""
    entries = body + (6 if picture[body] == 0 else 8)
    found = {}
    for _, start, _, name in boxes(picture, entries, after):
        version = picture[start]
        if name != b"infe" or version < 2:  # noqa: PLR2004 - older ones are of no still picture
            continue
        number, kind = struct.unpack_from(">Hxx4s" if version == 2 else ">Ixx4s", picture, start + 4)  # noqa: PLR2004
        if kind in _TELLING:
            found[number] = kind
    return found


@dataclass(slots=True)
class _Locations:
    """Reads the box `iloc`: where in the file each item lies, in pieces."""

    picture: bytearray
    at: int
    idat: int

    def read(self) -> Iterator[tuple[int, int, int]]:
        """Yield the number of an item with the beginning and length of each of its pieces."""
        version = self.picture[self.at]
        sizes, more = self.picture[self.at + 4], self.picture[self.at + 5]
        of_offset, of_length = sizes >> 4, sizes & 15
        of_base, of_index = more >> 4, more & 15 if version else 0
        self.at += 6
        wide = 4 if version == 2 else 2  # noqa: PLR2004 - the version in which numbers grew
        for _ in range(self._number(wide)):
            item = self._number(wide)
            method = self._number(2) & 15 if version else _IN_FILE
            if method not in {_IN_FILE, _IN_BOX}:
                raise BrokenFilmError("construction")
            self.at += 2
            base = self._number(of_base) + (self.idat if method == _IN_BOX else 0)
            for _ in range(self._number(2)):
                self.at += of_index
                start = base + self._number(of_offset)
                yield item, start, self._number(of_length)

    def _number(self, size: int) -> int:
        if self.at + size > len(self.picture):
            raise BrokenFilmError("items")
        self.at += size
        return int.from_bytes(self.picture[self.at - size : self.at])

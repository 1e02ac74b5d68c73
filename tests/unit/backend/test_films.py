"""Films lose what a telephone says about them, and no byte moves."""

import contextlib
import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.films import BrokenFilmError, without_metadata

_PLACE = b"\xa9xyz+36.2879+059.6157/"


def box(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I4s", 8 + len(body), name) + body


def wide(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I4sQ", 1, name, 16 + len(body)) + body


def film(place: bytes = _PLACE) -> bytes:
    track = box(b"trak", box(b"tkhd", b"header") + box(b"udta", place) + box(b"mdia", box(b"meta", place)))
    return (
        box(b"ftyp", b"mp42")
        + wide(b"mdat", b"the pictures themselves, udta meta")
        + box(b"moov", box(b"mvhd", b"header") + box(b"udta", box(b"meta", place)) + track)
        + box(b"uuid", place)
    )


def test_place_and_device_are_blanked_and_the_pictures_stay_where_they_were() -> None:
    raw, clean = film(), without_metadata(film())
    assert raw.count(_PLACE) == 4
    assert _PLACE not in clean
    assert b"36.2879" not in clean
    assert len(clean) == len(raw)
    assert clean.index(b"the pictures themselves, udta meta") == raw.index(b"the pictures themselves, udta meta")
    assert clean.count(b"header") == raw.count(b"header")
    assert without_metadata(clean) == clean


def test_what_is_no_mp4_comes_back_as_it_is() -> None:
    assert without_metadata(b"\x1aE\xdf\xa3 webm") == b"\x1aE\xdf\xa3 webm"
    assert without_metadata(b"") == b""


def test_a_film_whose_boxes_do_not_fit_is_refused() -> None:
    with pytest.raises(BrokenFilmError):
        without_metadata(film()[:-10])


@given(st.binary())
def test_no_bytes_whatever_are_lengthened_or_loop(body: bytes) -> None:
    content = box(b"ftyp", b"mp42") + body
    with contextlib.suppress(BrokenFilmError):
        assert len(without_metadata(content)) == len(content)

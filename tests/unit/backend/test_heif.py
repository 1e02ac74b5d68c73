"""Pictures of iPhones lose what the telephone adds, and no byte moves."""

import contextlib
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from backend.films import BrokenFilmError
from backend.heif import is_heif, without_metadata
from tests.pictures import photo_with_exif, picture_in_boxes
from tests.unit.backend.test_films import box

_GPS = 0x8825


def test_place_and_device_go_and_the_picture_stays() -> None:
    raw = picture_in_boxes(as_heic=False)
    with Image.open(BytesIO(raw)) as before:
        assert before.getexif().get_ifd(_GPS)
    clean = without_metadata(raw)
    assert raw.count(b"Maryam") == 2
    assert b"Maryam" not in clean
    assert len(clean) == len(raw)
    with Image.open(BytesIO(clean)) as after, Image.open(BytesIO(raw)) as before:
        assert dict(after.getexif()) == {}
        assert after.tobytes() == before.tobytes()
    assert without_metadata(clean) == clean


def test_only_its_own_kind_is_taken_for_one() -> None:
    assert is_heif(picture_in_boxes())
    others = (picture_in_boxes(as_heic=False), photo_with_exif(), box(b"ftyp", b"mp42"), box(b"ftyp", b"qt  "), b"")
    assert not any(map(is_heif, others))


def test_the_moving_part_of_a_live_picture_goes() -> None:
    raw = picture_in_boxes() + box(b"moov", box(b"udta", b"+36.2879+059.6157/")) + box(b"uuid", b"Maryam")
    assert b"36.2879" not in without_metadata(raw)
    assert b"Maryam" not in without_metadata(raw)


@pytest.mark.parametrize("end", [-10, 100, 60])
def test_a_picture_that_was_cut_is_refused(end: int) -> None:
    with pytest.raises(BrokenFilmError):
        without_metadata(picture_in_boxes()[:end])


@given(st.binary(max_size=400), st.integers(0, 400))
def test_no_bytes_whatever_are_lengthened_or_loop(noise: bytes, at: int) -> None:
    content = picture_in_boxes_once()
    content = content[:at] + noise + content[at + len(noise) :]
    with contextlib.suppress(BrokenFilmError):
        assert len(without_metadata(content)) == len(content)


def picture_in_boxes_once(kept: list[bytes] = []) -> bytes:  # noqa: B006 - made once for hundreds of examples
    if not kept:
        kept.append(picture_in_boxes())
    return kept[0]

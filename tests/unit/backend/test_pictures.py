"""Pictures lose what a camera adds, and nothing else."""

from io import BytesIO

import pytest
from PIL import Image

from backend.pictures import NoPictureError, cleaned
from tests.pictures import photo_with_exif

_ORIENTATION, _GPS, _MAKE = 0x0112, 0x8825, 0x010F


def test_a_photo_comes_out_upright_without_place_time_and_device() -> None:
    raw = photo_with_exif(width=400, height=200)
    with Image.open(BytesIO(raw)) as before:
        assert before.getexif()[_MAKE] == "Camera of Maryam"
        assert before.getexif().get_ifd(_GPS)
    clean = cleaned(raw)
    assert b"Exif" not in clean
    assert b"Maryam" not in clean
    with Image.open(BytesIO(clean)) as after:
        assert (after.format, dict(after.getexif())) == ("JPEG", {})
        assert after.info.keys() <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}
        # It was turned by a quarter: what lay is upright now, and its dark corner is where it belongs.
        assert after.size == (200, 400)
        assert sum(after.getpixel((190, 10))) < 150
        assert sum(after.getpixel((10, 390))) > 600


def test_a_large_picture_becomes_smaller_and_a_see_through_one_white() -> None:
    target = BytesIO()
    Image.new("RGBA", (4000, 1000), (0, 0, 0, 0)).save(target, "PNG")
    with Image.open(BytesIO(cleaned(target.getvalue()))) as after:
        assert after.size == (2560, 640)
        assert after.getpixel((5, 5)) == (255, 255, 255)


@pytest.mark.parametrize("content", [b"", b"no picture", b"\xff\xd8\xff\xe0 cut", b"\x89PNG\r\n\x1a\n"])
def test_what_is_no_picture_is_refused(content: bytes) -> None:
    with pytest.raises(NoPictureError):
        cleaned(content)

"""What a file is decides what is taken out of it, not what it is said to be."""

import pytest

from backend.cleaning import clean
from backend.domain.enclosure import ConcernFile, FileKind
from tests.builders import NOON
from tests.pictures import photo_with_exif, picture_in_boxes


def a_file(kind: FileKind, mime: str) -> ConcernFile:
    return ConcernFile(1, 1, kind, NOON, mime=mime)


@pytest.mark.parametrize("mime", ["image/jpeg", "application/octet-stream", ""])
@pytest.mark.parametrize("kind", [FileKind.PHOTO, FileKind.DOCUMENT])
def test_a_photo_sent_as_a_file_tells_no_more_than_one_sent_as_a_photo(kind: FileKind, mime: str) -> None:
    content, kept_as = clean(a_file(kind, mime), photo_with_exif())
    assert b"Maryam" not in content
    assert kept_as == "image/jpeg"


@pytest.mark.parametrize("mime", ["image/heic", "image/heif", "image/jpeg", "application/octet-stream", ""])
def test_a_picture_of_an_iphone_is_kept_without_what_it_tells(mime: str) -> None:
    raw = picture_in_boxes()
    content, kept_as = clean(a_file(FileKind.DOCUMENT, mime), raw)
    assert (len(content), kept_as) == (len(raw), "image/heic")
    assert b"Maryam" not in content


def test_a_document_is_kept_as_it_came() -> None:
    assert clean(a_file(FileKind.DOCUMENT, "application/pdf"), b"%PDF-1.7") == (b"%PDF-1.7", "application/pdf")


def test_only_what_the_platform_draws_is_sent_as_a_photo() -> None:
    assert a_file(FileKind.PHOTO, "image/jpeg").is_shown
    assert not a_file(FileKind.PHOTO, "image/heic").is_shown
    assert a_file(FileKind.DOCUMENT, "image/heic").name == "hamandish-1.heic"

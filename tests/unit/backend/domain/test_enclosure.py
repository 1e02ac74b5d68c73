"""Files: how long they are tried for, and what they are called."""

from datetime import timedelta

from backend.domain.enclosure import ConcernFile, FileKind
from backend.domain.place import Point
from tests.builders import NOON, a_concern


def a_file(**fields: object) -> ConcernFile:
    usual: dict[str, object] = {"id": 7, "concern_id": 1, "kind": FileKind.DOCUMENT, "created_at": NOON}
    return ConcernFile(**usual | fields)  # type: ignore[arg-type]


def test_pauses_grow_and_end_after_hours() -> None:
    pauses = []
    for attempts in range(20):
        at = a_file(attempts=attempts).retry_at(NOON)
        if at is None:
            break
        pauses.append(at - NOON)
    assert pauses == sorted(pauses)
    assert timedelta(hours=1) < sum(pauses, timedelta()) < timedelta(hours=24)


def test_a_file_is_sent_on_under_a_name_of_ours() -> None:
    assert a_file(mime="application/pdf").name == "hamandish-7.pdf"
    assert a_file(kind=FileKind.VOICE).name == "hamandish-7.ogg"
    assert a_file(mime="weird/kind").name == "hamandish-7.bin"


def test_others_see_a_place_to_a_hundred_metres() -> None:
    concern = a_concern(latitude=36.28791, longitude=59.61574)
    assert concern.point == Point(36.28791, 59.61574)
    assert concern.point.shown == Point(36.288, 59.616)
    assert a_concern().point is None

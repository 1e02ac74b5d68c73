"""What a raw update says."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.domain.enclosure import Enclosed, FileKind
from backend.domain.place import Point
from bot.event import Event, EventKind, chat_of, understand
from tests.payloads import payload

MARYAM, GROUP = 5551234567, -1001234567890


@pytest.mark.parametrize(
    ("name", "event"),
    [
        ("message", Event(EventKind.MESSAGE, MARYAM, False, MARYAM, "چراغ‌های کوچهٔ ما خاموش است", message_id=12)),
        ("edited", Event(EventKind.EDITED, MARYAM, False, MARYAM, "چراغ‌های کوچهٔ بهار خاموش است", message_id=12)),
        ("forwarded", Event(EventKind.MESSAGE, MARYAM, False, MARYAM, "آسفالت خیابان امامت خراب است", message_id=16)),
        ("sticker", Event(EventKind.MESSAGE, MARYAM, False, MARYAM, has_only_file=True, message_id=17)),
        ("photo_with_words", Event(
                EventKind.MESSAGE, MARYAM, False, MARYAM, "این چاله را ببینید", message_id=18,
                enclosed=Enclosed(FileKind.PHOTO, "AgACAgQ", size=1253),
            )),
        ("group", Event(EventKind.MESSAGE, GROUP, True, MARYAM, "/bind@hamandish_bot ۳", message_id=201)),
        (
            "callback",
            Event(EventKind.BUTTON, MARYAM, False, MARYAM, message_id=14, callback_id="4382bfdw", button="c:ok:77"),
        ),
        (
            "callback_old",
            Event(EventKind.BUTTON, MARYAM, False, MARYAM, message_id=3, callback_id="4382bfdx", button="c:del:77"),
        ),
        (
            "callback_group",
            Event(EventKind.BUTTON, GROUP, True, MARYAM, message_id=15, callback_id="99", button="d:why:3:0"),
        ),
        ("stopped", Event(EventKind.STOPPED, MARYAM, user_id=MARYAM)),
        ("came_back", Event(EventKind.RETURNED, MARYAM, user_id=MARYAM)),
        ("added_to_group", Event(EventKind.ADDED, GROUP, True, MARYAM)),
        ("put_out_of_group", Event(EventKind.STOPPED, GROUP, True, MARYAM)),
        ("moved", Event(EventKind.MOVED, -987654, True, moved_to=GROUP)),
        ("migrated", Event(EventKind.OTHER)),
        ("poll", Event(EventKind.OTHER)),
        ("channel_post", Event(EventKind.OTHER)),
        ("future_kind", Event(EventKind.OTHER)),
    ],
)  # fmt: skip
def test_an_update_is_understood(name: str, event: Event) -> None:
    assert understand(payload(name)) == event


def test_what_no_database_keeps_is_dropped_from_a_text() -> None:
    text = understand(payload("surrogates")).text
    assert "🌳" in text
    assert "\x00" not in text
    assert text.encode("utf-8").decode("utf-8") == text


def test_a_malformed_update_is_an_error_for_the_caller_to_keep() -> None:
    with pytest.raises(ValueError, match="message_id"):
        understand(payload("malformed"))


@pytest.mark.parametrize(
    ("text", "command", "argument"),
    [
        ("/start", "start", ""),
        ("/START", "start", ""),
        ("/start abc_-1", "start", "abc_-1"),
        ("/track@hamandish_bot  AB CD ", "track", "AB CD"),
        ("/bind ۳", "bind", "۳"),
        ("/track\nABCD", "track", "ABCD"),
        ("سلام /start", "", "/start"),
        ("/", "", ""),
        ("//", "", ""),
        ("/ کوچهٔ ما تاریک است", "", "کوچهٔ ما تاریک است"),
        ("/کوچه", "", ""),
        ("/۲۰متری", "", ""),
    ],
)
def test_a_command_is_known_and_a_stroke_alone_is_none(text: str, command: str, argument: str) -> None:
    event = Event(EventKind.MESSAGE, text=text)
    assert (event.command, event.argument) == (command, argument)


@given(st.text())
def test_no_text_whatever_breaks_command_and_argument(text: str) -> None:
    event = Event(EventKind.MESSAGE, text=text)
    assert isinstance(event.command, str)
    assert isinstance(event.argument, str)


@pytest.mark.parametrize(
    ("name", "chat"),
    [
        ("message", MARYAM),
        ("edited", MARYAM),
        ("callback", MARYAM),
        ("callback_group", GROUP),
        ("stopped", MARYAM),
        ("group", GROUP),
        ("malformed", MARYAM),
        ("poll", 0),
    ],
)
def test_the_chat_is_known_from_the_bare_json(name: str, chat: int) -> None:
    assert chat_of(payload(name)) == chat


json_values = st.recursive(
    st.none() | st.integers() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["id", "chat", "from", "message"]), inner)
    ),
    max_leaves=8,
)


@given(st.dictionaries(st.sampled_from(["message", "edited_message", "my_chat_member", "callback_query"]), json_values))
def test_no_json_whatever_breaks_the_search_for_the_chat(raw: dict[str, Any]) -> None:
    assert isinstance(chat_of(raw), int)


def message_with(**content: Any) -> Event:
    chat = {"id": MARYAM, "type": "private"}
    body = {"message_id": 5, "from": {"id": MARYAM, "is_bot": False}, "chat": chat, "date": 1795000000} | content
    return understand({"update_id": 1, "message": body})


@pytest.mark.parametrize(
    ("content", "enclosed"),
    [
        (
            {"photo": [{"file_id": "small", "file_size": 9}, {"file_id": "large", "file_size": 90}]},
            Enclosed(FileKind.PHOTO, "large", size=90),
        ),
        (
            {"voice": {"file_id": "v", "mime_type": "audio/ogg", "duration": 3, "file_size": 7}},
            Enclosed(FileKind.VOICE, "v", "audio/ogg", 7),
        ),
        ({"video": {"file_id": "w"}}, Enclosed(FileKind.VIDEO, "w")),
        ({"video_note": {"file_id": "n"}}, Enclosed(FileKind.VIDEO, "n")),
        ({"audio": {"file_id": "a"}}, Enclosed(FileKind.AUDIO, "a")),
        (
            {"document": {"file_id": "d", "file_name": "نام من.pdf", "mime_type": "application/pdf"}},
            Enclosed(FileKind.DOCUMENT, "d", "application/pdf"),
        ),
        ({"sticker": {"file_id": "s"}}, None),
        ({"contact": {"phone_number": "1"}}, None),
    ],
)
def test_a_file_is_known_by_its_kind_and_never_by_its_name(content: dict[str, Any], enclosed: Enclosed | None) -> None:
    event = message_with(**content)
    assert event.has_only_file
    assert event.enclosed == enclosed
    assert "نام من" not in repr(event)


def test_a_pin_is_kept_to_a_metre_and_an_album_by_its_name() -> None:
    event = message_with(location={"latitude": 36.123456789, "longitude": 59.987654321})
    assert event.point == Point(36.12346, 59.98765)
    assert message_with(photo=[{"file_id": "p"}], media_group_id="77").album == "77"


@pytest.mark.parametrize(
    ("name", "mime", "kept"),
    [
        ("IMG_0001.HEIC", "application/octet-stream", "image/heic"),
        ("IMG.heif", "", "image/heic"),
        ("نام من.pdf", "application/pdf", "application/pdf"),
    ],
)
def test_a_picture_of_an_iphone_is_known_by_its_ending(name: str, mime: str, kept: str) -> None:
    raw = payload("message")
    raw["message"] |= {"text": "", "document": {"file_id": "d", "file_name": name, "mime_type": mime}}
    enclosed = understand(raw).enclosed
    assert enclosed is not None
    assert (enclosed.mime, enclosed.is_of_few) == (kept, kept == "image/heic")

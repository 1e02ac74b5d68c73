"""When a message is a part of the concern before it."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.domain.concern import Reading
from backend.domain.parts import (
    JOINS_WITHIN,
    WORDS_WITHIN,
    OpenConcern,
    adds_nothing,
    belongs,
    goes_on,
    is_too_long,
    joined,
)
from tests.builders import NOON, a_reading

_OPEN = OpenConcern(1, "ABCD2345", NOON, has_words=True)
_WORDLESS = OpenConcern(1, "ABCD2345", NOON, has_words=False)
_ABSTAINS = a_reading(None)
_NOTHING = a_reading("nothing")
_UNREAD = Reading()


@pytest.mark.parametrize(
    ("text", "reading", "minutes", "is_part"),
    [
        # A matter of its own is a concern of its own, however close it comes.
        ("چراغ کوچه خاموش است", a_reading("roads"), 0, False),
        ("برق خانه‌مان رفته", a_reading("other-agency"), 1, False),
        # What was not understood, or is no matter, belongs to what came before, for three minutes.
        ("نزدیک نانوایی", _ABSTAINS, 2, True),
        ("ممنون", _NOTHING, 2, True),
        ("نزدیک نانوایی", _ABSTAINS, 4, False),
        # A continuation does, whatever it is about.
        ("و همین‌طور چراغ‌ها خاموش است", a_reading("roads"), 2, True),
        ("و همین‌طور چراغ‌ها خاموش است", a_reading("roads"), 4, False),
        # Words that nobody could read stand by themselves: nothing may be lost in another concern.
        ("نزدیک نانوایی", _UNREAD, 0, False),
        # A file or a place without words belongs to what was said.
        ("", _UNREAD, 2, True),
        ("", _UNREAD, 4, False),
    ],
)
def test_what_follows_words(text: str, reading: Reading, minutes: int, is_part: bool) -> None:
    assert belongs(_OPEN, NOON + timedelta(minutes=minutes), text, reading, "") is is_part


@pytest.mark.parametrize(
    ("reading", "minutes", "is_part"),
    [(a_reading("roads"), 1, True), (_UNREAD, 14, True), (a_reading("roads"), 16, False)],
)
def test_words_after_a_picture_without_words_are_its_words(reading: Reading, minutes: int, is_part: bool) -> None:
    assert belongs(_WORDLESS, NOON + timedelta(minutes=minutes), "چاله", reading, "") is is_part


def test_of_two_that_nobody_understood_neither_is_a_part_of_the_other() -> None:
    unclear = OpenConcern(1, "ABCD2345", NOON, has_words=True, has_matter=False)
    assert not belongs(unclear, NOON, "پیام دوم", _NOTHING, "")
    assert belongs(unclear, NOON, "و همین‌طور آنجا", _NOTHING, "")
    assert belongs(unclear, NOON, "", _UNREAD, ""), "a picture belongs to whatever was said"


@pytest.mark.parametrize(
    ("text", "reading", "is_nothing"),
    [
        ("ممنون", _NOTHING, True),
        ("خیلی بد شده", _ABSTAINS, True),
        ("نزدیک سناباد", a_reading(None, locality="سناباد"), False),
        ("کسی می‌میرد", a_reading("nothing", urgency="urgent"), False),
        ("و همین‌طور آنجا", _NOTHING, False),
        ("چراغ خاموش است", a_reading("roads"), False),
        ("ممنون", _UNREAD, False),
    ],
)
def test_words_that_say_nothing_new_are_known(text: str, reading: Reading, is_nothing: bool) -> None:
    assert adds_nothing(text, reading) is is_nothing


def test_an_album_is_one_concern_however_long_its_parts_take() -> None:
    album = OpenConcern(1, "ABCD2345", NOON, has_words=True, album="7")
    later = NOON + timedelta(minutes=9)
    assert belongs(album, later, "", _UNREAD, "7")
    assert belongs(album, later, "چاله", a_reading("roads"), "7")
    assert not belongs(album, later, "", _UNREAD, "8")


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("و همین‌طور کوچه تاریک است", True),
        ("و همینطور کوچه تاریک است", True),
        ("همچنین سطل‌ها پر است", True),
        ("در ضمن اتوبوس هم دیر می‌آید", True),
        ("ضمناً بوی بد می‌آید", True),
        ("این هم عکسش", True),
        ("یادم رفت بگویم کجاست", True),
        ("آدرس: سناباد ۱۲", True),
        ("وضع آسفالت خراب است", False),
        ("آدرس‌های تابلوها غلط است", False),
        ("همینجا چاله است", False),
        ("", False),
    ],
)
def test_a_continuation_is_known_by_how_it_begins(text: str, is_one: bool) -> None:
    assert goes_on(text) is is_one


@given(st.text())
def test_no_text_whatever_breaks_the_rule(text: str) -> None:
    assert belongs(_OPEN, NOON + JOINS_WITHIN + timedelta(seconds=1), text, _ABSTAINS, "") is False
    assert isinstance(goes_on(text), bool)


@given(
    st.builds(
        OpenConcern,
        st.integers(1, 2**62),
        st.just("ABCD2345"),
        st.just(NOON),
        st.booleans(),
        st.text(max_size=8),
        st.integers(0, 30),
        st.booleans(),
    )
)
def test_a_dialogue_remembers_all_of_it(to: OpenConcern) -> None:
    assert OpenConcern.from_data(to.as_data()) == to


def test_words_are_joined_a_line_each_and_not_without_end() -> None:
    assert joined(["چاله", "", "سناباد"]) == "چاله\nسناباد"
    assert is_too_long(["x" * 3000, "x" * 3000])
    assert not is_too_long(["x" * 100])
    assert WORDS_WITHIN > JOINS_WITHIN

"""Greetings, thanks and questions for one's messages are known; whoever says more has a concern."""

import pytest

from backend.domain.small_talk import SmallTalk, small_talk_in

_TALK = {
    SmallTalk.GREETING: ("سلام", "سلام!", "سلام، خسته نباشید", "درود 🌹", "صبح بخیر"),
    SmallTalk.THANKS: ("ممنون", "خیلی ممنون 🙏", "سپاسگزارم", "دمتون گرم", "تشكر"),
    SmallTalk.STANDING: ("چی شد پیام من؟", "پیامم چی شد", "شکایت من به کجا رسید؟", "سلام درخواستم چی شد"),
}


@pytest.mark.parametrize(("kind", "text"), [(kind, text) for kind, texts in _TALK.items() for text in texts])
def test_talk_is_known(kind: SmallTalk, text: str) -> None:
    assert small_talk_in(text) is kind


@pytest.mark.parametrize(
    "text",
    [
        "",
        "👍",
        "سلام چراغ کوچهٔ ما خراب است",
        "ممنون که آسفالت کردید، حالا جدول‌ها مانده",
        "چی شد آن پارک که قول داده بودید؟",
        "سلام، خسته نباشید. آب کوچه قطع است",
    ],
)
def test_whoever_says_more_has_a_concern(text: str) -> None:
    assert small_talk_in(text) is None

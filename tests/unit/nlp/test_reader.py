import pickle
import string

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from nlp.reader import Reader
from nlp.reading import Reading
from nlp.scheme import Scheme

ANYTHING = st.text(st.characters(), max_size=400)


def holds(reading: Reading, text: str) -> None:
    """What every reading promises."""
    assert reading.text == text
    assert len(reading.ranked) == 5
    assert all(0 <= topic.p <= 1 for topic in reading.ranked)
    assert [topic.p for topic in reading.ranked] == sorted((topic.p for topic in reading.ranked), reverse=True)
    assert len(reading.topics) <= 2
    assert reading.kind in Scheme.load().kinds
    assert (reading.urgency == "urgent") == (reading.urgency_trigger is not None)
    trigger = (reading.urgency_trigger,) if reading.urgency_trigger else ()
    for span in (*reading.reasons, *reading.personal, *trigger):
        assert 0 <= span.start < span.end <= len(text)
    assert len(reading.signature) < 400


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(ANYTHING)
def test_any_text_gives_a_reading(reader: Reader, text: str) -> None:
    holds(reader.read(text), text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n\t ",
        "\ud800",
        "سلام \udfff دنیا",
        "😀" * 4096,
        "ا" * 4096,
        "آب " * 1365,
        "\x00\x01\x02\x7f",
        "\u200c" * 500,
        "." * 4096,
        "9" * 4096,
        string.printable,
        "Привет, мир",
        "这条路很黑",
        "شارع مظلم جداً",
        "؟!؟!" * 200,
        "\u202e\u202d\u2066abc\u2069",
        "a" * 20_000,
    ],
)
def test_bad_input_gives_a_reading(reader: Reader, text: str) -> None:
    holds(reader.read(text), text)


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("اتوبوس خط ۸۳ نیم ساعت است که نیامده", "bus"),
        ("چراغ برق کوچه ما یک ماه است سوخته و تاریک است", "lighting"),
        ("khiabune ma por az chale shode, asphalt nadare", "pavement"),
        ("سطل زباله سر کوچه پر شده و بو می‌دهد", "waste"),
        ("برق خانه ما هر روز قطع می‌شود", "other-agency"),
    ],
)
def test_plain_messages_find_their_topic(reader: Reader, text: str, topic: str) -> None:
    assert reader.read(text).topics[0].code == topic


def test_reasons_point_at_the_words_that_decided(reader: Reader) -> None:
    text = "با سلام، لطفا رسیدگی کنید، سگ‌های ولگرد در کوچه پرسه می‌زنند"
    reading = reader.read(text)
    assert reading.topics[0].code == "stray-animals"
    assert any("سگ" in text[span.start : span.end] for span in reading.reasons)


def test_personal_data_beyond_what_is_read_is_still_removed(reader: Reader) -> None:
    text = "ا" * 4200 + " ۰۹۱۵۱۲۳۴۵۶۷"
    assert "۰۹۱۵۱۲۳۴۵۶۷" not in reader.read(text).redacted


def test_a_reading_crosses_process_borders(reader: Reader) -> None:
    reading = reader.read("آسفالت خیابان سناباد چاله دارد")
    assert pickle.loads(pickle.dumps(reading)) == reading

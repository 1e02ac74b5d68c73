"""A fingerprint can be given another topic, which a citizen chose."""

from nlp.reader import Reader
from nlp.signature import hash16, unpack, with_topic


def test_a_chosen_topic_replaces_what_was_read_and_nothing_else(reader: Reader) -> None:
    read = reader.read("چالهٔ بزرگ خیابان سناباد ماشین‌ها را خراب کرده است").signature
    chosen = unpack(with_topic(read, "lighting"))
    before = unpack(read)
    assert set(chosen.topics) == {hash16("lighting")}
    assert (chosen.places, chosen.terms, chosen.problems) == (before.places, before.terms, before.problems)


def test_a_message_that_was_never_read_has_no_fingerprint_to_change() -> None:
    assert with_topic(b"", "lighting") == b""

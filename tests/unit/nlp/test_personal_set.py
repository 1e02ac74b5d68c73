"""Messages of many imagined people, written before the rules that they measure were widened."""

from collections.abc import Sequence

from nlp.personal_data import find
from nlp.reading import Span
from tests.unit.nlp.marked import lines, unmark

MESSAGES = [unmark(line) for line in lines("personal.txt")]


def _is_hidden(text: str, span: Span, found: Sequence[Span]) -> bool:
    covered = {at for one in found for at in range(one.start, one.end)}
    return all(at in covered for at in range(span.start, span.end) if text[at].isalnum())


def test_what_is_personal_is_hidden() -> None:
    missed = [
        text[span.start : span.end]
        for text, spans in MESSAGES
        for span in spans
        if not _is_hidden(text, span, find(text))
    ]
    assert len(missed) / sum(len(spans) for _, spans in MESSAGES) <= 0.03, missed


def test_what_is_harmless_stays() -> None:
    harmless = [text for text, spans in MESSAGES if not spans]
    touched = [text for text in harmless if find(text)]
    assert len(touched) / len(harmless) <= 0.01, touched


def test_nothing_beside_it_is_hidden() -> None:
    beside = [
        text[one.start : one.end]
        for text, spans in MESSAGES
        for one in find(text)
        if spans and not any(one.start < span.end and span.start < one.end for span in spans)
    ]
    assert len(beside) <= 2, beside

"""Messages of many imagined people; most were written before the rules that they measure, some after a first run."""

from collections.abc import Sequence

import pytest

from nlp.personal_data import find
from nlp.reading import Span
from tests.unit.nlp.marked import lines, unmark

SETS = {name: [unmark(line) for line in lines(f"{name}.txt")] for name in ("personal", "names")}
MOST_MISSED = {"personal": 0.03, "names": 0.08}  # names that nothing announces are the harder


def _is_hidden(text: str, span: Span, found: Sequence[Span]) -> bool:
    covered = {at for one in found for at in range(one.start, one.end)}
    return all(at in covered for at in range(span.start, span.end) if text[at].isalnum())


@pytest.mark.parametrize("name", SETS)
def test_what_is_personal_is_hidden(name: str) -> None:
    messages = SETS[name]
    missed = [
        text[span.start : span.end]
        for text, spans in messages
        for span in spans
        if not _is_hidden(text, span, find(text))
    ]
    assert len(missed) / sum(len(spans) for _, spans in messages) <= MOST_MISSED[name], missed


@pytest.mark.parametrize("name", SETS)
def test_what_is_harmless_stays(name: str) -> None:
    harmless = [text for text, spans in SETS[name] if not spans]
    touched = [text for text in harmless if find(text)]
    assert len(touched) / len(harmless) <= 0.01, touched


@pytest.mark.parametrize("name", SETS)
def test_nothing_beside_it_is_hidden(name: str) -> None:
    beside = [
        text[one.start : one.end]
        for text, spans in SETS[name]
        for one in find(text)
        if spans and not any(one.start < span.end and span.start < one.end for span in spans)
    ]
    assert len(beside) <= 2, beside

"""What crosses from the process that reads texts."""

import json
from dataclasses import replace

import pytest

from backend.reading import _reading
from backend.reading_worker import flat
from nlp.reading import PlaceReading, Reading, TopicScore

READ = Reading(
    text="chale",
    topics=(TopicScore("roads", 0.5),),
    ranked=(TopicScore("roads", 0.5),),
    kind="complaint",
    urgency="normal",
    urgency_trigger=None,
    place=PlaceReading("9", None, ()),
    personal=(),
    redacted="chale",
    reasons=(),
    lemmas=("چاله",),
    headline="چاله",
    signature=b"\x01",
    model="m",
)


@pytest.mark.parametrize(("text", "lemmas"), [("chale", ("چاله",)), ("چاله in kuche", ("چاله",)), ("چاله", ())])
def test_words_come_along_where_they_may_have_been_brought_back_to_persian(text: str, lemmas: tuple[str, ...]) -> None:
    crossed = _reading(json.loads(json.dumps(flat(replace(READ, text=text)))))
    assert crossed.lemmas == lemmas
    assert (crossed.topics, crossed.signature, crossed.district) == ((("roads", 0.5),), b"\x01", "9")

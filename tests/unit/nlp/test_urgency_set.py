"""Messages of many imagined people, written before the rules that they measure were changed: recall comes first."""

from nlp.reader import Reader
from tests.unit.nlp.marked import lines

IN_DANGER = [line[2:] for line in lines("urgency.txt") if line.startswith("!")]
SAFE = [line[2:] for line in lines("urgency.txt") if line.startswith("-")]


def test_hardly_a_danger_is_missed(reader: Reader) -> None:
    missed = [text for text in IN_DANGER if reader.read(text).urgency != "urgent"]
    assert len(missed) / len(IN_DANGER) <= 0.05, missed


def test_few_are_called_in_vain(reader: Reader) -> None:
    in_vain = [text for text in SAFE if reader.read(text).urgency == "urgent"]
    assert len(in_vain) / len(SAFE) <= 0.08, in_vain

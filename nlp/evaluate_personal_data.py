"""How much personal data is found, and how many harmless numbers are left alone."""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from nlp.reading import Span

GOLD_FILE = Path(__file__).parent / "data" / "gold" / "personal_data.jsonl"


@dataclass(frozen=True, slots=True)
class PersonalDataScore:
    """Counts over a gold set. A span counts as found when every letter and digit of it is covered."""

    messages: int
    personal: int
    found: int
    harmless: int
    untouched: int
    missed: tuple[str, ...]
    touched: tuple[str, ...]

    @property
    def recall(self) -> float:
        """Share of personal spans that are wholly covered."""
        return self.found / self.personal if self.personal else 1.0

    @property
    def harmless_share(self) -> float:
        """Share of harmless numbers of which no digit is covered."""
        return self.untouched / self.harmless if self.harmless else 1.0


def read_gold(path: Path = GOLD_FILE) -> list[dict[str, Any]]:
    """Read a gold set of personal data: JSON lines with `text`, `personal` and `harmless` spans."""
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def evaluate_personal_data(
    rows: Iterable[Mapping[str, Any]], find: Callable[[str], Sequence[Span]]
) -> PersonalDataScore:
    """Score a finder on gold rows."""
    messages = personal = found = harmless = untouched = 0
    missed: list[str] = []
    touched: list[str] = []
    for row in rows:
        text = str(row["text"])
        covered = {at for span in find(text) for at in range(span.start, span.end)}
        messages += 1
        for span in row["personal"]:
            personal += 1
            if all(at in covered or not text[at].isalnum() for at in range(span["start"], span["end"])):
                found += 1
            else:
                missed.append(text[span["start"] : span["end"]])
        for span in row["harmless"]:
            harmless += 1
            if covered.isdisjoint(range(span["start"], span["end"])):
                untouched += 1
            else:
                touched.append(text[span["start"] : span["end"]])
    return PersonalDataScore(messages, personal, found, harmless, untouched, tuple(missed), tuple(touched))

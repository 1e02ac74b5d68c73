"""How often district and locality of a message are read rightly."""

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from nlp.gazetteer_data import base_of
from nlp.reading import PlaceReading

GOLD_FILE = Path(__file__).parent / "data" / "gold" / "places.jsonl"


@dataclass(frozen=True, slots=True)
class PlaceScore:
    """Counts over a gold set; saying nothing where nothing is said counts as right."""

    messages: int
    districts_right: int
    localities_right: int
    wrong: tuple[str, ...]

    @property
    def district_accuracy(self) -> float:
        """Share of messages with the right district, or rightly none."""
        return self.districts_right / self.messages if self.messages else 1.0

    @property
    def locality_accuracy(self) -> float:
        """Share of messages with the right locality, or rightly none; the announcing word does not matter."""
        return self.localities_right / self.messages if self.messages else 1.0


def read_gold(path: Path = GOLD_FILE) -> list[dict[str, Any]]:
    """Read a gold set of places: JSON lines with `text`, `district` and `locality`."""
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def evaluate_places(rows: Iterable[Mapping[str, Any]], read: Callable[[str], PlaceReading]) -> PlaceScore:
    """Score a reader of places on gold rows."""
    messages = districts = localities = 0
    wrong: list[str] = []
    for row in rows:
        place = read(str(row["text"]))
        messages += 1
        district = place.district == row["district"]
        locality = same_locality(place.locality, row["locality"])
        districts += district
        localities += locality
        if not (district and locality):
            wrong.append(f"{row['text']} → {place.district}, {place.locality}")
    return PlaceScore(messages, districts, localities, tuple(wrong))


def same_locality(one: str | None, other: str | None) -> bool:
    """Whether two names mean one place, announcing word, «شهید» and spelling apart."""
    if one is None or other is None:
        return one is other
    return base_of(one) == base_of(other)

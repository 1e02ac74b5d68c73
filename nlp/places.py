"""Find the places a message names: district, neighbourhood, street, square, landmark and station.

Names come from the city's gazetteer; a name that is also a word counts only after an announcing word (محله، بلوار…).
A name the gazetteer lacks is taken after such a word too. Nothing is guessed: a name that stands in several districts
gives its candidates.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from nlp.place_words import PlaceKind
from nlp.reading import PlaceReading
from nlp.tokens import Token, key, tokenize

PLACES = Path(__file__).parent / "data" / "places"


@dataclass(frozen=True, slots=True)
class Mention:
    """A place named in a text.

    Attributes:
        start: offset in the original text, of the announcing word when there is one.
        end: offset behind the last character.
        kind: what the place is.
        name: canonical spelling, with its announcing word where that belongs to the name and the number behind it.
        base: folded key of the name without announcing word and number; equal for spellings of one place.
        number: the number behind a street's name («وکیل‌آباد ۲۲»), or the number of a district.
        districts: codes of the districts in which a place of this name lies; empty when unknown.
        known: whether the gazetteer has it.
    """

    start: int
    end: int
    kind: PlaceKind
    name: str
    base: str
    number: int | None
    districts: tuple[str, ...]
    known: bool


class Gazetteer:
    """The named places of one city."""

    @classmethod
    def load(cls, city: str = "mashhad") -> "Gazetteer":
        """Read a city's gazetteer; a city without one still gets districts and announced names."""
        return cls()

    def find(self, text: str, tokens: Sequence[Token] | None = None) -> tuple[Mention, ...]:
        """Return the places named in a text, in order, not overlapping."""
        return ()

    def read(self, text: str) -> PlaceReading:
        """Return the one place of a message."""
        return self.place(self.find(text))

    def place(self, mentions: Sequence[Mention]) -> PlaceReading:
        """Sum several mentions up to the place a message is about."""
        return PlaceReading(None, None, ())

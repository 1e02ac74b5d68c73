"""A place named in a text."""

from dataclasses import dataclass

from nlp.place_words import PlaceKind


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
        direction: «شمالی» and the like behind a street's name; empty when none is given.
        districts: codes of the districts in which a place of this name lies; empty when unknown.
        known: whether the gazetteer has it.
    """

    start: int
    end: int
    kind: PlaceKind
    name: str
    base: str
    number: int | None = None
    direction: str = ""
    districts: tuple[str, ...] = ()
    known: bool = False


def district_title(code: str) -> str:
    """Return the Persian name of a district code: «منطقهٔ ۹», «منطقهٔ ثامن»."""
    return f"منطقهٔ {persian_digits(code) if code.isdigit() else 'ثامن'}"


def persian_digits(text: str) -> str:
    """Return a text with its ASCII digits in Persian."""
    return text.translate(_DIGITS)


_DIGITS = str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")

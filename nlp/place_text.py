"""The words of one text as a search for places sees them: what adjoins, what counts, what follows."""

from collections.abc import Sequence
from dataclasses import replace

from nlp.mention import Mention, persian_digits
from nlp.place_words import DIRECTIONS, NOT_A_HOUSE_NUMBER, NUMBER_WORDS, PlaceKind

_INVISIBLE = "\u200c\u200b\u200d\u0654\u064e\u064f\u0650\u0651\u0652 \u00a0()"
_YEAR_DIGITS = 4
_NEAR = 3


class PlaceText:
    """A text with the folded forms of its words and their spans."""

    def __init__(self, text: str, forms: Sequence[str], spans: Sequence[tuple[int, int]]) -> None:
        self._text = text
        self._forms = forms
        self._spans = spans

    def _adjoining(self, at: int) -> bool:
        between = self._text[self._spans[at - 1][1] : self._spans[at][0]]
        return not between.strip(_INVISIBLE)

    def _half_spaced(self, at: int) -> bool:
        return self._text[self._spans[at - 1][1] : self._spans[at][0]] == "\u200c"

    def _skip(self, at: int, fillers: frozenset[str]) -> int:
        while at < len(self._forms) and self._forms[at] in fillers:
            at += 1
        return at

    def _number(self, at: int) -> tuple[int | None, int]:
        form = self._forms[at]
        if form.isdigit() and form.isascii():
            return (int(form), at + 1) if len(form) < _YEAR_DIGITS else (None, at)
        if form == "بیست" and at + 2 < len(self._forms) and self._forms[at + 1] == "و":
            unit = NUMBER_WORDS.get(self._forms[at + 2])
            return (20 + unit, at + 3) if unit else (20, at + 1)
        number = NUMBER_WORDS.get(form)
        return number, at + 1 if number is not None else at

    def _is_house_number(self, at: int) -> bool:
        form = self._forms[at]
        if not (form.isdigit() and form.isascii() and len(form) < _YEAR_DIGITS and self._adjoining(at)):
            return False
        return not self._measures(at + 1)

    def _is_direction(self, at: int) -> bool:
        return self._forms[at] in DIRECTIONS and self._adjoining(at)

    def _measures(self, at: int) -> bool:
        """Whether the number before counts something: «۱۲ متر», «۳ ساله», «۷:۳۰»."""
        if at >= len(self._forms):
            return False
        between = self._text[self._spans[at - 1][1] : self._spans[at][0]]
        if between in (":", ".", "/", "٫") and self._forms[at].isdigit():
            return True
        return self._forms[at] in NOT_A_HOUSE_NUMBER

    def _with_number(self, mention: Mention, after: int) -> tuple[Mention, int]:
        """Take the direction and number behind a street's name in."""
        if mention.kind not in (PlaceKind.STREET, PlaceKind.ALLEY, PlaceKind.AREA, PlaceKind.STATION):
            return mention, after
        if mention.kind is PlaceKind.STREET and after < len(self._forms) and self._is_direction(after):
            direction = DIRECTIONS[self._forms[after]]
            name = f"{mention.name} {direction}"
            mention = replace(mention, end=self._spans[after][1], name=name, direction=direction)
            after += 1
        until = mention.known and after + 1 < len(self._forms) and self._forms[after + 1] == "تا"
        numbered = after < len(self._forms) and (
            self._is_house_number(after) or (until and self._forms[after].isdigit())
        )
        if mention.kind is PlaceKind.STATION or not numbered:
            return mention, after
        number = int(self._forms[after])
        name = f"{mention.name} {persian_digits(str(number))}"
        return replace(mention, end=self._spans[after][1], name=name, number=number), after + 1

    def _attach_number(self, found: list[Mention], mention: Mention) -> bool:
        """«خیابان عبادی، کوچه ۱۲» is عبادی ۱۲."""
        if mention.kind is not PlaceKind.ALLEY or mention.number is None or not found:
            return False
        street = found[-1]
        if street.kind is not PlaceKind.STREET or street.number is not None:
            return False
        if mention.start - street.end > _NEAR or not mention.base.startswith("کوچه"):
            return False
        name = f"{street.name} {persian_digits(str(mention.number))}"
        found[-1] = replace(street, end=mention.end, name=name, number=mention.number)
        return True

"""Find the places a message names: district, neighbourhood, street, square, landmark and station.

Names come from the city's gazetteer; a name that is also a word counts only after an announcing word (محله، بلوار…).
A name the gazetteer lacks is taken after such a word too. Nothing is guessed: a name that stands in several districts
gives its candidates.
"""

from collections.abc import Sequence

from nlp.gazetteer_data import CityNames
from nlp.mention import Mention, district_title
from nlp.place_search import PlaceSearch
from nlp.place_words import PlaceKind
from nlp.reading import PlaceReading
from nlp.tokens import Token, folded_text

__all__ = ["Gazetteer", "Mention", "district_title"]

_ORDER = (
    PlaceKind.ALLEY,
    PlaceKind.STREET,
    PlaceKind.SQUARE,
    PlaceKind.STATION,
    PlaceKind.LANDMARK,
    PlaceKind.AREA,
)


_ADJOINING = 4  # characters between places that locate one another: «قاسم‌آباد، بلوار ادیب»


class Gazetteer:
    """The named places of one city, and the rules for names it lacks."""

    def __init__(self, names: CityNames) -> None:
        self._names = names

    @classmethod
    def load(cls, city: str = "mashhad") -> "Gazetteer":
        """Read a city's gazetteer; a city without one still gets districts and announced names."""
        return cls(CityNames.load(city))

    def find(self, text: str, tokens: Sequence[Token] | None = None) -> tuple[Mention, ...]:
        """Return the places named in a text, in order, not overlapping.

        Args:
            text: the original text.
            tokens: its words, when the caller has them already (Finglish brought back to Persian, say).
        """
        if tokens is None:
            _, forms, spans = folded_text(text)
        else:
            forms, spans = [token.form for token in tokens], [(token.start, token.end) for token in tokens]
        if self._names.starts.isdisjoint(forms) and not any(map(str.isascii, forms)):
            return ()
        return tuple(PlaceSearch(self._names, text, forms, spans).mentions())

    def read(self, text: str) -> PlaceReading:
        """Return the one place of a message."""
        return self.place(self.find(text))

    def place(self, mentions: Sequence[Mention]) -> PlaceReading:
        """Sum several mentions up to the place a message is about.

        A named district decides. Else a place that lies in one district implies it, and one that may lie in several
        yields candidates, unless another mention of the message narrows them to one.
        """
        named = {mention.districts[0] for mention in mentions if mention.kind is PlaceKind.DISTRICT}
        local = [mention for mention in mentions if mention.kind not in (PlaceKind.DISTRICT, PlaceKind.ZONE)]
        chain = _chain(local)
        locality = min(chain, key=_fineness).name if chain else None
        if len(named) == 1:
            return PlaceReading(named.pop(), locality, ())
        if named:
            return PlaceReading(None, locality, tuple(district_title(code) for code in sorted(named)))
        options = _common_districts(chain)
        if len(options) == 1:
            return PlaceReading(options[0], locality, ())
        unsure = next((mention for mention in chain if len(mention.districts) > 1), None)
        names = (f"{unsure.name} ({district_title(code)})" for code in options) if unsure else ()
        return PlaceReading(None, locality, tuple(names))


def _chain(mentions: Sequence[Mention]) -> list[Mention]:
    """The places that locate the matter: a numbered street or else the first one named, with what adjoins it.

    What is named later is often a comparison («به سجاد می‌رسید و به ما نه»). Known places go before unknown ones.
    """
    known = [mention for mention in mentions if mention.known] or list(mentions)
    if not known:
        return []
    head = next((mention for mention in known if mention.number is not None), known[0])
    chain = [head]
    for mention in known[known.index(head) + 1 :]:
        if mention.start - chain[-1].end > _ADJOINING:
            break
        chain.append(mention)
    for mention in reversed(known[: known.index(head)]):
        if chain[0].start - mention.end > _ADJOINING:
            break
        chain.insert(0, mention)
    return chain


def _fineness(mention: Mention) -> tuple[bool, int]:
    """Order places of one chain: the numbered first, then by kind; among unknown names the area is the surest."""
    unknown_area = not mention.known and mention.kind is PlaceKind.AREA
    return mention.number is None, -1 if unknown_area else _ORDER.index(mention.kind)


def _common_districts(mentions: Sequence[Mention]) -> tuple[str, ...]:
    """Return the districts that all placed mentions allow; none when they contradict one another."""
    options: list[str] | None = None
    for mention in mentions:
        if mention.districts:
            codes = mention.districts
            options = list(codes) if options is None else [code for code in options if code in codes]
    return tuple(options or ())

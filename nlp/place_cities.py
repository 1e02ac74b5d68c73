"""Places of other cities, of which the gazetteer's districts and spellings do not hold."""

from collections.abc import Sequence
from dataclasses import replace

from nlp.mention import Mention
from nlp.place_words import CUES, PlaceKind
from nlp.tokens import key

_NEAR = 3


def without_foreign(
    text: str, found: Sequence[Mention], cities: Sequence[tuple[int, int]], home: bool
) -> list[Mention]:
    """Drop districts where the message speaks of another city.

    Args:
        text: the original text.
        found: places found in it.
        cities: spans of the other cities that it names.
        home: whether it names the gazetteer's own city as well.
    """
    if not cities:
        return list(found)
    kept: list[Mention] = []
    for mention in found:
        beside = any(_beside(mention, city) for city in cities)
        named = mention.kind in (PlaceKind.DISTRICT, PlaceKind.ZONE)
        if beside and named:
            continue
        foreign = beside or (not home and not named)
        kept.append(_as_written(text, mention) if foreign else mention)
    return kept


def spelling(written: str) -> str:
    """Return an unknown name in the usual letters."""
    usual = written.replace("ي", "ی").replace("ك", "ک").replace("ى", "ی").replace("ـ", "")
    return " ".join(usual.rstrip("ٔ").split())


def _as_written(text: str, mention: Mention) -> Mention:
    if not mention.known:
        return mention
    written = spelling(text[mention.start : mention.end])
    head, _, rest = written.partition(" ")
    cue = CUES.get(key(head))
    name = f"{cue[1]} {rest}".strip() if cue and rest else written
    return replace(mention, name=name, districts=(), known=False)


def _beside(mention: Mention, city: tuple[int, int]) -> bool:
    gap = city[0] - mention.end if city[0] >= mention.end else mention.start - city[1]
    return 0 <= gap <= _NEAR

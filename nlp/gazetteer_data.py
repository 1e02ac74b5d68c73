"""Reading a city's gazetteer file and the lists that go with it."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from nlp.place_words import CUE_HEADS, CUES, DISTRICT_CUES, ZONE_CUES, PlaceKind
from nlp.skeleton import persian_skeleton
from nlp.tokens import key, tokenize

DATA = Path(__file__).parent / "data"
PLACES = DATA / "places"
_SHORTEST_WITH_EZAFE = 4  # «میدان شهدای اراک» is میدان شهدا
_TAILS = ("اباد", "شهر", "کوه", "تن")
_TITLES = ("شهید", "شهدای", "ایت‌الله", "دکتر", "استاد")


@dataclass(frozen=True, slots=True)
class Entry:
    """A gazetteer's row: what the place is, its canonical name, its districts, whether its bare name is also a word."""

    kind: PlaceKind
    name: str
    base: str
    districts: tuple[str, ...]
    is_word: bool


@dataclass(frozen=True, slots=True)
class NameIndex:
    """Names written together, mapped to entries.

    Attributes:
        free: names that speak for themselves: aliases, names with their announcing word, streets' unmistakable names.
        bare: names as they stand behind an announcing word.
        prefixes: beginnings of names, as far as one word or several of them reach.
    """

    free: dict[str, tuple[Entry, ...]]
    bare: dict[str, tuple[Entry, ...]]
    prefixes: frozenset[str]


@dataclass(frozen=True, slots=True)
class CityNames:
    """All that a search for a city's places looks up.

    Attributes:
        city: the city's code.
        index: the gazetteer's names.
        common: everyday words, which end an unknown name.
        street_names: everyday words that are streets' names as well.
        latin: consonant skeletons of the gazetteer's names.
        starts: the words with which anything can begin.
    """

    city: str
    index: NameIndex
    common: frozenset[str]
    street_names: frozenset[str]
    latin: Mapping[str, tuple[Entry, ...]]
    starts: frozenset[str]

    @classmethod
    def load(cls, city: str) -> "CityNames":
        """Read a city's gazetteer and the general lists."""
        return _city_names(city)


@cache
def _city_names(city: str) -> CityNames:
    index = city_index(city)
    latin: dict[str, tuple[Entry, ...]] = {}
    for name, entries in index.bare.items():
        if len(skeleton := persian_skeleton(name)) > 1:
            latin[skeleton] = latin.get(skeleton, ()) + entries
    return CityNames(
        city=city,
        index=index,
        common=word_list(DATA / "common_words.txt"),
        street_names=word_list(PLACES / "street_names.txt"),
        latin=latin,
        starts=frozenset({*CUES, *DISTRICT_CUES, *ZONE_CUES, *CUE_HEADS, *index.prefixes, *index.free}),
    )


def base_name(entry: Entry) -> str:
    """Return an entry's name without its announcing word."""
    head, _, rest = entry.name.partition(" ")
    return rest if rest and key(head) in CUES else entry.name


def base_of(name: str) -> str:
    """Return the key of a name without its announcing word and without «شهید» and the like."""
    tokens = [token.form for token in tokenize(name)]
    for length in (3, 2, 1):
        if len(tokens) > length and "".join(tokens[:length]) in CUES:
            tokens = tokens[length:]
            break
    joined = "".join(tokens)
    for title in _TITLES:
        folded = key(title)
        if joined.startswith(folded) and len(joined) > len(folded) + 2:
            joined = joined[len(folded) :]
            break
    return joined[:-1] if joined.endswith("ای") and len(joined) > _SHORTEST_WITH_EZAFE else joined


@cache
def city_index(city: str) -> NameIndex:
    """Read a city's file; a city without one has an empty index."""
    free: dict[str, list[Entry]] = {}
    bare: dict[str, list[Entry]] = {}
    prefixes: set[str] = set()
    path = PLACES / f"{city}.tsv"
    for entry, names in _rows(path) if path.exists() else ():
        for name in names:
            prefixes.update(_beginnings(name))
            if not entry.is_word or _without_cue(name) != key(name):
                _put(free, key(name), entry)
            if name == entry.name or _without_cue(name) == key(name):
                _put(bare, base_of(name), entry)
                _put(bare, _without_cue(name), entry)
        if entry.kind is PlaceKind.STREET and not entry.is_word:
            _put(free, _without_cue(entry.name), entry)
    return NameIndex(_frozen(free), _frozen(bare), frozenset(prefixes))


@cache
def word_list(path: Path) -> frozenset[str]:
    """Read a list of words, one a line, as keys; what follows a tab is left out."""
    with path.open(encoding="utf-8") as lines:
        return frozenset(key(line.split("\t")[0]) for line in lines if not line.startswith("#"))


def _rows(path: Path) -> list[tuple[Entry, list[str]]]:
    rows = []
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            if line.startswith("#"):
                continue
            kind, name, districts, aliases, flag = line.rstrip("\n").split("\t")
            codes = tuple(code for code in districts.split(",") if code)
            entry = Entry(PlaceKind(kind), name, base_of(name), codes, flag == "word")
            rows.append((entry, [name, *(alias for alias in aliases.split("|") if alias)]))
    return rows


def _beginnings(name: str) -> set[str]:
    """Return what a reader of words, one after another, may have read of a name («سعدآباد» may be two words)."""
    words: list[str] = []
    for token in tokenize(name):
        tail = next((tail for tail in _TAILS if token.form.endswith(tail) and token.form != tail), "")
        words.extend(word for word in (token.form.removesuffix(tail), tail) if word)
    spans = ((first, last) for first in range(len(words)) for last in range(first + 1, len(words) + 1))
    return {"".join(words[first:last]) for first, last in spans}


def _without_cue(name: str) -> str:
    tokens = [token.form for token in tokenize(name)]
    return "".join(tokens[1:] if len(tokens) > 1 and tokens[0] in CUES else tokens)


def _put(index: dict[str, list[Entry]], name: str, entry: Entry) -> None:
    entries = index.setdefault(name, [])
    if entry not in entries:
        entries.append(entry)


def _frozen(index: dict[str, list[Entry]]) -> dict[str, tuple[Entry, ...]]:
    return {name: tuple(entries) for name, entries in index.items()}

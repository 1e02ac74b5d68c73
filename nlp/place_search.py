"""The search for places through one text."""

import re
from collections.abc import Sequence

from nlp.gazetteer_data import CityNames, Entry, base_name, base_of
from nlp.mention import Mention, district_title, persian_digits
from nlp.place_cities import spelling, without_foreign
from nlp.place_text import PlaceText
from nlp.place_words import (
    AFTER_NUMBER,
    CITIES,
    CUES,
    DIRECTIONS,
    DISTRICT_CUES,
    DISTRICT_FILLERS,
    EZAFE,
    HONORIFICS,
    LATIN_CUES,
    LATIN_DISTRICT_CUES,
    LOOSE_CUES,
    NUMBER_WORDS,
    OWN_CITIES,
    WEAK_CITIES,
    ZONE_CUES,
    PlaceKind,
)
from nlp.skeleton import latin_skeleton, sounds_like
from nlp.tokens import key, tokenize

_EZAFE_AND_TO = EZAFE | {"به"}
_LONGEST_NAME = 5
_LATIN_WORDS = 3
_MOST_DISTRICTS = 22
_SHORTEST_NAME = 2
_LONG_SKELETON, _LONG_LATIN = 3, 6
_SUFFIXES = ("ش", "م", "ت", "ه", "و", "ا", "ی", "ها", "های", "هاش", "رو", "مون", "تون", "شون", "اش", "ام", "ای", "هم")
_VERB = re.compile(r"ن?می|.+(?:دید|ندید|نید|دند|دیم|شده|نشد|شد|یس+ت|یدم|کنم|ردم|ریم|رین|نین)$")

Cue = tuple[PlaceKind, str]


class PlaceSearch(PlaceText):
    """Walks over a text once; at each word it tries districts, announced names and names that speak for themselves."""

    def __init__(self, names: CityNames, text: str, forms: Sequence[str], spans: Sequence[tuple[int, int]]) -> None:
        super().__init__(text, forms, spans)
        self._names = names
        self._own = OWN_CITIES.get(names.city, frozenset())

    def mentions(self) -> list[Mention]:
        """Return the places in order, not overlapping."""
        found: list[Mention] = []
        taken: set[int] = set()
        starts, reached = self._names.starts, 0
        for position, form in enumerate(self._forms):
            if position < reached or not (form in starts or (form.isascii() and form.isalpha())):
                continue
            hit = self._at(position)
            if hit is None:
                continue
            mention, reached = hit
            taken.update(range(position, reached))
            if not self._attach_number(found, mention):
                found.append(mention)
        return self._at_home(found, taken) if found else found

    def _at_home(self, found: list[Mention], taken: set[int]) -> list[Mention]:
        """Leave out what lies in other cities, named by words that belong to no place found."""
        cities = [
            self._spans[position]
            for position, form in enumerate(self._forms)
            if form in CITIES and position not in taken and form not in WEAK_CITIES and form not in self._own
        ]
        home = not self._own.isdisjoint(self._forms)
        return without_foreign(self._text, found, cities, home)

    def _at(self, position: int) -> tuple[Mention, int] | None:
        form = self._forms[position]
        if form in DISTRICT_CUES or form in LATIN_DISTRICT_CUES:
            return self._district(position)
        if form in ZONE_CUES:
            return self._zone(position)
        announced = self._announced(position)
        free = self._free_name(position)
        if announced and free and free[1] >= announced[1]:
            return free
        return announced or free

    # districts

    def _district(self, position: int) -> tuple[Mention, int] | None:
        at = self._skip(position + 1, DISTRICT_FILLERS | EZAFE)
        if at >= len(self._forms):
            return None
        number, after = self._number(at)
        if number is not None and 0 < number <= _MOST_DISTRICTS:
            return self._district_mention(position, after, str(number), number), after
        if self._forms[at] in ("ثامن", "samen"):
            return self._district_mention(position, at + 1, "samen", None), at + 1
        return None

    def _district_mention(self, first: int, last: int, code: str, number: int | None) -> Mention:
        start, end = self._spans[first][0], self._spans[last - 1][1]
        return Mention(start, end, PlaceKind.DISTRICT, district_title(code), code, number, "", (code,), True)

    def _zone(self, position: int) -> tuple[Mention, int] | None:
        at = self._skip(position + 1, DISTRICT_FILLERS | EZAFE)
        number, after = self._number(at) if at < len(self._forms) else (None, at)
        if number is None or number > _MOST_DISTRICTS:
            return None
        start, end = self._spans[position][0], self._spans[after - 1][1]
        name = f"ناحیهٔ {persian_digits(str(number))}"
        return Mention(start, end, PlaceKind.ZONE, name, str(number), number), after

    # names of the gazetteer

    def _free_name(self, position: int) -> tuple[Mention, int] | None:
        """A name that needs no announcing word, or a street's name told by the number or direction behind it."""
        form = self._forms[position]
        if form.isascii() and form.isalpha():
            return self._latin_name(position, position, None)
        if form in CITIES:
            return None
        after, entries = self._longest(position, self._names.index.free)
        if entries:
            return self._known(position, after, entries, None)
        after, entries = self._longest(position, self._names.index.bare)
        if entries and self._is_loosely_announced(position):
            streets_first = tuple(sorted(entries, key=lambda entry: entry.kind is not PlaceKind.STREET))
            return self._known(position, after, streets_first, None)
        streets = tuple(entry for entry in entries if entry.kind is PlaceKind.STREET)
        if streets and after < len(self._forms) and (self._is_house_number(after) or self._is_direction(after)):
            return self._known(position, after, streets, None)
        return None

    def _is_loosely_announced(self, position: int) -> bool:
        before = position - 1
        while before > 0 and self._forms[before] in _EZAFE_AND_TO:
            before -= 1
        if before < 0:
            return False
        joined = "".join(self._forms[max(0, before - 1) : before + 1])
        return self._forms[before] in LOOSE_CUES or (before > 0 and joined in LOOSE_CUES)

    def _longest(self, position: int, names: dict[str, tuple[Entry, ...]]) -> tuple[int, tuple[Entry, ...]]:
        written = ""
        best: tuple[int, tuple[Entry, ...]] = (position, ())
        prefixes = self._names.index.prefixes
        for at in range(position, min(position + _LONGEST_NAME + 1, len(self._forms))):
            if at > position and not self._adjoining(at):
                break
            written += self._forms[at]
            if written in names:
                best = (at + 1, names[written])
            if written not in prefixes:
                break
        return best

    def _known(self, first: int, after: int, entries: tuple[Entry, ...], cue: Cue | None) -> tuple[Mention, int]:
        fitting = tuple(entry for entry in entries if cue is None or _fits(cue[0], entry.kind))
        chosen = next((entry for entry in fitting if cue is None or cue[0] is entry.kind), (fitting or entries)[0])
        kind, name = chosen.kind, chosen.name
        if cue is not None and not fitting:
            kind, name = cue[0], f"{cue[1]} {base_name(chosen)}".strip()
        same = [entry for entry in (fitting or entries) if entry.kind is chosen.kind]
        districts = tuple(dict.fromkeys(code for entry in same for code in entry.districts))
        start, end = self._spans[first][0], self._spans[after - 1][1]
        mention = Mention(start, end, kind, name, chosen.base, None, "", districts, True)
        return self._with_number(mention, after)

    # announced names

    def _announced(self, position: int) -> tuple[Mention, int] | None:
        cue, name_at = self._cue(position)
        if cue is None:
            return None
        plural = name_at < len(self._forms) and self._forms[name_at] == "های"
        name_at = self._skip(name_at, EZAFE)
        if name_at >= len(self._forms) or not self._adjoining(name_at):
            return None
        if self._forms[name_at].isascii() and self._forms[name_at].isalpha():
            return self._latin_name(position, name_at, cue)
        after, entries = self._longest(name_at, self._names.index.bare)
        if entries and not (cue[1] == "" and all(entry.kind is not PlaceKind.AREA for entry in entries)):
            return self._known(position, after, entries, cue) if self._one(plural, entries, cue) else None
        if plural:
            street = cue[0] in (PlaceKind.ALLEY, PlaceKind.STREET)
            return self._unknown(position, name_at, CUES["محله"]) if street else None
        return self._unknown(position, name_at, cue)

    def _one(self, plural: bool, entries: tuple[Entry, ...], cue: Cue) -> bool:
        """«کوچه‌های اطراف حرم» names the shrine, not an alley of that name."""
        return not plural or any(_fits(cue[0], entry.kind) for entry in entries)

    def _cue(self, position: int) -> tuple[Cue | None, int]:
        form = self._forms[position]
        if form in LATIN_CUES:
            return CUES[LATIN_CUES[form]], position + 1
        joined = form + self._forms[position + 1] if position + 1 < len(self._forms) else form
        if joined in CUES and joined != form:
            return CUES[joined], position + 2
        if form in ("ایستگاه", "ایستگا", "ایسگاه") and joined.endswith(("مترو", "اتوبوس", "متروی")):
            return CUES[form], position + 2
        return CUES.get(form), position + 1

    def _unknown(self, first: int, name_at: int, cue: Cue) -> tuple[Mention, int] | None:
        """A name the gazetteer lacks: it ends before the first everyday word."""
        if cue[0] is PlaceKind.ALLEY or cue[1] in ("فاز", "خیابان"):
            number, after = self._number(name_at)
            if number is not None and not self._measures(after):
                name = f"{cue[1]} {persian_digits(str(number))}"
                start, end = self._spans[first][0], self._spans[after - 1][1]
                return Mention(start, end, cue[0], name, f"{key(cue[1])}{number}", number), after
        after = self._name_end(name_at, cue)
        if after == name_at:
            return None
        start, end = self._spans[first][0], self._spans[after - 1][1]
        written = self._text[self._spans[name_at][0] : end]
        name = f"{cue[1]} {spelling(written)}".strip()
        mention = Mention(start, end, cue[0], name, base_of(written))
        return self._with_number(mention, after)

    def _name_end(self, name_at: int, cue: Cue) -> int:
        at = name_at
        while at < len(self._forms) and at - name_at < _LONGEST_NAME:
            form = self._forms[at]
            if at > name_at and not self._adjoining(at):
                break
            if not self._goes_on(name_at, at) and not self._may_name(form, at - name_at, cue):
                break
            at += 1
        only = self._forms[name_at]
        if at - name_at == 1 and (only in HONORIFICS or only in NUMBER_WORDS):
            return at if base_of(only) in self._names.street_names else name_at
        return at

    def _goes_on(self, name_at: int, at: int) -> bool:
        """Whether a word behind a name's beginning surely belongs to it."""
        if at == name_at:
            return False
        form, before = self._forms[at], self._forms[at - 1]
        if form in ("اباد", "شهر") or (self._half_spaced(at) and form not in EZAFE):
            return True
        if before in NUMBER_WORDS or before.isdigit():
            return form in AFTER_NUMBER
        if before == "شهید" and len(form) > _SHORTEST_NAME and form not in CUES:
            return True
        if before not in HONORIFICS or form in CITIES or form in CUES or form in DISTRICT_CUES or not form.isalpha():
            return False
        return form in self._names.street_names or not self._is_everyday(form)

    def _may_name(self, form: str, nth: int, cue: Cue) -> bool:
        if not form.isalpha() or form.isascii() or form in CUES or form in DISTRICT_CUES or len(form) < _SHORTEST_NAME:
            return False
        if nth == 0 and (form in HONORIFICS or (cue[1] and form in self._names.street_names)):
            return True
        if form in DIRECTIONS and nth > 0:
            return False
        if nth > 0 and (form in CITIES or nth > 1):
            return False
        return not self._is_everyday(form)

    def _is_everyday(self, form: str) -> bool:
        common = self._names.common
        if form in common or _VERB.match(form):
            return True
        if form.removesuffix("ی") in CITIES:
            return False
        return any(form.endswith(suffix) and form[: -len(suffix)] in common for suffix in _SUFFIXES)

    # Finglish

    def _latin_name(self, first: int, name_at: int, cue: Cue | None) -> tuple[Mention, int] | None:
        best: tuple[int, tuple[Entry, ...]] = (name_at, ())
        written = ""
        for at in range(name_at, min(name_at + _LATIN_WORDS, len(self._forms))):
            if not self._forms[at].isascii() or not self._forms[at].isalpha():
                break
            written += self._forms[at]
            skeleton = latin_skeleton(written)
            entries = self._names.latin.get(skeleton, ())
            if cue is None:
                words = at - name_at + 1
                entries = (
                    tuple(entry for entry in entries if _is_free(entry, words))
                    if len(skeleton) >= _LONG_SKELETON and len(written) >= _LONG_LATIN
                    else ()
                )
            near = tuple(entry for entry in entries if _sounds_like(written, entry))
            if near:
                best = (at + 1, near)
        return self._known(first, best[0], best[1], cue) if best[1] else None


def _fits(cue: PlaceKind, kind: PlaceKind) -> bool:
    if cue is kind:
        return True
    return {cue, kind} in ({PlaceKind.ALLEY, PlaceKind.STREET}, {PlaceKind.STATION, PlaceKind.SQUARE})


def _is_free(entry: Entry, words: int) -> bool:
    """Whether a Latin name of so many words may stand for the entry without an announcing word."""
    bare = base_name(entry)
    written = len(tokenize(bare))
    free = entry.kind is PlaceKind.STREET or bare == entry.name
    return free and not entry.is_word and words in (1, written)


def _sounds_like(written: str, entry: Entry) -> bool:
    return any(sounds_like(written, name) for name in (entry.base, key(base_name(entry))))

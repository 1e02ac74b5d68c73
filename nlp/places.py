"""Find the places a message names: district, neighbourhood, street, square, landmark and station.

Names come from the city's gazetteer; a name that is also a word counts only after an announcing word (محله، بلوار…).
A name the gazetteer lacks is taken after such a word too. Nothing is guessed: a name that stands in several districts
gives its candidates.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from nlp.gazetteer_data import DATA, PLACES, Entry, NameIndex, base_of, city_index, word_list
from nlp.place_words import (
    AFTER_NUMBER,
    CITIES,
    CUES,
    DIRECTIONS,
    DISTRICT_CUES,
    DISTRICT_FILLERS,
    HONORIFICS,
    LATIN_CUES,
    LATIN_DISTRICT_CUES,
    LOOSE_CUES,
    NOT_A_HOUSE_NUMBER,
    NUMBER_WORDS,
    OWN_CITIES,
    WEAK_CITIES,
    ZONE_CUES,
    PlaceKind,
)
from nlp.reading import PlaceReading
from nlp.skeleton import latin_skeleton, latin_sound, persian_skeleton, persian_sound
from nlp.tokens import Token, fold, key, tokenize, word_forms, word_spans

_STARTS = frozenset({*CUES, *DISTRICT_CUES, *ZONE_CUES, "چهار", "چار", "سه", "دو", "بن"})
_EZAFE = frozenset({"ی", "های", "ye", "e", "i"})
_EZAFE_AND_TO = _EZAFE | {"به"}
_LONGEST_NAME = 5
_NEAR = 3


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


class Gazetteer:
    """The named places of one city, and the rules for names it lacks."""

    def __init__(self, city: str, index: NameIndex, common: frozenset[str], street_names: frozenset[str]) -> None:
        self.city = city
        self.index = index
        self.common = common
        self.street_names = street_names
        self.latin = _latin_names(index)
        self.starts = frozenset({*_STARTS, *index.prefixes, *index.free})

    @classmethod
    def load(cls, city: str = "mashhad") -> "Gazetteer":
        """Read a city's gazetteer; a city without one still gets districts and announced names."""
        return cls(
            city, city_index(city), word_list(DATA / "common_words.txt"), word_list(PLACES / "street_names.txt")
        )

    def find(self, text: str, tokens: Sequence[Token] | None = None) -> tuple[Mention, ...]:
        """Return the places named in a text, in order, not overlapping.

        Args:
            text: the original text.
            tokens: its words, when the caller has them already (Finglish brought back to Persian, say).
        """
        if tokens is None:
            folded = fold(text)
            forms = word_forms(folded)
            if self.starts.isdisjoint(forms) and not any(map(str.isascii, forms)):
                return ()
            return tuple(_Search(self, text, forms, word_spans(folded)).mentions())
        forms = [token.form for token in tokens]
        return tuple(_Search(self, text, forms, [(token.start, token.end) for token in tokens]).mentions())

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
        best = min(local, key=_fineness, default=None)
        locality = best.name if best else None
        if len(named) == 1:
            return PlaceReading(named.pop(), locality, ())
        if named:
            return PlaceReading(None, locality, tuple(district_title(code) for code in sorted(named)))
        options = _common_districts(local)
        if len(options) == 1:
            return PlaceReading(options[0], locality, ())
        unsure = next((mention for mention in local if len(mention.districts) > 1), None)
        names = (f"{unsure.name} ({district_title(code)})" for code in options) if unsure else ()
        return PlaceReading(None, locality, tuple(names))


def district_title(code: str) -> str:
    """Return the Persian name of a district code: «منطقهٔ ۹», «منطقهٔ ثامن»."""
    return f"منطقهٔ {_persian_digits(code) if code.isdigit() else 'ثامن'}"


def _persian_digits(text: str) -> str:
    return "".join(chr(0x06F0 + int(letter)) if letter.isascii() and letter.isdigit() else letter for letter in text)


_ORDER = (
    PlaceKind.ALLEY,
    PlaceKind.STREET,
    PlaceKind.SQUARE,
    PlaceKind.STATION,
    PlaceKind.LANDMARK,
    PlaceKind.AREA,
)


def _fineness(mention: Mention) -> tuple[bool, bool, int]:
    """Order mentions by how well they stand for the message: known, numbered, then by kind."""
    return not mention.known, mention.number is None, _ORDER.index(mention.kind)


def _common_districts(mentions: Sequence[Mention]) -> tuple[str, ...]:
    """Return the districts that all placed mentions allow; none when they contradict one another."""
    options: list[str] | None = None
    for mention in mentions:
        if mention.districts:
            codes = mention.districts
            options = list(codes) if options is None else [code for code in options if code in codes]
    return tuple(options or ())


def _latin_names(index: NameIndex) -> dict[str, tuple[Entry, ...]]:
    """Map consonant skeletons to entries; long ones also stand without an announcing word."""
    names: dict[str, tuple[Entry, ...]] = {}
    for name, entries in index.bare.items():
        skeleton = persian_skeleton(name)
        if len(skeleton) > 1:
            names[skeleton] = names.get(skeleton, ()) + entries
    return names


class _Search:
    """The search through one text."""

    def __init__(self, gazetteer: Gazetteer, text: str, forms: Sequence[str], spans: Sequence[tuple[int, int]]) -> None:
        self._gazetteer = gazetteer
        self._text = text
        self._forms = forms
        self._spans = spans
        self._own = OWN_CITIES.get(gazetteer.city, frozenset())
        self._cities: list[int] = []

    def mentions(self) -> list[Mention]:
        found: list[Mention] = []
        position = 0
        starts = self._gazetteer.starts
        while position < len(self._forms):
            form = self._forms[position]
            hit = self._at(position) if form in starts or (form.isascii() and form.isalpha()) else None
            if hit is None:
                if form in CITIES and self._is_city(position):
                    self._cities.append(position)
                position += 1
                continue
            mention, position = hit
            if not self._attach_number(found, mention):
                found.append(mention)
        return self._without_foreign(found)

    def _at(self, position: int) -> tuple[Mention, int] | None:
        form = self._forms[position]
        if form in DISTRICT_CUES or form in LATIN_DISTRICT_CUES:
            return self._district(position)
        if form in ZONE_CUES:
            return self._zone(position)
        announced = self._announced(position)
        free = self._free_name(position)
        if announced and free and free[1] > announced[1]:
            return free
        return announced or free

    # districts

    def _district(self, position: int) -> tuple[Mention, int] | None:
        at = self._skip(position + 1, DISTRICT_FILLERS | _EZAFE)
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
        at = self._skip(position + 1, DISTRICT_FILLERS | _EZAFE)
        number, after = self._number(at) if at < len(self._forms) else (None, at)
        if number is None or number > _MOST_DISTRICTS:
            return None
        start, end = self._spans[position][0], self._spans[after - 1][1]
        name = f"ناحیهٔ {_persian_digits(str(number))}"
        return Mention(start, end, PlaceKind.ZONE, name, str(number), number), after

    # names of the gazetteer

    def _free_name(self, position: int) -> tuple[Mention, int] | None:
        """A name that needs no announcing word, or a street's name told by the number or direction behind it."""
        form = self._forms[position]
        if form.isascii() and form.isalpha():
            return self._latin_name(position, position, None)
        if form in CITIES:
            return None
        after, entries = self._longest(position, self._gazetteer.index.free)
        if entries:
            return self._known(position, after, entries, None)
        after, entries = self._longest(position, self._gazetteer.index.bare)
        if entries and self._is_loosely_announced(position):
            return self._known(position, after, entries, None)
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
        prefixes = self._gazetteer.index.prefixes
        for at in range(position, min(position + _LONGEST_NAME + 1, len(self._forms))):
            if at > position and not self._adjoining(at):
                break
            written += self._forms[at]
            if written in names:
                best = (at + 1, names[written])
            if written not in prefixes:
                break
        return best

    def _adjoining(self, at: int) -> bool:
        between = self._text[self._spans[at - 1][1] : self._spans[at][0]]
        return not between.strip("\u200c\u200b\u200d\u0654\u064e\u064f\u0650\u0651\u0652 \u00a0()")

    def _known(
        self, first: int, after: int, entries: tuple[Entry, ...], cue: tuple[PlaceKind, str] | None
    ) -> tuple[Mention, int]:
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
        name_at = self._skip(name_at, _EZAFE)
        if name_at >= len(self._forms) or not self._adjoining(name_at):
            return None
        if self._forms[name_at].isascii() and self._forms[name_at].isalpha():
            return self._latin_name(position, name_at, cue)
        after, entries = self._longest(name_at, self._gazetteer.index.bare)
        if entries and not (cue[1] == "" and all(entry.kind is not PlaceKind.AREA for entry in entries)):
            return self._known(position, after, entries, cue) if self._one(plural, entries, cue) else None
        return None if plural else self._unknown(position, name_at, cue)

    def _one(self, plural: bool, entries: tuple[Entry, ...], cue: tuple[PlaceKind, str]) -> bool:
        """«کوچه‌های اطراف حرم» names the shrine, not an alley of that name."""
        return not plural or any(_fits(cue[0], entry.kind) for entry in entries)

    def _cue(self, position: int) -> tuple[tuple[PlaceKind, str] | None, int]:
        form = self._forms[position]
        if form in LATIN_CUES:
            return CUES[LATIN_CUES[form]], position + 1
        joined = form + self._forms[position + 1] if position + 1 < len(self._forms) else form
        if joined in CUES and joined != form:
            return CUES[joined], position + 2
        if form in ("ایستگاه", "ایستگا", "ایسگاه") and joined.endswith(("مترو", "اتوبوس", "متروی")):
            return CUES[form], position + 2
        return CUES.get(form), position + 1

    def _unknown(self, first: int, name_at: int, cue: tuple[PlaceKind, str]) -> tuple[Mention, int] | None:
        """A name the gazetteer lacks: it ends before the first everyday word."""
        if cue[0] is PlaceKind.ALLEY or cue[1] == "فاز":
            number, after = self._number(name_at)
            if number is not None and not self._measures(after):
                name = f"{cue[1]} {_persian_digits(str(number))}"
                start, end = self._spans[first][0], self._spans[after - 1][1]
                return Mention(start, end, cue[0], name, f"{key(cue[1])}{number}", number), after
        after = self._name_end(name_at, cue)
        if after == name_at:
            return None
        start, end = self._spans[first][0], self._spans[after - 1][1]
        written = self._text[self._spans[name_at][0] : end]
        name = f"{cue[1]} {_spelling(written)}".strip()
        mention = Mention(start, end, cue[0], name, base_of(written))
        return self._with_number(mention, after)

    def _name_end(self, name_at: int, cue: tuple[PlaceKind, str]) -> int:
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
            return at if only in self._gazetteer.street_names else name_at
        return at

    def _goes_on(self, name_at: int, at: int) -> bool:
        """Whether a word behind a name's beginning surely belongs to it."""
        if at == name_at:
            return False
        form, before = self._forms[at], self._forms[at - 1]
        if form in ("اباد", "شهر") or (self._half_spaced(at) and form not in _EZAFE):
            return True
        if before in NUMBER_WORDS or before.isdigit():
            return form in AFTER_NUMBER
        if before == "شهید" and len(form) > _SHORTEST_NAME and form not in CUES:
            return True
        if before not in HONORIFICS or form in CITIES or form in CUES or form in DISTRICT_CUES or not form.isalpha():
            return False
        return form in self._gazetteer.street_names or not self._is_everyday(form)

    def _half_spaced(self, at: int) -> bool:
        return self._text[self._spans[at - 1][1] : self._spans[at][0]] == "\u200c"

    def _may_name(self, form: str, nth: int, cue: tuple[PlaceKind, str]) -> bool:
        if not form.isalpha() or form.isascii() or form in CUES or form in DISTRICT_CUES or len(form) < _SHORTEST_NAME:
            return False
        if nth == 0 and (form in HONORIFICS or (cue[1] and form in self._gazetteer.street_names)):
            return True
        if form in DIRECTIONS and nth > 0:
            return False
        if nth > 0 and (form in CITIES or nth > 1):
            return False
        return not self._is_everyday(form)

    def _is_everyday(self, form: str) -> bool:
        common = self._gazetteer.common
        if form in common or _VERB.match(form):
            return True
        return any(form.endswith(suffix) and form[: -len(suffix)] in common for suffix in _SUFFIXES)

    # Finglish

    def _latin_name(
        self, first: int, name_at: int, cue: tuple[PlaceKind, str] | None
    ) -> tuple[Mention, int] | None:
        best: tuple[int, tuple[Entry, ...]] = (name_at, ())
        written = ""
        for at in range(name_at, min(name_at + _NEAR, len(self._forms))):
            if not self._forms[at].isascii() or not self._forms[at].isalpha():
                break
            written += self._forms[at]
            skeleton = latin_skeleton(written)
            entries = self._gazetteer.latin.get(skeleton, ())
            if cue is None:
                words = at - name_at + 1
                entries = tuple(entry for entry in entries if _is_free(entry, words)) if len(skeleton) >= _LONG_SKELETON else ()
            near = tuple(entry for entry in entries if _sounds_like(written, entry))
            if near:
                best = (at + 1, near)
        return self._known(first, best[0], best[1], cue) if best[1] else None

    # numbers

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
        if mention.kind is PlaceKind.STATION or after >= len(self._forms) or not self._is_house_number(after):
            return mention, after
        number = int(self._forms[after])
        name = f"{mention.name} {_persian_digits(str(number))}"
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
        name = f"{street.name} {_persian_digits(str(mention.number))}"
        found[-1] = replace(street, end=mention.end, name=name, number=mention.number)
        return True

    # other cities

    def _is_city(self, position: int) -> bool:
        form = self._forms[position]
        return form in CITIES and form not in self._own and form not in WEAK_CITIES

    def _without_foreign(self, found: list[Mention]) -> list[Mention]:
        """Drop districts where the message speaks of another city."""
        if not self._cities:
            return found
        home = any(form in self._own for form in self._forms)
        places = [self._spans[position] for position in self._cities]
        kept: list[Mention] = []
        for mention in found:
            beside = any(self._beside(mention, city) for city in places)
            named = mention.kind in (PlaceKind.DISTRICT, PlaceKind.ZONE)
            if beside and named:
                continue
            foreign = beside or (not home and not named)
            kept.append(self._as_written(mention) if foreign else mention)
        return kept

    def _as_written(self, mention: Mention) -> Mention:
        """A place of another city: the gazetteer's spelling and districts do not hold for it."""
        if not mention.known:
            return mention
        written = _spelling(self._text[mention.start : mention.end])
        head, _, rest = written.partition(" ")
        cue = CUES.get(key(head))
        name = f"{cue[1]} {rest}".strip() if cue and rest else written
        return replace(mention, name=name, districts=(), known=False)

    def _beside(self, mention: Mention, city: tuple[int, int]) -> bool:
        gap = city[0] - mention.end if city[0] >= mention.end else mention.start - city[1]
        return 0 <= gap <= _NEAR

    def _skip(self, at: int, fillers: frozenset[str]) -> int:
        while at < len(self._forms) and self._forms[at] in fillers:
            at += 1
        return at


_VERB = re.compile(r"ن?می|.+(?:دید|ندید|نید|دند|دیم|شده|نشد|شد|یس+ت|یدم|کنم|ردم|ریم|رین|نین)$")
_MOST_DISTRICTS = 22
_YEAR_DIGITS = 4
_SHORTEST_NAME = 2
_LONG_SKELETON = 4
_ALIKE = 0.75
_SUFFIXES = ("ش", "م", "ت", "ه", "و", "ا", "ی", "ها", "های", "هاش", "رو", "مون", "تون", "شون", "اش", "ام", "ای", "هم")


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
    spoken = latin_sound(written)
    names = (entry.base, key(base_name(entry)))
    return any(SequenceMatcher(None, spoken, persian_sound(name)).ratio() >= _ALIKE for name in names)


def base_name(entry: Entry) -> str:
    """Return an entry's name without its announcing word."""
    head, _, rest = entry.name.partition(" ")
    return rest if rest and key(head) in CUES else entry.name


def _spelling(written: str) -> str:
    """Return an unknown name in the usual letters."""
    return " ".join(written.replace("ي", "ی").replace("ك", "ک").replace("ى", "ی").replace("ـ", "").rstrip("ٔ").split())

"""Find names that nothing announces: «سودابه هر روز از این پله می‌افتد», «صاحبخانه‌ام، کریم‌پور، …».

Streets bear people's names and names are words, so only first names that are hardly anything else are taken, and none
that a place, a saint's title or a house number stands by; of the others those only that do what people do.
"""

from collections.abc import Iterator

from nlp.mention_words import COUNTED, PARTICLES, PLACES
from nlp.name_words import GREETINGS, ORIGINS, SURE_PATRONYMS
from nlp.personal_evidence import CREATIONS
from nlp.personal_lists import NameLists
from nlp.personal_lone_words import (
    ACTS,
    AFTER_NAMES,
    APART,
    EDGES,
    FELLOWS,
    FIGURES,
    HONOURED,
    NUMBERS,
    PERSONS,
    PLACE_ENDS,
    PLACE_TAILS,
    POINTED,
    REACH,
    REVERENCE,
    ROLES,
    SAID,
    SELF,
    SHORTEST_PLACE,
    STYLES,
    UNTIL,
    VERB_STARTS,
)
from nlp.personal_phrase import NamePhrase
from nlp.personal_roles import ALONE_FIRST, ALONE_LAST, FIRST, STYLE, Roles
from nlp.reading import Span
from nlp.tokens import FoldedText

MOST_GIVEN = 2
NEAR = 3
SURE_ENDS = (*SURE_PATRONYMS, "وند", "نیا", "فر")


class LoneNameFinder:
    """Finds lone first names, and family names set apart by commas."""

    def __init__(self, lists: NameLists) -> None:
        self._lists = lists

    def find(self, words: FoldedText, roles: Roles) -> list[Span]:
        """Return names in a folded text."""
        if not roles.all & (ALONE_FIRST | ALONE_LAST | STYLE):
            return []
        firsts = [at for at, role in enumerate(roles.each) if role & ALONE_FIRST]
        lasts = [at for at, role in enumerate(roles.each) if role & ALONE_LAST]
        if roles.all & STYLE:
            firsts = sorted({*firsts, *self._styled(roles.each)})
        search = _Lone(self._lists, words)
        ranges = [*search.firsts(firsts), *search.lasts(lasts)]
        return [Span(words.spans[first][0], words.spans[end - 1][1], "name") for first, end in ranges]

    def _styled(self, roles: list[int]) -> list[int]:
        """Where a first name stands before «خاتون» and the like."""
        return [at - 1 for at, role in enumerate(roles) if at and role & STYLE and roles[at - 1] & FIRST]


class _Lone(NamePhrase):
    """The search through one text. Ranges are of tokens, the last one exclusive."""

    def firsts(self, places: list[int]) -> Iterator[tuple[int, int]]:
        end, governed = 0, False
        for at in places:
            if at < end:
                continue
            chained = governed and self._follows(at, end)
            end = self._end(at)
            governed = chained or self._is_governed(at, end)
            if not governed and self._is_person(at, end):
                yield at, end

    def _is_person(self, at: int, end: int) -> bool:
        form = self._form(at)
        if self._lists.is_sure_first(form) or self._form(at + 1) in STYLES:
            return True
        if self._lists.is_first(form):
            return self._is_somebody(at, end)
        return self._opens(at) or self._form(at - 1) in GREETINGS  # «سولمازم از ارومیه»

    def lasts(self, places: list[int]) -> Iterator[tuple[int, int]]:
        """«صاحبخونم، کریم‌پور، …», «همونی که زنگ زدم، رضوانی.»: a family name and nothing else between two marks."""
        for at in places:
            form = self._form(at)
            if at and form not in ORIGINS and not self._lists.is_first(form) and self._is_meant(at):
                yield at, at + 1

    def _is_meant(self, at: int) -> bool:
        """«رئیس ناحیه فیروزی گفته», «کاظمی نامی» and what stands between two marks."""
        following = self._form(at + 1) if self._joined(at + 1) else ""
        if following == "نامی":
            return True
        if following in SAID:
            return self._joined(at) and not PERSONS.isdisjoint(self._forms[max(0, at - NEAR) : at])
        named = self._form(at).endswith(SURE_ENDS) or (self._is_of_person(at) and not self._is_listed(at))
        return self._is_apart(at) and named

    def _is_listed(self, at: int) -> bool:
        """«همسایه، صبوری، تحمل.»: words in a row, each between two marks."""
        return self._opens(at - 1) and at + 1 < len(self._forms) and bool(self._gap(at + 2).strip(" "))

    def _is_apart(self, at: int) -> bool:
        return self._gap(at).strip() in APART and self._gap(at + 1).strip()[:1] in APART

    def _is_of_person(self, at: int) -> bool:
        """Tell whether the phrase before the mark speaks of a person."""
        return not PERSONS.isdisjoint(self._forms[max(0, at - REACH) : at])

    def _follows(self, at: int, end: int) -> bool:
        """Tell whether a name is the next of a list: «کوچه مهناز و مهرداد»."""
        return (at == end + 1 and self._form(end) == "و") or (at == end and self._gap(at).strip() == "،")

    def _end(self, at: int) -> int:
        """Return the end of the name that begins with a first name."""
        end = at + 1
        while end - at < MOST_GIVEN and self._joined(end) and self._lists.is_sure_first(self._form(end)):
            end += 1
        if self._is_styled(end):
            end += 1
        if self._joined(end) and self._is_family(end):
            end += 1
            while self._joined(end) and self._form(end) in PARTICLES:
                end += 1
        return end

    def _is_styled(self, end: int) -> bool:
        """«ماشاالله خان», «عالیه خاتون»."""
        return self._joined(end) and self._form(end) in AFTER_NAMES

    def _is_family(self, at: int) -> bool:
        if self._form(at).startswith(VERB_STARTS):
            return False
        if self._is_surname(at) or self._lists.is_doubtful_last(self._form(at)):
            return True
        return self._is_uncommon(at) and self._closes(at + 1)

    def _is_governed(self, at: int, end: int) -> bool:
        """Tell whether a place, a thing or a saint bears the name."""
        return self._is_governed_before(at, end) or self._is_governed_behind(at, end)

    def _is_governed_before(self, at: int, end: int) -> bool:
        before, beside = self._form(at - 1), self._gap(at).strip("\u200c ")
        if beside:
            return beside.endswith(("«", '"', "“"))
        place = len(before) >= SHORTEST_PLACE and before.endswith(PLACE_ENDS)
        way = before == "از" and self._form(end) in UNTIL
        return place or way or before in CREATIONS or before in EDGES or before in HONOURED or self._in_place(at)

    def _is_governed_behind(self, at: int, end: int) -> bool:
        after = self._form(end)
        if "_".join(self._forms[at:end]) in FIGURES or (after in REVERENCE and "(" in self._gap(end)):
            return True
        if not self._joined(end):
            return False
        numbered = after in NUMBERS and self._form(end + 1) not in COUNTED | FELLOWS
        return numbered or after in PLACE_TAILS or self._names_street(end)

    def _is_somebody(self, at: int, end: int) -> bool:
        """Tell whether the bearer of a name that is a word or a saint's too does what only people do."""
        before, form, after = self._form(at - 1), self._form(at), self._form(end)
        if at == 0 and after == "از" and ":" in "".join(map(self._gap, range(end + 1, end + 4))):
            return True
        if form in PLACES or self._lists.is_word(form):
            return False
        acts = not ACTS.isdisjoint(self._forms[end : end + REACH])
        if after in SELF or (after in ROLES and self._joined(end)) or (before == "طرف" and after == "و"):
            return True
        return (acts and self._opens(at)) or (before in POINTED and after == "که")

"""Find the names of people a message speaks of: «آقای رضایی», «علی جان», «نماینده ما آرش نیکوکار», a name by a number.

Streets bear people's names, so a name is taken in such a context only, and never after a word that opens a place.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import takewhile

from nlp.mention_words import (
    CALLED,
    CONTACTS,
    HOLDERS,
    HONOURS,
    KIN,
    LATIN_BEHIND,
    LATIN_OFFICES,
    LATIN_POINTS,
    LATIN_TITLES,
    LINEAGE,
    LINKS,
    LOOSE_TITLES,
    NAMERS,
    OFFICES,
    PARTICLES,
    PLACE_EDGES,
    PLACES,
    PLURALS,
    PREFIXES,
    SENDINGS,
    SERVANTS,
    SURE_TITLES,
    TITLE_ENDS,
    VILLAGE,
    WORDS_TOO,
)
from nlp.name_words import ORIGINS, STOPS, SURE_PATRONYMS
from nlp.personal_evidence import CREATIONS
from nlp.personal_lists import NameLists
from nlp.personal_lone_words import ACTS, FIGURES, PLACE_TAILS, VERB_ENDS, VERB_STARTS
from nlp.personal_phrase import PLACE_REACH, SHORTEST_NAME, SHORTEST_SURNAME, NamePhrase
from nlp.personal_roles import COMMON, FULL_FIRST, LAST, LATIN, LATIN_FIRST, MAY_BE_LAST, MENTION, Roles
from nlp.reading import Span
from nlp.tokens import FoldedText

MOST_WORDS = 3
MOST_LINKS = 4
MOST_GIVEN = 2
BEING = ("ه", "ست", "س")
LATIN_PAIR = re.compile("[a-z]{3} [a-z]{3}")
MINE = "من و "
TITLES = SURE_TITLES | LOOSE_TITLES
PERSONAL_NUMBERS = frozenset({"mobile", "landline", "national_id", "card", "iban"})
OBJECTS = ("رو", "را", "هماهنگ", "که")
MEMORIES = ("یاد", "یادواره", "یادبود", "مزار", "سالگرد", "شهادت")
NO_LASTS = STOPS | TITLE_ENDS | ACTS | PLACE_TAILS | PLACES | LOOSE_TITLES


class MentionFinder:
    """Finds names of others by the words around them."""

    def __init__(self, names: NameLists) -> None:
        self._names = names

    def find(self, words: FoldedText, roles: Roles, found: Iterable[Span]) -> list[Span]:
        """Return names in a folded text; `found` is what other finders found in it."""
        numbers = [span for span in found if span.type in PERSONAL_NUMBERS]
        if not numbers and not roles.all & (MENTION | COMMON | LAST | LATIN):
            return []
        spans = words.spans
        ranges = _Mentions(self._names, words, roles).ranges(numbers)
        return [Span(spans[first][0], spans[last - 1][1], "name") for first, last in ranges]


class _Mentions(NamePhrase):
    """The search through one text. Ranges are of tokens, the last one exclusive."""

    def __init__(self, lists: NameLists, words: FoldedText, roles: Roles) -> None:
        super().__init__(lists, words)
        self._roles = roles

    def ranges(self, numbers: Iterable[Span]) -> Iterator[tuple[int, int]]:
        yield from self._announced()
        if MINE in self._folded:
            yield from self._beside_me()
        yield from self._full()
        for number in numbers:
            yield from self._by_number(number)

    def _announced(self) -> Iterator[tuple[int, int]]:
        done = 0
        for at in [at for at, role in enumerate(self._roles.each) if role & MENTION]:
            form = self._forms[at]
            if form in TITLE_ENDS:
                yield from self._before_ending(at)
            if at < done:
                continue
            first, end = self._after(at, form)
            if end > first:
                done = end
                yield first, end

    def _after(self, at: int, form: str) -> tuple[int, int]:
        if form in TITLES and self._is_initial(at + 1) and self._is_known(at + 2):
            return at + 1, at + 3
        if form in TITLES:
            return self._titled(at)
        if form in LATIN_TITLES:
            return self._latin(at)
        return self._held(at) if form in HOLDERS else (at, at)

    def _name_end(self, first: int, *, sure: bool = False, labelled: bool = False) -> int:
        """Return the end of the name that begins at a word; `sure` takes an uncommon word for a name too.

        `labelled` takes any word for a family name that follows a first name and closes its phrase. First names
        come first, then one family name, which may be written apart.
        """
        at = first
        while at - first < MOST_GIVEN and (at == first or self._joined(at)) and self._is_given(at):
            at += 1
        if at > first and not self._joined(at):
            return at
        if at > first and self._is_clitic_last(at):
            return at + 1
        family = self._is_surname(at) and not (at == first and not sure and self._form(at) in WORDS_TOO)
        guessed = at > first and labelled and self._is_any_last(at)
        guessed = guessed or (self._is_uncommon(at) and (sure or at > first))
        guessed = guessed or (at > first and self._is_last_behind(at))
        if family or guessed or (self._form(at) in PREFIXES and self._leads(at)):
            at += 1 if family or guessed else 2
            if guessed and self._joined(at) and self._lists.is_listed_last(self._form(at)):
                at += 1
        while first < at < first + MOST_WORDS and self._form(at) in PARTICLES and self._joined(at):
            at += 1
        return at

    def _is_any_last(self, at: int) -> bool:
        """«گیتی امانت»: behind a first name that opens a phrase, a word that closes it."""
        form = self._form(at)
        plain = len(form) >= SHORTEST_NAME and form.isalpha() and not form.startswith(VERB_STARTS)
        said = form.endswith(VERB_ENDS) and self._lists.is_word(form)
        return plain and not said and form not in NO_LASTS and self._closes(at + 1)

    def _is_last_behind(self, at: int) -> bool:
        """«احمد کشاورزی», «جعفر آقابیگی»: what is doubtful by itself is a family name behind a first name."""
        form = self._form(at)
        return self._lists.is_doubtful_last(form) or (len(form) > SHORTEST_SURNAME and self._lists.is_last(form))

    def _is_clitic_last(self, at: int) -> bool:
        """«نعمت فولادیم»."""
        form = self._form(at)
        return form.endswith("م") and not self._is_known(at) and self._lists.is_listed_last(form[:-1])

    def _is_given(self, at: int) -> bool:
        """A word of two meanings is a first name only when a family name follows: «کریم پور», «امید رضایی»."""
        form = self._form(at)
        if not self._lists.is_first(form) or form in STOPS or form in PLACES or form in OFFICES:
            return False
        common = self._lists.is_common_first(form)
        if common and form not in WORDS_TOO and not self._lists.is_word(form):
            return True
        return (common or not self._lists.is_word(form)) and self._leads(at)

    def _leads(self, at: int) -> bool:
        """Tell whether a word that is common too begins a name: «کریم پور», «میر حسینی»."""
        if not self._joined(at + 1):
            return False
        apart = self._joined(at + 2) and self._form(at + 2) in PARTICLES
        return apart or self._form(at + 1) in PARTICLES or self._is_surname(at + 1)

    def _titled(self, at: int) -> tuple[int, int]:
        first = at
        while self._form(first) in TITLES and (first == at or self._joined(first)):
            first += 1
        titles = self._forms[at:first]
        if self._form(first) in PLURALS:
            first += 1
        nothing = (first, first)
        sure = not SURE_TITLES.isdisjoint(titles)
        placed = self._in_place(at, 1 if sure else PLACE_REACH) or self._form(at - 1) in MEMORIES
        if placed or not self._joined(first):
            return nothing
        if titles[-1] in VILLAGE and self._lists.is_first(self._form(first)) and self._form(first) not in WORDS_TOO:
            return first, max(first + 1, self._name_end(first))
        kin = titles[-1] in KIN and not sure and len(titles) == 1 and not self._is_given(first)
        if kin or (titles[-1] in LOOSE_TITLES and self._form(first) in WORDS_TOO and not self._leads(first)):
            return nothing
        end = self._name_end(first, sure=sure)
        if not sure and HONOURS.issuperset(titles) and (self._names_street(end) or self._form(at - 1) in PLACE_EDGES):
            return nothing
        if end == first:
            return nothing
        return first - (titles[-1] in LINEAGE), self._with_second(end)

    def _is_initial(self, at: int) -> bool:
        """«آقای ج. رستمی»."""
        return len(self._form(at)) == 1 and self._gap(at + 1).strip(" ") == "."

    def _with_second(self, end: int) -> int:
        """«آقای رضایی و محمدی»."""
        second = end + 1
        if self._form(end) == "و" and self._joined(end) and self._lists.is_listed_last(self._form(second)):
            return self._name_end(second)
        return end

    def _before_ending(self, at: int) -> Iterator[tuple[int, int]]:
        """«مریم جان», «حسن آقا», «رضایی خانم»."""
        first = at - 1
        if not self._joined(at):
            return
        form = self._form(first)
        if form in TITLES or form in PLACES or form in STOPS or len(form) < SHORTEST_NAME:
            return
        if self._lists.is_common_first(form) and form not in WORDS_TOO and not self._in_place(first):
            yield first, at

    def _held(self, at: int) -> tuple[int, int]:
        """«نماینده ما آرش نیکوکار», «پدرش حسین», «مالک: رضایی»."""
        first, labelled = at + 1, ":" in self._gap(at + 1)
        while first - at <= MOST_LINKS and (
            self._form(first) in LINKS or (self._form(first).isdigit() and self._form(first - 1) in LINKS)
        ):
            labelled = labelled or ":" in self._gap(first + 1)
            first += 1
        between = "".join(map(self._gap, range(at + 1, first + 1))).strip(" :-،")
        if between or self._in_place(at) or self._in_place(first) or self._form(first) in TITLES:
            return first, first
        if self._is_named_so(first):
            return first, first + 1
        end = self._name_end(first, labelled=labelled)
        if self._form(at) in NAMERS and self._is_rare_given(first):
            return first, max(end, first + 1)
        origin = self._form(first) in ORIGINS and not labelled
        lone = labelled or self._form(at) in NAMERS or self._is_given(first) or self._form(at) in SERVANTS
        lone = lone and not origin
        return (first, end) if self._is_name(first, end, lone=lone) else (first, first)

    def _is_rare_given(self, at: int) -> bool:
        """«خواهرزاده‌ام ستاره رو …»: a word too is a name here, where its phrase closes."""
        form = self._form(at)
        if self._lists.is_common_first(form) and form not in WORDS_TOO and (form not in STOPS):
            return self._closes(at + 1) or self._form(at + 1) in OBJECTS
        return self._lists.is_first(form) and self._is_uncommon(at)

    def _is_named_so(self, at: int) -> bool:
        """«اسمش بهروزه», «نامش زهراست»."""
        form = self._form(at)
        if self._form(at - 1) not in CALLED or self._lists.is_common_first(form) or self._lists.is_word(form):
            return False
        stems = (form[: -len(end)] for end in BEING if form.endswith(end))
        return any(self._lists.is_common_first(stem) and stem not in WORDS_TOO for stem in stems)

    def _beside_me(self) -> Iterator[tuple[int, int]]:
        """«من و علی رضایی», «من و مریم»."""
        for at, form in enumerate(self._forms):
            if form == "من" and self._form(at + 1) == "و" and self._joined(at + 2):
                end = self._name_end(at + 2)
                if self._is_name(at + 2, end, lone=True):
                    yield at + 2, end

    def _full(self) -> Iterator[tuple[int, int]]:
        """A first name and a family name, one of them well known, where neither place nor house number stands by."""
        for first in [at for at, role in enumerate(self._roles.each[:-1]) if role & FULL_FIRST]:
            if not self._roles.each[first + 1] & MAY_BE_LAST and not self._opens(first):
                continue
            end = self._name_end(first, labelled=self._opens(first))
            if end - first > 1 and self._is_full(first, end) and not self._is_placed(first, end):
                yield first, end
        if self._roles.all & LATIN and LATIN_PAIR.search(self._folded):
            latin = [at for at, role in enumerate(self._roles.each[:-1]) if role & LATIN_FIRST]
            yield from ((first, first + 2) for first in latin if self._is_latin_full(first))

    def _is_full(self, first: int, end: int) -> bool:
        """The rarer the first name, or the more it is a word too, the better known the family name must be."""
        form = self._form(first)
        common, word = self._lists.is_common_first(form), self._lists.is_word(form) or form in WORDS_TOO
        if word:
            alone = form not in WORDS_TOO and self._opens(first) and self._closes(end)
            built = self._form(first + 1).endswith(tuple(SURE_PATRONYMS))
            return common and (alone or built) and self._is_known(first + 1)
        if any(map(self._is_known, range(first + 1, end))):
            return True
        if not common:
            return False
        if any(map(self._is_surname, range(first + 1, end))):
            return True
        return self._opens(first) and self._closes(end)

    def _is_latin_full(self, first: int) -> bool:
        """«sahar ahmadi» alone in its sentence, or at an end of it."""
        named = self._lists.is_latin_last(self._form(first + 1))
        if not self._joined(first + 1) or self._in_place(first):
            return False
        beside = self._form(first - 1) in LATIN_POINTS or self._form(first + 2) in LATIN_BEHIND
        return (named and (beside or self._opens(first) or self._closes(first + 2))) or self._is_latin_signature(first)

    def _is_latin_signature(self, first: int) -> bool:
        """«… ro jam konid. Shadi Mokhtari»: the last sentence is a first name and another word."""
        last = self._form(first + 1)
        ends = first + 2 == len(self._forms) and self._opens(first) and first > 0
        return ends and last.isascii() and len(last) > SHORTEST_NAME

    def _is_placed(self, first: int, end: int) -> bool:
        """Tell whether a full name is a street's: «از علی کریمی تا میدان», «سر علی کریمی ۱۴»."""
        edge = self._form(first - 1)
        sent = edge == "از" and (self._form(first - 2) in SENDINGS or self._opens(first - 1))
        if "_".join(self._forms[first : first + 2]) in FIGURES or edge == "یا" or edge in CREATIONS:
            return True
        return (edge in PLACE_EDGES and not sent) or self._names_street(end) or self._in_place(first)

    def _is_name(self, first: int, end: int, *, lone: bool) -> bool:
        """Two words need a first name or a known family name; a single one must be a first name or labelled."""
        if end - first > 1:
            return self._is_given(first) or any(map(self._lists.is_listed_last, self._forms[first:end]))
        return lone and end > first and (self._is_given(first) or self._lists.is_listed_last(self._form(first)))

    def _by_number(self, number: Span) -> Iterator[tuple[int, int]]:
        """A full name that stands right before or right after somebody's number."""
        last = sum(1 for _ in takewhile(lambda span: span[1] <= number.start, self._spans))
        end = last
        while end and self._form(end - 1) in CONTACTS and last - end < MOST_LINKS:
            end -= 1
        for first in range(max(0, end - MOST_WORDS), end):
            if self._is_beside(first, end) and not self._in_place(first):
                yield first, end
                break
        after = last + sum(1 for span in self._spans[last:] if span[0] < number.end)
        following = self._name_end(after, labelled=True)
        if "\n\n" not in self._gap(after) and self._is_beside(after, following):
            yield after, following

    def _is_beside(self, first: int, end: int) -> bool:
        opens = self._opens(first) or (self._form(first - 1) in ("با", "به") and self._is_given(first))
        alone = end - first == 1 and opens and self._closes(end)
        whole = self._name_end(first, labelled=True) == end and (end - first > 1 or alone)
        return whole and self._is_name(first, end, lone=alone)

    def _latin(self, at: int) -> tuple[int, int]:
        """«aghaye rezaei», «khanom ahmadi»: Latin spellings of Persian are not in any list."""
        first = at + 1
        form = self._form(first)
        named = (
            form.isascii()
            and form.isalpha()
            and len(form) > SHORTEST_NAME
            and form.endswith(("i", "zade", "pour", "nia", "ian", "nejad", "far"))
        )
        if not named or not self._joined(first) or form.startswith(LATIN_OFFICES) or self._in_place(at):
            return first, first
        return first, first + 1

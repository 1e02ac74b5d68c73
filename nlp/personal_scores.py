"""Find names by weighing what speaks for and against one: its words, the words around it, its place in the phrase.

Each finding can be explained by the points of `personal_points`. The finders of introduced and announced names are
surer and go first; this one sees what they have no rule for.
"""

from collections.abc import Iterable, Iterator

from nlp.name_words import HALF_ENDINGS, NO_DIVINE, ORIGINS
from nlp.personal_context import NameContext
from nlp.personal_evidence import ENDEARED, NICKNAMES, NO_PAIRS
from nlp.personal_lists import NameLists
from nlp.personal_lone_words import HONOURED, VERB_STARTS
from nlp.personal_mentions import PERSONAL_NUMBERS
from nlp.personal_points import ENOUGH, FOLLOWS, GUESSED_PAIR, INITIAL, NICKNAME, OF_WORD, PAIR, points_of
from nlp.personal_roles import (
    ACT,
    BUILT_FAMILY,
    CLITIC_FAMILY,
    CLOSER,
    CREATION,
    DIGIT,
    DIVINE,
    FAMILY,
    FAMILY_TOO,
    FELLOW,
    GIVEN,
    GIVEN_TOO,
    GUESSED,
    HOUSE,
    INTRODUCING,
    KINSMAN,
    NAMED,
    NAMING,
    ODD,
    PARTICLE,
    PATRONYM,
    PLACE,
    RARE_GIVEN,
    ROLE,
    SAME,
    SIGNING,
    STRONG_FAMILY,
    SURE_GIVEN,
    TITLE,
    TRADE_FAMILY,
    WORD_FAMILY,
    Roles,
)
from nlp.reading import Span
from nlp.tokens import FoldedText

GIVENS = KINSMAN | SURE_GIVEN | GIVEN | GIVEN_TOO | RARE_GIVEN
FAMILIES = PATRONYM | STRONG_FAMILY | CLITIC_FAMILY | FAMILY | BUILT_FAMILY
NO_FAMILY = SAME | PLACE | ROLE | TITLE | ACT | FELLOW | CLOSER | HOUSE | NAMING
PLACE_STARTS = ("اباد", "شهر")
MOST_GIVEN = 2
HALF_SPACE = "\u200c"


class ScoredNameFinder:
    """Finds names by points."""

    def __init__(self, lists: NameLists) -> None:
        self._lists = lists

    def find(self, text: str, words: FoldedText, roles: Roles, found: Iterable[Span]) -> list[Span]:
        """Return names in a folded text; `found` is what other finders found in it."""
        guessed = roles.all & GUESSED and roles.all & INTRODUCING
        if not guessed and not roles.all & (NAMED | DIVINE):
            return []
        numbers = [(span.start, span.end) for span in found if span.type in PERSONAL_NUMBERS]
        known = {span.end for span in found if span.type == "name"}
        search = _Scored(self._lists, words, roles, text, numbers)
        ranges = search.divine() if roles.all & DIVINE else []
        ranges += search.ranges(known)
        return [Span(words.spans[first][0], words.spans[end - 1][1], "name") for first, end in ranges]


class _Scored(NameContext):
    """The search through one text. Ranges are of tokens, the last one exclusive."""

    def ranges(self, known: set[int]) -> Iterator[tuple[int, int]]:
        """Return the names; `known` are the ends of those that others found."""
        done = -1
        for at in [at for at, role in enumerate(self._roles) if role & (NAMED | GUESSED)]:
            if not self._roles[at] & NAMED and not self._role(at - 1) & INTRODUCING:
                continue
            if at < done or self._is_half(at):
                continue
            end, points = self._named(at)
            if self._is_figure(at, end):
                done = end
            elif points and points + self._around(at, end, known) >= ENOUGH:
                done = end
                known.add(self._spans[end - 1][1])
                yield self._with_fellow(at), end

    def _around(self, at: int, end: int, known: set[int]) -> int:
        return self._behind(end) + (FOLLOWS if self._follows(at, known) else self._before(at, end))

    def divine(self) -> list[tuple[int, int]]:
        """«قدرت الله»: first names written apart."""
        return [
            (at - 1, at + 2 if self._role(at + 1) & FAMILIES and self._joined(at + 1) else at + 1)
            for at, role in enumerate(self._roles)
            if at and role & DIVINE and self._is_divine(at)
        ]

    def _is_divine(self, at: int) -> bool:
        whole = self._form(at - 1) + self._form(at)
        named = self._joined(at) and self._lists.is_common_first(whole) and whole not in NO_DIVINE
        return named and not self._is_placed(at - 1) and self._form(at - 2) not in HONOURED

    def _with_fellow(self, at: int) -> int:
        """«پارسا و پرهام ملکی»: the place of a first name that «و» joins to a name behind it."""
        other = at - 2
        joined = self._form(at - 1) == "و" and self._joined(at) and self._joined(at - 1)
        named = joined and self._role(other) & GIVENS and not self._is_half(other)
        return other if named and not self._role(other - 1) & (PLACE | CREATION) else self._with_start(at)

    def _follows(self, at: int, known: set[int]) -> bool:
        """«سارینا و آریا»: a name was found before this one."""
        return self._form(at - 1) == "و" and at > 1 and self._spans[at - 2][1] in known

    def _named(self, first: int) -> tuple[int, int]:
        """Return the end of the name that begins at a word, and the points of its words."""
        at, points = first, 0
        while at - first < MOST_GIVEN and self._role(at) & GIVENS and (at == first or self._joined(at)):
            points = max(points, points_of(self._role(at), OF_WORD))
            at += 1
        if at > first and self._form(at) in ENDEARED and self._joined(at):
            at += 1
            points = max(points, points_of(GIVEN, OF_WORD))
        if at == first and not self._role(at) & NAMED and not self._is_introduced(at):
            return at + 1, 0
        if at == first:
            return self._with_particles(at + 1), points_of(self._role(at), OF_WORD)
        if not self._joined(at) or self._form(at).startswith(VERB_STARTS):
            return at, points
        return self._with_family(at, points)

    def _is_introduced(self, at: int) -> bool:
        """Tell whether somebody signs, is titled or called before a word that may be his family name."""
        before, role = self._role(at - 1), self._role(at)
        citizen = self._form(at - 1) == "شهروند" and self._form(at) in ORIGINS
        if role & ROLE or citizen or self._form(at + 1) in ("را", "رو"):
            return False
        return bool(before & SIGNING or (before & (HOUSE | TITLE) and role & FAMILY_TOO))

    def _with_family(self, at: int, points: int) -> tuple[int, int]:
        role = self._role(at)
        if role & FAMILIES:
            return self._with_particles(at + 1), points + PAIR + points_of(role, OF_WORD)
        halves = self._halves(at)
        if halves > at + 1 and not self._role(at - 1) & GIVEN_TOO:
            return halves, points + PAIR + 1
        if role & PARTICLE:
            return self._with_particles(at + 1), points + PAIR
        form = self._form(at)
        if form in NICKNAMES:
            return at + 1, points + NICKNAME
        if role & NO_FAMILY or form in NO_PAIRS or form.startswith(PLACE_STARTS):
            return at, points
        return self._with_guessed(at, points)

    def _with_guessed(self, at: int, points: int) -> tuple[int, int]:
        """Take a word that no list has, or that is an ordinary one, for a family name behind a first name."""
        role = self._role(at)
        built = role & ODD and (self._form(at).endswith("ی") or self._closes_name(at + 1))
        if built or role & (FAMILY_TOO | TRADE_FAMILY):
            return at + 1, points + GUESSED_PAIR + 1
        if self._is_initial(at):
            return at + 1, points + INITIAL
        return (at + 1, points) if role & WORD_FAMILY and self._closes_name(at + 1) else (at, points)

    def _is_initial(self, at: int) -> bool:
        """«مینو ج.»."""
        return len(self._form(at)) == 1 and self._gap(at + 1).lstrip().startswith(".")

    def _closes_name(self, at: int) -> bool:
        return self._ends(at) or bool(self._role(at) & (CLOSER | FELLOW | DIGIT))

    def _halves(self, at: int) -> int:
        """Return the end of a word whose parts a half-space joins: «پاک‌نیت» behind a first name."""
        behind = at + 1
        if behind < len(self._spans) and self._text[self._spans[at][1] : self._spans[behind][0]] == "\u200c":
            return behind + 1 if self._form(behind) not in HALF_ENDINGS and self._form(at) not in ("می", "نمی") else at
        return at

    def _with_particles(self, end: int) -> int:
        while self._role(end) & PARTICLE and self._joined(end):
            end += 1
        return end

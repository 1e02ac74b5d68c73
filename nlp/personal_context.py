"""What stands around a name, weighed: the word before and behind it, its place in the phrase, a number beside it."""

from nlp.mention_words import COUNTED, LINEAGE, PLACE_EDGES, PLACES
from nlp.personal_evidence import INSTITUTIONS
from nlp.personal_lists import NameLists
from nlp.personal_lone_words import FIGURES, PLACE_TAILS
from nlp.personal_phrase import HOUSE_DIGITS, SHORTEST_NAME, NamePhrase
from nlp.personal_points import (
    APPOSED,
    BEFORE,
    BEHIND,
    BESIDE,
    BESIDE_NUMBER,
    CLOSES,
    FROM,
    GOVERNED,
    INITIAL,
    IS_FROM,
    LABELLED,
    LAST_PHRASE,
    MADE,
    MARTYRS_KIN,
    NEAR_ROLE,
    OPENS,
    POINTED,
    SOON,
    STREET,
    WITHIN,
    points_of,
)
from nlp.personal_roles import (
    ACT,
    CLITIC_FAMILY,
    CREATION,
    EDGE,
    FELLOW,
    FIRST,
    GIVEN,
    HOUSE,
    IS,
    NAMING,
    ODD,
    PATRONYM,
    PLACE,
    POINTER,
    ROLE,
    SAME,
    SIGNING,
    STRONG_FAMILY,
    SURE_GIVEN,
    TITLE,
    WELCOME,
    Roles,
)
from nlp.tokens import FoldedText

REACH = 3
MARKS = frozenset("،,؛;.:-–()!؟?\n/")
NUMBER_BEHIND, NUMBER_BEFORE = 12, 2
"""Characters between a name and a number that is its bearer's."""
NO_FIRST = ROLE | TITLE | WELCOME | HOUSE | POINTER | PLACE | EDGE | NAMING | CREATION | ACT
"""Before a family name these are no unlisted first name."""
PLURALS = frozenset({"ها", "های", "هایی"})
QUARTER_ENDS = ("یه", "اباد", "شهر")


class NameContext(NamePhrase):
    """A text's words with the points of what stands around a name. Ranges are of tokens, the last one exclusive."""

    def __init__(
        self, lists: NameLists, words: FoldedText, roles: Roles, text: str, numbers: list[tuple[int, int]]
    ) -> None:
        super().__init__(lists, words)
        self._roles = roles.each
        self._text = text
        self._numbers = numbers

    def _role(self, at: int) -> int:
        return self._roles[at] if 0 <= at < len(self._roles) else 0

    def _with_start(self, at: int) -> int:
        """Return the place of an initial or of «سید» before a name; they belong to it."""
        initial = len(self._form(at - 1)) == 1 and self._gap(at).strip() == "."
        lineage = self._form(at - 1) in LINEAGE and self._joined(at)
        return at - 1 if at and (initial or lineage or self._is_unlisted(at)) else at

    def _is_unlisted(self, at: int) -> bool:
        """«کتی رادمنش», «مرحومه صنوبر علی‌نژاد»: an unlisted first name, or a rare one, before a sure family name."""
        if not self._role(at) & (STRONG_FAMILY | PATRONYM) or not self._joined(at) or at < 1:
            return False
        before = self._role(at - 1)
        announced = self._role(at - 2) & (ROLE | TITLE | WELCOME | HOUSE) and self._joined(at - 1)
        if before & NO_FIRST or len(self._form(at - 1)) < SHORTEST_NAME:
            return False
        return bool(before & ODD or (before & FIRST and announced))

    def _is_half(self, at: int) -> bool:
        """«نوه‌هامون»: what a half-space joins to the word before it begins no name."""
        start = self._spans[at][0]
        return at > 0 and start > 0 and self._text[start - 1] == "\u200c" and not self._role(at - 1) & TITLE

    def _ends(self, at: int) -> bool:
        """Tell whether a phrase ends before a word."""
        return at >= len(self._forms) or not MARKS.isdisjoint(self._gap(at))

    def _begins(self, at: int) -> bool:
        return at == 0 or not MARKS.isdisjoint(self._gap(at))

    def _before(self, at: int, end: int) -> int:
        """The points of what stands before a name."""
        points = self._beside_number(at, end)
        if self._with_start(at) < at and self._gap(at).strip():
            return points + INITIAL + self._before(at - 1, end)
        if self._begins(at):
            return points + self._opening(at, end)
        if self._is_made(at):
            return MADE
        if self._is_placed(at) or (self._role(at - 1) & NAMING and self._of_place(at - 1)):
            return GOVERNED
        return points + self._right_before(at, end)

    def _opening(self, at: int, end: int) -> int:
        """The points of a name that opens its phrase."""
        points = OPENS + self._announced(at)
        if at == 0:
            return points + FROM * (self._form(end) == "از")
        return points + LAST_PHRASE * self._is_signature(at, end)

    def _right_before(self, at: int, end: int) -> int:
        before, points = self._role(at - 1), 0
        if before & EDGE:
            points = WITHIN
        elif self._form(at - 1) in PLACE_EDGES and not self._role(end) & (FELLOW | ACT | SAME):
            points = BESIDE
        if self._form(at - 1) == "شهید":
            return points + MARTYRS_KIN
        if before & POINTER and not self._role(at) & (GIVEN | SURE_GIVEN | STRONG_FAMILY):
            return points + POINTED
        direct = points_of(before, BEFORE)
        if not direct:
            return points + NEAR_ROLE * self._near_role(at)
        return points + direct + FROM * bool(before & WELCOME and self._form(end) == "از")

    def _is_made(self, at: int) -> bool:
        """«کنسرت علیرضا …», «به یاد حاج قاسم»: what bears the name or keeps a memory is no person."""
        before = self._role(at - 1)
        behind_title = self._role(at - 2) & CREATION and self._joined(at - 1) and not before & ROLE
        return bool(before & CREATION or behind_title)

    def _of_place(self, at: int) -> bool:
        """«پارکی به نام لاله»: the name is a thing's."""
        return any(self._role(other) & PLACE or self._form(other)[:-1] in PLACES for other in range(at - 4, at))

    def _is_placed(self, at: int) -> bool:
        """Tell whether a place or a saint's title governs a name, and nobody who is of that place."""
        for other in range(at - 1, max(-1, at - 1 - REACH), -1):
            if not self._joined(other + 1):
                return False
            if self._form(other) == "شهید" and self._role(other - 1) & (HOUSE | ROLE):
                return False
            if self._role(other) & PLACE:
                return self._form(other) not in INSTITUTIONS or not self._role(other - 1) & ROLE
        return False

    def _near_role(self, at: int) -> bool:
        """«کارگر شهرداری مراد بلوچ», «پیک موتوری عرفان»."""
        return bool(self._role(at - 2) & (ROLE | TITLE | NAMING | HOUSE)) and self._joined(at - 1)

    def _announced(self, at: int) -> int:
        """The points of a label or of somebody spoken of before a mark: «شاکی: …», «مدیرمون، …»."""
        if not at:
            return 0
        gap = self._gap(at)
        near = range(max(0, at - REACH), at)
        if self._role(at - 1) & SIGNING and "." not in gap:
            return LABELLED
        labelled = ":" in gap and any(self._role(other) & (ROLE | NAMING | TITLE | WELCOME) for other in near)
        if labelled:
            return LABELLED
        apposed = any(self._role(other) & (ROLE | WELCOME) for other in near) and "." not in gap
        return APPOSED if apposed else 0

    def _is_signature(self, at: int, end: int) -> bool:
        """Tell whether nothing follows a name; a town's or a quarter's closes messages as well."""
        if self._role(at) & CLITIC_FAMILY or self._form(end - 1).endswith(QUARTER_ENDS):
            return False
        return all(form.isdigit() for form in self._forms[end : end + REACH])

    def _beside_number(self, at: int, end: int) -> int:
        start, stop = self._spans[at][0], self._spans[end - 1][1]
        beside = any(
            0 <= number - stop <= NUMBER_BEHIND or 0 <= start - behind <= NUMBER_BEFORE
            for number, behind in self._numbers
        )
        return BESIDE_NUMBER if beside else 0

    def _behind(self, end: int) -> int:
        """The points of what stands behind a name."""
        if self._role(end) & IS and self._form(end + 1) == "از" and not self._gap(end).strip("\u200c "):
            return IS_FROM
        if self._ends(end):
            return CLOSES
        form = self._form(end)
        if form in PLACE_TAILS or form in PLURALS:
            return STREET
        if form.isdigit() and len(form) <= HOUSE_DIGITS and self._form(end + 1) not in COUNTED:
            return STREET
        return points_of(self._role(end), BEHIND) or points_of(self._role(end + 1), SOON)

    def _is_figure(self, at: int, end: int) -> bool:
        return "_".join(self._forms[at:end]) in FIGURES

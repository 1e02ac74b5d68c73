"""What a word may be in a person's name or beside one, worked out once a word and then remembered.

Messages say much the same words; so each finder asks a number of few bits instead of a dozen lists.
"""

from functools import reduce
from operator import or_
from typing import NamedTuple

from nlp.mention_words import MENTIONS, PARTICLES, PLACES, WORDS_TOO
from nlp.name_words import DOINGS, ORIGINS, SHORTEST, STOPS, SURE_PATRONYMS, TRIGGERS
from nlp.personal_evidence import (
    ACTS_AFTER,
    CALLING,
    CLOSING,
    CREATIONS,
    FAMILY_OF,
    FELLOWS_AFTER,
    FIGURED,
    KIN_STARTS,
    POINTING,
    PREDICATES,
    ROLES_BEFORE,
    SAME_AFTER,
    SIGNS_OFF,
    TITLED,
    TOWNS,
    WELCOMES,
)
from nlp.personal_lists import NameLists
from nlp.personal_lone_words import EDGES, HONOURED, PLACE_ENDS, SHORTEST_PLACE, STYLES
from nlp.remembered import Remembered
from nlp.tokens import FoldedText

DIGIT, LATIN, ADDRESS_SIGN, SPELLED_SIGN = 1, 1 << 1, 1 << 2, 1 << 3
TRIGGER, MENTION, FIRST, COMMON, LAST, STYLE = 1 << 4, 1 << 5, 1 << 6, 1 << 7, 1 << 8, 1 << 9
ALONE_FIRST, ALONE_LAST = 1 << 10, 1 << 11
SURE_GIVEN, GIVEN, GIVEN_TOO, RARE_GIVEN = 1 << 12, 1 << 13, 1 << 14, 1 << 15
FAMILY, BUILT_FAMILY, FAMILY_TOO, ODD = 1 << 16, 1 << 17, 1 << 18, 1 << 19
PLACE, TITLE, ROLE, NAMING, POINTER, HOUSE = 1 << 20, 1 << 21, 1 << 22, 1 << 23, 1 << 24, 1 << 25
CLOSER, ACT, FELLOW, WELCOME, CREATION, PARTICLE = 1 << 26, 1 << 27, 1 << 28, 1 << 29, 1 << 30, 1 << 31
CLITIC_GIVEN, CLITIC_FAMILY, WORD_FAMILY, IS, SAME, KINSMAN, EDGE = (1 << bit for bit in range(32, 39))
FULL_FIRST, LATIN_FIRST, STRONG_FAMILY, DIVINE, TRADE_FAMILY, PATRONYM, SHAPED, SIGNING = (
    1 << bit for bit in range(39, 47)
)

NAMED = (
    SURE_GIVEN
    | GIVEN
    | GIVEN_TOO
    | RARE_GIVEN
    | FAMILY
    | BUILT_FAMILY
    | CLITIC_GIVEN
    | CLITIC_FAMILY
    | KINSMAN
    | STRONG_FAMILY
    | PATRONYM
)
"""With one of these a name may begin."""
GUESSED = FAMILY_TOO | TRADE_FAMILY | SHAPED
"""Words that may be family names; only a cue right before makes one of them a name by itself."""
INTRODUCING = SIGNING | HOUSE | TITLE
"""Such cues."""
MAY_BE_LAST = NAMED | TRADE_FAMILY | FAMILY_TOO | ODD | WORD_FAMILY | PARTICLE | FIRST | LAST | ALONE_LAST
SIGNS = DIGIT | LATIN | ADDRESS_SIGN | SPELLED_SIGN
NAME_SIGNS = NAMED | TRIGGER | MENTION | FIRST | COMMON | LAST | STYLE | ALONE_FIRST | ALONE_LAST | LATIN
_ADDRESS_SIGNS = ("پلاک", "طبقه", "واحد", "بلوک", "pelak", "plak", "tabaghe", "block")
_SHORT_ADDRESS = frozenset({"پ", "ط"})
_SPELLED_SIGNS = ("نهصد", "صفر")
_BUILT_ENDS = (
    *SURE_PATRONYMS,
    "نیا",
    "زایی",
    "بیگی",
    "منش",
    "فرد",
    "تبار",
    "خواه",
    "پرست",
    "دوست",
    "پناه",
    "مهر",
    "راد",
    "فر",
    "کیا",
    "الدینی",
    "اللهی",
    "قلب",
    "محمدی",
)
_WORD_ENDS = ("ی", "چی", "گر", "دار", "کار", "دوست", "مند")
_CLITICS = ("ه", "م", "ست", "س", "یم", "ام")
_SHORTEST_BUILT = 6
_SHORTEST_SHAPED = 5
_COLLOQUIAL = tuple(f"{end}م" for end in ("زاد", "پور", "نژاد", "نیا", "فر", "وند", "یان"))


class WordRoles:
    """Tells of words what they may be. Bits of the answers are the constants of this module."""

    def __init__(self, lists: NameLists) -> None:
        self._lists = lists
        self._of: Remembered[str, int] = Remembered(self._find)

    def of(self, words: FoldedText) -> "Roles":
        """Return the roles of a text's words, and all of them together."""
        each = list(map(self._of.__getitem__, words.forms))
        return Roles(each, reduce(or_, each, 0))

    def _find(self, form: str) -> int:
        if form.isdigit():
            return DIGIT
        lists = self._lists
        parts = (
            (LATIN, any("a" <= letter <= "z" for letter in form)),
            (ADDRESS_SIGN, any(sign in form for sign in _ADDRESS_SIGNS) or form in _SHORT_ADDRESS),
            (SPELLED_SIGN, any(sign in form for sign in _SPELLED_SIGNS)),
            (TRIGGER, form in TRIGGERS),
            (MENTION, form in MENTIONS),
            (FIRST, lists.may_be_first(form)),
            (FULL_FIRST, lists.may_be_first(form) and (lists.is_common_first(form) or not lists.is_word(form))),
            (LATIN_FIRST, lists.is_latin_first(form)),
            (COMMON, lists.is_common_first(form)),
            (LAST, lists.is_family_name(form)),
            (STYLE, form in STYLES),
            (ALONE_FIRST, lists.stands_alone(form)),
            (ALONE_LAST, lists.is_listed_last(form)),
            (PLACE, form in PLACES or (form in HONOURED and form not in TITLED) or _ends_as_place(form)),
            (TITLE, form in TITLED),
            (ROLE, form in ROLES_BEFORE),
            (NAMING, form in CALLING),
            (POINTER, form in POINTING),
            (HOUSE, form in FAMILY_OF),
            (CLOSER, form in CLOSING),
            (SAME, form in SAME_AFTER),
            (EDGE, form in EDGES),
            (SIGNING, form in SIGNS_OFF),
            (DIVINE, form in ("الله", "اله", "الدین")),
            (IS, form in ("ام", "م", "ه")),
            (ACT, form in ACTS_AFTER),
            (FELLOW, form in FELLOWS_AFTER),
            (WELCOME, form in WELCOMES),
            (CREATION, form in CREATIONS),
            (PARTICLE, form in PARTICLES),
        )
        return sum(bit for bit, has in parts if has) | self._name(form)

    def _name(self, form: str) -> int:
        if (
            len(form) <= SHORTEST
            or form.isascii()
            or form == "بیبی"
            or form in PLACES
            or form in FIGURED
            or form in TOWNS
        ):
            return 0
        family = self._family(form)
        return self._given(form) | (family if not family & ODD else self._clitic(form) or family)

    def _given(self, form: str) -> int:
        lists = self._lists
        listed = lists.is_word(form) or lists.is_last(form) or lists.is_doubtful_last(form)
        for start in KIN_STARTS:
            if form.startswith(start) and not listed and lists.is_common_first(form[len(start) :]):
                return KINSMAN
        if not lists.is_first(form) or form in STOPS:
            return 0
        if lists.is_sure_first(form):
            return SURE_GIVEN
        word = lists.is_word(form) or form in WORDS_TOO or lists.is_doubtful_first(form)
        if lists.is_common_first(form):
            return GIVEN if not word else GIVEN_TOO * (form not in PREDICATES)
        return 0 if word else RARE_GIVEN

    def _family(self, form: str) -> int:
        lists = self._lists
        if lists.is_listed_last(form):
            return self._listed_family(form)
        if lists.is_doubtful_last(form):
            return FAMILY_TOO if lists.is_worded_last(form) and form not in ORIGINS else TRADE_FAMILY
        if lists.is_word(form) or form in WORDS_TOO or form in STOPS:
            return WORD_FAMILY if form.endswith(_WORD_ENDS) and len(form) > SHORTEST + 1 else 0
        if len(form) >= _SHORTEST_BUILT and form.endswith(_BUILT_ENDS) and self._is_built(form):
            return BUILT_FAMILY
        shaped = form.endswith("ی") and len(form) >= _SHORTEST_SHAPED and not form.endswith(DOINGS)
        return ODD | SHAPED if shaped else ODD

    def _listed_family(self, form: str) -> int:
        lists = self._lists
        if form in ORIGINS:
            return TRADE_FAMILY
        if lists.is_weak_last(form):
            return FAMILY
        if form.endswith(tuple(SURE_PATRONYMS)):
            return PATRONYM
        return BUILT_FAMILY if lists.is_first(form) and not form.endswith(_BUILT_ENDS) else STRONG_FAMILY

    def _is_built(self, form: str) -> bool:
        """«اصفهانیا» and «چیزایی» are plurals, no family names."""
        stem = form[: -len(next(end for end in _BUILT_ENDS if form.endswith(end)))]
        plural = form.endswith(("نیا", "زایی")) and not self._lists.is_first(stem)
        if form.endswith(("مهر", "راد", "فر", "کیا")) and not (
            self._lists.is_first(stem) or self._lists.is_listed_last(stem)
        ):
            return False
        return not plural and not self._lists.is_word(form[:-2])

    def _clitic(self, form: str) -> int:
        """«بهارم», «چگنیه», «حسن‌زادم»: a name and a verb in one."""
        lists = self._lists
        for end in _CLITICS:
            stem = form[: -len(end)]
            if form.endswith(end) and len(stem) > SHORTEST:
                if lists.is_listed_last(stem) and stem not in ORIGINS:
                    return CLITIC_FAMILY
                if lists.is_sure_first(stem):
                    return CLITIC_GIVEN
                if lists.is_common_first(stem) and not lists.is_word(stem) and not lists.is_doubtful_first(stem):
                    return CLITIC_FAMILY
        return CLITIC_GIVEN * (form.endswith(_COLLOQUIAL) and lists.is_listed_last(_without_m(form)))


def _without_m(form: str) -> str:
    return f"{form[:-1]}ه" if form.endswith("زادم") else form[:-1]


def _ends_as_place(form: str) -> bool:
    return len(form) >= SHORTEST_PLACE and form.endswith(PLACE_ENDS)


class Roles(NamedTuple):
    """The roles of each of a text's words, and of all together."""

    each: list[int]
    all: int

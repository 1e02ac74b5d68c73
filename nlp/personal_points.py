"""The points by which `personal_scores` weighs a name. From ENOUGH points on a name is taken.

They were set by hand on readable messages: a first name that is no word needs a cue, a full name hardly any, a word
that is a name too needs two, and a place or a work that bears a name outweighs everything.
"""

from nlp.personal_roles import (
    ACT,
    BUILT_FAMILY,
    CLITIC_FAMILY,
    CLITIC_GIVEN,
    CLOSER,
    FAMILY,
    FAMILY_TOO,
    FELLOW,
    GIVEN,
    GIVEN_TOO,
    HOUSE,
    IS,
    KINSMAN,
    NAMING,
    ODD,
    PATRONYM,
    POINTER,
    RARE_GIVEN,
    ROLE,
    SAME,
    SHAPED,
    SIGNING,
    STRONG_FAMILY,
    SURE_GIVEN,
    TITLE,
    TRADE_FAMILY,
    WELCOME,
    WORD_FAMILY,
)

ENOUGH = 11

type Table = tuple[tuple[int, int], ...]
"""Roles and their points; the first role that a word has counts."""

OF_WORD: Table = (
    (KINSMAN, 12),
    (PATRONYM, 12),
    (STRONG_FAMILY, 10),
    (SURE_GIVEN, 8),
    (CLITIC_GIVEN, 8),
    (GIVEN, 6),
    (BUILT_FAMILY, 6),
    (CLITIC_FAMILY, 5),
    (FAMILY, 3),
    (RARE_GIVEN, 3),
    (GIVEN_TOO, 3),
    (FAMILY_TOO, 3),
    (SHAPED, 3),
    (TRADE_FAMILY, 3),
    (WORD_FAMILY, 1),
    (ODD, 1),
)
PAIR = 5
"""A first name and a known family name."""
GUESSED_PAIR = 3
"""A first name and what is built like a family name."""
INITIAL = 4
NICKNAME = 5
BEFORE: Table = ((NAMING, 8), (SIGNING, 6), (TITLE, 7), (HOUSE, 7), (ROLE, 6), (WELCOME, 4), (POINTER, 6))
"""The word right before a name."""
POINTED = 3
"""«این» before what is a thing as often."""
MARTYRS_KIN = 8
"""«خانواده شهید …»."""
NEAR_ROLE = 4
BESIDE_NUMBER = 6
OPENS = 2
LAST_PHRASE = 3
LABELLED = 6
APPOSED = 4
FOLLOWS = 6
"""Behind another name and «و»."""
FROM = 3
"""«سلیمی از بلوار معلم»."""
BEHIND: Table = ((SAME, 7), (CLOSER, 6), (FELLOW, 5), (IS, 3), (ACT, 2))
"""The word right behind a name."""
SOON: Table = ((ACT, 2),)
"""The next but one."""
IS_FROM = 6
CLOSES = 2
GOVERNED = -14
STREET = -14
MADE = -14
BESIDE = -4
"""«از», «کنار» and the like: a place as often."""
WITHIN = -8
"""«باغ», «ساختمان» and the like: rather a place."""


def points_of(role: int, table: Table) -> int:
    """Return the points of a word by its roles."""
    return next((points for bit, points in table if role & bit), 0)

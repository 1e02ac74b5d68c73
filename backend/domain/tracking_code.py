"""The tracking code: what a citizen keeps of a concern, and can say on the phone."""

import secrets

from backend.domain.errors import BadTrackingCode
from backend.domain.persian import ascii_digits

# No pair of these looks alike (no 0/O, 1/I/L, 5/S, 8/B, 2/Z) and none rhymes with another when spelled aloud
# (of B C D E G P T V only C, E, P and T stay). Their number is prime, so the check character catches every single
# wrong character and every swap of two neighbours (weighted sum modulo a prime, as in ISBN-10).
ALPHABET = "23456789ACEFHJKMPQRTWXY"
_BASE = len(ALPHABET)
_BODY = 7
_VALUES = {character: value for value, character in enumerate(ALPHABET)}
LENGTH = _BODY + 1
# A code with a separator after each character, and some more; longer texts are not even looked at.
_LONGEST_TYPED = 40
# The last ones are invisible marks of direction: the bot's own messages isolate a code, so a copied one brings them.
_SEPARATORS = str.maketrans("", "", " -_\u200c\u200f\u200e.،,\n\u2066\u2067\u2068\u2069\u202a\u202b\u202c")
# Letters alone may be a word; with a digit among them hardly anything but a code is so short.
_SHORTEST, _LONGEST = 6, 10
_SHORTEST_WITH_DIGIT, _LONGEST_WITH_DIGIT = 5, 14


def new_code() -> str:
    """Return a random code of eight characters; 3.4 thousand million exist, so one cannot be guessed by trying."""
    number, body = secrets.randbelow(_BASE**_BODY), ""
    for _ in range(_BODY):
        number, value = divmod(number, _BASE)
        body += ALPHABET[value]
    return body + check_character(body)


def parse_code(text: str) -> str:
    """Return the code that a person typed in any usual way (spaces, dashes, small letters, Persian digits).

    Raises:
        BadTrackingCode: the length, a character or the check character is wrong.

    """
    code = bare(text) if len(text) <= _LONGEST_TYPED else ""
    if len(code) != LENGTH or any(c not in ALPHABET for c in code) or check_character(code[:_BODY]) != code[-1]:
        raise BadTrackingCode
    return code


def is_code(text: str) -> bool:
    """Say whether a whole message is nothing but a tracking code."""
    try:
        parse_code(text)
    except BadTrackingCode:
        return False
    return True


def looks_like_code(text: str) -> bool:
    """Say whether somebody tried to type a code, be it with a wrong or missing character; words are no such attempt."""
    typed = bare(text) if len(text) <= _LONGEST_TYPED else ""
    if not (typed.isascii() and typed.isalnum()):
        return False
    has_digit = any(character.isdigit() for character in typed)
    shortest, longest = (_SHORTEST_WITH_DIGIT, _LONGEST_WITH_DIGIT) if has_digit else (_SHORTEST, _LONGEST)
    return shortest <= len(typed) <= longest


def spoken(code: str) -> str:
    """Return the code in two groups of four, as it is shown and dictated."""
    return f"{code[:4]}-{code[4:]}"


def bare(text: str) -> str:
    """Return what was typed without separators and marks, with Latin digits, in capitals."""
    return ascii_digits(text).translate(_SEPARATORS).upper()


def check_character(body: str) -> str:
    """Return the character that closes a code."""
    total = sum(weight * _VALUES[c] for weight, c in enumerate(body, start=1))
    return ALPHABET[total % _BASE]

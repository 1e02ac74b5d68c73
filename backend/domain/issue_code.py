"""The code of an issue: what members say and type when they mean one, «K7M-3F2».

It is worked out of the id and kept nowhere, so every issue has one, old ones too, and none can be given twice or get
lost. The price is that two issues may share a code: of ten thousand issues eight pairs do. Whoever looks one up gets
both and chooses; nothing is ever done to an issue by its code alone.
"""

from backend.domain.tracking_code import ALPHABET, bare, check_character

_BODY = 5
# How many codes there are. An id ends in random bits and microseconds, so what is left of it is evenly spread.
CODES = len(ALPHABET) ** _BODY
# Shorter than a tracking code, so that neither is taken for the other.
LENGTH = _BODY + 1
_LONGEST_TYPED = 30


def code_of(issue_id: int) -> str:
    """Return the code of an issue in two groups of three, as it is shown and said."""
    number, body = issue_id % CODES, ""
    for _ in range(_BODY):
        number, value = divmod(number, len(ALPHABET))
        body += ALPHABET[value]
    return f"{body[:3]}-{body[3:]}{check_character(body)}"


def remainder_in(text: str) -> int | None:
    """Return what the ids with the typed code leave when they are divided by `CODES`; None if it is no code."""
    code = bare(text) if len(text) <= _LONGEST_TYPED else ""
    body, check = code[:_BODY], code[_BODY:]
    if len(code) != LENGTH or any(character not in ALPHABET for character in code) or check_character(body) != check:
        return None
    number = 0
    for character in reversed(body):
        number = number * len(ALPHABET) + ALPHABET.index(character)
    return number

"""Numbers as people type them: «۳»، «3»، «سه»، «سوم»، «۲٫۵»، «۱٬۲۰۰»."""

import re

from backend.domain.persian import ascii_digits

_UNITS = (
    "صفر", "یک", "دو", "سه", "چهار", "پنج", "شش", "هفت", "هشت", "نه", "ده",
    "یازده", "دوازده", "سیزده", "چهارده", "پانزده", "شانزده", "هفده", "هجده", "نوزده", "بیست",
)  # fmt: skip
_BY_EAR = {"اول": 1, "نخست": 1, "اولی": 1, "سوم": 3, "سومی": 3, "شیش": 6, "هیجده": 18, "پونزده": 15, "شونزده": 16}
_ORDINAL = "م"
_WORDS = {
    **{word: value for value, word in enumerate(_UNITS)},
    **{word + _ORDINAL: value for value, word in enumerate(_UNITS) if value},
    **{word + _ORDINAL + "ی": value for value, word in enumerate(_UNITS) if value},
    **_BY_EAR,
}
_LETTERS = str.maketrans(
    "يكةۀأإ", "یکههاا", "\u200c\u200d\u200e\u200f\u0640\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u0654"
)
# A point, the Persian ones, or the stroke that many write for it («۲/۵»).
_NUMBER = re.compile(r"[-−]?\d+(?:[.٫/]\d+)?")
_THOUSANDS = re.compile(r"(?<=\d)[,٬،](?=\d{3}(?!\d))")
_MOST_WORDS = 3
_LONGEST = 10
_AND = "و"


def fold(text: str) -> str:
    """Return a text with the letters of Persian keyboards, ASCII digits, and without half-spaces and vowel marks."""
    return " ".join(ascii_digits(text).translate(_LETTERS).lower().split())


def squeezed(text: str) -> str:
    """Return a folded text as letters and digits alone, so that «می شود» and «می‌شود» are the same."""
    return "".join(c for c in fold(text).replace("آ", "ا") if c.isalnum())


def whole_number(text: str) -> int | None:
    """Return the whole number that a text is: in any digits, as a word or as a place («سوم»)."""
    said = fold(text).strip(" .،").rstrip("-):")
    return int(said) if said.isdecimal() and len(said) < _LONGEST else _WORDS.get(said)


def number(text: str) -> float | None:
    """Return the one number that a text names, perhaps with a unit beside it («حدود ۳ نفر»); else None."""
    said = _THOUSANDS.sub("", fold(text))
    words = said.split()
    found = _NUMBER.findall(said)
    if len(found) == 1 and len(words) <= _MOST_WORDS and not re.search(r"\d", said.replace(found[0], "", 1)):
        return _tidy(float(re.sub(r"[٫/]", ".", found[0]).replace("−", "-")))
    named = [_WORDS[word] for word in words if word in _WORDS]
    return named[0] if len(named) == 1 and not found and len(words) <= _MOST_WORDS - 1 else None


def numbers(text: str) -> list[int] | None:
    """Return the whole numbers of a list («۱، ۳ و ۴»); None where anything else is in it."""
    parts = [part for part in re.split(r"[\s,،؛;.\-]+", fold(text)) if part not in {"", _AND}]
    found = [whole_number(part) for part in parts]
    return [one for one in found if one is not None] if parts and None not in found else None


def _tidy(value: float) -> float:
    return int(value) if value == int(value) else value

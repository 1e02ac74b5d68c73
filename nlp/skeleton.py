"""Consonant skeletons: a rough common spelling of a Persian name and its many Latin renderings.

«وکیل‌آباد», "vakilabad" and "vakil abaad" share one skeleton. Vowels are dropped, letters of one sound are merged.
Skeletons of few consonants collide often; callers ask for a cue or a minimum length.
"""

import re
from difflib import SequenceMatcher

_PERSIAN = {
    "ب": "b", "پ": "p", "ت": "t", "ط": "t", "ث": "s", "س": "s", "ص": "s", "ج": "j", "چ": "c", "ح": "h", "ه": "h",
    "خ": "x", "د": "d", "ذ": "z", "ز": "z", "ض": "z", "ظ": "z", "ر": "r", "ژ": "Z", "ش": "S", "غ": "q", "ق": "q",
    "ف": "f", "ک": "k", "گ": "g", "ل": "l", "م": "m", "ن": "n",
}  # fmt: skip
_DIGRAPHS = (("kh", "x"), ("ch", "c"), ("sh", "S"), ("zh", "Z"), ("gh", "q"), ("ph", "f"), ("ck", "k"))
_LATIN_SINGLE = str.maketrans({"c": "k", "w": "v", "x": "x"})
_VOWELS = re.compile(r"[aeiouyv'’]")
_SHORT = 2
_DOUBLED = re.compile(r"(.)\1+")


def persian_skeleton(form: str) -> str:
    """Return the skeleton of a folded Persian word; «و» and «ی» count as vowels, a final «ه» is silent."""
    body = form[:-1] if form.endswith("ه") and len(form) > _SHORT else form
    return _DOUBLED.sub(r"\1", "".join(_PERSIAN.get(letter, "") for letter in body))


def latin_skeleton(form: str) -> str:
    """Return the skeleton of a word in Latin letters as Iranians type Persian on a Latin keyboard."""
    word = form.lower()
    for pair, one in _DIGRAPHS:
        word = word.replace(pair, one.upper() if one == "c" else one)
    word = word.translate(_LATIN_SINGLE).replace("C", "c")
    body = word[:-1] if word.endswith("h") and len(word) > _SHORT and word[-2] in "aei" else word
    return _DOUBLED.sub(r"\1", _VOWELS.sub("", body))


def persian_sound(form: str) -> str:
    """Return a folded Persian word in sound letters, its written vowels kept."""
    return _DOUBLED.sub(r"\1", "".join(_PERSIAN.get(letter, _LONG_VOWELS.get(letter, "")) for letter in form))


def latin_sound(form: str) -> str:
    """Return a Latin word in the same letters; short e is dropped, since Persian does not write it."""
    word = form.lower()
    for pair, one in _DIGRAPHS:
        word = word.replace(pair, one.upper() if one == "c" else one)
    return _DOUBLED.sub(r"\1", word.translate(_LATIN_SOUNDS).replace("C", "c"))


_LONG_VOWELS = {"ا": "a", "و": "o", "ی": "i"}
_LATIN_SOUNDS = str.maketrans({"c": "k", "w": "o", "v": "o", "u": "o", "y": "i", "e": None, "'": None, "’": None})


def sounds_like(latin: str, persian: str) -> bool:
    """Whether a Latin spelling may stand for a folded Persian word."""
    return SequenceMatcher(None, latin_sound(latin), persian_sound(persian)).ratio() >= _ALIKE


_ALIKE = 0.75

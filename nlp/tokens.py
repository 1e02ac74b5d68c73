"""Words of a raw text with their offsets, folded so that spellings of one word look the same.

Folding is one character to one character: an offset in the folded text is an offset in the original. What must
vanish (harakat, tatweel) becomes a tatweel and is dropped from the word's form only.
"""

import re
from functools import lru_cache
from typing import NamedTuple

_DROPPED = "ـ"
_SINGLE = {
    "ي": "ی", "ى": "ی", "ئ": "ی", "ے": "ی", "ې": "ی", "ۍ": "ی", "ﻱ": "ی", "ك": "ک", "ڪ": "ک", "ﻙ": "ک",
    "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ؤ": "و", "ة": "ه", "ۀ": "ه", "ە": "ه", "ہ": "ه", "ھ": "ه",
    "\u200c": " ", "\u200b": " ", "\u200d": " ", "\u200e": " ", "\u200f": " ", "\u00a0": " ", "\u202f": " ",
    "\u2007": " ", "\u2066": " ", "\u2067": " ", "\u2068": " ", "\u2069": " ", "\u202a": " ", "\u202b": " ",
    "\u202c": " ", "\ufeff": " ",
}  # fmt: skip
_HARAKAT = [*range(0x0610, 0x061B), *range(0x064B, 0x0660), 0x0670, *range(0x06D6, 0x06DD), *range(0x06DF, 0x06E9)]


def _table() -> dict[int, str]:
    table = {ord(source): target for source, target in _SINGLE.items()}
    table.update(dict.fromkeys(_HARAKAT, _DROPPED))
    for zero in (0x06F0, 0x0660, 0xFF10):
        table.update({zero + digit: str(digit) for digit in range(10)})
    return table


_TABLE = {chr(code): target for code, target in _table().items()}
_FOLDABLE = re.compile(f"[{re.escape(''.join(_TABLE))}]")
_CASED = re.compile("[A-Z\u0080-\u05ff\u0700-\uffff\U00010000-\U0010ffff]")  # Arabic script has one case
_WORD = re.compile(r"[0-9]+|[^\W\d_]+")


class Token(NamedTuple):
    """A word or a number: its place in the original text and its folded form."""

    start: int
    end: int
    form: str


def fold(text: str) -> str:
    """Return the text with Arabic letters, digits and invisible marks unified; as long as the original."""
    for character in set(_FOLDABLE.findall(text)):  # a few, each replaced faster than a table translates
        text = text.replace(character, _TABLE[character])
    if not _CASED.search(text):
        return text
    lower = text.lower()
    return lower if len(lower) == len(text) else text


def tokenize(text: str) -> list[Token]:
    """Return the words and numbers of a raw text, in order. A half-space parts words."""
    return tokenize_folded(fold(text))


def tokenize_folded(folded: str) -> list[Token]:
    """Return the words and numbers of a text that is folded already."""
    spans = word_spans(folded)
    tokens = (Token(start, end, form) for (start, end), form in zip(spans, word_forms(folded), strict=True))
    return [token for token in tokens if token.form]


def word_forms(folded: str) -> list[str]:
    """Return the forms alone, in order; empty for a stray tatweel."""
    forms = _WORD.findall(folded)
    return forms if _DROPPED not in folded else [form.replace(_DROPPED, "") for form in forms]


def word_spans(folded: str) -> list[tuple[int, int]]:
    """Return start and end of each of the forms."""
    return _spans(folded, _WORD.findall(folded))


def _spans(folded: str, words: list[str]) -> list[tuple[int, int]]:
    """Where the words of a text stand, one after the other; between two of them nothing looks like a word."""
    spans: list[tuple[int, int]] = []
    end = 0
    for word in words:  # three times faster than to ask each match for its span
        start = folded.index(word, end)
        end = start + len(word)
        spans.append((start, end))
    return spans


class FoldedText(NamedTuple):
    """A text folded, with its words' forms and spans in two lists of one length."""

    folded: str
    forms: list[str]
    spans: list[tuple[int, int]]


@lru_cache(maxsize=8)
def folded_text(text: str) -> FoldedText:
    """Fold and split a text once for the several finders that look at it one after another. Do not change the lists."""
    folded = fold(text)
    forms = _WORD.findall(folded)
    spans = _spans(folded, forms)
    if _DROPPED in folded:
        forms = [form.replace(_DROPPED, "") for form in forms]
    return FoldedText(folded, forms, spans)


def key(name: str) -> str:
    """Return a name folded and written together: «وکیل‌آباد», «وكيل آباد» and «وکیلاباد» have one key."""
    return "".join(token.form for token in tokenize(name))

"""Find names by which a writer introduces or signs: «من … هستم», «اینجانب …», «ارادتمند، …».

A name list only supports a context; alone it would cut street names and ordinary words that are names too.
"""

import re
from functools import cache
from pathlib import Path

from nlp.reading import Span
from nlp.skeleton import latin_skeleton, persian_skeleton
from nlp.tokens import Token, fold, tokenize_folded

DATA = Path(__file__).parent / "data"
_MAX_NAME = 4
_SURNAME_ENDS = (
    "زاده", "پور", "نژاد", "فر", "نیا", "یان", "لو", "وند", "منش", "راد", "چی", "دوست", "خواه", "پرور", "طلب", "نسب",
    "گر", "کیا", "مند", "تبار", "کار", "ی",
)  # fmt: skip
_TITLES = frozenset({"سید", "سیده", "حاج", "حاجی", "حاجیه", "دکتر", "مهندس", "استاد", "اقای", "خانم", "شیخ", "کربلایی", "میرزا"})
_OPENERS = frozenset({"من", "بنده", "اینجانب", "اینجانبه", "حقیر", "منم", "man", "bande"})
_CLOSERS = frozenset({"هستم", "میباشم", "ام", "هسم", "hastam", "hasam"})


@cache
def _names(file: Path) -> frozenset[str]:
    with file.open(encoding="utf-8") as lines:
        return frozenset("".join(token.form for token in tokenize_folded(fold(line.split("\t")[0]))) for line in lines)


class NameFinder:
    """Finds introduced and signed names. Holds first names, surnames and words that are no names."""

    def __init__(self, first: frozenset[str], last: frozenset[str], words: frozenset[str]) -> None:
        self._first = first
        self._last = last
        self._words = words

    @classmethod
    def load(cls) -> "NameFinder":
        """Read the package's lists."""
        return cls(_names(DATA / "first_names.tsv"), _names(DATA / "surnames.txt"), _names(DATA / "common_words.txt"))

    def find(self, folded: str) -> list[Span]:
        """Return introduced and signed names in a folded text."""
        if not _ANY_CUE.search(folded) and len(folded) > _SHORT_TEXT and not _LAST_LINE.search(folded):
            return []
        tokens = tokenize_folded(folded)
        reading = _Names(self, folded, tokens)
        return [Span(tokens[first].start, tokens[last - 1].end, "name") for first, last in reading.ranges()]

    def is_first(self, form: str) -> bool:
        """Tell whether a word is a first name."""
        return form in self._first

    def is_listed_last(self, form: str) -> bool:
        """Tell whether a word is a known family name."""
        return form in self._last

    def is_word(self, form: str) -> bool:
        """Tell whether a word is common in messages and so is no name by itself."""
        return form in self._words

    def is_last(self, form: str) -> bool:
        """Tell whether a word is, or is built like, a family name."""
        if form in self._last:
            return True
        return len(form) > 4 and form.endswith(_SURNAME_ENDS) and form not in self._words  # noqa: PLR2004


_ANY_CUE = re.compile(
    r"هستم|میباشم|می باشم|هسم| ام\b|اینجانب|اسمم|اسم من|نامم|نام من|نام ?خانوادگی|نام پدر|نام ?:|به نام|بنام|فامیل"
    r"|فرزند|تشکر|سپاس|ارادتمند|احترام|مخلص|چاکر|امضا|دوستدار|قربان شما|منم |hastam|hasam|esmam|esme man|tashakor"
)
_LAST_LINE = re.compile(r"[\n.؟!،]\s*\S+(?: \S+){1,3}\s*$")
_SHORT_TEXT = 80


class _Names:
    """The search through one text."""

    def __init__(self, lists: NameFinder, folded: str, tokens: list[Token]) -> None:
        self._lists = lists
        self._folded = folded
        self._tokens = tokens

    def ranges(self) -> list[tuple[int, int]]:
        return []

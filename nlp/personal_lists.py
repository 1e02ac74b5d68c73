"""The lists of names: first names, family names, and words so common in messages that they are no names alone."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from itertools import islice
from pathlib import Path

from nlp.gazetteer_data import word_list
from nlp.name_words import (
    COMMON,
    COMMONEST,
    COMPOUND_ENDS,
    DIVINE_ENDS,
    DIVINE_START,
    DIVINE_WORDS,
    DOINGS,
    FAMILY_STARTS,
    KINDRED,
    LATIN_ENDS,
    LATIN_NAMES,
    NO_NAMES,
    PATRONYMS,
    SHORT_LATIN,
    SHORTEST,
    SURE_PATRONYMS,
    SURNAME_ENDS,
    TRADE_ENDS,
    TRADES,
    VIRTUES,
)
from nlp.personal_evidence import PREDICATES
from nlp.personal_lone_words import SAINTLY
from nlp.remembered import Remembered
from nlp.skeleton import latin_skeleton, persian_skeleton
from nlp.tokens import key

DATA = Path(__file__).parent / "data"
_SHORTEST_BUILT = 5
_SHORTEST_STEM = 3
_LONE = 2500
_CLITICS = ("ه", "ی", "م", "ش", "ت", "ان", "ا", "س", "ن", "ات", "یه", "ست", "و")


def _leading(file: Path, count: int) -> frozenset[str]:
    """Keys of the commonest names, which the file gives first."""
    with file.open(encoding="utf-8") as lines:
        return frozenset(key(line.split("\t")[0]) for line in islice(lines, count))


@cache
def _common_names(first: Path, known: Path) -> frozenset[str]:
    return _leading(first, COMMON) | word_list(known)


@cache
def _latin_names(first: Path, known: Path) -> frozenset[str]:
    """Consonant skeletons of the names most heard; short ones would hit any word."""
    return _skeletons(_leading(first, COMMONEST) | word_list(known))


def _lone_names(first: Path, known: Path, words: frozenset[str]) -> frozenset[str]:
    """First names that are hardly anything else: borne by many.

    The long tail of the public list has words in it that few are called by. What is a common word with an ending
    («برقه») is taken for that word, unless many bear the name.
    """
    usual = _leading(first, COMMON) | word_list(known)
    rare = {
        name
        for name in _leading(first, _LONE)
        if not any(name.endswith(end) and name[: -len(end)] in words for end in _CLITICS)
    }
    return frozenset(name for name in usual | rare if len(name) > SHORTEST) - words - NO_NAMES


def _skeletons(names: Iterable[str]) -> frozenset[str]:
    return frozenset(skeleton for skeleton in map(persian_skeleton, names) if len(skeleton) > SHORTEST)


@dataclass(frozen=True, slots=True)
class NamesRead:
    """What the package's files say, as sets of folded words.

    Attributes:
        first: first names, common or not.
        common: first names that many bear.
        last: family names.
        words: words common in messages.
        latin: consonant skeletons of the names most heard.
        lone: first names that are hardly anything else.
        doubtful_first: first names that are as often a word, a town or a flower.
        doubtful_last: family names that are ordinary words first of all.
        weak_last: family names met in messages as a ware, a street or a public figure.
    """

    first: frozenset[str]
    common: frozenset[str]
    last: frozenset[str]
    words: frozenset[str]
    latin: frozenset[str]
    lone: frozenset[str]
    doubtful_first: frozenset[str]
    doubtful_last: frozenset[str]
    weak_last: frozenset[str]


class NameLists:
    """What is known of names. All questions take a folded word."""

    def __init__(self, read: NamesRead) -> None:
        self._first = (read.first | read.common) - NO_NAMES
        self._common = read.common
        trades = read.words | TRADES | read.doubtful_last | {name for name in read.last if name.endswith(TRADE_ENDS)}
        self._last = read.last - trades
        self._doubtful = read.last & trades
        self._words = read.words
        self._weak_last = read.weak_last
        self._worded_last = read.doubtful_last
        self._latin_last = _skeletons(self._last)
        self._latin = read.latin
        self._lone = read.lone - read.doubtful_first
        self._doubtful_first = read.doubtful_first
        self._no_patronyms = read.words | read.doubtful_last
        self._no_compounds = read.doubtful_first | read.words
        self._listed_last: Remembered[str, bool] = Remembered(self._is_listed_last)
        self._usual_alone = self._first & SAINTLY

    @classmethod
    def load(cls) -> "NameLists":
        """Read the package's lists."""
        first, known = DATA / "first_names.tsv", DATA / "given_names.txt"
        words = word_list(DATA / "common_words.txt")
        read = NamesRead(
            word_list(first),
            _common_names(first, known),
            word_list(DATA / "surnames.txt"),
            words,
            _latin_names(first, known),
            _lone_names(first, known, words),
            word_list(DATA / "doubtful_names.txt"),
            word_list(DATA / "doubtful_surnames.txt"),
            word_list(DATA / "weak_surnames.txt"),
        )
        return cls(read)

    def is_first(self, form: str) -> bool:
        """Tell whether a word is a first name; «…الله» and «…الدین» are, listed or not."""
        return form in self._first or (
            (form.endswith(DIVINE_ENDS) or form.startswith(DIVINE_START))
            and len(form) > _SHORTEST_BUILT
            and form not in self._words
            and form not in DIVINE_WORDS
        )

    def may_be_first(self, form: str) -> bool:
        """Tell whether a word is or is built like a first name, be it an ordinary word too."""
        return form in self._first or form.endswith(DIVINE_ENDS) or form.startswith(DIVINE_START)

    def stands_alone(self, form: str) -> bool:
        """Tell whether a first name needs no word to announce it."""
        return form in self._usual_alone or self.is_sure_first(form) or self._is_myself(form)

    def _is_myself(self, form: str) -> bool:
        """«سولمازم»: a sure first name and «-م»."""
        own = len(form) > _SHORTEST_BUILT and form.endswith("م") and form[:-1] in self._lone
        return own and not (form in self._words or form in self._first)

    def is_sure_first(self, form: str) -> bool:
        """Tell whether a word is a first name and hardly anything else."""
        compound = form.endswith(COMPOUND_ENDS) and self._is_compound(form)
        return form in self._lone or compound or (form.startswith(DIVINE_START) and self.is_first(form))

    def _is_compound(self, form: str) -> bool:
        """«شیرعلی», «ایران‌دخت»: put together of two names, listed or not."""
        stem = form[: -len(next(end for end in COMPOUND_ENDS if form.endswith(end)))]
        return len(stem) >= _SHORTEST_STEM and stem in self._first and form not in self._no_compounds

    def is_usual_first(self, form: str) -> bool:
        """Tell whether a word stands in the lists of first names."""
        return form in self._first

    def is_common_first(self, form: str) -> bool:
        """Tell whether a word is one of the first names most people bear."""
        return form in self._common

    def is_family_name(self, form: str) -> bool:
        """Tell whether a word stands in the list of family names and is no ordinary word."""
        return form in self._last

    def is_last_part(self, form: str) -> bool:
        """Tell whether a word may be the first half of a family name: a name itself, or no ordinary word."""
        return (
            form in self._last
            or form in self._doubtful
            or form in self._first
            or form in VIRTUES
            or form not in self._words
        )

    def is_worded_last(self, form: str) -> bool:
        """Tell whether a family name is an ordinary word first of all, and neither a trade nor a people's name."""
        return form in self._worded_last and form not in self._words and form not in TRADES

    def is_weak_last(self, form: str) -> bool:
        """Tell whether a family name is met in messages as a ware, a street or a public figure too."""
        thing = (
            form.endswith("ی")
            and form[:-1] in self._words
            and (form[:-1] not in self._first or form[:-1] in PREDICATES)
        )
        return thing or form in self._weak_last

    def is_latin_first(self, form: str) -> bool:
        """Tell whether a Latin word sounds like one of the commonest first names."""
        return form.isascii() and (form in SHORT_LATIN or form in LATIN_NAMES or latin_skeleton(form) in self._latin)

    def is_listed_last(self, form: str) -> bool:
        """Tell whether a word is a known family name, or plainly one: a father's name and «زاده», «پور», «نژاد»."""
        return self._listed_last[form]

    def is_latin_last(self, form: str) -> bool:
        """Tell whether a Latin word sounds like a known family name and ends like one."""
        return form.endswith(LATIN_ENDS) and latin_skeleton(form) in self._latin_last

    def is_doubtful_last(self, form: str) -> bool:
        """Tell whether a word is a family name and a common word too, as «کشاورزی»."""
        return form in self._doubtful

    def is_doubtful_first(self, form: str) -> bool:
        """Tell whether a first name is as often a word, a town or a flower; saints' names are none."""
        return form in self._doubtful_first and form not in SAINTLY

    def is_word(self, form: str) -> bool:
        """Tell whether a word is common in messages and so is no name by itself."""
        return form in self._words

    def is_last(self, form: str) -> bool:
        """Tell whether a word is, or is built like, a family name."""
        if self.is_listed_last(form):
            return True
        built = len(form) >= _SHORTEST_BUILT and form.endswith(SURNAME_ENDS) and form not in self._words
        return built and not form.endswith(DOINGS)

    def _is_listed_last(self, form: str) -> bool:
        return form in self._last or self._is_patronym(form) or self._is_prefixed(form)

    def _is_prefixed(self, form: str) -> bool:
        """«حاج‌صادقی», «پورعظیمی»: a known family name with a word before it."""
        if not form.startswith(FAMILY_STARTS) or form in self._no_patronyms or form in self._first:
            return False
        return any(
            form.startswith(start) and len(form) - len(start) >= _SHORTEST_BUILT and form[len(start) :] in self._last
            for start in FAMILY_STARTS
        )

    def _is_patronym(self, form: str) -> bool:
        if len(form) < _SHORTEST_BUILT or not form.endswith(PATRONYMS) or form in self._no_patronyms:
            return False
        ending = next(end for end in PATRONYMS if form.endswith(end))
        stem = form[: -len(ending)]
        if ending == "لو" and form[:-1] in self._words:
            return False  # «مشکلو» is «مشکل را»
        if len(stem) < _SHORTEST_STEM or stem in KINDRED:
            return False
        return stem in self._first if ending not in SURE_PATRONYMS else stem not in self._words or stem in self._first

"""The only place that touches hazm: its tables and rules, without the parts a bot cannot afford.

Built as documented, hazm's Normalizer and Lemmatizer keep three copies of a 190,000-word list and half a million
verb forms (280 MB), and its package pulls scipy and scikit-learn in through nltk (4 s, 90 MB). Here the word list is
read once and shared, only one-word verb forms are kept, and the optional imports are refused while hazm is loaded.
"""

import os
import re
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cache
from itertools import chain
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from hazm.lemmatizer import Lemmatizer
    from hazm.normalizer import Normalizer
    from hazm.word_tokenizer import WordTokenizer

ZWNJ = "\u200c"

_OPTIONAL = ("sklearn", "scipy", "matplotlib", "pandas")
_NOTHING = Path(os.devnull)
_FREQUENT, _LISTED = (1, ()), (0, ())
_REPEATED = re.compile(r"([^\W\d_])\1{2,}")

# Prefixes and suffixes that hazm's AFFIX_SPACING_PATTERNS joins whatever stands beside them.
_PREFIXES = frozenset({"می", "نمی"})
_SUFFIXES = frozenset({"ها", "های", "هایی", "هاي", "تر", "ترین", "گر", "گری"})
_LOOSE = _PREFIXES | _SUFFIXES


class Hazm(Protocol):
    """What the rest of the package asks of hazm."""

    def tokenize(self, text: str) -> list[str]:
        """Split a text at spaces and punctuation; every token is a piece of the text."""

    def join_affixes(self, tokens: Sequence[str]) -> list[str]:
        """Join loose affixes to their word with a half-space («می روم» is one word)."""

    def calm(self, word: str) -> str:
        """Take back letters repeated for stress («سلاممم»)."""

    def known(self, word: str) -> bool:
        """Whether the word list or the conjugation table has this form."""

    def lemma(self, word: str) -> str:
        """The dictionary form; verbs as past#present stem."""

    def words(self) -> Mapping[str, object]:
        """Every listed word."""


class _SharedHazm:
    def __init__(
        self,
        normalizer: "Normalizer",
        tokenizer: "WordTokenizer",
        lemmatizer: "Lemmatizer",
        suffixes: frozenset[str],
    ) -> None:
        self._normalizer = normalizer
        self._lemmatizer = lemmatizer
        self._suffixes = suffixes
        self._seconds = suffixes | _behind_half_spaces(lemmatizer)
        self.tokenize = tokenizer.tokenize

    def join_affixes(self, tokens: Sequence[str]) -> list[str]:
        spaced: list[str] = []
        seconds, left = self._seconds, ""
        for token in tokens:
            if left and token in seconds and self._is_one_word(left, token):
                spaced[-1] = left = f"{left}{ZWNJ}{token}"
            else:
                spaced.append(token)
                left = token
        return spaced if _LOOSE.isdisjoint(spaced) else self._with_loose_affixes(spaced)

    def _is_one_word(self, left: str, right: str) -> bool:
        """Hazm's rule for two tokens (Normalizer.token_spacing)."""
        joined = f"{left}{ZWNJ}{right}"
        words = self._lemmatizer.words
        if joined in self._lemmatizer.verbs or words.get(joined, _LISTED)[0] > 0:
            return True
        return right in self._suffixes and left in words

    def _with_loose_affixes(self, tokens: list[str]) -> list[str]:
        joined: list[str] = []
        for token in tokens:
            if joined and (joined[-1] in _PREFIXES or (token in _SUFFIXES and len(joined[-1]) > 1)):
                joined[-1] += ZWNJ + token
            else:
                joined.append(token)
        return joined

    def calm(self, word: str) -> str:
        return self._normalizer.decrease_repeated_chars(word) if _REPEATED.search(word) else word

    def known(self, word: str) -> bool:
        return word in self._lemmatizer.words or word in self._lemmatizer.verbs

    def lemma(self, word: str) -> str:
        return str(self._lemmatizer.lemmatize(word))

    def words(self) -> Mapping[str, object]:
        words: Mapping[str, object] = self._lemmatizer.words
        return words


@cache
def load() -> Hazm:
    """Build the shared parts of hazm once in a process (about 0.6 s, 65 MB with its imports)."""
    with _without_optional_imports():
        from hazm.constants import SUFFIXES  # noqa: PLC0415
        from hazm.lemmatizer import Conjugation, Lemmatizer  # noqa: PLC0415 - costs a second: only when asked for
        from hazm.normalizer import Normalizer  # noqa: PLC0415
        from hazm.utils import default_words, verbs_list  # noqa: PLC0415
        from hazm.word_tokenizer import WordTokenizer  # noqa: PLC0415
    lemmatizer = Lemmatizer(words_file=_NOTHING, verbs_file=_NOTHING)
    lemmatizer.words = _read_words(default_words)
    conjugation = Conjugation()
    lemmatizer.verbs = {
        form: verb for verb in reversed(verbs_list()) for form in conjugation.get_all(verb) if " " not in form
    }
    lemmatizer.verbs["است"] = "#است"
    normalizer = Normalizer(correct_spacing=False, decrease_repeated_chars=False, seperate_mi=False)
    normalizer._words = lemmatizer.words  # noqa: SLF001 - one word list for all; its own loader makes another
    normalizer._verbs = lemmatizer.verbs.keys()  # noqa: SLF001
    repeats = _repeat_patterns()
    normalizer.repeated_chars_pattern, normalizer.more_than_two_repeat_pattern = repeats
    tokenizer = WordTokenizer(words_file=_NOTHING, join_verb_parts=False)
    return _SharedHazm(normalizer, tokenizer, lemmatizer, frozenset(SUFFIXES))


def _behind_half_spaces(lemmatizer: "Lemmatizer") -> frozenset[str]:
    """What can be the second part of a known word; few tokens are, so that most pairs need not be tried."""
    forms = chain(lemmatizer.verbs, (word for word, (count, _) in lemmatizer.words.items() if count))
    parts = (form.split(ZWNJ) for form in forms if ZWNJ in form)
    return frozenset(ZWNJ.join(part[first:]) for part in parts for first in range(1, len(part)))


@cache
def character_table() -> dict[int, str]:
    """Hazm's table of one-to-one character replacements (Arabic forms, digits)."""
    with _without_optional_imports():
        from hazm.constants import (  # noqa: PLC0415
            NUMBERS_DST,
            NUMBERS_SRC,
            TRANSLATION_DST,
            TRANSLATION_SRC,
        )
    pairs = [*zip(TRANSLATION_SRC, TRANSLATION_DST, strict=False), *zip(NUMBERS_SRC, NUMBERS_DST, strict=False)]
    return {ord(source): target for source, target in pairs}


@cache
def stock_lemmas() -> Callable[[str], list[str]]:
    """Hazm exactly as its own documentation builds it, for comparisons: 280 MB, so never in a running bot."""
    with _without_optional_imports():
        from hazm.lemmatizer import Lemmatizer  # noqa: PLC0415
        from hazm.normalizer import Normalizer  # noqa: PLC0415
        from hazm.word_tokenizer import WordTokenizer  # noqa: PLC0415
    normalizer, tokenizer, lemmatizer = Normalizer(), WordTokenizer(), Lemmatizer()

    def lemmas(text: str) -> list[str]:
        return [str(lemmatizer.lemmatize(word)) for word in tokenizer.tokenize(normalizer.normalize(text))]

    return lemmas


def _read_words(path: Path) -> dict[str, tuple[int, tuple[str, ...]]]:
    """Hazm's word list; of count and tags only "has it ever been seen" is asked, so two shared values do."""
    words: dict[str, tuple[int, tuple[str, ...]]] = {}
    with path.open(encoding="utf-8") as file:
        for line in file:
            fields = line.strip().split("\t")
            if len(fields) == 3:  # noqa: PLR2004 - word, count, tags
                words[fields[0]] = _LISTED if fields[1] == "0" else _FREQUENT
    return words


def _repeat_patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    letters = "[آابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی]"
    return re.compile(rf"{letters}*({letters})\1{{2,}}{letters}*"), re.compile(rf"({letters})\1{{2,}}")


@contextmanager
def _without_optional_imports() -> Iterator[None]:
    """Refuse what nltk imports if it happens to be installed; a None in sys.modules is Python's way to say so."""
    refused: list[str] = [name for name in _OPTIONAL if name not in sys.modules]
    modules: dict[str, ModuleType | None] = sys.modules  # type: ignore[assignment]
    modules.update(dict.fromkeys(refused))
    try:
        yield
    finally:
        for name in refused:
            del modules[name]

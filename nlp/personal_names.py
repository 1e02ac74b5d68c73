"""Find names by which a writer introduces or signs: «من … هستم», «اینجانب …», «ارادتمند، …».

A name list only supports a context; alone it would cut street names and ordinary words that are names too.
"""

import re

from nlp.mention_words import HOLDERS, PLACES
from nlp.name_words import (
    AFTER_NAME,
    AFTER_SIGNATURE,
    CLITICS,
    CLOSERS,
    FAMILY_TAILS,
    GREETINGS,
    LABEL_WORDS,
    LATIN_STOPS,
    LONE_OPENERS,
    MAX_NAME,
    MOST_FAMILY_WORDS,
    NAME_STARTS,
    NAME_WORDS,
    OPENERS,
    ORIGINS,
    SHORTEST,
    STOPS,
    STREETS,
    THANKS,
    THANKS_MORE,
    TITLES,
)
from nlp.personal_lists import NameLists
from nlp.personal_roles import FIRST, TRIGGER, Roles
from nlp.reading import Span
from nlp.tokens import FoldedText

MOST_TOKENS = 6


class NameFinder:
    """Finds introduced and signed names."""

    def __init__(self, lists: NameLists) -> None:
        self._lists = lists

    def find(self, words: FoldedText, roles: Roles) -> list[Span]:
        """Return introduced and signed names in a folded text."""
        if not roles.all & TRIGGER and not (roles.all & FIRST and _LAST_LINE.search(words.folded[-_LAST_LINE_LENGTH:])):
            return []
        spans = words.spans
        reading = _Names(self._lists, words, roles.each)
        return [Span(spans[first][0], spans[last - 1][1], "name") for first, last in reading.ranges()]


_LAST_LINE = re.compile(r"[\n.؟!،]\s*\S+(?: \S+){1,3}[\s0-9]*$")
_LAST_LINE_LENGTH = 60


class _Names:
    """The search through one text. Ranges are of tokens, the last one exclusive."""

    def __init__(self, lists: NameLists, words: FoldedText, roles: list[int]) -> None:
        self._roles = roles
        self._lists = lists
        self._folded, self._forms, self._spans = words

    def ranges(self) -> list[tuple[int, int]]:
        found: list[tuple[int, int]] = []
        for at, role in enumerate(self._roles):
            if not role & TRIGGER:
                continue
            form = self._forms[at]
            if form in OPENERS:
                found.extend(self._opened(at, form))
            elif form in CLOSERS or (form == "باشم" and self._form(at - 1) == "می"):
                found.extend(self._closed(at))
            elif (
                form in NAME_WORDS
                or (form == "نام" and ":" in self._gap(at + 1))
                or (form in NAME_STARTS and self._form(at + 1) in NAME_STARTS[form])
            ):
                found.extend(self._labelled(at))
            elif form in THANKS:
                found.extend(self._signed(at))
        found.extend(self._last_line())
        return found

    def _form(self, at: int) -> str:
        return self._forms[at] if 0 <= at < len(self._forms) else ""

    def _gap(self, at: int) -> str:
        """Return what stands between a word and the one before it."""
        if not 0 < at < len(self._forms):
            return "\n"
        return self._folded[self._spans[at - 1][1] : self._spans[at][0]]

    def _joined(self, at: int) -> bool:
        return not self._gap(at).strip(" \t.") and self._gap(at) != ". "

    def _name_at(self, first: int, loose: bool = False) -> int:
        """Return the end of the name that begins at a word; the same place when none does.

        A name is titles, first names and a family name. `loose` takes any uncommon word for a family name.
        """
        at = first
        while self._form(at) in TITLES and self._joined(at + 1):
            at += 1
        titled = at > first
        given = at
        while at - first < MAX_NAME and self._is_given(at) and (at == given or self._joined(at)):
            at += 1
        has_given = at > given
        family = at
        while (
            at - family < MOST_FAMILY_WORDS
            and (at == given or self._joined(at))
            and self._is_family(at, loose or has_given)
        ):
            at += 1
        while given < at < first + MOST_TOKENS and self._form(at) in FAMILY_TAILS and self._joined(at):
            at += 1
        if at == family and not has_given:
            return first
        known = self._lists.is_listed_last(self._form(family)) and self._form(family) not in ORIGINS
        return at if has_given or titled or loose or known else first

    def _is_given(self, at: int) -> bool:
        form = self._form(at)
        if not self._lists.is_first(form):
            return False
        following = self._form(at + 1)
        return not self._lists.is_word(form) or (self._joined(at + 1) and self._lists.is_listed_last(following))

    def _is_family(self, at: int, loose: bool) -> bool:
        form = self._form(at)
        if form in CLOSERS or form in STOPS or len(form) < SHORTEST:
            return False
        if self._lists.is_last(form) or (loose and self._lists.is_doubtful_last(form)):
            return True
        return loose and form.isalpha() and not form.isascii() and not self._lists.is_word(form)

    def _opened(self, at: int, form: str) -> list[tuple[int, int]]:
        """«من علی رضایی هستم», «اینجانب علی رضایی فرزند حسن …»."""
        first = at + 1
        if not self._form(first) or "\n" in self._gap(first):
            return []
        if form.isascii():
            return self._latin(first)
        formal = form.startswith(("اینجانب", "حقیر"))
        if self._is_clitic_name(first):
            return [(first, first + 1)]
        if "،" in self._gap(first + 1) and self._is_called(first):
            return [(first, first + 1)]
        end = self._name_at(first)
        if formal and end == first:
            end = self._unlisted(first)
        strong = end - first > 1
        if end == first or not (formal or strong or self._is_closed(end) or self._is_lone_given(first, end)):
            return []
        return [(first, self._with_father(end)), *self._and_another(end)]

    def _unlisted(self, first: int) -> int:
        """«اینجانب آنه‌گل قره‌جه …»: after so formal an opening, words that no message uses are a name."""
        at = first
        while self._form(at) in TITLES and self._joined(at + 1):
            at += 1
        named = at
        while at - named < MAX_NAME and (at == named or self._joined(at)) and self._is_family(at, loose=True):
            at += 1
        return at if at - named > 1 and self._lists.is_last(self._form(at - 1)) else first

    def _and_another(self, end: int) -> list[tuple[int, int]]:
        """«اینجانب علی رضایی و حسن کریمی»."""
        other = self._name_at(end + 1) if self._form(end) == "و" and self._joined(end) else end
        return [(end + 1, other)] if other - end > MOST_FAMILY_WORDS else []

    def _is_clitic_name(self, at: int) -> bool:
        """«من امیرحسینم», «اسمم زهراست»."""
        form = self._form(at)
        if self._lists.is_word(form) or self._lists.is_first(form):
            return False
        stems = (form[: -len(end)] for end in CLITICS if form.endswith(end))
        return any(
            len(stem) > SHORTEST and self._lists.is_first(stem) and not self._lists.is_word(stem) for stem in stems
        )

    def _is_lone_given(self, first: int, end: int) -> bool:
        """«من تایماز از تبریز»: a well-known first name and nothing more."""
        form = self._form(first)
        known = end - first == 1 and self._lists.is_common_first(form) and not self._lists.is_word(form)
        if not known:
            return False
        said = self._form(first - 1) in LONE_OPENERS and bool(self._gap(end).strip())
        return said or (self._form(end) == "از" and self._joined(end))

    def _is_closed(self, at: int) -> bool:
        form = self._form(at)
        return form in CLOSERS or form in ("فرزند", "ساکن") or (form == "می" and self._form(at + 1) == "باشم")

    def _with_father(self, end: int) -> int:
        if self._form(end) == "فرزند":
            father = end + 2 if self._lists.is_first(self._form(end + 1)) else end + 1
            named = max(father, self._name_at(end + 1, loose=True))
            return named if named > end + 1 else end
        return end

    def _closed(self, at: int) -> list[tuple[int, int]]:
        """«علی رضایی هستم», «آقای رضایی هستم», «رضایی هستم»."""
        last = at - 1 if self._form(at) == "باشم" else at
        if self._form(at).isascii():
            return self._latin_closed(at)
        for first in range(max(0, last - MAX_NAME), last):
            between = all(self._joined(index) for index in range(first + 1, last + 1))
            named = between and self._form(first - 1) not in STREETS
            named = named and (self._name_at(first) == last or self._is_rare_name(first, last))
            if named and self._is_introduction(first, last, self._form(at)):
                return [(first, last)]
        return []

    def _is_rare_name(self, first: int, last: int) -> bool:
        """«سلام آنه‌گل قزلباش هستم»: an unlisted first name before a known family name, opening its sentence."""
        if last - first != 2 or self._lists.is_word(self._form(first)) or self._form(first) in STOPS:  # noqa: PLR2004
            return False
        opens = self._gap(first).strip(" \u200c") != "" or self._form(first - 1) in GREETINGS
        return opens and self._lists.is_listed_last(self._form(first + 1)) and self._form(first + 1) not in ORIGINS

    def _is_introduction(self, first: int, last: int, closer: str) -> bool:
        """A single name must open its sentence («مجتمع ۸۰ واحدی‌ام» is none), and «سروده‌ام» is a verb."""
        form = self._form(first)
        if last - first > 1:
            return closer != "ام" or self._lists.is_last(self._form(last - 1)) or form in TITLES
        listed = self._lists.is_first(form) or self._lists.is_listed_last(form)
        opens = self._gap(first).strip(" \u200c") != "" or self._form(first - 1) in GREETINGS
        return listed and opens and not self._lists.is_word(form)

    def _labelled(self, at: int) -> list[tuple[int, int]]:
        """«اسمم علیه», «نام و نام خانوادگی: علی رضایی»."""
        first = at + 1
        while self._form(first) in LABEL_WORDS:
            first += 1
        if self._form(at - 1).removesuffix("ی") in STREETS or self._form(first) in ("شهید", "خیابان"):
            return []
        if self._lists.is_latin_first(self._form(first)):
            return [(first, first + 1)]
        if self._is_clitic_name(first):
            return [(first, first + 1)]
        end = self._name_at(first, loose=self._form(at) != "به" and ":" in self._gap(first))
        if end == first and self._is_called(first):
            return [(first, first + 1)]
        return [(first, self._with_father(end))] if end > first else []

    def _is_called(self, at: int) -> bool:
        """«اسم من باران است», «دختری به اسم نیایش گم شده»: here a word too is a name."""
        form = self._form(at)
        return (
            self._lists.is_common_first(form)
            and form not in PLACES | HOLDERS
            and self._form(at + 1) not in FAMILY_TAILS
        )

    def _signed(self, at: int) -> list[tuple[int, int]]:
        """«با تشکر، رضایی»: the name must close the message, a line, or stand before a number."""
        first = at + 1
        while self._form(first) in THANKS or self._form(first) in THANKS_MORE:
            first += 1
        if "از" in {self._form(index) for index in range(at, first)} and not self._gap(first).strip():
            return []
        if len(self._form(first)) == 1 and self._lists.is_listed_last(self._form(first + 1)):
            return [(first, first + 2)]
        end = self._name_at(first)
        if end == first and self._lists.is_common_first(self._form(first)):
            return [(first, first + 1)] if self._ends_line(first + 1) else []
        if end == first or len(self._forms) - end > AFTER_SIGNATURE:
            return []
        rest = self._gap(end)
        closes = end == len(self._forms) or "\n" in rest or rest.strip() != "" or self._form(end) in AFTER_NAME
        return [(first, end)] if closes or self._form(end).isdigit() else []

    def _ends_line(self, at: int) -> bool:
        return at >= len(self._forms) or "\n" in self._gap(at)

    def _last_line(self) -> list[tuple[int, int]]:
        """A last line or sentence that is a full name and nothing else."""
        count = len(self._forms)
        while count and self._form(count - 1).isdigit():
            count -= 1
        for first in range(max(1, count - MAX_NAME), count - 1):
            if self._gap(first).strip(" \t") and self._name_at(first) == count and self._is_full(first, count):
                return [(first, count)]
        return []

    def _is_full(self, first: int, end: int) -> bool:
        forms = [self._form(at) for at in range(first, end)]
        return any(map(self._lists.is_first, forms[:-1])) and (
            self._lists.is_last(forms[-1]) or not self._lists.is_word(forms[-1])
        )

    def _latin(self, first: int) -> list[tuple[int, int]]:
        for last in range(first + 1, first + MAX_NAME):
            if self._form(last) in CLOSERS:
                return self._latin_closed(last)
        return []

    def _latin_closed(self, at: int) -> list[tuple[int, int]]:
        """Find «mohammad rezaei hastam»."""
        for first in range(max(0, at - 3), at):
            stopped = any(self._form(index) in LATIN_STOPS for index in range(first, at))
            if not stopped and self._lists.is_latin_first(self._form(first)):
                return [(first, at)]
        return []

"""Words parted by a half-space put together where they are one name: «تقی‌زاده», «کوه‌پیما», «امیر‌حسین».

Folding turns a half-space into a space, which suits verbs and plurals. A name's parts mean nothing each by itself.
"""

from itertools import pairwise

from nlp.name_words import (
    COMPOUND_ENDS,
    DIVINE_ENDS,
    FAMILY_STARTS,
    HALF_ENDINGS,
    HALF_STARTS,
    KINDRED,
    NO_DIVINE,
    SPLIT_ENDS,
    SPLIT_STARTS,
    SURE_PATRONYMS,
)
from nlp.personal_lists import NameLists
from nlp.remembered import Remembered
from nlp.tokens import FoldedText

HALF_SPACE = "\u200c"
_KURDISH = (*"ڕڵێۆڤە", "ئه")
_OF = ("ای", "یی")
_FAMILY_ENDS = frozenset(
    {
        "مهر",
        "پناه",
        "خواه",
        "فرد",
        "راد",
        "دوست",
        "منش",
        "تبار",
        "کیا",
        "پرست",
        "نیا",
        "فر",
        "زایی",
        "وند",
        "جو",
        "اندیش",
    }
)
_SHORTEST_VIRTUE = 3
_COLLOQUIAL = ("زادم", "پورم", "نژادم")
_SHORTEST_PLACE = 4
_LETTERS = str.maketrans("ڕڵێۆڤ", "رلیوو")


class Halves:
    """Joins the halves of names; what two words make is remembered."""

    def __init__(self, lists: NameLists) -> None:
        self._lists = lists
        self._is_one: Remembered[tuple[str, str], bool] = Remembered(lambda pair: _is_one_name(*pair, lists))

    def join(self, text: str, words: FoldedText) -> FoldedText:
        """Return the words of a text with the halves of names joined; the very same words when nothing is."""
        if not text.isascii() and _is_kurdish(text):
            words = _read_kurdish(text, words, self._lists)
        if not SPLIT_ENDS.isdisjoint(words.forms) and self._has_split(words.forms):
            words = self._unsplit(words)
        if HALF_SPACE not in text:
            return words
        is_one, forms, spans = self._is_one, words.forms, words.spans
        parts = [
            at
            for at, (start, _) in enumerate(spans)
            if at
            and text[start - 1] == HALF_SPACE
            and start - 1 == spans[at - 1][1]
            and is_one[forms[at - 1], forms[at]]
        ]
        return self._joined(text, words) if parts else words

    def _has_split(self, forms: list[str]) -> bool:
        return any(right in SPLIT_ENDS and self._is_split(left, right) for left, right in pairwise(forms))

    def _unsplit(self, words: FoldedText) -> FoldedText:
        """«ام البنین», «روح انگیز»: a first name in two words."""
        forms: list[str] = []
        spans: list[tuple[int, int]] = []
        for form, span in zip(words.forms, words.spans, strict=True):
            near = bool(forms) and span[0] - spans[-1][1] == 1 and words.folded[span[0] - 1] == " "
            if near and form in SPLIT_ENDS and self._is_split(forms[-1], form):
                forms[-1] += form
                spans[-1] = (spans[-1][0], span[1])
            else:
                forms.append(form)
                spans.append(span)
        return FoldedText(words.folded, forms, spans) if len(forms) < len(words.forms) else words

    def _is_split(self, left: str, right: str) -> bool:
        if left + right == "بیبی":
            return True
        first = left in SPLIT_STARTS or right in DIVINE_ENDS or right == "اله"
        whole = left + right.replace("اله", "الله") if right == "اله" else left + right
        return first and self._lists.is_usual_first(whole) and whole not in NO_DIVINE

    def _joined(self, text: str, words: FoldedText) -> FoldedText:
        forms: list[str] = []
        spans: list[tuple[int, int]] = []
        for form, (start, end) in zip(words.forms, words.spans, strict=True):
            if forms and text[spans[-1][1] : start] == HALF_SPACE and self._is_one[forms[-1], form]:
                forms[-1] += form
                spans[-1] = (spans[-1][0], end)
            else:
                forms.append(form)
                spans.append((start, end))
        return FoldedText(words.folded, forms, spans)


def _is_kurdish(text: str) -> bool:
    return any(letter in text for letter in _KURDISH)


def _is_built_name(left: str, right: str, lists: NameLists) -> bool:
    """Tell whether the right half makes a name of the left: «ایران‌دخت», «عدالت‌خواه», «حسن‌زادم», «قره‌جه‌ای»."""
    whole, unknown = left + right, not lists.is_word(left + right)
    long = len(left) >= _SHORTEST_PLACE
    return (
        whole == "بیبی"
        or (right == "اقا" and lists.is_sure_first(whole))
        or (right in COMPOUND_ENDS and lists.is_sure_first(whole))
        or (right in _FAMILY_ENDS and len(left) >= _SHORTEST_VIRTUE and lists.is_last_part(left) and unknown)
        or (left in FAMILY_STARTS and lists.is_listed_last(right) and unknown)
        or (right in _COLLOQUIAL and lists.is_first(left))
        or (right in SURE_PATRONYMS and left not in KINDRED and unknown)
        or (right in _OF and long and not lists.is_word(left) and not lists.is_first(left))
    )


def _is_one_name(left: str, right: str, lists: NameLists) -> bool:
    """A listed name is; of others no part may be an ordinary word. «علی‌رضایی», two names without a space, stay two."""
    if _is_built_name(left, right, lists):
        return True
    if right in HALF_ENDINGS or left in HALF_STARTS or right.isdigit() or left.isdigit():
        return False
    whole = left + right
    if lists.is_first(whole) or lists.is_listed_last(whole):
        return True
    return not any((lists.is_word(whole), lists.is_word(left), lists.is_word(right), lists.is_first(left)))


def _read_kurdish(text: str, words: FoldedText, lists: NameLists) -> FoldedText:
    """Return the words with the names among them as Persian spells them: «ئه‌حمه‌دی» is «احمدی», «هێمن» is «هیمن»."""
    forms: list[str] = []
    spans: list[tuple[int, int]] = []
    at = 0
    while at < len(words.forms):
        end = at + 1
        while end < len(words.forms) and text[words.spans[end - 1][1] : words.spans[end][0]] == HALF_SPACE:
            end += 1
        name = _persian("".join(words.forms[at:end]))
        if lists.is_first(name) or lists.is_listed_last(name):
            forms.append(name)
            spans.append((words.spans[at][0], words.spans[end - 1][1]))
        else:
            forms.extend(words.forms[at:end])
            spans.extend(words.spans[at:end])
        at = end
    return FoldedText(words.folded, forms, spans)


def _persian(form: str) -> str:
    """Return a folded Kurdish word without the short vowels that Persian leaves unwritten."""
    form = form.translate(_LETTERS)
    if form.startswith("یه"):
        form = "ا" + form[2:]
    return form[:1] + form[1:-1].replace("ه", "") + form[-1:] if len(form) > _SHORTEST_PLACE else form

"""Words parted by a half-space put together where they are one name: «تقی‌زاده», «کوه‌پیما», «امیر‌حسین».

Folding turns a half-space into a space, which suits verbs and plurals. A name's parts mean nothing each by itself.
"""

from nlp.name_words import HALF_ENDINGS, HALF_STARTS
from nlp.personal_lists import NameLists
from nlp.tokens import FoldedText

HALF_SPACE = "\u200c"


def join_halves(text: str, words: FoldedText, lists: NameLists) -> FoldedText:
    """Return the words of a text with the halves of names joined; the very same words when nothing is."""
    if HALF_SPACE not in text:
        return words
    forms: list[str] = []
    spans: list[tuple[int, int]] = []
    for form, (start, end) in zip(words.forms, words.spans, strict=True):
        if forms and text[spans[-1][1] : start] == HALF_SPACE and _is_one_name(forms[-1], form, lists):
            forms[-1] += form
            spans[-1] = (spans[-1][0], end)
        else:
            forms.append(form)
            spans.append((start, end))
    return FoldedText(words.folded, forms, spans) if len(forms) < len(words.forms) else words


def _is_one_name(left: str, right: str, lists: NameLists) -> bool:
    """A listed name is; of others no part may be an ordinary word. «علی‌رضایی», two names without a space, stay two."""
    if right in HALF_ENDINGS or left in HALF_STARTS or right.isdigit() or left.isdigit():
        return False
    whole = left + right
    if lists.is_first(whole) or lists.is_listed_last(whole):
        return True
    return not any((lists.is_word(whole), lists.is_word(left), lists.is_word(right), lists.is_first(left)))

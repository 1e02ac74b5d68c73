"""Is somebody in danger now? Rules, because a missed gas leak costs more than a needless call.

A danger is named by a phrase of the rules, or felt by the trained model and hinted at by a word; it is set aside when
it is denied («خطری ندارد»), a figure of speech or over («پارسال آتش گرفت»). Recall comes first: what is doubtful stays.
"""

import re
from collections.abc import Iterable

from nlp.reading import Span
from nlp.spelling import plain
from nlp.urgency_asides import HINT, LONG_AGO, MENDED, NOT_YET, SET_ASIDE, STILL, THANKED, YEARS_AGO
from nlp.urgency_rules import DANGERS, DANGERS_OF, STEM

URGENT = "urgent"
NORMAL = "normal"
TRIGGER = "urgency"


def find(text: str, words: Iterable[str]) -> Span | None:
    """The words that make a message urgent by the rules; None when no rule speaks.

    Args:
        text: the message.
        words: keys of its words; a rule none of whose words begins so is not tried.
    """
    stems = {word[:STEM] for word in words}
    match = _first(plain(text), stems)
    return Span(match.start(), match.end(), TRIGGER) if match else None


def _first(folded: str, stems: set[str]) -> re.Match[str] | None:
    for place in sorted({place for stem in stems & DANGERS_OF.keys() for place in DANGERS_OF[stem]}):
        match = DANGERS[place].search(folded)
        if match:
            return match
    return None


def is_harmless(text: str) -> bool:
    """Whether a felt danger is none: denied or figurative, hinted at by no word, thanked for, or over."""
    folded = plain(text)
    if SET_ASIDE.search(folded):
        return True
    if not HINT.search(folded):
        return not _is_named(folded)
    if STILL.search(folded) or (NOT_YET.search(folded) and not YEARS_AGO.search(folded)):
        return False
    if THANKED.search(folded):
        return True
    over = bool(LONG_AGO.search(folded) or MENDED.search(folded))
    return over and not any(map(_is_named, filter(_is_present, _SENTENCE_END.split(folded))))


def _is_named(folded: str) -> bool:
    return any(rule.search(folded) for rule in DANGERS)


def _is_present(sentence: str) -> bool:
    """Whether nothing in a sentence says that its danger is over."""
    return not LONG_AGO.search(sentence) and not MENDED.search(sentence)


_SENTENCE_END = re.compile(r"[.!؟?؛]+")

"""What the writer wants: complaint, criticism, suggestion, appreciation, request or question.

The trained model weighs the kinds; formulas that are hard to mistake add a little to theirs.
"""

import re
from collections.abc import Sequence
from types import MappingProxyType

from nlp.spelling import plain
from nlp.vectors import Floats

COMPLAINT = "complaint"

# How much a formula adds to the margin of its kind; margins run from about -1 (not this) to 1 (this).
_FORMULAS = (
    (
        "appreciation",
        0.1,
        re.compile(
            r"دست\w*\s?(?:تون|شون|ش|شان|تان|ت)?\s?درد\s?نکن|(?:تشکر|قدردانی|تقدیر|سپاسگزاری?)\s(?:می\s?کن|کن|دار|از)|دم\S*\sگرم|"
            r"خدا\s(?:خیر|قوت)|خداقوت|آفرین|دست\s?مریزاد|احسنت|ممنون\w*\sاز|کیف\sکرد"
        ),
    ),
    (
        "suggestion",
        0.1,
        re.compile(
            r"پیشنهاد|کاش\b|ای\s?کاش|کاشکی|بهتر\s(?:است|نیست|نبود|بود|میشه)|بهتره|خوب\s?(?:ه|است|میشه|می\s?شود)\s(?:که|اگر|اگه)|"
            r"چطوره\sکه|چرا\s(?:یه|یک)\s\S+\s\S*\s?نمی\s?(?:ذار|گذار|زن|ساز)"
        ),
    ),
    (
        "request",
        0.1,
        re.compile(
            r"خواهشمند|تقاضا\w*|درخواست|استدعا|لطفا|خواهش\s?می|خواهشا|رسیدگی\s(?:کن|فرما|بفرما|شود|بشه)|بفرمایید|"
            r"بگذارید\b|بذارید\b|بذارین\b|بزنید\b|بزنین\b|بفرستید|بفرستین|درست\w*\sکنی[دن]"
        ),
    ),
    (
        "question",
        0.1,
        re.compile(
            r"(?:چه\s?جوری|چطور|چگونه|کجا|چه\s?ساعت\S*|چه\s?زمان\S*|کی\s(?:باز|میاد|شروع|تموم|افتتاح)|چند\s|چقدر|آیا|چیه|چیست|کدوم|کدام|"
            r"باید\sچیکار|باید\sچه|میشه\sبگ|می\s?شود\sبگ)[^.!؟?]*[؟?]"
        ),
    ),
)
_LARGEST_GAIN = 0.0
_FORMULA = MappingProxyType({kind: (gain, pattern) for kind, gain, pattern in _FORMULAS})


def find(text: str, kinds: Sequence[str], margins: Floats) -> str:
    """Code of the kind with the best margin, formulas added.

    Args:
        text: the message.
        kinds: codes in the order of the margins.
        margins: the trained model's.
    """
    found = margins.tolist()
    best = max(range(len(found)), key=found.__getitem__)
    most = found[best]
    folded = ""
    for number, kind in enumerate(kinds):
        gain, pattern = _FORMULA.get(kind, (0.0, None))
        if pattern is None or found[number] + gain <= most - _LARGEST_GAIN:
            continue
        folded = folded or plain(text)
        if pattern.search(folded):
            found[number] += gain
    return kinds[max(range(len(found)), key=found.__getitem__)] if found else COMPLAINT

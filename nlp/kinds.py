"""What the writer wants: complaint, criticism, suggestion, appreciation, request or question."""

import re

_RULES = (
    ("appreciation", re.compile(r"دست\w*\s?(?:تون|شون|ش|شان|تان)?\s?درد\s?نکن|تشکر|سپاس(?!گزار\s*م?ی?شو)|ممنونم?\sاز|دم\S*\sگرم|قدردان|خدا\s(?:خیر|قوت)|خداقوت|آفرین")),
    ("suggestion", re.compile(r"پیشنهاد|کاش|بهتر\s(?:است|نیست|نبود)|خوب(?:ه|\sاست)\sکه|چطور(?:ه|\sاست)\sکه|می\s?شود\sبه\s?جای")),
    ("question", re.compile(r"(?:چه\s?جور|چطور|کجا|چه\sساعت|کی\s|چند\s|چقدر|آیا|چیه|چیست)[^.!]*[؟?]\s*$")),
    ("request", re.compile(r"خواهشمند|تقاضا|درخواست|استدعا|لطفا|لطفاً|خواهش|رسیدگی\s(?:کنید|فرمایید|بفرمایید)|بفرمایید")),
    ("criticism", re.compile(r"چرا\s|به\sجای\s|مگر\s|مگه\s|فقط\sبلد")),
)


def find(text: str) -> str:
    """Code of the kind, by the first rule that fits; a complaint when none does."""
    for kind, pattern in _RULES:
        if pattern.search(text):
            return kind
    return "complaint"

"""Is somebody in danger now? Rules, because a missed gas leak costs more than a needless call.

A danger is named by a phrase of these rules or felt by the trained model; it is set aside when it is denied
(«خطری ندارد») or over («پارسال آتش گرفت»). Recall comes first: what is doubtful stays urgent.
"""

import re
from collections.abc import Iterable

from nlp.reading import Span
from nlp.spelling import plain

URGENT = "urgent"
NORMAL = "normal"
TRIGGER = "urgency"

_GAP = r"(?:\s+\S+){0,3}?\s+"
_DANGERS = (
    r"(?:چاه|چاهی|دهن?انه\sچاه)" + _GAP + r"(?:باز(?!\s?کن)\b|بازه|بی\s?در|بدون\sدر|روباز|سرباز|افتاد\w*|فرو\b)",
    r"در\sچاه\w*" + _GAP + r"(?:نیست|ندار\w*|شکست\w*|برداشت\w*|بردن\w*|دزدید\w*)",
    r"(?:دریچه|منهول|درپوش)\w*" + _GAP + r"(?:باز\b|ندار\w*|شکست\w*|نیست|دزدید\w*|برداشت\w*|افتاد\w*|بی)",
    r"(?:کابل|سیم)\w*" + _GAP + r"(?:لخت|پاره|افتاد\w*|آویزان|آویزون|جرقه|بیرون|ول)",
    r"سیم\s?(?:های\s?)?برق" + _GAP + r"(?:افتاد\w*|پاره|لخت|رو\w*\sزمین)",
    r"جرقه\s?(?:می\s?)?زن\w*",
    r"برق\s?(?:گرفت\w*|می\s?گیر\w*)",
    r"بوی\s(?:شدید\s)?گاز",
    r"(?:نشت|نشتی)\s(?:شدید\s)?گاز",
    r"آتش\s?(?:گرفت\w*|سوزی|می\s?سوز\w*)",
    r"آتیش\s?(?:گرفت\w*|می\s?گیر\w*)",
    r"در\sحال\s(?:سوختن|ریزش|فرو\s?ریختن|ریختن|سقوط)",
    r"(?:دیوار|سقف|ساختمان|ساختمون|آوار|تیر|درخت|داربست|گود)\w*"
    + _GAP
    + r"(?:می\s?ریز\w*|ریخت\w*|در\sحال\sریزش|داره\s(?:می\s?ریزه|میاد|می\s?افته)|کج\sشده|ترک\s(?:خورده|برداشته)|"
    r"فرو\s?ریخت\w*|ریزش)",
    r"(?:فاضلاب|کثافت)\w*" + _GAP + r"(?:(?:تو|توی|داخل|به|در)\s)(?:خانه|خونه|زیر\s?زمین|اتاق|منزل|آشپزخانه|حمام)",
    r"(?:زمین|خیابان|خیابون|کوچه|آسفالت)\w*" + _GAP + r"(?:فرو\s?نشست\w*|دهان\sباز|نشست\sکرد\w*)",
    r"(?:بچه|کودک|پیرمرد|پیرزن|نفر|عابر|دختر|پسر|موتوری)\w*" + _GAP + r"(?:افتاد\w*\sتو\w*|سقوط\sکرد\w*|زخمی|کشته)",
    r"هر\sلحظه\s(?:ممکن|امکان|احتمال)\w*",
    r"خطر\s(?:جانی|مرگ|ریزش|برق\s?گرفتگی|انفجار|سقوط|آتش\s?سوزی)",
    r"(?:همین\sالان|الان|هم\s?اکنون)" + _GAP + r"(?:آتش\w*|آتیش\w*|می\s?سوز\w*|دود|خون\w*|گیر\sکرد\w*)",
    r"گیر\s?افتاد\w*",
    r"سیل\s(?:اومد|آمد|راه\sافتاد)\w*",
)
_DANGER = re.compile("|".join(f"(?:{pattern})" for pattern in _DANGERS))
_OVER = re.compile(
    r"پارسال|سال\sگذشته|سال\sپیش|ماه\sپیش|ماه\sگذشته|سال\sقبل|هفته\s(?:پیش|گذشته|قبل)|قبلا|قدیم|درست\sشد|تعمیر\sشد|"
    r"خاموش\s(?:شد|کردند|کردن)|جمع\sشد|ممنون|تشکر|سپاس|دست\w*\sدرد\sنکن\w*|خدا\sرا\sشکر|خداروشکر|به\sموقع\sرسید\w*"
)
# Denied outright, or a well-cleaner's advertisement and no well.
_DENIED = re.compile(r"خطری?\s(?:ندار\w*|نیست)|نگرفته|چاه\s?باز\s?کن|لوله\s?باز\s?کن|تخلیه\s?چاه")
_STILL = re.compile(r"هنوز|الان|همین\s?الان|دوباره|همچنان|تا\sحالا|هر\sلحظه|امروز|امشب|دیشب|فوری|اورژانس\w*|زودتر")
# First three letters of every word that a rule begins with.
_STEM = 3
_NAMED = frozenset(
    word[:_STEM]
    for word in (
        "چاه", "دریچه", "دهانه", "دهنه", "منهول", "درپوش", "کابل", "سیم", "جرقه", "برق", "بوی", "نشت", "نشتی",
        "آتش", "اتش", "آتیش", "اتیش", "شعله", "در", "دیوار", "سقف", "ساختمان", "ساختمون", "اوار", "آوار",
        "تیر", "درخت", "داربست", "گود", "شاخه", "سنگ", "نما", "تراس", "بالکن", "فاضلاب", "کثافت", "زمین",
        "خیابان", "خیابون", "کوچه", "اسفالت", "آسفالت", "بچه", "کودک", "پیرمرد", "پیرزن", "نفر", "عابر",
        "دختر", "پسر", "موتوری", "هر", "خطر", "همین", "الان", "هماکنون", "گیر", "سیل", "زنده", "خون", "کپسول",
    )
)  # fmt: skip


def find(text: str, words: Iterable[str]) -> Span | None:
    """The words that make a message urgent by the rules; None when no rule speaks.

    Args:
        text: the message.
        words: keys of its words; without one that names a danger, no rule is tried.
    """
    if _NAMED.isdisjoint(word[:_STEM] for word in words):
        return None
    match = _DANGER.search(plain(text))
    return Span(match.start(), match.end(), TRIGGER) if match else None


def is_past(text: str) -> bool:
    """Whether the danger is denied, or over and thanked for, with no word of «still» or «now»."""
    folded = plain(text)
    if _DENIED.search(folded):
        return True
    return bool(_OVER.search(folded)) and not _STILL.search(folded)

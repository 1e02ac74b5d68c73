"""Is somebody in danger now? Rules, because a missed gas leak costs more than a needless call.

A danger is named by a phrase; it is set aside when it is denied («خطری ندارد»), over («پارسال آتش گرفت») or only
feared in general. Recall comes first: what is doubtful stays urgent.
"""

import re

from nlp.reading import Span

URGENT = "urgent"
NORMAL = "normal"
TRIGGER = "urgency"

_GAP = r"(?:\s+\S+){0,3}?\s+"
_DANGERS = (
    r"چاه\w*" + _GAP + r"(?:باز|بی\s?در|روباز|سرباز|افتاد\w*|فرو)",
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
    r"(?:دیوار|سقف|ساختمان|ساختمون|آوار|تیر|درخت|داربست|گود)\w*" + _GAP
    + r"(?:می\s?ریز\w*|ریخت\w*|در\sحال\sریزش|داره\s(?:می\s?ریزه|میاد|می\s?افته)|کج\sشده|ترک\s(?:خورده|برداشته)|فرو\s?ریخت\w*|ریزش)",
    r"(?:فاضلاب|کثافت)\w*" + _GAP + r"(?:خانه|خونه|زیرزمین|اتاق|حیاط|منزل)",
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
_DENIED = re.compile(r"(?:خطری?\s(?:ندار\w*|نیست)|نشده\sاست|نگرفته)")
_STILL = re.compile(r"هنوز|الان|همین\s?الان|دوباره|همچنان|تا\sحالا|هر\sلحظه|امروز|امشب|دیشب|فوری|اورژانس\w*|زودتر")
_SPELLING = str.maketrans("يكىةۀأإ\u200c\n\t", "یکیههاا   ")


def find(text: str) -> Span | None:
    """The words that make a message urgent; None when nothing does."""
    folded = text.translate(_SPELLING)
    match = _DANGER.search(folded)
    if match is None or _DENIED.search(folded):
        return None
    if _OVER.search(folded) and not _STILL.search(folded):
        return None
    return Span(match.start(), match.end(), TRIGGER)

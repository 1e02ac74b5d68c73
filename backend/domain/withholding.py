"""Whether a message is withheld until a moderator has looked at it.

The rule, in this order: the writer is banned; the words are obscene, or an insult in a message that brings up
nothing; more messages came within an hour or a day than one person writes; the same words came before; the message
sells something or calls people to a channel; what is left after redaction looks as if personal data was missed.
"""

import re
from collections.abc import Mapping
from functools import lru_cache

from backend.domain.concern import Reading
from backend.domain.moderation import Standing, WithholdReason
from backend.domain.offence_words import INSULTS, OBSCENE

MOST_IN_AN_HOUR = 20
MOST_IN_A_DAY = 60
# Somebody may well press twice, or ask again after a while; a third time the same words bring nothing new.
MOST_OF_THE_SAME = 2
_RAISES_NOTHING = frozenset({"nothing"})
_SPELT_OUT = 3
_DIGITS_OF_A_PHONE = 10
_ENOUGH_SALES_WORDS = 2

_FOLD = {
    "ي": "ی", "ى": "ی", "ئ": "ی", "ك": "ک", "أ": "ا", "إ": "ا", "آ": "ا", "ؤ": "و", "ة": "ه", "ۀ": "ه", "\u200c": " ",
    **{chr(zero + digit): str(digit) for zero in (0x06F0, 0x0660) for digit in range(10)},
}  # fmt: skip
_MARKS = re.compile("[\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0640\u200d-\u200f\u202a-\u202e\u2060-\u2069]+")
_DRAWN_OUT = re.compile(r"([^\W\d_])\1{2,}")
_WORD = re.compile(r"[^\W\d_]+")
_LATIN = re.compile("[A-Za-z]")
_SOUNDS = (("oo", "u"), ("ou", "u"), ("ee", "i"), ("q", "gh"))
_TWICE = re.compile(r"([a-z])\1")

_INVITE = re.compile(
    r"(?:t\.me|telegram\.me|ble\.ir|eitaa\.com|rubika\.ir|splus\.ir|chat\.whatsapp\.com)/(?:\+|joinchat|join|group)"
    r"|عضو (?:کانال|گروه|پیج)"
    r"|(?:کانال|پیج|گروه) (?:ما|زیر)\s?(?:رو|را|شوید|بشید|عضو|ببینید|دنبال|فالو|بپیوندید)?(?:\s|$)"
    r"|به (?:کانال|پیج) (?:ما|زیر|تلگرام|ایتا|اینستاگرام)"
)
_CHANNEL_WORDS = ("/", "کانال", "پیج", "گروه")
_LINK = re.compile(
    r"https?://\S+|www\.\S+|(?<![@\w.\-])[a-z0-9\-]{2,}(?<!\d)\.(?:ir|com|net|org|shop|store|online|site)(?![\w@])"
)
_HANDLE = re.compile(r"(?<![\w.])@[a-z]\w{3,}")
_MAP = re.compile(
    r"(?:maps?\.app\.goo\.gl|goo\.gl/maps|google\.[a-z.]+/maps|maps\.google|neshan|nshn\.ir|balad\.ir|openstreetmap)"
)
_DIGIT = re.compile("[0-9]")
_PHONE = re.compile(
    r"(?<!\d)(?:\+?98|0)?9\d{2}[ .\-]?\d{3}[ .\-]?\d{2}[ .\-]?\d{2}(?!\d)|(?<!\d)0\d{2}[ .\-]?\d{8}(?!\d)"
)
_SALES = re.compile(
    r"(?<!\w)(تخفیف\w*|حراج\w*|ارسال رایگان|قیمت مناسب|قیمت استثنایی|ارزانترین|نازلترین|فروش ویژه|فروش فوری|فروش اقساطی"
    r"|سفارش\w*|مشاوره رایگان|کسب درامد|درامد\w* (?:روزانه|ماهانه|میلیونی|دلاری)|وام فوری|وام بدون|بدون ضامن"
    r"|سرمایه گذاری|سیگنال|ارز دیجیتال|شرط بندی|کازینو|فیلترشکن|vpn|استخدام\w*|فوری استخدام|ثبت نام کنید"
    r"|همین حالا|خرید و فروش|به فروش می رسد|به فروش میرسد|فروشی|لاغری|ضمانت بازگشت|پکیج|فالوور)(?!\w)"
)
_RUN_OF_DIGITS = re.compile(r"\d(?:[ \-./]?\d){9,}")
_HARMLESS_BEFORE = re.compile(
    r"پیگیری|رهگیری|پرونده|نامه|قبض|پروانه|سریال|اموال|فاکتور|رسید|تراکنش|ارجاع|شناسه|نوسازی|ردیف|ثبت|اشتراک|قرارداد|تاریخ"
)
_HARMLESS_AFTER = re.compile(r"\s*(?:ریال|تومان|تومن|میلیون|میلیارد|هزار)")
_CUE_REACH = 40
_LABEL = re.compile(r"\[[^\]]*\]")
_ANNOUNCED = ("اسم", "نام", "فامیل")
_NAME_LEFT = re.compile(
    r"(?<!\w)(?:اسم من|اسمم|نام من|نام و نام خانوادگی\w*|نام خانوادگی\w*|فامیلم|فامیلیم|نام پدر\w*)\s?[:،\-]?\s+"
    r"(?!\[|را\b|رو\b|و\b|در\b|هم\b|توی?\b|تو\b|رد\b|نیست\b|نبود\b|ثبت\b|نوشته\b|نمی|نگو|مهم|پنهان|محفوظ|چی|چه)[^\W\d_]{2,}"
)
_NUMBER_LEFT = re.compile(
    r"(?:کد ?ملی|شماره ?(?:ملی|شناسنامه|کارت|شبا|(?:تلفن|تماس|موبایل|همراه)\w*))[^\d\n\[]{0,12}\d{6,}"
)


def withholding(text: str, reading: Reading, standing: Standing) -> WithholdReason | None:
    """Return why a message waits for a moderator, or None if it is taken as it came.

    `reading` may be empty, since a citizen is answered even when the reader is away: personal data is then judged
    once the text was read.
    """
    if standing.is_banned:
        return WithholdReason.BANNED
    if is_offensive(text, reading):
        return WithholdReason.OFFENSIVE
    if standing.last_hour >= MOST_IN_AN_HOUR or standing.last_day >= MOST_IN_A_DAY:
        return WithholdReason.FLOOD
    if standing.same_text >= MOST_OF_THE_SAME:
        return WithholdReason.REPEATED
    return _by_content(text, reading)


def _by_content(text: str, reading: Reading) -> WithholdReason | None:
    if is_advert(text, reading):
        return WithholdReason.ADVERT
    return WithholdReason.PERSONAL if may_hold_personal_data(reading.redacted) else None


def is_offensive(text: str, reading: Reading) -> bool:
    """Say whether the words are obscene, or an insult and nothing else; in Latin letters, too.

    What was written in Latin letters is looked up as it is spelt, and as the reader brought it back to Persian: the
    reader knows many spellings, yet takes a word that is in no vocabulary for one that is.
    """
    told = [words_of(text), words_of(" ".join(reading.lemmas))]
    if any(_has_any(words, _OBSCENE) for words in told):
        return True
    return _brings_up_nothing(reading) and any(_has_any(words, _INSULTS) for words in told)


def is_advert(text: str, reading: Reading) -> bool:
    """Say whether a message calls to a channel, or sells: by a link or a telephone number beside words of selling."""
    folded = _folded(text)
    if any(word in folded for word in _CHANNEL_WORDS) and _INVITE.search(folded):
        return True
    has_link = "." in folded and any(not _MAP.search(found) for found in _LINK.findall(folded))
    if has_link and _brings_up_nothing(reading):
        return True
    if has_link or ("@" in folded and _HANDLE.search(folded)):
        return _SALES.search(folded) is not None
    if len(_DIGIT.findall(folded)) < _DIGITS_OF_A_PHONE or not _PHONE.search(folded):
        return False
    return len(set(_SALES.findall(folded))) >= _ENOUGH_SALES_WORDS


def may_hold_personal_data(redacted: str) -> bool:
    """Say whether a redacted text looks as if the redaction missed something: a long number, an announced name."""
    folded = _LABEL.sub("[", _folded(redacted))
    if any(word in folded for word in _ANNOUNCED) and _NAME_LEFT.search(folded):
        return True
    return _NUMBER_LEFT.search(folded) is not None or _has_long_number(folded)


def words_of(text: str) -> list[str]:
    """Return the words of a text as the lists spell them: one spelling of each letter, nothing drawn out."""
    words = _WORD.findall(_DRAWN_OUT.sub(r"\1", _folded(text)))
    if _LATIN.search(text):
        words = [_in_one_spelling(word) if word.isascii() else word for word in words]
    return words + _spelt_out(words)


def _in_one_spelling(word: str) -> str:
    """Return a word in Latin letters with each sound written in one way: «koooni» and «kuni» are one word."""
    for written, sound in _SOUNDS:
        word = word.replace(written, sound)
    return _TWICE.sub(r"\1", word)


def _spelt_out(words: list[str]) -> list[str]:
    """Put together what was taken apart to get past a list: «ک.س.ک.ش»."""
    found, run = [], ""
    for word in [*words, "  "]:
        if len(word) == 1:
            run += word
        elif run:
            found += [run] if len(run) >= _SPELT_OUT else []
            run = ""
    return found


def _by_first_word(phrases: frozenset[tuple[str, ...]]) -> Mapping[str, tuple[tuple[str, ...], ...]]:
    firsts = {phrase[0] for phrase in phrases}
    return {first: tuple(phrase for phrase in phrases if phrase[0] == first) for first in firsts}


_OBSCENE, _INSULTS = _by_first_word(OBSCENE), _by_first_word(INSULTS)


def _has_any(words: list[str], phrases: Mapping[str, tuple[tuple[str, ...], ...]]) -> bool:
    return any(
        tuple(words[start : start + len(phrase)]) == phrase
        for start, word in enumerate(words)
        for phrase in phrases.get(word, ())
    )


def _brings_up_nothing(reading: Reading) -> bool:
    return {code for code, _ in reading.topics} <= _RAISES_NOTHING


def _has_long_number(folded: str) -> bool:
    return any(
        not _HARMLESS_BEFORE.search(folded[max(0, found.start() - _CUE_REACH) : found.start()])
        and not _HARMLESS_AFTER.match(folded[found.end() :])
        for found in _RUN_OF_DIGITS.finditer(folded)
    )


@lru_cache(maxsize=4)
def _folded(text: str) -> str:
    text = _MARKS.sub("", text)
    # The few letters that occur, each replaced at a stroke: a table that translates takes ten times as long.
    for letter in _FOLD.keys() & set(text):
        text = text.replace(letter, _FOLD[letter])
    return text.lower()

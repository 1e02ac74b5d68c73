"""Find and hide personal data in a citizen's message.

It runs before anything is shown, exported or trained on, so it prefers to hide too much, except where a number
plainly names something public: 137, line 83, article 100, a year, a price, a tracking code.
Checks of national ids, cards and IBANs are the official ones (mod 11, Luhn, ISO 13616 mod 97).
"""

import re
from collections.abc import Iterable
from functools import cache

from nlp.personal_names import NameFinder
from nlp.reading import Span
from nlp.tokens import folded_text

LABELS = {
    "mobile": "[شمارهٔ همراه]",
    "landline": "[شمارهٔ تلفن]",
    "national_id": "[کد ملی]",
    "card": "[شمارهٔ کارت]",
    "iban": "[شمارهٔ شبا]",
    "account": "[شمارهٔ حساب]",
    "plate": "[پلاک خودرو]",
    "postal_code": "[کد پستی]",
    "email": "[رایانامه]",
    "handle": "[نشانی شبکهٔ اجتماعی]",
    "address": "[نشانی]",
    "name": "[نام]",
}

_S = r"[ \t.\-–—_/()*]{0,3}"
_NOT_IN_NUMBER = r"(?<![0-9])"
_END = r"(?![0-9])"


def _digits(count: int) -> str:
    return rf"[0-9](?:{_S}[0-9]){{{count - 1}}}"


_EMAIL = re.compile(
    r"[a-z0-9][a-z0-9._%+\-]*(?:\s?@\s?|\s?\(at\)\s?|\sat\s(?=[a-z0-9\-]+\s?(?:\.|dot)))"
    r"[a-z0-9\-]+(?:(?:\s?\.\s?|\sdot\s)[a-z0-9\-]+)*(?:\s?\.\s?|\sdot\s)[a-z]{2,8}\b"
)
_HANDLE = re.compile(
    r"(?<![a-z0-9._])@[a-z0-9_][a-z0-9_.]{2,}"
    r"|(?:https?://)?(?:www\.)?(?:t\.me|telegram\.me|ble\.ir|eitaa\.com|rubika\.ir|instagram\.com|wa\.me|splus\.ir"
    r"|twitter\.com|x\.com)/[+@]?[a-z0-9_.\-/]+"
    r"|(?:ا[یي]\s?د[یي]|ایدیم|\bid\b)(?:\s(?:من|تلگرام\w*|تلگرامم|بله|ایتا|اینستا\w*|روبیکا))*\s?[:：]?\s?"
    r"(?P<bare>[a-z][a-z0-9_.]{3,})"
)
_MOBILE = re.compile(
    rf"{_NOT_IN_NUMBER}(?:(?:\+|00){_S}98{_S}0?{_S}|98(?=9[0-49])|[0o]{_S})9(?:{_S}[0-9]){{9}}{_END}"
    rf"|{_NOT_IN_NUMBER}09[0-49][0-9]{{7,9}}{_END}"
    rf"|{_NOT_IN_NUMBER}9[0-49][0-9][ .\-]?[0-9]{{3}}[ .\-]?[0-9]{{2}}[ .\-]?[0-9]{{2}}{_END}"
)
_LANDLINE = re.compile(
    rf"{_NOT_IN_NUMBER}\(?(?:(?:\+|00){_S}98{_S}|0)[1-8]{_S}[0-9]{_S}[0-9](?:{_S}[0-9]){{7}}{_END}"
    rf"|{_NOT_IN_NUMBER}[2-9](?:[ .\-]?[0-9]){{7}}{_END}"
    rf"|{_NOT_IN_NUMBER}[2-9][0-9]{{6}}{_END}"
)
_TEN = re.compile(rf"{_NOT_IN_NUMBER}{_digits(10)}{_END}")
_SHORT_ID = re.compile(rf"{_NOT_IN_NUMBER}[0-9]{{3,9}}{_END}")
_CARD = re.compile(rf"{_NOT_IN_NUMBER}{_digits(16)}{_END}")
_ACCOUNT = re.compile(rf"{_NOT_IN_NUMBER}[0-9](?:[ .\-/]?[0-9]){{5,17}}{_END}")
_IBAN = re.compile(rf"(?:\bir{_S}|{_NOT_IN_NUMBER}){_digits(24)}{_END}")
_LETTER = r"(?:الف|معلول|تشریفات|[ابپتثجچدذرزژسشصضطظعغفقکگلمنوهی]|alef|be|[a-z]|[♿])"
_REGION = rf"(?:{_S}(?:ایران|iran){_S}[0-9]{{2}})"
_PLATE = re.compile(
    rf"{_NOT_IN_NUMBER}(?:(?:ایران|iran){_S}[0-9]{{2}}{_S})[0-9]{{2}}{_S}{_LETTER}{_S}[0-9]{{3}}{_END}"
    rf"|{_NOT_IN_NUMBER}[0-9]{{2}}{_S}{_LETTER}{_S}[0-9]{{3}}{_REGION}{_END}"
    rf"|{_NOT_IN_NUMBER}[0-9]{{3}}{_S}{_LETTER}{_S}[0-9]{{2}}{_REGION}{_END}"
    rf"|{_NOT_IN_NUMBER}[0-9]{{2}}{_S}(?!و){_LETTER}{_S}[0-9]{{3}}(?:[ \-/|]{{1,3}}[0-9]{{2}})?{_END}"
    rf"|(?<=موتور )پلاک{_S}[0-9]{{3}}{_S}[0-9]{{5}}{_END}"
    rf"|{_NOT_IN_NUMBER}(?:ایران|iran){_S}[0-9]{{3}}{_S}[0-9]{{5}}{_END}"
)
_UNIT_WORD = r"(?:واحد|طبقه|زنگ|بلوک|ورودی|درب|دست|vahed|tabaghe|zang|block)"
_COUNT = (
    r"(?:[0-9]+(?:[/\-][0-9]+)?|اول|دوم|سوم|چهارم|پنجم|ششم|هفتم|هشتم|همکف|زیرزمین|یک|دو|سه|چهار|پنج|شش|هفت|هشت|نه|ده"
    r"|راست|چپ|شرقی|غربی|شمالی|جنوبی|avval|dovom|sevom|do|se)"
)
_MORE = rf"(?:[ \t،,\-–]{{0,3}}(?:و )?{_UNIT_WORD}[ \t:]{{0,2}}{_COUNT}\b)"
_ADDRESS = re.compile(
    rf"(?<!\w)(?:پلاک(?: ثبتی| شماره| منزل| خانه| خونه)?|شماره پلاک|pelake?|pelak e)[ \t:]{{0,3}}(?:[0-9]+(?:[/\-][0-9]+)?|{_COUNT})\b(?! (?:دستگاه|رقم|تا|بار|خودرو|ماشین)){_MORE}*"
    rf"|(?<!\w)(?:طبقه|بلوک|tabaghe|block)[ \t:]{{0,2}}{_COUNT}[ \t،,\-–]{{0,3}}(?:واحد|زنگ|vahed)[ \t:]{{0,2}}{_COUNT}\b{_MORE}*"
    rf"|(?<!\w)واحد[ \t:]{{0,2}}{_COUNT}[ \t،,\-–]{{0,3}}(?:طبقه|زنگ|بلوک)[ \t:]{{0,2}}{_COUNT}\b{_MORE}*"
    rf"|(?<=ساختمان )\w+ واحد[ \t:]{{0,2}}[0-9]+\b|(?<=مجتمع )\w+ واحد[ \t:]{{0,2}}[0-9]+\b|(?<=برج )\w+ واحد[ \t:]{{0,2}}[0-9]+\b"
)
_ONES = r"(?:صفر|یک|دو|سه|چهار|چار|پنج|شش|شیش|هفت|هشت|نه|ده|یازده|دوازده|سیزده|چهارده|پانزده|پونزده|شانزده|شونزده"
_TENS = r"|هفده|هیفده|هجده|هیجده|نوزده|بیست|سی|چهل|پنجاه|شصت|هفتاد|هشتاد|نود"
_HUNDREDS = r"|صد|یکصد|دویست|سیصد|چهارصد|پانصد|پونصد|ششصد|شیشصد|هفتصد|هشتصد|نهصد)"
_NUMBER_WORD = _ONES + _TENS + _HUNDREDS
_SPELLED = re.compile(
    rf"(?<!\w)(?:صفر[ ،]{{0,2}})?نهصد و (?:ده|یازده|دوازده|سیزده|چهارده|پانزده|پونزده|شانزده|شونزده|هفده|هیفده|هجده|هیجده|نوزده|بیست|سی|چهل|نود)"
    rf"(?:[ ،,]{{1,2}}(?:و )?(?:{_NUMBER_WORD}|[0-9]{{2,7}})(?!\w)){{3,}}"
)

_ID_CUE = re.compile(r"کد ?ملی|شماره ?ملی|شناسنامه|ملی(?:م|ام)?\s*[:：]?\s*$|(?:code?|kod) ?melli")
_POST_CUE = re.compile(r"کد ?پستی|code? ?posti|پستی")
_CARD_CUE = re.compile(r"کارت(?:م|ه)?\b|card|kart")
_ACCOUNT_CUE = re.compile(r"شماره ?حساب|حساب(?:م|ه)?\b")
_IBAN_CUE = re.compile(r"شبا|sheba|\bir")
_PHONE_CUE = re.compile(r"تلفن|تماس|شمار[هش]|ثابت|منزل|زنگ|خونه|موبایل|همراه|\bتل\b|tel|tamas|shomar|phone|بگیرید|تل:")
_CODE_CUE = re.compile(
    r"پیگیری|پیگیر|رهگیری|پرونده|نامه|قبض|پروانه|سریال|اموال|فاکتور|رسید|تراکنش|ارجاع|گزارش|درخواست|شناسه|نوسازی"
    r"|ردیف|مبلغ|ثبت|دبیرخانه|کد(?! ?(?:ملی|پستی|پست))|peygiri|rahgiri|parvande|code(?! ?(?:melli|posti))"
)
_MONEY_AFTER = re.compile(r"\s*(?:ریال|تومان|تومن|میلیون|میلیارد|هزار|متر|نفر|کیلو|دلار|toman|rial)")
_OFFICE_CUE = re.compile(
    r"شهرداری|اداره|سازمان|سامانه|پشتیبانی|روابط عمومی|درمانگاه|بیمارستان|اورژانس|اتش ?نشانی|مرکز تماس|دفتر|شرکت"
    r"|کلانتری|ناحیه|منطقه|فرمانداری|استانداری|تلفن ?گویا|ستاد"
)
_OWN_CUE = re.compile(r"منزل|خودم|خونه|خانه|تلفنم|شمارهم|شماره ?ام|شمارم|شماره ?من|من\b|بنده")
_MULTIPLE = 97


def valid_national_id(digits: str) -> bool:
    """Tell whether ten digits are an Iranian national id (weighted sum modulo 11)."""
    if len(digits) != 10 or len(set(digits)) == 1:  # noqa: PLR2004 - the official length
        return False
    rest = sum(int(digit) * (10 - index) for index, digit in enumerate(digits[:9])) % 11
    return int(digits[9]) == (rest if rest < 2 else 11 - rest)  # noqa: PLR2004


def valid_card(digits: str) -> bool:
    """Tell whether sixteen digits pass Luhn's check."""
    if len(digits) != 16 or digits[0] == "0":  # noqa: PLR2004
        return False
    doubled = (int(digit) * (2 - index % 2) for index, digit in enumerate(digits))
    return sum(value - 9 if value > 9 else value for value in doubled) % 10 == 0  # noqa: PLR2004


def valid_iban(digits: str) -> bool:
    """Tell whether the 24 digits after IR leave 1 modulo 97 (ISO 13616)."""
    return len(digits) == 24 and int(digits[2:] + "1827" + digits[:2]) % _MULTIPLE == 1  # noqa: PLR2004


class PersonalData:
    """Finds personal data; holds the name lists, so build it once in a process."""

    def __init__(self, names: NameFinder) -> None:
        self._names = names

    @classmethod
    def load(cls) -> "PersonalData":
        """Build with the package's own lists of names."""
        return cls(NameFinder.load())

    def find(self, text: str) -> tuple[Span, ...]:
        """Return the stretches of personal data in order, none overlapping another."""
        words = folded_text(text)
        folded = words.folded
        found: list[Span] = []
        if _HAS_NUMBERS.search(folded):
            found.extend(_numbers(folded))
        if any(sign in folded for sign in _LINK_SIGNS):
            found.extend(_links(folded))
        if "نهصد" in folded:
            found.extend(Span(match.start(), match.end(), "mobile") for match in _SPELLED.finditer(folded))
        if any(word in folded for word in _ADDRESS_SIGNS):
            found.extend(Span(match.start(), match.end(), "address") for match in _ADDRESS.finditer(folded))
        found.extend(self._names.find(words))
        return _without_overlaps(found)


_HAS_NUMBERS = re.compile(r"[0-9](?:[^0-9]{0,12}[0-9]){2}")
_LINK_SIGNS = ("@", "(at)", " at ", ".me", ".com", ".ir", "ایدی", "ای دی", "id", "wa.me")
_ADDRESS_SIGNS = ("پلاک", "طبقه", "واحد", "بلوک", "pelak", "tabaghe", "block")
_LOCAL_DIGITS = 8  # without the area code; older or rural numbers have seven
_WINDOW = 28


_MOTOR_PLATE = re.compile(rf"{_NOT_IN_NUMBER}[0-9]{{3}}[ \-–/]{{1,3}}[0-9]{{5}}{_END}")
_MOTOR_CUE = re.compile(r"پلاک|موتور")
_HOME_CUE = re.compile(r"تلفن|ثابت|منزل|خونه|خانه|\bتل\b")


def _without_overlaps(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Keep spans in the order of their finders (surest first); later ones only where nothing stands yet."""
    kept: list[Span] = []
    for span in spans:
        if all(span.end <= other.start or span.start >= other.end for other in kept):
            kept.append(span)
    return tuple(sorted(kept, key=lambda span: span.start))


def _links(folded: str) -> Iterable[Span]:
    if "@" in folded or " at " in folded or "(at)" in folded:
        for match in _EMAIL.finditer(folded):
            yield Span(match.start(), match.end(), "email")
    for match in _HANDLE.finditer(folded):
        start = match.start("bare") if match.group("bare") else match.start()
        yield Span(start, match.end(), "handle")


def _numbers(folded: str) -> Iterable[Span]:
    yield from _ibans(folded)
    yield from _cards(folded)
    for match in _PLATE.finditer(folded):
        if not _MONEY_AFTER.match(folded, match.end()):
            yield Span(match.start(), match.end(), "plate")
    for match in _MOTOR_PLATE.finditer(folded):
        if _MOTOR_CUE.search(folded, max(0, match.start() - _WINDOW), match.end() + _WINDOW):
            yield Span(match.start(), match.end(), "plate")
    yield from _ten_digits(folded)
    yield from _phones(folded)
    yield from _accounts(folded)


def _before(folded: str, start: int) -> str:
    """Return what stands shortly before a number in the same sentence."""
    window = folded[max(0, start - _WINDOW) : start]
    for mark in ("\n", ".", "؟", "!"):
        window = window.rsplit(mark, 1)[-1]
    return window


def _last_cue(window: str, *cues: re.Pattern[str]) -> re.Pattern[str] | None:
    """Return the cue that stands nearest to the end of a window."""
    best, best_end = None, -1
    for cue in cues:
        for match in cue.finditer(window):
            if match.end() > best_end:
                best, best_end = cue, match.end()
    return best


def _plain(match: re.Match[str]) -> str:
    return re.sub(r"[^0-9]", "", match.group())


def _ibans(folded: str) -> Iterable[Span]:
    for match in _IBAN.finditer(folded):
        if valid_iban(_plain(match)) or _IBAN_CUE.search(_before(folded, match.start()) + match.group()):
            yield Span(match.start(), match.end(), "iban")


def _cards(folded: str) -> Iterable[Span]:
    for match in _CARD.finditer(folded):
        cue = _last_cue(_before(folded, match.start()), _CARD_CUE, _CODE_CUE)
        if cue is _CARD_CUE or (cue is None and valid_card(_plain(match))):
            yield Span(match.start(), match.end(), "card")


def _ten_digits(folded: str) -> Iterable[Span]:
    for match in _TEN.finditer(folded):
        cue = _last_cue(_before(folded, match.start()), _ID_CUE, _POST_CUE, _CODE_CUE, _PHONE_CUE)
        digits = _plain(match)
        if cue is _ID_CUE:
            yield Span(match.start(), match.end(), "national_id")
        elif cue is _POST_CUE or re.fullmatch(r"[1-9][0-9]{4}[\-–][0-9]{5}", match.group()):
            yield Span(match.start(), match.end(), "postal_code")
        elif cue is None and valid_national_id(digits) and not _MONEY_AFTER.match(folded, match.end()):
            yield Span(match.start(), match.end(), "national_id")
    for match in _SHORT_ID.finditer(folded):
        if len(match.group()) != 10 and _last_cue(_before(folded, match.start())[-14:], _ID_CUE) is _ID_CUE:  # noqa: PLR2004
            yield Span(match.start(), match.end(), "national_id")


def _phones(folded: str) -> Iterable[Span]:
    for match in _MOBILE.finditer(folded):
        bare = match.group().startswith("9") and not match.group().startswith("98")
        cue = _last_cue(_before(folded, match.start()), _PHONE_CUE, _CODE_CUE)
        if not (bare and (cue is _CODE_CUE or _MONEY_AFTER.match(folded, match.end()))):
            yield Span(match.start(), match.end(), "mobile")
    for match in _LANDLINE.finditer(folded):
        if _is_private_landline(folded, match):
            yield Span(match.start(), match.end(), "landline")


def _is_private_landline(folded: str, match: re.Match[str]) -> bool:
    before = _before(folded, match.start())
    if _MONEY_AFTER.match(folded, match.end()):
        return False
    cue = _last_cue(before, _PHONE_CUE, _CODE_CUE)
    length = len(_plain(match))
    full = length > _LOCAL_DIGITS
    if length < _LOCAL_DIGITS and not _HOME_CUE.search(before):
        return False
    if cue is _CODE_CUE or (cue is None and not full):
        return False
    return not _OFFICE_CUE.search(before) or bool(_OWN_CUE.search(before))


def _accounts(folded: str) -> Iterable[Span]:
    for match in _ACCOUNT.finditer(folded):
        if _last_cue(_before(folded, match.start()), _ACCOUNT_CUE, _CODE_CUE, _PHONE_CUE) is _ACCOUNT_CUE:
            yield Span(match.start(), match.end(), "account")


@cache
def _shared() -> PersonalData:
    return PersonalData.load()


def find(text: str) -> tuple[Span, ...]:
    """Return the personal data of a text; the name lists are read once, at the first call."""
    return _shared().find(text)


def redact(text: str, spans: Iterable[Span]) -> str:
    """Return the text with each span replaced by its Persian label. Spans must not overlap."""
    parts: list[str] = []
    position = 0
    for span in sorted(spans, key=lambda span: span.start):
        parts.extend((text[position : span.start], LABELS.get(span.type, "[…]")))
        position = span.end
    parts.append(text[position:])
    return "".join(parts)

"""How personal data and the words around it are written; all patterns meet a folded text (ASCII digits, one ی)."""

import re

_S = r"[ \t.\-–—_/()*]{0,3}"
_NOT_IN_NUMBER = r"(?<![0-9])"
_END = r"(?![0-9])"


def _digits(count: int) -> str:
    return rf"[0-9](?:{_S}[0-9]){{{count - 1}}}"


EMAIL = re.compile(
    r"[a-z0-9][a-z0-9._%+\-]*(?:\s?@\s?|\s?\(at\)\s?|\sat\s(?=[a-z0-9\-]+\s?(?:\.|dot)))"
    r"[a-z0-9\-]+(?:(?:\s?\.\s?|\sdot\s)[a-z0-9\-]+)*(?:\s?\.\s?|\sdot\s)[a-z]{2,8}\b"
)
HANDLE = re.compile(
    r"(?<![a-z0-9._])@[a-z0-9_][a-z0-9_.]{2,}"
    r"|(?:https?://)?(?:www\.)?(?:t\.me|telegram\.me|ble\.ir|eitaa\.com|rubika\.ir|instagram\.com|wa\.me|splus\.ir"
    r"|twitter\.com|x\.com)/[+@]?[a-z0-9_.\-/]+"
    r"|(?:ا[یي]\s?د[یي]|ایدیم|\bid\b)(?:\s(?:من|تلگرام\w*|تلگرامم|بله|ایتا|اینستا\w*|روبیکا))*\s?[:：]?\s?"
    r"(?P<bare>[a-z][a-z0-9_.]{3,})"
)
MOBILE = re.compile(
    rf"{_NOT_IN_NUMBER}(?:(?:\+|00){_S}98{_S}0?{_S}|98(?=9[0-49])|[0o]{_S})9(?:{_S}[0-9]){{9}}{_END}"
    rf"|{_NOT_IN_NUMBER}09[0-49][0-9]{{7,9}}{_END}"
    rf"|{_NOT_IN_NUMBER}9[0-49][0-9][ .\-]?[0-9]{{3}}[ .\-]?[0-9]{{2}}[ .\-]?[0-9]{{2}}{_END}"
)
LANDLINE = re.compile(
    rf"{_NOT_IN_NUMBER}\(?(?:(?:\+|00){_S}98{_S}|0)[1-8]{_S}[0-9]{_S}[0-9](?:{_S}[0-9]){{7}}{_END}"
    rf"|{_NOT_IN_NUMBER}[2-9](?:[ .\-]?[0-9]){{7}}{_END}"
    rf"|{_NOT_IN_NUMBER}[2-9][0-9]{{6}}{_END}"
)
TEN = re.compile(rf"{_NOT_IN_NUMBER}{_digits(10)}{_END}")
SHORT_ID = re.compile(rf"{_NOT_IN_NUMBER}[0-9]{{3,9}}{_END}")
CARD = re.compile(rf"{_NOT_IN_NUMBER}{_digits(16)}{_END}")
ACCOUNT = re.compile(rf"{_NOT_IN_NUMBER}[0-9](?:[ .\-/]?[0-9]){{5,17}}{_END}")
IBAN = re.compile(rf"(?:\bir{_S}|{_NOT_IN_NUMBER}){_digits(24)}{_END}")
_LETTER = r"(?:الف|معلول|تشریفات|[ابپتثجچدذرزژسشصضطظعغفقکگلمنوهی]|alef|be|[a-z]|[♿])"
_REGION = rf"(?:{_S}(?:ایران|iran){_S}[0-9]{{2}})"
PLATE = re.compile(
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
_COMMA = r"[ \t،,\-–]{0,3}"
_PLAQUE = r"(?<!\w)(?:پلاک(?: ثبتی| شماره| منزل| خانه| خونه)?|شماره پلاک|pelake?|pelak e)"
_NOT_COUNTING = r"(?! (?:دستگاه|رقم|تا|بار|خودرو|ماشین))"
ADDRESS = re.compile(
    rf"{_PLAQUE}[ \t:]{{0,3}}(?:[0-9]+(?:[/\-][0-9]+)?|{_COUNT})\b{_NOT_COUNTING}{_MORE}*"
    rf"|(?<!\w)(?:طبقه|بلوک|tabaghe|block)[ \t:]{{0,2}}{_COUNT}{_COMMA}(?:واحد|زنگ"
    rf"|vahed)[ \t:]{{0,2}}{_COUNT}\b{_MORE}*"
    rf"|(?<!\w)واحد[ \t:]{{0,2}}{_COUNT}{_COMMA}(?:طبقه|زنگ|بلوک)[ \t:]{{0,2}}{_COUNT}\b{_MORE}*"
    rf"|(?:(?<=ساختمان )|(?<=مجتمع )|(?<=برج ))\w+ واحد[ \t:]{{0,2}}[0-9]+\b"
)
_ONES = r"(?:صفر|یک|دو|سه|چهار|چار|پنج|شش|شیش|هفت|هشت|نه|ده|یازده|دوازده|سیزده|چهارده|پانزده|پونزده|شانزده|شونزده"
_TENS = r"|هفده|هیفده|هجده|هیجده|نوزده|بیست|سی|چهل|پنجاه|شصت|هفتاد|هشتاد|نود"
_HUNDREDS = r"|صد|یکصد|دویست|سیصد|چهارصد|پانصد|پونصد|ششصد|شیشصد|هفتصد|هشتصد|نهصد)"
_NUMBER_WORD = _ONES + _TENS + _HUNDREDS
SPELLED = re.compile(
    r"(?<!\w)(?:صفر[ ،]{0,2})?نهصد و "
    r"(?:ده|یازده|دوازده|سیزده|چهارده|پانزده|پونزده|شانزده|شونزده|هفده|هیفده|هجده|هیجده|نوزده|بیست|سی|چهل|نود)"
    rf"(?:[ ،,]{{1,2}}(?:و )?(?:{_NUMBER_WORD}|[0-9]{{2,7}})(?!\w)){{3,}}"
)

ID_CUE = re.compile(r"کد ?ملی|شماره ?ملی|شناسنامه|ملی(?:م|ام)?\s*[:：]?\s*$|(?:code?|kod) ?melli")
POST_CUE = re.compile(r"کد ?پستی|code? ?posti|پستی")
CARD_CUE = re.compile(r"کارت(?:م|ه)?\b|card|kart")
ACCOUNT_CUE = re.compile(r"شماره ?حساب|حساب(?:م|ه)?\b")
IBAN_CUE = re.compile(r"شبا|sheba|\bir")
PHONE_CUE = re.compile(r"تلفن|تماس|شمار[هش]|ثابت|منزل|زنگ|خونه|موبایل|همراه|\bتل\b|tel|tamas|shomar|phone|بگیرید|تل:")
CODE_CUE = re.compile(
    r"پیگیری|پیگیر|رهگیری|پرونده|نامه|قبض|پروانه|سریال|اموال|فاکتور|رسید|تراکنش|ارجاع|گزارش|درخواست|شناسه|نوسازی"
    r"|ردیف|مبلغ|ثبت|دبیرخانه|کد(?! ?(?:ملی|پستی|پست))|peygiri|rahgiri|parvande|code(?! ?(?:melli|posti))"
)
MONEY_AFTER = re.compile(r"\s*(?:ریال|تومان|تومن|میلیون|میلیارد|هزار|متر|نفر|کیلو|دلار|toman|rial)")
OFFICE_CUE = re.compile(
    r"شهرداری|اداره|سازمان|سامانه|پشتیبانی|روابط عمومی|درمانگاه|بیمارستان|اورژانس|اتش ?نشانی|مرکز تماس|دفتر|شرکت"
    r"|کلانتری|ناحیه|منطقه|فرمانداری|استانداری|تلفن ?گویا|ستاد"
)
OWN_CUE = re.compile(r"منزل|خودم|خونه|خانه|تلفنم|شمارهم|شماره ?ام|شمارم|شماره ?من|من\b|بنده")
MOTOR_PLATE = re.compile(rf"{_NOT_IN_NUMBER}[0-9]{{3}}[ \-–/]{{1,3}}[0-9]{{5}}{_END}")
MOTOR_CUE = re.compile(r"پلاک|موتور")
HOME_CUE = re.compile(r"تلفن|ثابت|منزل|خونه|خانه|\bتل\b")

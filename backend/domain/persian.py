"""Numbers and dates as Persian readers know them."""

from datetime import datetime, tzinfo

from persiantools.jdatetime import JalaliDate

_DIGITS = str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")
_ANY_DIGITS = str.maketrans("۰۱۲۳۴۵۶۷۸۹٠١٢٣٤٥٦٧٨٩", "01234567890123456789")
MONTHS = (
    "فروردین", "اردیبهشت", "خرداد", "تیر", "مرداد", "شهریور", "مهر", "آبان", "آذر", "دی", "بهمن", "اسفند",
)  # fmt: skip


def digits(value: object) -> str:
    """Return a number or text with Persian digits; a number's point is the Persian one («۰٫۵»)."""
    said = str(value).replace(".", "٫") if isinstance(value, float) else str(value)
    return said.translate(_DIGITS)


def ascii_digits(text: str) -> str:
    """Return a text with its Persian and Arabic digits as ASCII ones."""
    return text.translate(_ANY_DIGITS)


def date_words(moment: datetime, zone: tzinfo) -> str:
    """Return a moment's Jalali date in words: «۳۰ آبان ۱۴۰۵»."""
    day = JalaliDate(moment.astimezone(zone).date())
    return digits(f"{day.day} {MONTHS[day.month - 1]} {day.year}")


def month_words(year: int, month: int) -> str:
    """Return a Jalali month in words: «آبان ۱۴۰۵»."""
    return digits(f"{MONTHS[month - 1]} {year}")


def date_short(moment: datetime, zone: tzinfo) -> str:
    """Return a moment's Jalali date in figures: «۱۴۰۵/۰۸/۳۰»."""
    day = JalaliDate(moment.astimezone(zone).date())
    return digits(f"{day.year}/{day.month:02}/{day.day:02}")

"""A short Persian noun phrase that names a message's concrete problem and its place."""

from collections.abc import Sequence

from nlp.places import district_title
from nlp.problems import UNSPECIFIED, Problems
from nlp.reading import PlaceReading

_APPRECIATION = "appreciation"
_LOCAL_HEADS = (
    "خیابان",
    "بلوار",
    "بزرگراه",
    "آزادراه",
    "جادهٔ",
    "محور",
    "کمربندی",
    "کوچهٔ",
    "بن‌بست",
    "کوی",
    "شهرک",
    "فاز",
    "روستای",
    "میدان",
    "چهارراه",
    "سه‌راه",
    "پنج‌راه",
    "دوراهی",
    "تقاطع",
    "پل",
    "زیرگذر",
    "روگذر",
    "پارک",
    "بوستان",
    "بازار",
    "بازارچهٔ",
    "پاساژ",
    "پایانهٔ",
    "مجتمع",
    "فرهنگ‌سرای",
    "بیمارستان",
    "ایستگاه",
    "حرم",
    "دروازه",
    "باغ‌وحش",
    "آرامگاه",
    "دانشگاه",
    "نمایشگاه",
    "فرودگاه",
    "راه‌آهن",
    "بهشت",
    "آرامستان",
    "کتابخانهٔ",
    "ورزشگاه",
    "مصلی",
    "سینما",
    "هتل",
    "مجموعهٔ",
    "قلعه",
    "فلکهٔ",
    "ارگ",
    "کاخ",
    "موزهٔ",
    "مسجد",
    "معبر",
    "گذر",
    "کنارگذر",
    "اطراف",
    "محدودهٔ",
)
_NOT_REPEATED = ("ایستگاه", "بوستان", "پارک")


class Titles:
    """Makes titles of issues."""

    def __init__(self, problems: Problems) -> None:
        self._problems = problems

    @classmethod
    def load(cls) -> "Titles":
        """Build on the package's problem list."""
        return cls(Problems.load())

    def headline(self, problems: Sequence[str], place: PlaceReading, kind: str = "") -> str:
        """Return a title such as «چاله و خرابی آسفالت در خیابان عبادی».

        Args:
            problems: codes of the problems, best first, as `Problems.find` gives them.
            place: the place of the message.
            kind: what the writer wants; thanks are called thanks.
        """
        subject = self._subject(problems)
        if kind == _APPRECIATION and problems:
            subject = f"قدردانی دربارهٔ {self._problems.title(_topic(problems[0])) or subject}"
        where = where_phrase(place)
        return f"{subject} {_joined(subject, where)}" if where else subject

    def _subject(self, problems: Sequence[str]) -> str:
        return next((title for code in problems if (title := self._problems.title(code))), "پیام شهروند")


def where_phrase(place: PlaceReading) -> str:
    """Return the place as it follows «در»: «محلهٔ سعدآباد», «بلوار وکیل‌آباد ۲۲», «منطقهٔ ۹»; empty when unknown."""
    if place.locality:
        words = place.locality.split()
        # A name with a number is an alley of that street, which people call by it: «سناباد ۲۰».
        is_plain = words[0] in _LOCAL_HEADS or words[-1].isdecimal()
        return place.locality if is_plain else f"محلهٔ {place.locality}"
    return district_title(place.district) if place.district else ""


def _joined(subject: str, where: str) -> str:
    """«… ایستگاه مترو» and «ایستگاه شریعتی» make «… ایستگاه مترو شریعتی»."""
    head, _, rest = where.partition(" ")
    if rest and head in _NOT_REPEATED and subject.endswith(("ایستگاه مترو", "بوستان")):
        return rest
    return f"در {where}"


def _topic(code: str) -> str:
    return f"{code.split('/', 1)[0]}/{UNSPECIFIED}"

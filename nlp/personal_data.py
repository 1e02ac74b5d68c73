"""Find and hide personal data in a citizen's message.

It runs before anything is shown, exported or trained on, so it prefers to hide too much, except where a number
plainly names something public: 137, line 83, article 100, a year, a price, a tracking code.
Checks of national ids, cards and IBANs are the official ones (mod 11, Luhn, ISO 13616 mod 97).
"""

import re
from collections.abc import Iterable
from functools import cache

from nlp.check_digits import valid_card, valid_iban, valid_national_id
from nlp.personal_lists import NameLists
from nlp.personal_lone import LoneNameFinder
from nlp.personal_mentions import MentionFinder
from nlp.personal_names import NameFinder
from nlp.personal_patterns import (
    ACCOUNT,
    ACCOUNT_CUE,
    ADDRESS,
    CALL_AFTER,
    CARD,
    CARD_CUE,
    CODE_CUE,
    EMAIL,
    HANDLE,
    HOME_CUE,
    IBAN,
    IBAN_CUE,
    ID_CUE,
    LANDLINE,
    MOBILE,
    MONEY_AFTER,
    MOTOR_CUE,
    MOTOR_PLATE,
    OFFICE_CUE,
    OWN_CUE,
    PHONE_CUE,
    PLATE,
    POST_AFTER,
    POST_CUE,
    POST_SHAPE,
    POST_SPLIT,
    SHORT_ID,
    SPELLED,
    TEN,
    WEAK_PHONE_CUE,
)
from nlp.personal_roles import ADDRESS_SIGN, DIGIT, LATIN, NAME_SIGNS, SIGNS, SPELLED_SIGN, WordRoles
from nlp.personal_scores import ScoredNameFinder
from nlp.personal_strokes import even_strokes
from nlp.personal_words import Halves
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


class PersonalData:
    """Finds personal data; holds the name lists, so build it once in a process."""

    def __init__(self, lists: NameLists) -> None:
        self._halves = Halves(lists)
        self._names = NameFinder(lists)
        self._mentions = MentionFinder(lists)
        self._lone = LoneNameFinder(lists)
        self._scored = ScoredNameFinder(lists)
        self._roles = WordRoles(lists)

    @classmethod
    def load(cls) -> "PersonalData":
        """Build with the package's own lists of names."""
        return cls(NameLists.load())

    def find(self, text: str) -> tuple[Span, ...]:
        """Return the stretches of personal data in order, none overlapping another."""
        words = self._halves.join(text, folded_text(text))
        roles = self._roles.of(words)
        found = _signs(words.folded, roles.all) if roles.all & SIGNS else []
        if roles.all & NAME_SIGNS or found:
            found += self._names.find(words, roles)
            found += self._mentions.find(words, roles, found)
            found += self._lone.find(words, roles)
            found += self._scored.find(text, words, roles, found)
        return _without_overlaps(found) if found else ()


def _signs(folded: str, roles: int) -> list[Span]:
    """Return all personal data but the names; what the words' roles rule out is not searched for."""
    folded = even_strokes(folded)
    found: list[Span] = []
    if roles & DIGIT and _HAS_NUMBERS.search(folded):
        found += _numbers(folded)
    if roles & LATIN and any(sign in folded for sign in _LINK_SIGNS):
        found += _links(folded)
    if roles & SPELLED_SIGN:
        found += [Span(match.start(), match.end(), "mobile") for match in SPELLED.finditer(folded)]
    if roles & ADDRESS_SIGN:
        found += [Span(match.start(), match.end(), "address") for match in ADDRESS.finditer(folded)]
    return found


_HAS_NUMBERS = re.compile(r"[0-9](?:[^0-9]{0,12}[0-9]){2}")
_LINK_SIGNS = (
    "@", "دات", "dot", "(at)", "[at]", "{at}", " at ", ".me", ".com", ".ir", "ایدی", "ای دی", "id", "wa.me",
    "اینستا", "تلگرام", "ایتا", "روبیکا", "پیج", "واتس", "اکانت", "insta", "telegram",
)  # fmt: skip
_AT_SIGNS = ("@", " at ", "(at", "[at", "{at", "( at", "[ at", "(ات", "[ات", "دات", "dot")
_LOCAL_DIGITS = 8  # without the area code; older or rural numbers have seven
_SPLIT_POST = re.compile(r"[1-9][0-9]{4}[\-–][0-9]{5}")
_ID_DIGITS = 10
_CLOSE = 18
_WINDOW = 28
_FAR = 100


def _without_overlaps(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Keep spans in the order of their finders (surest first); later ones only where nothing stands yet.

    Names grow: what one finder takes for a first name another may know to be longer.
    """
    kept: list[Span] = []
    for span in spans:
        touched = [other for other in kept if span.start < other.end and other.start < span.end]
        if not touched:
            kept.append(span)
        elif {span.type, *(other.type for other in touched)} == {"name"}:
            whole = [span, *touched]
            kept = [other for other in kept if other not in touched]
            kept.append(Span(min(one.start for one in whole), max(one.end for one in whole), "name"))
    return tuple(sorted(kept, key=lambda span: span.start))


def _links(folded: str) -> Iterable[Span]:
    if any(sign in folded for sign in _AT_SIGNS):
        for match in EMAIL.finditer(folded):
            yield Span(match.start(), match.end(), "email")
    for match in HANDLE.finditer(folded):
        start = max(match.start("bare"), match.start("marked"), match.start())
        yield Span(start, match.end(), "handle")


def _numbers(folded: str) -> Iterable[Span]:
    yield from _ibans(folded)
    yield from _cards(folded)
    for match in PLATE.finditer(folded):
        if not MONEY_AFTER.match(folded, match.end()):
            yield Span(match.start(), match.end(), "plate")
    for match in MOTOR_PLATE.finditer(folded):
        if MOTOR_CUE.search(folded, max(0, match.start() - _WINDOW), match.end() + _WINDOW):
            yield Span(match.start(), match.end(), "plate")
    yield from _ten_digits(folded, announced=True)
    yield from _phones(folded)
    yield from _ten_digits(folded, announced=False)
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
    for match in IBAN.finditer(folded):
        if valid_iban(_plain(match)) or IBAN_CUE.search(_before(folded, match.start()) + match.group()):
            yield Span(match.start(), match.end(), "iban")


def _cards(folded: str) -> Iterable[Span]:
    for match in CARD.finditer(folded):
        cue = _last_cue(_before(folded, match.start()), CARD_CUE, CODE_CUE)
        if cue is CARD_CUE or (cue is None and valid_card(_plain(match))):
            yield Span(match.start(), match.end(), "card")


def _ten_digits(folded: str, *, announced: bool) -> Iterable[Span]:
    """National ids and postal codes; those that nothing announces come after the phones, which may overlap them."""
    if announced and "پستی" in folded:
        for match in POST_SPLIT.finditer(folded):
            yield Span(match.start("code"), match.end("code"), "postal_code")
    for match in TEN.finditer(folded):
        cue = _last_cue(_before(folded, match.start()), ID_CUE, POST_CUE, CODE_CUE, PHONE_CUE)
        if announced and cue is ID_CUE:
            yield Span(match.start(), match.end(), "national_id")
        elif announced and (
            cue is POST_CUE or _SPLIT_POST.fullmatch(match.group()) or POST_AFTER.match(folded, match.end())
        ):
            yield Span(match.start(), match.end(), "postal_code")
        elif not announced and cue is None and _is_lone_id(folded, match):
            yield Span(match.start(), match.end(), "national_id")
        elif not announced and cue in (None, PHONE_CUE) and _is_of_post(folded, match):
            yield Span(match.start(), match.end(), "postal_code")
    for match in SHORT_ID.finditer(folded) if announced else ():
        if len(match.group()) < _ID_DIGITS and _last_cue(_before(folded, match.start())[-_CLOSE:], ID_CUE) is ID_CUE:
            yield Span(match.start(), match.end(), "national_id")


def _is_lone_id(folded: str, match: re.Match[str]) -> bool:
    return valid_national_id(_plain(match)) and not MONEY_AFTER.match(folded, match.end())


def _is_of_post(folded: str, match: re.Match[str]) -> bool:
    """«کد ملی و کد پستی خواستید، اولی … دومی …»: what was asked for stands some way before it."""
    far = max(0, match.start() - _FAR)
    return bool(POST_SHAPE.fullmatch(match.group()) and POST_CUE.search(folded, far, match.start()))


def _phones(folded: str) -> Iterable[Span]:
    for match in MOBILE.finditer(folded):
        bare = match.group().startswith("9") and not match.group().startswith("98")
        cue = _last_cue(_before(folded, match.start()), PHONE_CUE, CODE_CUE)
        if not (bare and (cue is CODE_CUE or MONEY_AFTER.match(folded, match.end()))):
            yield Span(match.start(), match.end(), "mobile")
    for match in LANDLINE.finditer(folded):
        if _is_private_landline(folded, match):
            yield Span(match.start(), match.end(), "landline")


def _is_private_landline(folded: str, match: re.Match[str]) -> bool:
    before = _before(folded, match.start())
    if MONEY_AFTER.match(folded, match.end()):
        return False
    cue = _last_cue(before, PHONE_CUE, CODE_CUE)
    if WEAK_PHONE_CUE.search(before) and CODE_CUE.search(before):
        cue = CODE_CUE  # «پروانهٔ ساختمانی شمارهٔ …»
    length = len(_plain(match))
    full = length > _LOCAL_DIGITS
    if length < _LOCAL_DIGITS and not HOME_CUE.search(before):
        return False
    if not CALL_AFTER.match(folded, match.end()) and (cue is CODE_CUE or (cue is None and not full)):
        return False
    return not OFFICE_CUE.search(before) or bool(OWN_CUE.search(before))


def _accounts(folded: str) -> Iterable[Span]:
    for match in ACCOUNT.finditer(folded):
        if _last_cue(_before(folded, match.start()), ACCOUNT_CUE, CODE_CUE, PHONE_CUE) is ACCOUNT_CUE:
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

"""A concern that came in several messages, and when a message is a part of the one before.

The rule, in this order: what came in one album belongs together; words after a picture without words are its words; a
file or a place within three minutes belongs to what was said; words within three minutes do when they go on («و
همین‌طور…»), or when no matter was understood in them but one was in those before. Of two that nobody understood neither
is taken for a part, and words that were not read at all stand by themselves: two concerns taken for one are worse than
one taken for two.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from backend.domain.concern import Reading

JOINS_WITHIN = timedelta(minutes=3)
# Who sent a picture without words was asked for them, and needs a moment to type.
WORDS_WITHIN = timedelta(minutes=15)
_MOST_CHARACTERS = 4000
_RAISES_NOTHING = "nothing"
_CALM = "normal"
_GOES_ON = re.compile(
    r"(?:و\s+(?:همین\s?طور|همچنین|هم\b|البته|نیز|اینکه|این\s?که|در\s+ضمن)|همین\s?طور|همچنین|هم\s?چنین|در\s?ضمن|ضمنا|"
    r"در\s+ادامه|ادامه|اضافه\s+کنم|یادم\s+رفت|فراموش\s+کردم|این\s?هم|اینم|عکسش|فیلمش|آدرسش|نشانی\s?اش|آدرس\s?:|نشانی\s?:|منظورم)(?!\w)"
)
_SPELLING = str.maketrans({"\u200c": " ", "ي": "ی", "ك": "ک", "ً": ""})


@dataclass(frozen=True, slots=True)
class Part:
    """One message of a concern that has several; `message_id` is None for the words of a transcript."""

    id: int
    concern_id: int
    message_id: int | None
    at: datetime
    text: str


@dataclass(frozen=True, slots=True)
class OpenConcern:
    """The concern that somebody is still telling, as the dialogue remembers it from message to message."""

    concern_id: int
    code: str
    at: datetime
    has_words: bool
    album: str = ""
    files: int = 0
    wants_place: bool = False
    has_matter: bool = True

    def as_data(self) -> dict[str, str]:
        """Return what the dialogue keeps."""
        return {
            "concern": str(self.concern_id),
            "code": self.code,
            "at": str(round(self.at.timestamp())),
            "words": "1" if self.has_words else "",
            "album": self.album,
            "files": str(self.files),
            "place": "1" if self.wants_place else "",
            "matter": "1" if self.has_matter else "",
        }

    @classmethod
    def from_data(cls, data: dict[str, str]) -> "OpenConcern":
        """Read what the dialogue kept."""
        return cls(
            concern_id=int(data["concern"]),
            code=data["code"],
            at=datetime.fromtimestamp(int(data["at"]), UTC),
            has_words=bool(data["words"]),
            album=data["album"],
            files=int(data["files"]),
            wants_place=bool(data["place"]),
            has_matter=bool(data["matter"]),
        )


def belongs(to: OpenConcern, at: datetime, text: str, reading: Reading, album: str) -> bool:
    """Say whether a message is a part of the concern before it; see the rule at the top of this module."""
    age = at - to.at
    if album and album == to.album:
        return True
    if not to.has_words and text:
        return age <= WORDS_WITHIN
    if age > JOINS_WITHIN:
        return False
    return not text or goes_on(text) or (to.has_matter and not stands_by_itself(reading))


def stands_by_itself(reading: Reading) -> bool:
    """Say whether a matter was understood, be it another agency's; unread words get the benefit of the doubt."""
    return not reading.model or any(is_matter(code) for code, _ in reading.topics)


def is_matter(topic: str | None) -> bool:
    """Say whether a topic is a matter at all, and not a greeting or noise."""
    return topic is not None and topic != _RAISES_NOTHING


def adds_nothing(text: str, reading: Reading) -> bool:
    """Say whether added words change nothing of what was understood: no matter, place or danger in them."""
    is_bare = reading.district is None and reading.locality is None and reading.urgency == _CALM
    return bool(reading.model) and is_bare and not goes_on(text) and not stands_by_itself(reading)


def goes_on(text: str) -> bool:
    """Say whether words begin like a continuation."""
    return _GOES_ON.match(text.translate(_SPELLING).strip()) is not None


def joined(texts: Sequence[str]) -> str:
    """Return the words of all parts, a line each."""
    return "\n".join(text for text in texts if text)


def is_too_long(texts: Sequence[str]) -> bool:
    """Say whether so many words are better kept as concerns of their own."""
    return sum(map(len, texts)) > _MOST_CHARACTERS

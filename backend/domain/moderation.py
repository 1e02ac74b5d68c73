"""What is withheld from sight until a moderator has looked, and who is banned."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from backend.domain.concern import Concern


class WithholdReason(StrEnum):
    """Why a concern waits for a moderator."""

    BANNED = "banned"
    OFFENSIVE = "offensive"
    FLOOD = "flood"
    REPEATED = "repeated"
    ADVERT = "advert"
    PERSONAL = "personal"


class Verdict(StrEnum):
    """What a moderator decided."""

    PUBLISHED = "published"
    EDITED = "edited"
    HIDDEN = "hidden"


class HideReason(StrEnum):
    """Why a concern stays out of sight, as its writer is told."""

    INSULT = "insult"
    ADVERT = "advert"
    PRIVATE = "private"
    REPEATED = "repeated"
    EMPTY = "empty"


@dataclass(frozen=True, slots=True)
class Standing:
    """What is known of a writer when a message of theirs arrives; the message itself is not counted yet."""

    is_banned: bool = False
    last_hour: int = 0
    last_day: int = 0
    same_text: int = 0


@dataclass(frozen=True, slots=True)
class Withheld:
    """A concern in the moderators' queue. `original` holds the words from before a moderator's edit."""

    concern_id: int
    reason: WithholdReason
    at: datetime
    verdict: Verdict | None = None
    note: str = ""
    decided_at: datetime | None = None
    decided_by: int | None = None
    original: str = ""


@dataclass(frozen=True, slots=True)
class Waiting:
    """The next concern of the queue, with what a moderator should know of its writer: only counts."""

    withheld: Withheld
    concern: Concern
    is_writer_banned: bool = False
    hidden_before: int = 0


@dataclass(frozen=True, slots=True)
class Ban:
    """A person whose messages are withheld without a word. `reason` is for the moderators."""

    person_id: int
    since: datetime
    by_id: int | None
    withheld: int = 0

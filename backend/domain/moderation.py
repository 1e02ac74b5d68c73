"""What is withheld from sight until a moderator has looked, and who is banned."""

from collections.abc import Mapping
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


class Ground(StrEnum):
    """Why a moderator decided so; the writer is told the grounds of hiding."""

    HARMLESS = "harmless"
    REAL = "real"
    CLEANED = "cleaned"
    PRIVATE = "private"
    INSULT = "insult"
    ADVERT = "advert"
    REPEATED = "repeated"
    EMPTY = "empty"


# What may be chosen for each decision, in the order in which it is offered.
GROUNDS: Mapping[Verdict, tuple[Ground, ...]] = {
    Verdict.PUBLISHED: (Ground.HARMLESS, Ground.REAL),
    Verdict.EDITED: (Ground.CLEANED, Ground.PRIVATE),
    Verdict.HIDDEN: (Ground.INSULT, Ground.ADVERT, Ground.PRIVATE, Ground.REPEATED, Ground.EMPTY),
}


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
    ground: Ground | None = None
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


@dataclass(frozen=True, slots=True)
class Decided:
    """What became of a withheld concern. `is_fresh` is false if it was decided before: a press that came twice."""

    concern: Concern
    verdict: Verdict
    ground: Ground
    is_fresh: bool
    is_writer_banned: bool = False

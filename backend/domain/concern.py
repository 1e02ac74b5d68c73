"""A concern: what a citizen brought up, as it was said and as it was read."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum

from backend.domain.people import StakeholderGroup
from backend.domain.place import Point

EDIT_WINDOW = timedelta(hours=1)


class Source(StrEnum):
    """Where a concern came from: the plan's information sources, and the bot itself."""

    BOT = "bot"
    NEIGHBOURHOOD_COUNCIL = "neighbourhood-council"
    CITY_APP = "city-app"
    LINE_137 = "137"
    UPSTREAM_DOCUMENTS = "upstream-documents"
    ELITE_INTERVIEW = "elite-interview"
    AGENCY_INTERVIEW = "agency-interview"
    ASSOCIATION_SESSION = "association-session"
    ORGANISATIONAL_TREND = "organisational-trend"
    SUGGESTION_SYSTEM = "suggestion-system"


class ConcernState(StrEnum):
    """Where a concern stands.

    `UNHEARD` waits for the words of a voice message or picture, `WITHHELD` for a moderator; `HIDDEN` is what a
    moderator took out of sight. None of these three is gathered, counted or shown to others.
    """

    RECEIVED = "received"
    GATHERED = "gathered"
    UNHEARD = "unheard"
    WITHHELD = "withheld"
    HIDDEN = "hidden"
    DELETED = "deleted"


# The states in which a concern is counted, and its redacted words may be shown.
IN_SIGHT = (ConcernState.RECEIVED, ConcernState.GATHERED)


@dataclass(frozen=True, slots=True)
class TopicTag:
    """A topic given to a concern: by which model version, or by a citizen or member, and how probable."""

    code: str
    probability: float
    by: str
    asserted: bool


@dataclass(frozen=True, slots=True)
class Reading:
    """What was understood of a text; the field names follow the language package.

    `lemmas` are there where Persian may have been written in Latin letters: what it is in its own.
    """

    topics: tuple[tuple[str, float], ...] = ()
    ranked: tuple[tuple[str, float], ...] = ()
    kind: str = "complaint"
    urgency: str = "normal"
    district: str | None = None
    locality: str | None = None
    redacted: str = ""
    headline: str = ""
    signature: bytes = b""
    model: str = ""
    lemmas: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Concern:
    """One message of one person, with its reading. `text` is raw; only `redacted` may be shown to others."""

    id: int
    code: str
    person_id: int | None
    text: str
    redacted: str
    source: Source
    created_at: datetime
    state: ConcernState = ConcernState.RECEIVED
    stakeholder_group: StakeholderGroup | None = None
    topic: str | None = None
    kind: str = "complaint"
    urgency: str = "normal"
    district: str | None = None
    locality: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    headline: str = ""
    signature: bytes = b""
    issue_id: int | None = None
    message_id: int | None = None
    model: str = ""
    edited_at: datetime | None = None
    topics: tuple[TopicTag, ...] = field(default=())

    @property
    def point(self) -> Point | None:
        """The point on the map, if the writer gave one; others see `point.shown`."""
        if self.latitude is None or self.longitude is None:
            return None
        return Point(self.latitude, self.longitude)

    def may_be_edited(self, at: datetime) -> bool:
        """Say whether the writer may still change the words."""
        return self.state is not ConcernState.DELETED and at - self.created_at <= EDIT_WINDOW


def tags_of(reading: Reading) -> tuple[TopicTag, ...]:
    """Return the topics of a reading as tags: the asserted ones, then the rest of the likeliest five."""
    asserted = {code for code, _ in reading.topics}
    tags = [TopicTag(code, p, reading.model, asserted=True) for code, p in reading.topics]
    tags += [TopicTag(c, p, reading.model, asserted=False) for c, p in reading.ranked if c not in asserted]
    return tuple(tags)

"""Working groups, their levels, their remit and how one comes to be a member."""

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from backend.domain.schedule import Schedule

INVITE_LIFE = timedelta(days=7)


class Level(StrEnum):
    """The three levels of working groups."""

    HEADQUARTERS = "headquarters"
    ORGANISATION = "organisation"
    DISTRICT = "district"


@dataclass(frozen=True, slots=True)
class WorkingGroup:
    """A specialised working group: its remit is `topics` × `districts`, where an empty set means all.

    `takes_rest` marks the secretariat, which gets what lies in no other group's remit. `contact_id` is the group
    chat that it was bound to, if any. `number` is the short handle that people type.
    """

    id: int
    number: int
    name: str
    level: Level
    topics: frozenset[str]
    districts: frozenset[str]
    takes_rest: bool
    schedule: Schedule
    created_at: datetime
    contact_id: int | None = None

    def covers(self, topic: str | None, district: str | None) -> bool:
        """Say whether an issue of this topic and district lies in the group's own remit."""
        if self.takes_rest or topic is None:
            return False
        in_topics = not self.topics or topic in self.topics
        in_districts = not self.districts or district in self.districts
        return in_topics and in_districts


@dataclass(frozen=True, slots=True)
class Membership:
    """A person's seat in a working group."""

    group_id: int
    person_id: int
    since: datetime


@dataclass(frozen=True, slots=True)
class Invite:
    """A one-time way into a working group; only the hash of its token is kept."""

    id: int
    group_id: int
    token_hash: str
    created_by: int
    created_at: datetime
    expires_at: datetime
    used_at: datetime | None = None
    used_by: int | None = None

    def usable(self, at: datetime) -> bool:
        """Say whether somebody may still join by it."""
        return self.used_at is None and at < self.expires_at


def new_token() -> str:
    """Return an invite token that fits a deep link (at most 64 of A-Z a-z 0-9 _ -)."""
    return secrets.token_urlsafe(24)


def hash_of(token: str) -> str:
    """Return what is stored of a token; 192 random bits need no salt and no slow hash."""
    return hashlib.sha256(token.encode()).hexdigest()

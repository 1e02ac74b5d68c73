"""Working groups, their levels, their remit and how one comes to be a member."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from backend.domain.schedule import Schedule


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

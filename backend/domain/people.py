"""People, and apart from them the addresses at which they are reached."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class StakeholderGroup(StrEnum):
    """The five groups that take part in interactive planning."""

    CITIZENS = "citizens"
    ASSOCIATIONS = "associations"
    AGENCIES = "agencies"
    ELITES = "elites"
    STAFF = "staff"


class Role(StrEnum):
    """A right-bearing role of the whole city; membership of a working group is apart."""

    ADMIN = "admin"
    MODERATOR = "moderator"
    SECRETARY = "secretary"


class ContactKind(StrEnum):
    """What stands at the other end of an address."""

    PRIVATE = "private"
    GROUP = "group"


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who took part; nothing here says who it is. Who is `muted` is answered, and sent nothing else."""

    id: int
    created_at: datetime
    stakeholder_group: StakeholderGroup | None = None
    district: str | None = None
    language: str = "fa"
    muted: bool = False


@dataclass(frozen=True, slots=True)
class Contact:
    """An address on a platform: the only place where a chat id is kept.

    A private contact belongs to a person; a group chat belongs to nobody.
    """

    id: int
    platform: str
    chat_id: int
    kind: ContactKind
    person_id: int | None
    active: bool
    created_at: datetime


@dataclass(frozen=True, slots=True)
class Dialogue:
    """Where a person's conversation in a chat stood: the step's name and what was gathered so far."""

    contact_id: int
    person_id: int
    step: str
    data: dict[str, str]

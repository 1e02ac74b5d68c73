"""Whom a broadcast or an invitation is for."""

from dataclasses import dataclass, field
from enum import StrEnum


class AudienceKind(StrEnum):
    """How an audience is named; `PEOPLE` lists the persons themselves."""

    EVERYBODY = "everybody"
    STAKEHOLDERS = "stakeholders"
    DISTRICT = "district"
    ROLE = "role"
    GROUP = "group"
    PEOPLE = "people"


@dataclass(frozen=True, slots=True)
class Audience:
    """Some of the people who wrote to the bot.

    `value` is the code of the stakeholder group, district or role, or the id of the working group. Who muted the bot
    or stopped it belongs to no audience.
    """

    kind: AudienceKind = AudienceKind.EVERYBODY
    value: str = ""
    people: frozenset[int] = field(default=frozenset())


@dataclass(frozen=True, slots=True)
class Recipient:
    """One address of an audience."""

    contact_id: int
    person_id: int
    language: str

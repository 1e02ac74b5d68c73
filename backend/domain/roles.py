"""Who holds a role of the city or a seat, and how they are told apart without saying who they are."""

from dataclasses import dataclass
from datetime import datetime

from backend.domain.people import Role

_DIGITS_SHOWN = 10_000


def opaque(person_id: int) -> str:
    """Return a short number by which people are told apart, and which says nothing of who they are."""
    return f"{person_id % _DIGITS_SHOWN:04}"


def dismissal_of(role: Role, person_id: int) -> str:
    """Return how the audit log names it that a role is taken from somebody."""
    return f"role {role} of {person_id}"


@dataclass(frozen=True, slots=True)
class Holder:
    """Somebody who holds a role or a seat, and since when."""

    person_id: int
    since: datetime

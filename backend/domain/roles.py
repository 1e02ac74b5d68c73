"""How one comes to a role of the city: by a one-time invite of an admin."""

from dataclasses import dataclass
from datetime import datetime

from backend.domain.people import Role

_DIGITS_SHOWN = 10_000


def opaque(person_id: int) -> str:
    """Return a short number by which people are told apart, and which says nothing of who they are."""
    return f"{person_id % _DIGITS_SHOWN:04}"


@dataclass(frozen=True, slots=True)
class RoleInvite:
    """A one-time way to a role; only the hash of its token is kept."""

    id: int
    role: Role
    token_hash: str
    created_by: int | None
    created_at: datetime
    expires_at: datetime
    used_at: datetime | None = None
    used_by: int | None = None

    def usable(self, at: datetime) -> bool:
        """Say whether somebody may still take the role by it."""
        return self.used_at is None and at < self.expires_at


@dataclass(frozen=True, slots=True)
class Holder:
    """Somebody who holds a role or a seat, and since when."""

    person_id: int
    since: datetime

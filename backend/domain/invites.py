"""One-time ways in, to a seat in a working group or to a role of the city."""

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Self

INVITE_LIFE = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Invite[Aim]:
    """A one-time way to `aim`: the id of a working group, or a role; only the hash of its token is kept."""

    id: int
    aim: Aim
    token_hash: str
    created_by: int | None
    created_at: datetime
    expires_at: datetime
    used_at: datetime | None = None
    used_by: int | None = None

    @classmethod
    def made(cls, invite_id: int, aim: Aim, token: str, by: int, at: datetime) -> Self:
        """Return a fresh invite that somebody made at a moment."""
        return cls(invite_id, aim, hash_of(token), by, at, at + INVITE_LIFE)

    def usable(self, at: datetime) -> bool:
        """Say whether somebody may still come in by it."""
        return self.used_at is None and at < self.expires_at


def new_token() -> str:
    """Return an invite token that fits a deep link (at most 64 of A-Z a-z 0-9 _ -)."""
    return secrets.token_urlsafe(24)


def hash_of(token: str) -> str:
    """Return what is stored of a token; 192 random bits need no salt and no slow hash."""
    return hashlib.sha256(token.encode()).hexdigest()

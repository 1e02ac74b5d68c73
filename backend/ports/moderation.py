"""The moderators' queue and bans."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Protocol

from backend.domain.concern import Concern
from backend.domain.moderation import Ban, Ground, Standing, Verdict, Waiting, Withheld


class Moderation(Protocol):
    """What is withheld, and who is banned."""

    async def standings(self, said: Mapping[int, str]) -> dict[int, Standing]:
        """Return how the writers stand who say these texts now, by person, in one query."""

    def withhold(self, withheld: Withheld) -> None:
        """Put a concern into the queue; one that waits already keeps its place."""

    async def waiting(self) -> int:
        """Return how many concerns wait for a moderator."""

    async def first(self, after: int = 0) -> Waiting | None:
        """Return the first concern that waits, urgent ones before others; `after` passes over what was put off."""

    async def unread(self, limit: int) -> list[Concern]:
        """Return withheld concerns that were kept while reading failed, without topics."""

    async def of(self, concern_id: int) -> Withheld | None:
        """Return how a concern stands in the queue, locked against a second decision at the same moment."""

    async def grounds(self, concern_ids: Iterable[int]) -> dict[int, Ground]:
        """Return why each of these concerns was hidden."""

    def decide(self, concern_id: int, verdict: Verdict, ground: Ground, by: int, at: datetime) -> None:
        """Note a decision."""

    def keep_original(self, concern_id: int, words: str) -> None:
        """Keep the words from before an edit."""

    def forget(self, concern_id: int) -> None:
        """Take a concern whose words are erased out of the queue, with the words from before an edit."""

    def ban(self, ban: Ban) -> None:
        """Ban a person; banning twice is harmless."""

    def unban(self, person_id: int) -> None:
        """Take a ban back."""

    async def is_banned(self, person_id: int) -> bool:
        """Say whether a person is banned."""

    async def banned(self, limit: int) -> list[Ban]:
        """Return bans, newest first, each with how many concerns it withheld."""

    async def told_at(self, batch: str) -> datetime | None:
        """Return when the moderators were last told, by messages of this batch, that the queue is not empty."""

"""Issues."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from backend.domain.concern import Concern
from backend.domain.issue import Issue


@dataclass(frozen=True, slots=True)
class StoredSignature:
    """What the gathering needs of a concern that is already part of an issue."""

    concern_id: int
    issue_id: int
    signature: bytes
    at: datetime


class Issues(Protocol):
    """Issues."""

    def add(self, issue: Issue) -> None:
        """Keep a new issue."""

    async def by_ids(self, issue_ids: Iterable[int]) -> dict[int, Issue]:
        """Return issues by id."""

    async def sizes(self, issue_ids: Iterable[int]) -> dict[int, tuple[int, int]]:
        """Return messages and distinct people of issues."""

    async def page(self, after_id: int, limit: int) -> list[Issue]:
        """Return issues by id."""

    def change(self, issue_id: int, **values: object) -> None:
        """Change columns of an issue."""

    async def forget_words(self, issue_id: int, concern: Concern) -> None:
        """Take a concern's words out of an issue and its digests; another concern gives title and place instead."""

    async def signatures(self, since: datetime, after_id: int, limit: int) -> list[StoredSignature]:
        """Return the signatures of gathered concerns by concern id."""

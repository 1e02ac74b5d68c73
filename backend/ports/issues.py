"""Issues."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from backend.domain.concern import Concern
from backend.domain.groups import WorkingGroup
from backend.domain.issue import DeskLine, Issue, IssueFigures, IssueLine


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

    async def coded(self, remainder: int) -> list[Issue]:
        """Return the issues of a code (`backend.domain.issue_code`): seldom more than one."""

    async def sizes(self, issue_ids: Iterable[int]) -> dict[int, tuple[int, int]]:
        """Return messages and distinct people (writers and supporters) of issues, each as part of its root."""

    async def page(self, after_id: int, limit: int) -> list[Issue]:
        """Return issues by id."""

    def change(self, issue_id: int, **values: object) -> None:
        """Change columns of an issue."""

    async def forget_words(self, issue_id: int, concern: Concern) -> None:
        """Take a concern's words out of an issue and its digests; another concern gives title and place instead."""

    async def signatures(self, since: datetime, after_id: int, limit: int) -> list[StoredSignature]:
        """Return the signatures of gathered concerns by concern id."""

    async def locked(self, issue_ids: Iterable[int]) -> dict[int, Issue]:
        """Return issues as they are now, locked against others who would change them at the same moment."""

    async def family(self, root_id: int) -> list[Issue]:
        """Return an issue and all that were merged into it."""

    async def figures(self, root_id: int, since: datetime, before: datetime) -> IssueFigures:
        """Return what stands behind an issue; `since` and `before` begin the two spans of its trend."""

    async def lines(self, root_id: int, skip: int, limit: int) -> list[IssueLine]:
        """Return a page of an issue's messages, the latest first."""

    async def move(self, concern_ids: Sequence[int], root_id: int, to_id: int) -> int:
        """Move those of these messages that are part of an issue to another one; return how many."""

    async def retopic(self, root_id: int, topic: str, by: str) -> None:
        """Note on all messages of an issue that somebody says what they are about; writers' own word stands."""

    async def alike(self, issue: Issue, limit: int) -> list[Issue]:
        """Return the issues that could be the same: of its topic or place, the latest first."""

    async def at_desk(
        self, group: WorkingGroup, others: Sequence[WorkingGroup], skip: int, limit: int
    ) -> list[DeskLine]:
        """Return a page of the issues at a group's desk: open ones first, those that were heard of last."""

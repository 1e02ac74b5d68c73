"""Links between issues."""

from datetime import datetime
from typing import Protocol

from backend.domain.groups import WorkingGroup
from backend.domain.mess import IssueLink, Mess, MessSheet
from backend.domain.proposed_link import Candidate, Trace


class Messes(Protocol):
    """Links between issues, and what speaks for further ones. Ids that come back are those of root issues."""

    def link(self, link: IssueLink) -> None:
        """Keep a link; one that is kept already is kept on, one that was removed holds again."""

    async def unlink(self, link: IssueLink, at: datetime) -> None:
        """Take a link away, in whatever merged issues it was made."""

    async def of_issue(self, root_id: int) -> Mess:
        """Return the mess that an issue is part of; without a link it is the issue alone."""

    async def trace(self, root_id: int, since: datetime) -> Trace | None:
        """Return what is known of an issue since then."""

    async def candidates(self, trace: Trace, since: datetime, limit: int) -> list[Candidate]:
        """Return the issues that most people report or support together with this one, and those at its place."""

    async def population(self, since: datetime) -> int:
        """Return how many people reported or supported anything since then."""

    async def issues_at(self, group: WorkingGroup, skip: int, limit: int) -> list[int]:
        """Return a page of the root issues at a group's desk, those that were heard of last first."""


class MessFiles(Protocol):
    """Draws messes."""

    async def picture(self, sheet: MessSheet) -> bytes:
        """Return a PNG of a mess, with the issue from which it is looked at."""

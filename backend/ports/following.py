"""Supports, wishes not to hear, announcements, and the question whether a thing is really done."""

from collections.abc import Iterable
from datetime import datetime
from typing import Protocol

from backend.domain.following import Announcement, Check, Follower, Tally, Tie, Verdict, Weight


class Following(Protocol):
    """What ties people to issues. Every question goes by the issue into which others were merged, its root."""

    def support(self, issue_id: int, person_id: int, at: datetime) -> None:
        """Let a person stand behind an issue; twice is harmless."""

    async def withdraw(self, root_id: int, person_id: int) -> None:
        """Take a person's support of an issue and of all that were merged into it back."""

    async def set_silent(self, root_id: int, person_id: int, *, silent: bool) -> None:
        """Note whether a person wishes to hear no more of an issue."""

    async def ties(self, person_id: int, root_ids: Iterable[int]) -> dict[int, Tie]:
        """Return a person's ties to these issues."""

    async def supported(self, person_id: int, limit: int) -> list[int]:
        """Return the roots of the issues that a person supports, the latest support first."""

    async def follows(self, person_id: int, root_id: int) -> bool:
        """Say whether a person wrote of an issue or supports it."""

    async def people_behind(self, root_ids: Iterable[int]) -> dict[int, int]:
        """Return how many people wrote of issues or support them."""

    async def followers(self, root_id: int) -> list[Follower]:
        """Return everybody who wrote of an issue or supports it and wishes to hear of it, who can be reached."""

    async def reachable(self, person_ids: Iterable[int]) -> list[Follower]:
        """Return where these persons are reached; who is muted is left out."""

    def keep_apart(self, concern_id: int, issue_id: int) -> None:
        """Note that a concern is no part of an issue, so that it is not put there again."""

    async def apart(self, concern_ids: Iterable[int]) -> dict[int, frozenset[int]]:
        """Return the issues of which concerns are no part, with all that are one with them, by concern."""

    def announce(self, announcement: Announcement) -> None:
        """Keep what citizens were told."""

    async def announced(self, root_ids: Iterable[int]) -> dict[int, Announcement]:
        """Return what was told last of each issue."""

    async def foremost(self, district: str, since: datetime, before: datetime, limit: int) -> list[Weight]:
        """Return the issues of a district that people brought up since a moment, most people first."""

    async def unchecked(self, before: datetime, limit: int) -> list[Announcement]:
        """Return which issues were called done before a moment, are so still, and were not asked about."""

    def add_check(self, check: Check) -> None:
        """Keep a question; a second one about the same announcement is a conflict."""

    async def check(self, check_id: int) -> Check | None:
        """Return a question, locked against a second answer at the same moment."""

    def answer(self, check_id: int, person_id: int, verdict: Verdict, at: datetime) -> None:
        """Keep a person's answer in the place of an earlier one."""

    async def tally(self, check_id: int) -> Tally:
        """Return how a question was answered."""

    def close_check(self, check_id: int, at: datetime, *, reopened: bool) -> None:
        """Take no more answers."""

    async def is_any_old(self, asked_before: datetime) -> bool:
        """Say whether a question that was asked before a moment is still open."""

    async def close_old_checks(self, asked_before: datetime, at: datetime) -> int:
        """Close the questions that were asked before a moment; return how many."""

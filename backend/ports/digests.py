"""Digests, and the figures that they are built from."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from backend.domain.digest import Digest, DigestItem
from backend.domain.groups import WorkingGroup
from backend.domain.schedule import Period


@dataclass(frozen=True, slots=True)
class Figures:
    """What happened in a group's remit in a period, before it is put in order."""

    messages: int
    people: int
    unplaced: int
    stakeholder_groups: Mapping[str, int]
    districts: Mapping[str, int]
    items: tuple[DigestItem, ...]


class Digests(Protocol):
    """Digests, and the figures that they are built from."""

    async def figures(self, group: WorkingGroup, others: Sequence[WorkingGroup], period: Period) -> Figures:
        """Return what happened in the group's remit; for the secretariat, in nobody's remit but its own."""

    def add(self, digest: Digest) -> None:
        """Keep a built digest; a second one of the same group and period is a conflict."""

    async def by_id(self, digest_id: int) -> Digest | None:
        """Return a digest with its items."""

    async def reported(self, issue_ids: Iterable[int]) -> dict[int, list[tuple[str, datetime]]]:
        """Return in which groups' digests issues stood, and when last, by issue."""

    async def latest_ends(self) -> dict[int, datetime]:
        """Return the end of each group's latest digest."""

    async def uncounted(self) -> int:
        """Return how many concerns from before the latest digest's end stand in no digest at all."""

    async def latest_built(self) -> datetime | None:
        """Return when the last digest was built."""

"""Concerns and their topics."""

from collections.abc import Iterable, Sequence
from typing import Protocol

from backend.domain.concern import Concern, TopicTag


class Concerns(Protocol):
    """Concerns and their topics."""

    def add(self, concern: Concern, source_ref: str | None = None) -> None:
        """Keep a new concern with its topics; `source_ref` is unique in its source and stops a second import."""

    async def by_id(self, concern_id: int) -> Concern | None:
        """Return a concern with its topics."""

    async def by_code(self, code: str) -> Concern | None:
        """Return a concern with its topics."""

    async def by_message(self, person_id: int, message_id: int) -> Concern | None:
        """Return the concern that a person's chat message became."""

    async def of_person(self, person_id: int, limit: int) -> list[Concern]:
        """Return a person's latest concerns, newest first, without topics."""

    async def waiting(self, limit: int) -> list[Concern]:
        """Return concerns that are part of no issue yet, in order of arrival, without topics."""

    async def unread(self, limit: int) -> list[Concern]:
        """Return concerns that were kept while reading failed, without topics."""

    async def known_refs(self, refs: Iterable[str]) -> set[str]:
        """Return which of these source references are kept already."""

    async def page(self, after_id: int, limit: int) -> list[Concern]:
        """Return concerns that are not deleted, by id, with their topics."""

    async def corrected(self, after_id: int, limit: int) -> list[Concern]:
        """Return concerns whose topic a person confirmed or corrected, by id, with their topics."""

    def change(self, concern_id: int, **values: object) -> None:
        """Change columns of a concern."""

    async def set_topics(self, concern_id: int, tags: Sequence[TopicTag]) -> None:
        """Replace the topics of a concern."""

"""Concerns and their topics."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import ColumnElement, Select, delete, select

from backend.domain.concern import IN_SIGHT, Concern, ConcernState, Source, TopicTag
from backend.domain.people import StakeholderGroup
from backend.storage import tables as t
from backend.storage.collector import AnyRow, Collector

_c = t.concern.c
# What stands in a topic's `by` where it is not the version of a model.
_PEOPLE = ("citizen", "member", "admin")


class SqlConcerns:
    """See `backend.ports.Concerns`."""

    def __init__(self, collector: Collector) -> None:
        """Work within one transaction."""
        self._rows = collector

    def add(self, concern: Concern, source_ref: str | None = None) -> None:
        """Keep a new concern with its topics."""
        self._rows.add(t.concern, _row(concern) | {"source_ref": source_ref})
        self._add_topics(concern.id, concern.topics)

    async def by_id(self, concern_id: int) -> Concern | None:
        """Return a concern with its topics."""
        return await self._one(_c.id == concern_id)

    async def by_code(self, code: str) -> Concern | None:
        """Return a concern with its topics."""
        return await self._one(_c.code == code)

    async def by_message(self, person_id: int, message_id: int) -> Concern | None:
        """Return the concern that a person's chat message became."""
        return await self._one((_c.person_id == person_id) & (_c.message_id == message_id))

    async def of_person(self, person_id: int, limit: int) -> list[Concern]:
        """Return a person's latest concerns, newest first."""
        mine = (_c.person_id == person_id) & (_c.state != ConcernState.DELETED.value)
        return await self._many(select(t.concern).where(mine).order_by(_c.id.desc()).limit(limit))

    async def waiting(self, limit: int) -> list[Concern]:
        """Return concerns that are part of no issue yet, in order of arrival.

        A concern whose reading failed has no model and waits until it was read.
        """
        waits = (_c.state == ConcernState.RECEIVED.value) & (_c.model != "")
        return await self._many(select(t.concern).where(waits).order_by(_c.id).limit(limit))

    async def unread(self, limit: int) -> list[Concern]:
        """Return concerns that were kept while reading failed."""
        unread = (_c.state == ConcernState.RECEIVED.value) & (_c.model == "")
        return await self._many(select(t.concern).where(unread).order_by(_c.id).limit(limit))

    async def known_refs(self, refs: Iterable[str]) -> set[str]:
        """Return which of these source references are kept already."""
        statement = select(_c.source_ref).where(_c.source_ref.in_(list(refs)))
        return {row.source_ref for row in await self._rows.rows(statement)}

    async def page(self, after_id: int, limit: int) -> list[Concern]:
        """Return concerns that are not deleted, by id, with their topics."""
        return await self._page(_c.id > after_id, limit)

    async def corrected(self, after_id: int, limit: int) -> list[Concern]:
        """Return concerns whose topic a person confirmed or corrected, by id, with their topics."""
        ct = t.concern_topic.c
        said = select(ct.concern_id).where(ct.concern_id == _c.id, ct.asserted, ct.by.in_(_PEOPLE))
        return await self._page((_c.id > after_id) & said.exists(), limit)

    async def _page(self, condition: ColumnElement[bool], limit: int) -> list[Concern]:
        kept = condition & _c.state.in_(IN_SIGHT)
        concerns = await self._many(select(t.concern).where(kept).order_by(_c.id).limit(limit))
        topics = await self._topics([concern.id for concern in concerns])
        return [replace(concern, topics=topics.get(concern.id, ())) for concern in concerns]

    def change(self, concern_id: int, **values: object) -> None:
        """Change columns of a concern."""
        self._rows.change(t.concern, {"id": concern_id}, values)

    async def set_topics(self, concern_id: int, tags: Sequence[TopicTag]) -> None:
        """Replace the topics of a concern."""
        await self._rows.run(delete(t.concern_topic).where(t.concern_topic.c.concern_id == concern_id))
        self._add_topics(concern_id, tags)

    def _add_topics(self, concern_id: int, tags: Sequence[TopicTag]) -> None:
        for tag in tags:
            row = {"concern_id": concern_id, "code": tag.code, "probability": tag.probability}
            self._rows.add(t.concern_topic, row | {"by": tag.by, "asserted": tag.asserted})

    async def _one(self, condition: ColumnElement[bool]) -> Concern | None:
        concerns = await self._many(select(t.concern).where(condition).limit(1))
        if not concerns:
            return None
        topics = await self._topics([concerns[0].id])
        return replace(concerns[0], topics=topics.get(concerns[0].id, ()))

    async def _many(self, statement: Select[Any]) -> list[Concern]:
        return [concern_of_row(row) for row in await self._rows.rows(statement)]

    async def _topics(self, concern_ids: Sequence[int]) -> dict[int, tuple[TopicTag, ...]]:
        ct = t.concern_topic.c
        statement = (
            select(t.concern_topic)
            .where(ct.concern_id.in_(list(concern_ids)))
            .order_by(ct.concern_id, ct.asserted.desc(), ct.probability.desc())
        )
        found: dict[int, tuple[TopicTag, ...]] = {}
        for row in await self._rows.rows(statement):
            tag = TopicTag(row.code, row.probability, row.by, row.asserted)
            found[row.concern_id] = (*found.get(row.concern_id, ()), tag)
        return found


def _row(concern: Concern) -> dict[str, Any]:
    return {
        "id": concern.id,
        "code": concern.code,
        "person_id": concern.person_id,
        "text": concern.text,
        "redacted": concern.redacted,
        "source": concern.source,
        "created_at": concern.created_at,
        "edited_at": concern.edited_at,
        "state": concern.state,
        "stakeholder_group": concern.stakeholder_group,
        "topic": concern.topic,
        "kind": concern.kind,
        "urgency": concern.urgency,
        "district": concern.district,
        "locality": concern.locality,
        "latitude": concern.latitude,
        "longitude": concern.longitude,
        "headline": concern.headline,
        "signature": concern.signature,
        "model": concern.model,
        "issue_id": concern.issue_id,
        "message_id": concern.message_id,
    }


def concern_of_row(row: AnyRow) -> Concern:
    """Return the concern of a whole row of its table, without topics."""
    fields = {name: value for name, value in row._mapping.items() if name not in {"source_ref", "voice_id"}}  # noqa: SLF001 - public in SQLAlchemy
    group = fields["stakeholder_group"]
    fields |= {
        "source": Source(fields["source"]),
        "state": ConcernState(fields["state"]),
        "stakeholder_group": StakeholderGroup(group) if group else None,
    }
    return Concern(**fields)

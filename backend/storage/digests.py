"""Digests, and the figures that they are built from."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Executable, FromClause, and_, case, distinct, func, not_, or_, select, true

from backend.domain.concern import IN_SIGHT
from backend.domain.digest import Digest, DigestItem
from backend.domain.groups import WorkingGroup
from backend.domain.issue import IssueState
from backend.domain.schedule import Period
from backend.ports import Figures
from backend.storage import tables as t
from backend.storage.collector import AnyRow, Collector
from backend.storage.voices import somebody

_c, _s = t.concern.c, t.support.c
# Messages hang on the issue into which they were gathered (the leaf); everything is told by the issue into which that
# was merged (the root), which is mostly the same.
_leaf = t.issue.c
_KEPT = _c.state.in_(IN_SIGHT)
_SOMEBODY = somebody()
_URGENT = case((_c.urgency == "urgent", 1), else_=0)


class SqlDigests:
    """See `backend.ports.Digests`."""

    def __init__(self, collector: Collector) -> None:
        """Work within one transaction."""
        self._rows = collector

    async def figures(self, group: WorkingGroup, others: Sequence[WorkingGroup], period: Period) -> Figures:
        """Return what happened at the group's desk; for the secretariat, at nobody's desk but its own."""
        remit = await self._remit(group, others)
        here = and_(_within(period), remit)
        # Messages that raised no issue have no topic, so no remit covers them and they fall to the rest: only there
        # they are joined too. Elsewhere the database may begin with the issues of the remit, which are few.
        source = _WITH_UNPLACED if group.takes_rest else _PLACED
        messages, people, unplaced = await self._counted(source, here)
        more_people, supporters = await self._supporters(source, here, period, remit)
        return Figures(
            messages=messages,
            people=people + more_people,
            unplaced=unplaced,
            stakeholder_groups=await self._by(source, _c.stakeholder_group, here),
            districts=await self._by(source, _c.district, here),
            items=await self._items(here, period, remit, supporters),
        )

    def add(self, digest: Digest) -> None:
        """Keep a built digest; a second one of the same group and period is a conflict."""
        self._rows.add(
            t.digest,
            {
                "id": digest.id,
                "group_id": digest.group_id,
                "period": digest.period.key,
                "starts_at": digest.period.start,
                "ends_at": digest.period.end,
                "built_at": digest.built_at,
                "messages": digest.messages,
                "people": digest.people,
                "unplaced": digest.unplaced,
                "stakeholder_groups": digest.stakeholder_groups,
                "districts": digest.districts,
            },
        )
        for item in digest.items:
            self._rows.add(t.digest_item, {"digest_id": digest.id} | _item_row(item))

    async def by_id(self, digest_id: int) -> Digest | None:
        """Return a digest with its items."""
        rows = await self._rows.rows(select(t.digest).where(t.digest.c.id == digest_id))
        if not rows:
            return None
        items = await self._rows.rows(
            select(t.digest_item).where(t.digest_item.c.digest_id == digest_id).order_by(t.digest_item.c.rank)
        )
        return _digest(rows[0], tuple(_item(row) for row in items))

    async def reported(self, issue_ids: Iterable[int]) -> dict[int, list[tuple[str, datetime]]]:
        """Return in which groups' digests issues stood, by themselves or as part of another, and when last."""
        stood = t.digest_item.c.issue_id
        statement = (
            select(_leaf.id, t.working_group.c.name, func.max(t.digest.c.built_at))
            .join(t.digest_item, or_(stood == _leaf.id, stood == _leaf.root_id))
            .join(t.digest, t.digest.c.id == t.digest_item.c.digest_id)
            .join(t.working_group, t.working_group.c.id == t.digest.c.group_id)
            .where(_leaf.id.in_(list(issue_ids)))
            .group_by(_leaf.id, t.working_group.c.id, t.working_group.c.name)
            .order_by(_leaf.id, t.working_group.c.name)
        )
        found: dict[int, list[tuple[str, datetime]]] = {}
        for row in await self._rows.rows(statement):
            found.setdefault(row[0], []).append((row[1], row[2]))
        return found

    async def latest_ends(self) -> dict[int, datetime]:
        """Return the end of each group's latest digest."""
        statement = select(t.digest.c.group_id, func.max(t.digest.c.ends_at)).group_by(t.digest.c.group_id)
        return {row[0]: row[1] for row in await self._rows.rows(statement)}

    async def uncounted(self) -> int:
        """Return how many concerns from before the latest digest's end stand in no digest at all.

        A concern without an issue stands in none by name; the secretariat's digest of its time counts it.
        """
        issued = select(t.digest.c.id).where(t.digest.c.starts_at <= _c.created_at, t.digest.c.ends_at > _c.created_at)
        stood = t.digest_item.c.issue_id
        by_issue = (
            issued.join(t.digest_item, t.digest_item.c.digest_id == t.digest.c.id)
            .join(t.issue, or_(stood == _leaf.id, stood == _leaf.root_id))
            .where(_leaf.id == _c.issue_id)
        )
        by_rest = issued.join(t.working_group, t.working_group.c.id == t.digest.c.group_id).where(
            t.working_group.c.takes_rest, _c.issue_id.is_(None)
        )
        latest = select(func.max(t.digest.c.ends_at)).scalar_subquery()
        missed = and_(_KEPT, _c.created_at < latest, not_(by_issue.exists()), not_(by_rest.exists()))
        return int(await self._rows.value(select(func.count()).select_from(t.concern).where(missed)))

    async def latest_built(self) -> datetime | None:
        """Return when the last digest was built."""
        built: datetime | None = await self._rows.value(select(func.max(t.digest.c.built_at)))
        return built

    async def _counted(self, source: FromClause, here: ColumnElement[bool]) -> tuple[int, int, int]:
        unplaced = func.count().filter(_c.issue_id.is_(None))
        statement = select(func.count(), func.count(distinct(_SOMEBODY)), unplaced).select_from(source).where(here)
        row = (await self._rows.rows(statement))[0]
        return row[0], row[1], row[2]

    async def _by(self, source: FromClause, column: ColumnElement[Any], here: ColumnElement[bool]) -> Mapping[str, int]:
        statement = (
            select(column, func.count(distinct(_SOMEBODY)))
            .select_from(source)
            .where(here, column.is_not(None))
            .group_by(column)
        )
        return {row[0]: row[1] for row in await self._rows.rows(statement)}

    async def _remit(self, group: WorkingGroup, others: Sequence[WorkingGroup]) -> ColumnElement[bool]:
        """Return the condition on leaves whose root lies at the group's desk.

        Nearly every issue is its own root and lies where its remit says, and the index on topics or districts finds
        those. The few that were merged or handed over are looked up before and named one by one: a join of leaf and
        root over a year of messages would cost half as much again.
        """
        root = t.issue.alias("root")
        named = (
            select(_leaf.id)
            .join(root, root.c.id == _leaf.root_id)
            .where(or_(_leaf.root_id != _leaf.id, root.c.group_id.is_not(None)), lies_with(group, others, root.c))
        )
        own = and_(_leaf.root_id == _leaf.id, _leaf.group_id.is_(None), _by_remit(group, others, _leaf))
        here = [own, _leaf.id.in_(ids)] if (ids := [row.id for row in await self._rows.rows(named)]) else [own]
        # A message that raised no issue is the rest's.
        return or_(*here, _leaf.id.is_(None)) if group.takes_rest else or_(*here)

    async def _supporters(
        self, source: FromClause, here: ColumnElement[bool], period: Period, remit: ColumnElement[bool]
    ) -> tuple[int, dict[int, int]]:
        """Return how many took a side in the period without writing: over the whole remit, and by issue."""
        lately = and_(_s.at >= period.start, _s.at < period.end)
        pairs = select(_leaf.root_id, _s.person_id).join(t.support, _leaf.id == _s.issue_id).where(lately, remit)
        supported = await self._pairs(pairs)
        if not supported:
            return 0, {}
        supporters = select(_s.person_id).where(lately)
        wrote = await self._pairs(
            select(_leaf.root_id, _c.person_id).select_from(source).where(here, _c.person_id.in_(supporters)).distinct()
        )
        everybody = set[int]().union(*supported.values()) - set[int]().union(*wrote.values())
        return len(everybody), {root: len(people - wrote.get(root, set())) for root, people in supported.items()}

    async def _pairs(self, statement: Executable) -> dict[int, set[int]]:
        found: dict[int, set[int]] = {}
        for row in await self._rows.rows(statement):
            found.setdefault(row[0], set()).add(row[1])
        return found

    async def _items(
        self, here: ColumnElement[bool], period: Period, remit: ColumnElement[bool], supporters: Mapping[int, int]
    ) -> tuple[DigestItem, ...]:
        counts = (
            select(
                _leaf.root_id,
                func.count().label("messages"),
                func.count(distinct(_SOMEBODY)).label("people"),
                func.sum(_URGENT).label("urgent"),
                func.max(_c.id).label("latest"),
            )
            .select_from(_PLACED)
            .where(here)
            .group_by(_leaf.root_id)
            .subquery()
        )
        # The latest message is the example: it tells of the issue as it is now.
        example = t.concern.alias("example")
        statement = (
            select(t.issue, counts.c.messages, counts.c.people, counts.c.urgent, example.c.redacted)
            .join(counts, counts.c.root_id == _leaf.id)
            .join(example, example.c.id == counts.c.latest)
        )
        before = await self._per_issue(and_(_within(period.before), remit))
        total = await self._totals(here)
        districts = await self._districts(here)
        return tuple(
            DigestItem(
                issue_id=row.id,
                title=row.title,
                topic=row.topic,
                state=IssueState(row.state),
                messages=row.messages,
                people=row.people + supporters.get(row.id, 0),
                messages_before=before.get(row.id, 0),
                total=total[row.id],
                districts=districts.get(row.id, ()),
                first_seen=row.first_seen,
                last_seen=row.last_seen,
                urgent=row.urgent,
                example=row.redacted,
            )
            for row in await self._rows.rows(statement)
        )

    async def _per_issue(self, condition: ColumnElement[bool]) -> dict[int, int]:
        statement = select(_leaf.root_id, func.count()).select_from(_PLACED).where(condition).group_by(_leaf.root_id)
        return {row[0]: row[1] for row in await self._rows.rows(statement)}

    async def _totals(self, here: ColumnElement[bool]) -> dict[int, int]:
        seen = select(_leaf.root_id).distinct().select_from(_PLACED).where(here)
        statement = (
            select(_leaf.root_id, func.count())
            .join(t.concern, _c.issue_id == _leaf.id)
            .where(_leaf.root_id.in_(seen), _KEPT)
            .group_by(_leaf.root_id)
        )
        return {row[0]: row[1] for row in await self._rows.rows(statement)}

    async def _districts(self, here: ColumnElement[bool]) -> dict[int, tuple[str, ...]]:
        statement = (
            select(_leaf.root_id, _c.district)
            .select_from(_PLACED)
            .where(here, _c.district.is_not(None))
            .distinct()
            .order_by(_leaf.root_id, _c.district)
        )
        found: dict[int, tuple[str, ...]] = {}
        for row in await self._rows.rows(statement):
            found[row[0]] = (*found.get(row[0], ()), row[1])
        return found


_PLACED = t.issue.join(t.concern, _leaf.id == _c.issue_id)
_WITH_UNPLACED = t.concern.outerjoin(t.issue, _leaf.id == _c.issue_id)


def _within(period: Period) -> ColumnElement[bool]:
    return and_(_c.created_at >= period.start, _c.created_at < period.end, _KEPT)


def lies_with(group: WorkingGroup, others: Sequence[WorkingGroup], root: Any) -> ColumnElement[bool]:
    """The SQL twin of `backend.domain.desk.homes`: whether an issue lies at a group's desk.

    `root` are the columns of issues that are not merged; a test holds the two together.
    """
    return or_(root.group_id == group.id, and_(root.group_id.is_(None), _by_remit(group, others, root)))


def _by_remit(group: WorkingGroup, others: Sequence[WorkingGroup], c: Any) -> ColumnElement[bool]:
    return _rest(others, c) if group.takes_rest else _covered(group, c)


def _covered(group: WorkingGroup, c: Any) -> ColumnElement[bool]:
    """The SQL twin of `WorkingGroup.covers`."""
    topics = c.topic.in_(sorted(group.topics)) if group.topics else c.topic.is_not(None)
    return and_(topics, c.district.in_(sorted(group.districts))) if group.districts else topics


def _rest(others: Sequence[WorkingGroup], c: Any) -> ColumnElement[bool]:
    covered = [_covered(group, c) for group in others if not group.takes_rest]
    # An issue without topic or district is covered by nobody, which SQL would call unknown.
    return not_(func.coalesce(or_(*covered), False)) if covered else true()


def _digest(row: AnyRow, items: tuple[DigestItem, ...]) -> Digest:
    return Digest(
        id=row.id,
        group_id=row.group_id,
        period=Period(row.starts_at, row.ends_at),
        built_at=row.built_at,
        messages=row.messages,
        people=row.people,
        stakeholder_groups=row.stakeholder_groups,
        districts=row.districts,
        items=items,
        unplaced=row.unplaced,
    )


def _item_row(item: DigestItem) -> dict[str, Any]:
    return {
        "rank": item.rank,
        "issue_id": item.issue_id,
        "title": item.title,
        "topic": item.topic,
        "state": item.state.value,
        "score": item.score,
        "messages": item.messages,
        "people": item.people,
        "messages_before": item.messages_before,
        "total": item.total,
        "urgent": item.urgent,
        "districts": list(item.districts),
        "first_seen": item.first_seen,
        "last_seen": item.last_seen,
        "example": item.example,
    }


def _item(row: AnyRow) -> DigestItem:
    return DigestItem(
        issue_id=row.issue_id,
        title=row.title,
        topic=row.topic,
        state=IssueState(row.state),
        messages=row.messages,
        people=row.people,
        messages_before=row.messages_before,
        total=row.total,
        districts=tuple(row.districts),
        first_seen=row.first_seen,
        last_seen=row.last_seen,
        urgent=row.urgent,
        example=row.example,
        rank=row.rank,
        score=row.score,
    )

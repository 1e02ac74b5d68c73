"""Links between issues, and what speaks for further ones."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, CompoundSelect, and_, func, or_, select, true, union

from backend.domain.concern import IN_SIGHT
from backend.domain.groups import WorkingGroup
from backend.domain.mess import IssueLink, LinkKind, Mess, between_roots, mess_of
from backend.domain.proposed_link import LEAST_TOGETHER, Candidate, Trace
from backend.storage import tables as t
from backend.storage.collector import AnyRow, Collector, Known
from backend.storage.issues import heard_last

# A mess that grew beyond this is read as far as this; no picture could show more.
_MOST_ISSUES = 200
_c = t.concern.c
_i = t.issue.c
_l = t.issue_link.c
_u = t.support.c
_IN_SIGHT = _c.state.in_(IN_SIGHT)


class SqlMesses:
    """See `backend.ports.Messes`."""

    def __init__(self, collector: Collector) -> None:
        """Work within one transaction."""
        self._rows = collector

    def link(self, link: IssueLink) -> None:
        """Keep a link; one that is kept already is kept on, one that was removed holds again."""
        row = {
            "a_id": link.a,
            "b_id": link.b,
            "kind": link.kind.value,
            "by_id": link.by,
            "at": link.at,
            "removed_at": link.removed_at,
        }
        self._rows.add(t.issue_link, row, Known.IS_REPLACED)

    async def unlink(self, link: IssueLink, at: datetime) -> None:
        """Take a link away, in whatever merged issues it was made."""
        for stored, root_a, root_b in await self._touching([link.a]):
            if stored.kind is not link.kind or {root_a, root_b} != {link.a, link.b}:
                continue
            if not link.has_direction or root_a == link.a:
                key = {"a_id": stored.a, "b_id": stored.b, "kind": stored.kind.value}
                self._rows.change(t.issue_link, key, {"removed_at": at})

    async def of_issue(self, root_id: int) -> Mess:
        """Return the mess that an issue is part of, ring by ring; without a link it is the issue alone."""
        found: dict[tuple[int, int, LinkKind], tuple[IssueLink, int, int]] = {}
        known, fresh = {root_id}, {root_id}
        while fresh and len(known) < _MOST_ISSUES:
            ring = await self._touching(fresh)
            found |= {(link.a, link.b, link.kind): (link, a, b) for link, a, b in ring}
            fresh = {root for _, a, b in ring for root in (a, b)} - known
            known |= fresh
        return mess_of(root_id, between_roots(found.values()))

    async def trace(self, root_id: int, since: datetime) -> Trace | None:
        """Return what is known of an issue since then."""
        return (await self._traces([root_id], since)).get(root_id)

    async def candidates(self, trace: Trace, since: datetime, limit: int) -> list[Candidate]:
        """Return the issues that most people report or support together with this one, and those at its place."""
        together = await self._together(trace.issue_id, since, limit)
        nearby = await self._nearby(trace, since, limit)
        traces = await self._traces({*together, *nearby}, since)
        return [Candidate(found, together.get(found.issue_id, 0)) for found in traces.values()]

    async def population(self, since: datetime) -> int:
        """Return how many people reported or supported anything since then."""
        reporting = select(_c.person_id).where(_c.created_at >= since, _IN_SIGHT, _c.person_id.is_not(None))
        people = union(reporting, select(_u.person_id).where(_u.at >= since)).subquery()
        return int(await self._rows.value(select(func.count()).select_from(people)))

    async def issues_at(self, group: WorkingGroup, skip: int, limit: int) -> list[int]:
        """Return a page of the root issues at a group's desk, those that were heard of last first."""
        statement = (
            select(_i.id)
            .where(_i.root_id == _i.id, or_(_i.group_id == group.id, and_(_i.group_id.is_(None), _covered(group))))
            .order_by(heard_last().desc(), _i.id)
            .offset(skip)
            .limit(limit)
        )
        return [row.id for row in await self._rows.rows(statement)]

    async def _touching(self, root_ids: Iterable[int]) -> Sequence[tuple[IssueLink, int, int]]:
        """Return the links that hold at these issues or what was merged into them, each with its two roots."""
        leaves = select(_i.id).where(_i.root_id.in_(sorted(root_ids)))
        keys = (_l.a_id, _l.b_id, _l.kind)
        live = _l.removed_at.is_(None)
        # One half for each end, since one condition over both would be no use to either index.
        both = union(
            select(*keys).where(live, _l.a_id.in_(leaves)), select(*keys).where(live, _l.b_id.in_(leaves))
        ).subquery()
        first, second = t.issue.alias("first"), t.issue.alias("second")
        statement = (
            select(t.issue_link, first.c.root_id.label("root_a"), second.c.root_id.label("root_b"))
            .join(both, and_(both.c.a_id == _l.a_id, both.c.b_id == _l.b_id, both.c.kind == _l.kind))
            .join(first, first.c.id == _l.a_id)
            .join(second, second.c.id == _l.b_id)
        )
        return [(_link(row), row.root_a, row.root_b) for row in await self._rows.rows(statement)]

    async def _together(self, root_id: int, since: datetime, limit: int) -> dict[int, int]:
        """Return the issues with most people in common, and how many, from the index of each person's messages."""
        own = select(_behind(since, _i.root_id == root_id).subquery("own").c.person_id)
        others = (_c.person_id.in_(own), _u.person_id.in_(own))
        behind = _behind(since, _i.root_id != root_id, *others).subquery("others")
        people = func.count()
        statement = (
            select(behind.c.root_id, people)
            .group_by(behind.c.root_id)
            .having(people >= LEAST_TOGETHER)
            .order_by(people.desc(), behind.c.root_id)
            .limit(limit)
        )
        return {row[0]: row[1] for row in await self._rows.rows(statement)}

    async def _nearby(self, trace: Trace, since: datetime, limit: int) -> list[int]:
        if trace.district is None or trace.locality is None:
            return []
        place = (_i.district == trace.district, _i.locality == trace.locality)
        other = (_i.root_id == _i.id, _i.id != trace.issue_id, _i.last_seen >= since)
        statement = select(_i.id).where(*place, *other).order_by(_i.last_seen.desc(), _i.id).limit(limit)
        return [row.id for row in await self._rows.rows(statement)]

    async def _traces(self, root_ids: Iterable[int], since: datetime) -> dict[int, Trace]:
        wanted = sorted(root_ids)
        behind = _behind(since, _i.root_id.in_(wanted)).subquery()
        fields = (_i.id, _i.topic, _i.district, _i.locality, _i.first_seen, _i.last_seen)
        statement = (
            select(*fields, func.count(behind.c.person_id).label("people"))
            .outerjoin(behind, behind.c.root_id == _i.id)
            .where(_i.id.in_(wanted), _i.root_id == _i.id)
            .group_by(*fields)
        )
        return {
            row.id: Trace(row.id, row.people, row.topic, row.district, row.locality, row.first_seen, row.last_seen)
            for row in await self._rows.rows(statement)
        }


def _behind(
    since: datetime,
    which: ColumnElement[bool],
    reporting: ColumnElement[bool] | None = None,
    supporting: ColumnElement[bool] | None = None,
) -> CompoundSelect[tuple[int, int]]:
    """Who wrote of issues since then or said «من هم», each once an issue; a condition each on who is looked at."""
    said = select(_i.root_id, _c.person_id).join(t.issue, _i.id == _c.issue_id).where(which, _c.created_at >= since)
    said = said.where(_IN_SIGHT, _c.person_id.is_not(None), true() if reporting is None else reporting)
    meant = select(_i.root_id, _u.person_id).join(t.issue, _i.id == _u.issue_id).where(which, _u.at >= since)
    return union(said, meant.where(true() if supporting is None else supporting))


def _covered(group: WorkingGroup) -> ColumnElement[bool]:
    """The SQL twin of `WorkingGroup.covers`; the secretariat, which serves every group, links what it likes."""
    if group.takes_rest:
        return true()
    topics = _i.topic.in_(sorted(group.topics)) if group.topics else _i.topic.is_not(None)
    return and_(topics, _i.district.in_(sorted(group.districts))) if group.districts else topics


def _link(row: AnyRow) -> IssueLink:
    return IssueLink(row.a_id, row.b_id, LinkKind(row.kind), row.by_id, row.at, row.removed_at)

"""Measures, the votes on them, and each group's rules."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, and_, func, select

from backend.domain.horizon import Horizon
from backend.domain.measure import Majority, Measure, MeasureKind, MeasureState, Rules, Stand, Tally, Vote
from backend.storage import tables as t
from backend.storage.collector import AnyRow, Collector, Known

_m = t.measure.c
_v = t.measure_vote.c


class SqlMeasures:
    """See `backend.ports.Measures`."""

    def __init__(self, collector: Collector) -> None:
        """Work within one transaction."""
        self._rows = collector

    def add(self, measure: Measure) -> None:
        """Keep a new measure."""
        self._rows.add(t.measure, _row_of(measure))
        for issue_id in sorted(measure.issue_ids):
            self._rows.add(t.measure_issue, {"measure_id": measure.id, "issue_id": issue_id})

    async def next_number(self) -> int:
        """Return the number for the next measure."""
        return int(await self._rows.value(select(func.coalesce(func.max(_m.number), 0) + 1)))

    async def by_id(self, measure_id: int) -> Measure | None:
        """Return a measure."""
        return next(iter(await self._where(_m.id == measure_id)), None)

    async def by_number(self, number: int) -> Measure | None:
        """Return the measure with this number."""
        return next(iter(await self._where(_m.number == number)), None)

    async def locked(self, number: int) -> Measure | None:
        """Return the measure with this number; on PostgreSQL its row is locked, on SQLite there is one writer anyway.

        Without the lock two members who vote at the same moment would each count without the other's vote.
        """
        if self._rows.is_postgresql:
            await self._rows.rows(select(_m.id).where(_m.number == number).with_for_update())
        return await self.by_number(number)

    async def of_issues(self, root_ids: Iterable[int]) -> dict[int, list[Measure]]:
        """Return the measures that answer these root issues or what was merged into them, newest first."""
        answers = (
            select(t.issue.c.root_id, t.measure_issue.c.measure_id)
            .distinct()
            .join(t.issue, t.issue.c.id == t.measure_issue.c.issue_id)
            .where(t.issue.c.root_id.in_(list(root_ids)))
        )
        pairs = await self._rows.rows(answers)
        if not pairs:
            return {}
        found: dict[int, list[Measure]] = {}
        for measure in await self._where(_m.id.in_({pair.measure_id for pair in pairs})):
            for pair in pairs:
                if pair.measure_id == measure.id:
                    found.setdefault(pair.root_id, []).append(measure)
        return found

    async def page(
        self, group_id: int, states: Sequence[MeasureState], skip: int, limit: int
    ) -> tuple[list[Measure], int]:
        """Return a page of a group's measures, newest first, and how many there are."""
        wanted = and_(_m.group_id == group_id, _m.state.in_([state.value for state in states]))
        count = await self._rows.value(select(func.count()).select_from(t.measure).where(wanted))
        return await self._where(wanted, skip, limit), int(count)

    async def over(self, now: datetime, limit: int) -> list[int]:
        """Return the numbers of open measures whose deadline has passed, the longest overdue first."""
        overdue = (_m.state == MeasureState.PROPOSED.value, _m.deadline <= now)
        statement = select(_m.number).where(*overdue).order_by(_m.deadline, _m.id).limit(limit)
        return [row.number for row in await self._rows.rows(statement)]

    def close(self, measure_id: int, state: MeasureState, at: datetime, result: Tally | None) -> None:
        """Keep what became of a measure."""
        self._rows.change(
            t.measure, {"id": measure_id}, {"state": state.value, "decided_at": at, **_result_columns(result)}
        )

    def vote(self, vote: Vote) -> None:
        """Keep a member's vote in the place of an earlier one."""
        row = {
            "measure_id": vote.measure_id,
            "person_id": vote.person_id,
            "stand": vote.stand.value,
            "reason": vote.reason,
            "at": vote.at,
        }
        self._rows.add(t.measure_vote, row, Known.IS_REPLACED)

    async def tally(self, measure: Measure) -> Tally:
        """Count the votes of those who are members of the group now."""
        seat, count = t.membership.c, func.count()
        members = await self._rows.value(select(count).where(seat.group_id == measure.group_id))
        statement = (
            select(_v.stand, count)
            .join(t.membership, and_(seat.person_id == _v.person_id, seat.group_id == measure.group_id))
            .where(_v.measure_id == measure.id)
            .group_by(_v.stand)
        )
        votes = {Stand(row[0]): row[1] for row in await self._rows.rows(statement)}
        agree, object_, abstain = (votes.get(stand, 0) for stand in (Stand.AGREE, Stand.OBJECT, Stand.ABSTAIN))
        return Tally(agree, object_, abstain, members)

    async def vote_of(self, measure_id: int, person_id: int) -> Vote | None:
        """Return what a person said to a measure."""
        statement = select(t.measure_vote).where(_v.measure_id == measure_id, _v.person_id == person_id)
        rows = await self._rows.rows(statement)
        return next((Vote(r.measure_id, r.person_id, Stand(r.stand), r.reason, r.at) for r in rows), None)

    async def objections(self, measure_id: int) -> list[str]:
        """Return the reasons of those who object, in the order in which they were given."""
        statement = (
            select(_v.reason)
            .where(_v.measure_id == measure_id, _v.stand == Stand.OBJECT.value, _v.reason != "")
            .order_by(_v.at, _v.person_id)
        )
        return [row.reason for row in await self._rows.rows(statement)]

    async def rules(self, group_id: int) -> Rules:
        """Return how a group decides."""
        rows = await self._rows.rows(select(t.group_rules).where(t.group_rules.c.group_id == group_id))
        return next((_rules(row) for row in rows), Rules())

    def set_rules(self, group_id: int, rules: Rules) -> None:
        """Change how a group decides, from the next proposal on."""
        self._rows.add(t.group_rules, {"group_id": group_id, **_rule_columns(rules)}, Known.IS_REPLACED)

    async def _where(self, condition: ColumnElement[bool], skip: int = 0, limit: int | None = None) -> list[Measure]:
        statement = select(t.measure).where(condition).order_by(_m.number.desc()).offset(skip).limit(limit)
        rows = await self._rows.rows(statement)
        issues = await self._issues([row.id for row in rows])
        return [_measure(row, issues.get(row.id, frozenset())) for row in rows]

    async def _issues(self, measure_ids: Sequence[int]) -> dict[int, frozenset[int]]:
        if not measure_ids:
            return {}
        statement = select(t.measure_issue).where(t.measure_issue.c.measure_id.in_(measure_ids))
        found: dict[int, frozenset[int]] = {}
        for row in await self._rows.rows(statement):
            found[row.measure_id] = found.get(row.measure_id, frozenset()) | {row.issue_id}
        return found


def _row_of(measure: Measure) -> dict[str, Any]:
    return {
        "id": measure.id,
        "number": measure.number,
        "group_id": measure.group_id,
        "kind": measure.kind.value,
        "title": measure.title,
        "subject": measure.subject,
        "custodian": measure.custodian,
        "year": measure.horizon.year,
        "quarter": measure.horizon.quarter,
        "proposed_by": measure.proposed_by,
        "proposed_at": measure.proposed_at,
        "deadline": measure.deadline,
        "state": measure.state.value,
        "decided_at": measure.decided_at,
        **_rule_columns(measure.rules),
        **_result_columns(measure.result),
    }


def _rule_columns(rules: Rules) -> dict[str, Any]:
    return {"quorum": rules.quorum, "majority": rules.majority.value, "days": rules.days}


def _result_columns(result: Tally | None) -> dict[str, Any]:
    if result is None:
        return {"agreed": None, "objected": None, "abstained": None, "members": None}
    return {
        "agreed": result.agree,
        "objected": result.object,
        "abstained": result.abstain,
        "members": result.members,
    }


def _rules(row: AnyRow) -> Rules:
    return Rules(row.quorum, Majority(row.majority), row.days)


def _measure(row: AnyRow, issue_ids: frozenset[int]) -> Measure:
    result = None if row.members is None else Tally(row.agreed, row.objected, row.abstained, row.members)
    return Measure(
        id=row.id,
        number=row.number,
        group_id=row.group_id,
        kind=MeasureKind(row.kind),
        title=row.title,
        subject=row.subject,
        custodian=row.custodian,
        horizon=Horizon(row.year, row.quarter),
        issue_ids=issue_ids,
        proposed_by=row.proposed_by,
        proposed_at=row.proposed_at,
        deadline=row.deadline,
        rules=_rules(row),
        state=MeasureState(row.state),
        decided_at=row.decided_at,
        result=result,
    )

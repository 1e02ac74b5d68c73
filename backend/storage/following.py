"""Supports, wishes not to hear, announcements, and the question whether a thing is really done."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, case, delete, func, select, update

from backend.domain.concern import IN_SIGHT
from backend.domain.following import Announcement, Check, Follower, Tally, Tie, Verdict, Weight
from backend.domain.issue import IssueState
from backend.domain.people import ContactKind
from backend.storage import tables as t
from backend.storage.collector import AnyRow, Collector, Known
from backend.storage.voices import stands_behind

_i, _s, _q = t.issue.c, t.support.c, t.silence.c
_a, _k = t.announcement.c, t.outcome_check.c


class SqlFollowing:
    """See `backend.ports.Following`."""

    def __init__(self, collector: Collector) -> None:
        """Work within one transaction."""
        self._rows = collector

    def support(self, issue_id: int, person_id: int, at: datetime) -> None:
        """Let a person stand behind an issue; twice is harmless."""
        self._rows.add(t.support, {"issue_id": issue_id, "person_id": person_id, "at": at}, Known.IS_KEPT)

    async def withdraw(self, root_id: int, person_id: int) -> None:
        """Take a person's support of an issue and of all that were merged into it back."""
        await self._rows.run(delete(t.support).where(_s.person_id == person_id, _s.issue_id.in_(_leaves(root_id))))

    async def set_silent(self, root_id: int, person_id: int, *, silent: bool) -> None:
        """Note whether a person wishes to hear no more of an issue."""
        if silent:
            self._rows.add(t.silence, {"issue_id": root_id, "person_id": person_id}, Known.IS_KEPT)
            return
        await self._rows.run(delete(t.silence).where(_q.person_id == person_id, _q.issue_id.in_(_leaves(root_id))))

    async def ties(self, person_id: int, root_ids: Iterable[int]) -> dict[int, Tie]:
        """Return a person's ties to these issues."""
        roots = set(root_ids)
        supported = await self._roots_of(t.support, person_id, roots)
        silent = await self._roots_of(t.silence, person_id, roots)
        return {root: Tie(root in supported, root in silent) for root in roots}

    async def _roots_of(self, table: Any, person_id: int, roots: set[int]) -> set[int]:
        statement = select(_i.root_id).join(table, table.c.issue_id == _i.id)
        found = await self._rows.rows(statement.where(table.c.person_id == person_id, _i.root_id.in_(roots)))
        return {row.root_id for row in found}

    async def supported(self, person_id: int, limit: int) -> list[int]:
        """Return the roots of the issues that a person supports, the latest support first."""
        statement = (
            select(_i.root_id, func.max(_s.at).label("latest"))
            .join(t.support, _s.issue_id == _i.id)
            .where(_s.person_id == person_id)
            .group_by(_i.root_id)
            .order_by(func.max(_s.at).desc())
            .limit(limit)
        )
        return [row.root_id for row in await self._rows.rows(statement)]

    async def follows(self, person_id: int, root_id: int) -> bool:
        """Say whether a person wrote of an issue or supports it."""
        behind = _behind(root_id)
        return await self._rows.value(select(behind.c.somebody).where(behind.c.somebody == person_id)) is not None

    async def people_behind(self, root_ids: Iterable[int]) -> dict[int, int]:
        """Return how many people wrote of issues or support them."""
        behind = stands_behind(_i.root_id.in_(set(root_ids))).subquery()
        statement = select(behind.c.root_id, func.count()).group_by(behind.c.root_id)
        return {row[0]: row[1] for row in await self._rows.rows(statement)}

    async def followers(self, root_id: int) -> list[Follower]:
        """Return everybody who wrote of an issue or supports it and wishes to hear of it, who can be reached."""
        silent = select(_q.person_id).where(_q.issue_id.in_(_leaves(root_id)))
        behind = t.person.c.id.in_(select(_behind(root_id).c.somebody))
        return await self._reached(behind, t.person.c.id.not_in(silent))

    async def reachable(self, person_ids: Iterable[int]) -> list[Follower]:
        """Return where these persons are reached; who is muted is left out."""
        return await self._reached(t.person.c.id.in_(list(person_ids)))

    async def _reached(self, *conditions: ColumnElement[bool]) -> list[Follower]:
        c, p = t.contact.c, t.person.c
        statement = (
            select(p.id, c.id.label("contact_id"), p.language)
            .join(t.contact, c.person_id == p.id)
            .where(c.active, c.kind == ContactKind.PRIVATE.value, ~p.muted, *conditions)
            .order_by(c.id)
        )
        return [Follower(row.id, row.contact_id, row.language) for row in await self._rows.rows(statement)]

    def keep_apart(self, concern_id: int, issue_id: int) -> None:
        """Note that a concern is no part of an issue, so that it is not put there again."""
        self._rows.add(t.apart, {"concern_id": concern_id, "issue_id": issue_id}, Known.IS_KEPT)

    async def apart(self, concern_ids: Iterable[int]) -> dict[int, frozenset[int]]:
        """Return the issues of which concerns are no part, with all that are one with them, by concern."""
        own, other = t.issue.alias("own"), t.issue.alias("other")
        statement = (
            select(t.apart.c.concern_id, other.c.id)
            .join(own, own.c.id == t.apart.c.issue_id)
            .join(other, other.c.root_id == own.c.root_id)
            .where(t.apart.c.concern_id.in_(list(concern_ids)))
        )
        found: dict[int, frozenset[int]] = {}
        for row in await self._rows.rows(statement):
            found[row[0]] = found.get(row[0], frozenset()) | {row[1]}
        return found

    def announce(self, announcement: Announcement) -> None:
        """Keep what citizens were told."""
        self._rows.add(
            t.announcement,
            {
                "id": announcement.id,
                "issue_id": announcement.issue_id,
                "state": announcement.state.value,
                "reason": announcement.reason,
                "at": announcement.at,
            },
        )

    async def announced(self, root_ids: Iterable[int]) -> dict[int, Announcement]:
        """Return what was told last of each issue."""
        latest = select(func.max(_a.id)).where(_a.issue_id.in_(list(root_ids))).group_by(_a.issue_id)
        rows = await self._rows.rows(select(t.announcement).where(_a.id.in_(latest)))
        return {row.issue_id: _announcement(row) for row in rows}

    async def foremost(self, district: str, since: datetime, before: datetime, limit: int) -> list[Weight]:
        """Return the issues of a district that people brought up since a moment, most people first.

        `before` begins the span of equal length with which the messages are compared.
        """
        c = t.concern.c
        late = func.sum(case((c.created_at >= since, 1), else_=0))
        recent = (
            select(_i.root_id, late.label("messages"), func.count().label("both"))
            .join(t.concern, c.issue_id == _i.id)
            .where(_i.district == district, c.created_at >= before, c.state.in_(IN_SIGHT))
            .group_by(_i.root_id)
            .having(late > 0)
            .subquery()
        )
        behind = stands_behind(_i.root_id.in_(select(recent.c.root_id))).subquery()
        people = select(behind.c.root_id, func.count().label("people")).group_by(behind.c.root_id).subquery()
        statement = (
            select(recent.c.root_id, recent.c.messages, recent.c.both, people.c.people)
            .join(people, people.c.root_id == recent.c.root_id)
            .order_by(people.c.people.desc(), recent.c.messages.desc(), recent.c.root_id)
            .limit(limit)
        )
        return [
            Weight(row.root_id, row.messages, row.people, (1 + row.messages) / (1 + row.both - row.messages))
            for row in await self._rows.rows(statement)
        ]

    async def unchecked(self, before: datetime, limit: int) -> list[Announcement]:
        """Return which issues were called done before a moment, are so still, and were not asked about."""
        later = t.announcement.alias("later")
        superseded = select(later.c.id).where(later.c.issue_id == _a.issue_id, later.c.id > _a.id).exists()
        asked = select(_k.id).where(_k.announcement_id == _a.id).exists()
        done = IssueState.DONE.value
        statement = (
            select(t.announcement)
            .join(t.issue, _i.id == _a.issue_id)
            .where(_a.state == done, _a.at < before, _i.state == done, _i.root_id == _i.id, ~superseded, ~asked)
            .order_by(_a.id)
            .limit(limit)
        )
        return [_announcement(row) for row in await self._rows.rows(statement)]

    def add_check(self, check: Check) -> None:
        """Keep a question; a second one about the same announcement is a conflict."""
        self._rows.add(
            t.outcome_check,
            {
                "id": check.id,
                "issue_id": check.issue_id,
                "announcement_id": check.announcement_id,
                "asked_at": check.asked_at,
                "closed_at": check.closed_at,
                "reopened": check.reopened,
            },
        )

    async def check(self, check_id: int) -> Check | None:
        """Return a question, locked against a second answer at the same moment."""
        statement = select(t.outcome_check).where(_k.id == check_id)
        rows = await self._rows.rows(self._locked(statement))
        return _check(rows[0]) if rows else None

    def _locked(self, statement: Select[Any]) -> Select[Any]:
        """On SQLite there is one writer anyway."""
        return statement.with_for_update() if self._rows.is_postgresql else statement

    def answer(self, check_id: int, person_id: int, verdict: Verdict, at: datetime) -> None:
        """Keep a person's answer in the place of an earlier one."""
        row = {"check_id": check_id, "person_id": person_id, "answer": verdict.value, "at": at}
        self._rows.add(t.outcome_answer, row, Known.IS_REPLACED)

    async def tally(self, check_id: int) -> Tally:
        """Return how a question was answered."""
        answers = t.outcome_answer.c
        statement = select(answers.answer, func.count()).where(answers.check_id == check_id).group_by(answers.answer)
        counts = {row[0]: row[1] for row in await self._rows.rows(statement)}
        return Tally(*(counts.get(verdict.value, 0) for verdict in (Verdict.YES, Verdict.NO, Verdict.UNSURE)))

    def close_check(self, check_id: int, at: datetime, *, reopened: bool) -> None:
        """Take no more answers."""
        self._rows.change(t.outcome_check, {"id": check_id}, {"closed_at": at, "reopened": reopened})

    async def is_any_old(self, asked_before: datetime) -> bool:
        """Say whether a question that was asked before a moment is still open."""
        statement = select(_k.id).where(_k.asked_at < asked_before, _k.closed_at.is_(None)).limit(1)
        return await self._rows.value(statement) is not None

    async def close_old_checks(self, asked_before: datetime, at: datetime) -> int:
        """Close the questions that were asked before a moment; return how many."""
        old = (_k.asked_at < asked_before) & _k.closed_at.is_(None)
        return await self._rows.run(update(t.outcome_check).where(old).values(closed_at=at))


def _leaves(root_id: int) -> Select[tuple[int]]:
    return select(_i.id).where(_i.root_id == root_id)


def _behind(root_id: int) -> Any:
    return stands_behind(_i.root_id == root_id).subquery()


def _announcement(row: AnyRow) -> Announcement:
    return Announcement(row.id, row.issue_id, IssueState(row.state), row.reason, row.at)


def _check(row: AnyRow) -> Check:
    return Check(row.id, row.issue_id, row.announcement_id, row.asked_at, row.closed_at, row.reopened)

"""Issues."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import distinct, func, select, update

from backend.domain.concern import IN_SIGHT, Concern
from backend.domain.issue import Issue, IssueState
from backend.ports import StoredSignature
from backend.storage import tables as t
from backend.storage.collector import AnyRow, Collector


class SqlIssues:
    """See `backend.ports.Issues`."""

    def __init__(self, collector: Collector) -> None:
        """Work within one transaction."""
        self._rows = collector

    def add(self, issue: Issue) -> None:
        """Keep a new issue."""
        self._rows.add(
            t.issue,
            {
                "id": issue.id,
                "title": issue.title,
                "topic": issue.topic,
                "district": issue.district,
                "locality": issue.locality,
                "state": issue.state.value,
                "root_id": issue.root_id,
                "group_id": issue.group_id,
                "created_at": issue.created_at,
                "first_seen": issue.first_seen,
                "last_seen": issue.last_seen,
            },
        )

    async def by_ids(self, issue_ids: Iterable[int]) -> dict[int, Issue]:
        """Return issues by id."""
        statement = select(t.issue).where(t.issue.c.id.in_(list(issue_ids)))
        return {row.id: _issue(row) for row in await self._rows.rows(statement)}

    async def sizes(self, issue_ids: Iterable[int]) -> dict[int, tuple[int, int]]:
        """Return messages and distinct people of issues; a concern without a person counts as one of its own."""
        c = t.concern.c
        statement = (
            select(c.issue_id, func.count(), func.count(distinct(func.coalesce(c.person_id, c.id))))
            .where(c.issue_id.in_(list(issue_ids)), c.state.in_(IN_SIGHT))
            .group_by(c.issue_id)
        )
        return {row[0]: (row[1], row[2]) for row in await self._rows.rows(statement)}

    async def page(self, after_id: int, limit: int) -> list[Issue]:
        """Return issues by id."""
        statement = select(t.issue).where(t.issue.c.id > after_id).order_by(t.issue.c.id).limit(limit)
        return [_issue(row) for row in await self._rows.rows(statement)]

    def change(self, issue_id: int, **values: object) -> None:
        """Change columns of an issue."""
        self._rows.change(t.issue, {"id": issue_id}, values)

    async def forget_words(self, issue_id: int, concern: Concern) -> None:
        """Take a concern's words out of an issue and its digests; another concern gives title and place instead."""
        c, item = t.concern.c, t.digest_item
        others = (c.issue_id == issue_id, c.id != concern.id, c.state.in_(IN_SIGHT))
        heirs = await self._rows.rows(
            select(c.headline, c.redacted, c.district, c.locality).where(*others).order_by(c.id).limit(1)
        )
        title, district, locality = "", None, None
        if heirs:
            title, district, locality = heirs[0].headline or heirs[0].redacted, heirs[0].district, heirs[0].locality
        self.change(issue_id, title=title, district=district, locality=locality)
        told = item.c.issue_id == issue_id
        await self._rows.run(update(item).where(told).values(title=title))
        await self._rows.run(update(item).where(told, item.c.example == concern.redacted).values(example=""))

    async def signatures(self, since: datetime, after_id: int, limit: int) -> list[StoredSignature]:
        """Return the signatures of gathered concerns by concern id."""
        c = t.concern.c
        gathered = (c.issue_id.is_not(None), c.created_at >= since, c.id > after_id)
        statement = select(c.id, c.issue_id, c.signature, c.created_at).where(*gathered).order_by(c.id).limit(limit)
        return [
            StoredSignature(row.id, row.issue_id, row.signature, row.created_at)
            for row in await self._rows.rows(statement)
        ]


def _issue(row: AnyRow) -> Issue:
    return Issue(
        id=row.id,
        title=row.title,
        topic=row.topic,
        district=row.district,
        locality=row.locality,
        created_at=row.created_at,
        first_seen=row.first_seen,
        last_seen=row.last_seen,
        root_id=row.root_id,
        state=IssueState(row.state),
        group_id=row.group_id,
    )

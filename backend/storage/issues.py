"""Issues."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from sqlalchemy import Exists, ScalarSelect, Select, and_, case, func, or_, select, update

from backend.domain.concern import IN_SIGHT, Concern
from backend.domain.groups import WorkingGroup
from backend.domain.issue import CLOSED, DeskLine, Issue, IssueFigures, IssueLine, IssueState
from backend.domain.issue_code import CODES
from backend.ports import StoredSignature
from backend.storage import tables as t
from backend.storage.collector import AnyRow, Collector, Known
from backend.storage.digests import lies_with
from backend.storage.voices import stands_behind

_i, _c = t.issue.c, t.concern.c
_IN_SIGHT = _c.state.in_(IN_SIGHT)
_EXAMPLES = 3
_PLACES = 3
# Three decimals are about a hundred metres: the street, not the door.
_ROUNDED = 3


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

    async def coded(self, remainder: int) -> list[Issue]:
        """Return the issues of a code; every id is divided for it, which a year of issues takes in milliseconds."""
        statement = select(t.issue).where(_i.id % CODES == remainder).order_by(_i.id)
        return [_issue(row) for row in await self._rows.rows(statement)]

    async def sizes(self, issue_ids: Iterable[int]) -> dict[int, tuple[int, int]]:
        """Return messages and distinct people (writers and supporters) of issues, each as part of its root."""
        found = await self._rows.rows(select(_i.id, _i.root_id).where(_i.id.in_(list(issue_ids))))
        roots = {row.id: row.root_id for row in found}
        if not roots:
            return {}
        of_these = _i.root_id.in_(set(roots.values()))
        counted = select(_i.root_id, func.count()).join(t.concern, _c.issue_id == _i.id).where(of_these, _IN_SIGHT)
        messages = {row[0]: row[1] for row in await self._rows.rows(counted.group_by(_i.root_id))}
        behind = stands_behind(of_these).subquery()
        people = select(behind.c.root_id, func.count()).group_by(behind.c.root_id)
        persons = {row[0]: row[1] for row in await self._rows.rows(people)}
        told = {issue_id: (messages.get(root, 0), persons.get(root, 0)) for issue_id, root in roots.items()}
        return {issue_id: size for issue_id, size in told.items() if size != (0, 0)}

    async def page(self, after_id: int, limit: int) -> list[Issue]:
        """Return issues by id."""
        statement = select(t.issue).where(t.issue.c.id > after_id).order_by(t.issue.c.id).limit(limit)
        return [_issue(row) for row in await self._rows.rows(statement)]

    def change(self, issue_id: int, **values: object) -> None:
        """Change columns of an issue."""
        self._rows.change(t.issue, {"id": issue_id}, values)

    async def forget_words(self, issue_id: int, concern: Concern) -> None:
        """Take a concern's words out of an issue and its digests; another concern gives title and place instead.

        The digests of the issue into which this one was merged may have shown the words as an example.
        """
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
        root = select(_i.root_id).where(_i.id == issue_id).scalar_subquery()
        shown = or_(told, item.c.issue_id == root)
        await self._rows.run(update(item).where(shown, item.c.example == concern.redacted).values(example=""))

    async def signatures(self, since: datetime, after_id: int, limit: int) -> list[StoredSignature]:
        """Return the signatures of gathered concerns by concern id."""
        c = t.concern.c
        gathered = (c.issue_id.is_not(None), c.created_at >= since, c.id > after_id)
        statement = select(c.id, c.issue_id, c.signature, c.created_at).where(*gathered).order_by(c.id).limit(limit)
        return [
            StoredSignature(row.id, row.issue_id, row.signature, row.created_at)
            for row in await self._rows.rows(statement)
        ]

    async def locked(self, issue_ids: Iterable[int]) -> dict[int, Issue]:
        """Return issues as they are now, locked in the order of their ids; on SQLite there is one writer anyway."""
        statement = select(t.issue).where(_i.id.in_(sorted(set(issue_ids)))).order_by(_i.id)
        if self._rows.is_postgresql:
            statement = statement.with_for_update()
        return {row.id: _issue(row) for row in await self._rows.rows(statement)}

    async def family(self, root_id: int) -> list[Issue]:
        """Return an issue and all that were merged into it."""
        statement = select(t.issue).where(_i.root_id == root_id).order_by(_i.id)
        return [_issue(row) for row in await self._rows.rows(statement)]

    async def figures(self, root_id: int, since: datetime, before: datetime) -> IssueFigures:
        """Return what stands behind an issue; `since` and `before` begin the two spans of its trend."""
        counts = _of_root(root_id).with_only_columns(
            func.count().label("messages"),
            func.sum(case((_c.created_at >= since, 1), else_=0)).label("recent"),
            func.sum(case((and_(_c.created_at >= before, _c.created_at < since), 1), else_=0)).label("before"),
            func.sum(case((_c.urgency == "urgent", 1), else_=0)).label("urgent"),
        )
        row = (await self._rows.rows(counts))[0]
        behind = stands_behind(_i.root_id == root_id).subquery()
        supporters = select(func.count(t.support.c.person_id.distinct())).join(t.issue, _i.id == t.support.c.issue_id)
        return IssueFigures(
            messages=row.messages,
            people=int(await self._rows.value(select(func.count()).select_from(behind))),
            supporters=int(await self._rows.value(supporters.where(_i.root_id == root_id))),
            recent=row.recent or 0,
            before=row.before or 0,
            urgent=row.urgent or 0,
            districts=await self._districts(root_id),
            places=await self._places(root_id),
            examples=tuple(line.text for line in await self.lines(root_id, 0, _EXAMPLES)),
        )

    async def _districts(self, root_id: int) -> tuple[str, ...]:
        statement = _of_root(root_id).with_only_columns(_c.district).where(_c.district.is_not(None))
        most_first = statement.group_by(_c.district).order_by(func.count().desc(), _c.district)
        return tuple(row.district for row in await self._rows.rows(most_first))

    async def _places(self, root_id: int) -> tuple[tuple[float, float], ...]:
        pins = _of_root(root_id).with_only_columns(_c.latitude, _c.longitude).where(_c.latitude.is_not(None))
        rows = await self._rows.rows(pins.order_by(_c.id.desc()))
        rounded = ((round(row.latitude, _ROUNDED), round(row.longitude, _ROUNDED)) for row in rows)
        return tuple(dict.fromkeys(rounded))[:_PLACES]

    async def lines(self, root_id: int, skip: int, limit: int) -> list[IssueLine]:
        """Return a page of an issue's messages, the latest first."""
        statement = _of_root(root_id).with_only_columns(_c.id, _c.redacted, _c.created_at)
        rows = await self._rows.rows(statement.order_by(_c.id.desc()).offset(skip).limit(limit))
        return [IssueLine(row.id, row.redacted, row.created_at) for row in rows]

    async def move(self, concern_ids: Sequence[int], root_id: int, to_id: int) -> int:
        """Move those of these messages that are part of an issue to another one; return how many."""
        leaves = select(_i.id).where(_i.root_id == root_id)
        part = and_(_c.id.in_(list(concern_ids)), _c.issue_id.in_(leaves), _IN_SIGHT)
        return await self._rows.run(update(t.concern).where(part).values(issue_id=to_id))

    async def retopic(self, root_id: int, topic: str, by: str) -> None:
        """Note on all messages of an issue that somebody says what they are about; writers' own word stands.

        The models' tags stay beside it, no longer asserted: together they are a training example.
        """
        tag = t.concern_topic
        own = tag.alias("own")
        said = select(own.c.concern_id).where(own.c.asserted, own.c.by == "citizen", own.c.concern_id == _c.id).exists()
        concerns = _of_root(root_id).with_only_columns(_c.id).where(~said)
        ids = [row.id for row in await self._rows.rows(concerns)]
        await self._rows.run(update(tag).where(tag.c.concern_id.in_(concerns)).values(asserted=False))
        row = {"code": topic, "probability": 1.0, "by": by, "asserted": True}
        for concern_id in ids:
            self._rows.add(tag, {"concern_id": concern_id} | row, Known.IS_REPLACED)
            self._rows.change(t.concern, {"id": concern_id}, {"topic": topic})

    async def alike(self, issue: Issue, limit: int) -> list[Issue]:
        """Return the issues that could be the same: of its topic, those at its place first, then the latest."""
        near = case((_i.locality == issue.locality, 0), (_i.district == issue.district, 1), else_=2)
        others = (_i.id != issue.root_id, _i.root_id == _i.id, _i.topic == issue.topic)
        statement = select(t.issue).where(*others).order_by(near, _i.last_seen.desc(), _i.id).limit(limit)
        return [_issue(row) for row in await self._rows.rows(statement)]

    async def at_desk(
        self, group: WorkingGroup, others: Sequence[WorkingGroup], skip: int, limit: int
    ) -> list[DeskLine]:
        """Return a page of the issues at a group's desk: open ones first, those that were heard of last.

        Of which every word was taken back, those are left out: nothing is left in them to act on.
        """
        closed = case((_i.state.in_(CLOSED), 1), else_=0)
        here = (_i.root_id == _i.id, lies_with(group, others, _i), or_(_i.title != "", _has_words()))
        newest = heard_last().desc()
        statement = select(t.issue).where(*here).order_by(closed, newest, _i.id).offset(skip).limit(limit)
        found = [_issue(row) for row in await self._rows.rows(statement)]
        sizes = await self.sizes(issue.id for issue in found)
        return [DeskLine(issue, *sizes.get(issue.id, (0, 0))[:1]) for issue in found]


def _has_words() -> Exists:
    """Say whether a message is in sight in an issue, or in one that was merged into it."""
    member = t.issue.alias("worded")
    of_it = select(_c.id).join(member, member.c.id == _c.issue_id)
    return of_it.where(member.c.root_id == _i.id, _IN_SIGHT).correlate(t.issue).exists()


def heard_last() -> ScalarSelect[datetime]:
    """When an issue, or one that was merged into it, was last heard of; of issues that are not merged."""
    member = t.issue.alias("member")
    return select(func.max(member.c.last_seen)).where(member.c.root_id == _i.id).scalar_subquery()


def _of_root(root_id: int) -> Select[tuple[int]]:
    """The concerns in sight of an issue and of all that were merged into it."""
    return select(_c.id).join(t.issue, _i.id == _c.issue_id).where(_i.root_id == root_id, _IN_SIGHT)


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

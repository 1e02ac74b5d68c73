"""What members do to issues: history, votes, owners, notes, merges."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import delete, func, or_, select, update

from backend.domain.acts import EventKind, IssueEvent, Merge, Note, Vote
from backend.storage import tables as t
from backend.storage.collector import AnyRow, Collector, Known

_MOST_LINKS = 20
_e, _m = t.issue_event.c, t.issue_merge.c
# Where a person stands as the one who acted; votes, sights and ownership go with the person.
_TRACES = (
    (t.issue_event, "actor_id"),
    (t.issue_note, "author_id"),
    (t.issue_merge, "by_id"),
    (t.issue_question, "asked_by"),
    (t.issue_answer, "person_id"),
)
_OWN = (t.issue_vote, t.issue_seen, t.issue_owner)


class SqlActs:
    """See `backend.ports.Acts`."""

    def __init__(self, collector: Collector) -> None:
        """Work within one transaction."""
        self._rows = collector

    def add_event(self, event: IssueEvent) -> None:
        """Append to an issue's history."""
        self._rows.add(
            t.issue_event,
            {
                "id": event.id,
                "issue_id": event.issue_id,
                "group_id": event.group_id,
                "at": event.at,
                "actor_id": event.actor_id,
                "kind": event.kind.value,
                "detail": dict(event.detail),
                "reason": event.reason,
                "is_public": event.is_public,
            },
        )

    async def history(self, issue_id: int, limit: int) -> list[IssueEvent]:
        """Return the latest events of an issue, newest first."""
        statement = select(t.issue_event).where(_e.issue_id == issue_id).order_by(_e.id.desc()).limit(limit)
        return [_event(row) for row in await self._rows.rows(statement)]

    async def latest_states(self, issue_ids: Iterable[int]) -> dict[int, IssueEvent]:
        """Return the latest change of state of each issue that had one."""
        changes = (_e.issue_id.in_(list(issue_ids)), _e.kind == EventKind.STATE.value)
        latest = select(func.max(_e.id)).where(*changes).group_by(_e.issue_id)
        rows = await self._rows.rows(select(t.issue_event).where(_e.id.in_(latest)))
        return {row.issue_id: _event(row) for row in rows}

    async def handed_by(self, issue_id: int, group_id: int) -> int | None:
        """Return the group that handed the issue on to this one last, if one did."""
        handed = (_e.issue_id == issue_id, _e.kind == EventKind.HANDED.value)
        rows = await self._rows.rows(select(_e.group_id, _e.detail).where(*handed).order_by(_e.id.desc()))
        return next((row.group_id for row in rows if row.detail.get("to") == str(group_id)), None)

    async def regrouped_at(self) -> datetime | None:
        """Return when members last moved messages between issues."""
        statement = select(_e.at).where(_e.kind == EventKind.SPLIT.value).order_by(_e.id.desc()).limit(1)
        found: datetime | None = await self._rows.value(statement)
        return found

    def see(self, issue_id: int, group_id: int, person_id: int, at: datetime) -> None:
        """Note that a member saw an issue; once is enough."""
        row = {"issue_id": issue_id, "group_id": group_id, "person_id": person_id, "at": at}
        self._rows.add(t.issue_seen, row, Known.IS_KEPT)

    async def seen_by(self, issue_id: int, group_id: int) -> set[int]:
        """Return the members of a group who noted that they saw an issue."""
        c = t.issue_seen.c
        statement = select(c.person_id).where(c.issue_id == issue_id, c.group_id == group_id)
        return {row.person_id for row in await self._rows.rows(statement)}

    def vote(self, vote: Vote) -> None:
        """Keep a member's vote in the place of an earlier one."""
        row = {
            "issue_id": vote.issue_id,
            "group_id": vote.group_id,
            "person_id": vote.person_id,
            "priority": vote.priority,
            "at": vote.at,
        }
        self._rows.add(t.issue_vote, row, Known.IS_REPLACED)

    async def votes(self, issue_ids: Iterable[int]) -> dict[int, list[Vote]]:
        """Return the votes of all groups, by issue."""
        statement = select(t.issue_vote).where(t.issue_vote.c.issue_id.in_(list(issue_ids)))
        found: dict[int, list[Vote]] = {}
        for row in await self._rows.rows(statement):
            vote = Vote(row.issue_id, row.group_id, row.person_id, row.priority, row.at)
            found.setdefault(row.issue_id, []).append(vote)
        return found

    def take(self, issue_id: int, group_id: int, person_id: int, at: datetime) -> None:
        """Make a member the owner, unless the group's issue has one."""
        row = {"issue_id": issue_id, "group_id": group_id, "person_id": person_id, "at": at}
        self._rows.add(t.issue_owner, row, Known.IS_KEPT)

    def release(self, issue_id: int, group_id: int, person_id: int) -> None:
        """End a member's ownership; ending none, or another's, is harmless."""
        self._rows.remove(t.issue_owner, {"issue_id": issue_id, "group_id": group_id, "person_id": person_id})

    async def owner(self, issue_id: int, group_id: int) -> int | None:
        """Return the member who took the issue in this group."""
        c = t.issue_owner.c
        found: int | None = await self._rows.value(
            select(c.person_id).where(c.issue_id == issue_id, c.group_id == group_id)
        )
        return found

    def add_note(self, note: Note) -> None:
        """Keep a note."""
        self._rows.add(
            t.issue_note,
            {
                "id": note.id,
                "issue_id": note.issue_id,
                "group_id": note.group_id,
                "author_id": note.author_id,
                "at": note.at,
                "text": note.text,
            },
        )

    async def notes(self, issue_id: int, group_id: int, limit: int) -> list[Note]:
        """Return a group's latest notes, newest first."""
        c = t.issue_note.c
        own = select(t.issue_note).where(c.issue_id == issue_id, c.group_id == group_id)
        rows = await self._rows.rows(own.order_by(c.id.desc()).limit(limit))
        return [Note(row.id, row.issue_id, row.group_id, row.author_id, row.at, row.text) for row in rows]

    def add_merge(self, merge: Merge) -> None:
        """Keep a merge; an issue that is merged already makes it a conflict."""
        self._rows.add(
            t.issue_merge,
            {
                "id": merge.id,
                "from_id": merge.from_id,
                "into_id": merge.into_id,
                "group_id": merge.group_id,
                "by_id": merge.by_id,
                "at": merge.at,
                "undone_at": merge.undone_at,
            },
        )

    def undo_merge(self, merge_id: int, at: datetime) -> None:
        """Note that a merge no longer stands."""
        self._rows.change(t.issue_merge, {"id": merge_id}, {"undone_at": at})

    async def merge(self, merge_id: int) -> Merge | None:
        """Return a merge, standing or undone."""
        rows = await self._rows.rows(select(t.issue_merge).where(_m.id == merge_id))
        return Merge(**rows[0]._mapping) if rows else None  # noqa: SLF001 - public in SQLAlchemy

    async def merges(self, issue_ids: Iterable[int]) -> list[Merge]:
        """Return the standing merges by which these issues hang together, and all that hang on those.

        Each round follows the links one step further; merges of merges of merges are rare, so there are few rounds.
        """
        known, found = set(issue_ids), dict[int, Merge]()
        for _ in range(_MOST_LINKS):
            touching = or_(_m.from_id.in_(known), _m.into_id.in_(known))
            rows = await self._rows.rows(select(t.issue_merge).where(touching, _m.undone_at.is_(None)))
            found = {row.id: Merge(**row._mapping) for row in rows}  # noqa: SLF001 - public in SQLAlchemy
            reached = known.union(*((merge.from_id, merge.into_id) for merge in found.values()))
            if reached == known:
                break
            known = reached
        return sorted(found.values(), key=lambda merge: merge.id)

    async def forget(self, person_id: int) -> None:
        """Drop a person's votes and sights, and every trace of who did what; the acts themselves stay."""
        for table in _OWN:
            await self._rows.run(delete(table).where(table.c.person_id == person_id))
        for table, column in _TRACES:
            await self._rows.run(update(table).where(table.c[column] == person_id).values({column: None}))


def _event(row: AnyRow) -> IssueEvent:
    return IssueEvent(
        id=row.id,
        issue_id=row.issue_id,
        group_id=row.group_id,
        at=row.at,
        actor_id=row.actor_id,
        kind=EventKind(row.kind),
        detail=row.detail,
        reason=row.reason,
        is_public=row.is_public,
    )

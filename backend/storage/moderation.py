"""The moderators' queue and bans."""

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, and_, case, func, or_, select, tuple_

from backend.domain.concern import Concern, ConcernState
from backend.domain.moderation import Ban, Ground, Standing, Verdict, Waiting, Withheld, WithholdReason
from backend.storage import tables as t
from backend.storage.collector import AnyRow, Collector, Known
from backend.storage.concerns import SqlConcerns

_w, _c, _b = t.withheld.c, t.concern.c, t.ban.c
_HOUR, _DAY = timedelta(hours=1), timedelta(days=1)
_URGENT = "urgent"


class SqlModeration:
    """See `backend.ports.Moderation`."""

    def __init__(self, collector: Collector, concerns: SqlConcerns, now: datetime) -> None:
        """Work within one transaction."""
        self._rows = collector
        self._concerns = concerns
        self._now = now

    async def standings(self, said: Mapping[int, str]) -> dict[int, Standing]:
        """Return how the writers stand who say these texts now, by person, in one query."""
        same = tuple_(_c.person_id, _c.text).in_(list(said.items()))
        lately = and_(_c.person_id == t.person.c.id, _c.created_at > self._now - _DAY)
        statement = (
            select(
                t.person.c.id,
                _b.person_id.is_not(None).label("is_banned"),
                func.sum(case((_c.created_at > self._now - _HOUR, 1), else_=0)).label("last_hour"),
                func.count(_c.id).label("last_day"),
                func.sum(case((same, 1), else_=0)).label("same_text"),
            )
            .select_from(t.person.outerjoin(t.ban, _b.person_id == t.person.c.id).outerjoin(t.concern, lately))
            .where(t.person.c.id.in_(list(said)))
            .group_by(t.person.c.id, _b.person_id)
        )
        return {
            row.id: Standing(bool(row.is_banned), row.last_hour, row.last_day, row.same_text)
            for row in await self._rows.rows(statement)
        }

    def withhold(self, withheld: Withheld) -> None:
        """Put a concern into the queue; one that waits already keeps its place."""
        row = {
            "concern_id": withheld.concern_id,
            "reason": withheld.reason.value,
            "at": withheld.at,
            "verdict": None,
            "note": "",
            "decided_at": None,
            "decided_by": None,
            "original": "",
        }
        self._rows.add(t.withheld, row, Known.IS_REPLACED)

    async def waiting(self) -> int:
        """Return how many concerns wait for a moderator."""
        statement = select(func.count()).select_from(_queue).where(_WAITS)
        return int(await self._rows.value(statement))

    async def first(self, after: int = 0) -> Waiting | None:
        """Return the first concern that waits, urgent ones before others; `after` passes over what was put off."""
        urgent_first = case((_c.urgency == _URGENT, 0), else_=1)
        statement = (
            select(t.withheld, _b.person_id.label("banned"), _c.person_id.label("writer"))
            .select_from(_queue)
            .where(_WAITS, _w.concern_id > after)
            .order_by(urgent_first if not after else _w.concern_id, _w.concern_id)
            .limit(1)
        )
        rows = await self._rows.rows(statement)
        if not rows:
            return None
        (row,) = rows
        concern = await self._concerns.by_id(row.concern_id)
        if concern is None:
            return None
        hidden = select(func.count()).where(_c.person_id == row.writer, _c.state == ConcernState.HIDDEN.value)
        return Waiting(_withheld(row), concern, row.banned is not None, int(await self._rows.value(hidden)))

    async def unread(self, limit: int) -> list[Concern]:
        """Return withheld concerns that were kept while reading failed, without topics."""
        unread = (_c.state == ConcernState.WITHHELD.value) & (_c.model == "")
        found = await self._rows.rows(select(_c.id).where(unread).order_by(_c.id).limit(limit))
        concerns = [await self._concerns.by_id(row.id) for row in found]
        return [concern for concern in concerns if concern is not None]

    async def of(self, concern_id: int) -> Withheld | None:
        """Return how a concern stands in the queue, locked against a second decision at the same moment."""
        statement = select(t.withheld).where(_w.concern_id == concern_id).with_for_update()
        rows = await self._rows.rows(statement)
        return _withheld(rows[0]) if rows else None

    async def grounds(self, concern_ids: Iterable[int]) -> dict[int, Ground]:
        """Return why each of these concerns was hidden."""
        hidden = (_w.concern_id.in_(list(concern_ids)), _w.verdict == Verdict.HIDDEN.value)
        statement = select(_w.concern_id, _w.note).where(*hidden)
        return {row.concern_id: Ground(row.note) for row in await self._rows.rows(statement)}

    def decide(self, concern_id: int, verdict: Verdict, ground: Ground, by: int, at: datetime) -> None:
        """Note a decision."""
        values = {"verdict": verdict.value, "note": ground.value, "decided_by": by, "decided_at": at}
        self._rows.change(t.withheld, {"concern_id": concern_id}, values)

    def keep_original(self, concern_id: int, words: str) -> None:
        """Keep the words from before an edit."""
        self._rows.change(t.withheld, {"concern_id": concern_id}, {"original": words})

    def forget(self, concern_id: int) -> None:
        """Take a concern whose words are erased out of the queue, with the words from before an edit."""
        self._rows.remove(t.withheld, {"concern_id": concern_id})

    def ban(self, ban: Ban) -> None:
        """Ban a person; banning twice is harmless."""
        row = {"person_id": ban.person_id, "since": ban.since, "by_id": ban.by_id}
        self._rows.add(t.ban, row, Known.IS_KEPT)

    def unban(self, person_id: int) -> None:
        """Take a ban back."""
        self._rows.remove(t.ban, {"person_id": person_id})

    async def is_banned(self, person_id: int) -> bool:
        """Say whether a person is banned."""
        return bool(await self._rows.value(select(func.count()).where(_b.person_id == person_id)))

    async def banned(self, limit: int) -> list[Ban]:
        """Return bans, newest first, each with how many concerns it withheld."""
        withheld = (_c.person_id == _b.person_id) & (_c.state == ConcernState.WITHHELD.value)
        count = select(func.count()).select_from(t.concern).where(withheld).scalar_subquery().label("withheld")
        statement = select(t.ban, count).order_by(_b.since.desc()).limit(limit)
        return [Ban(row.person_id, row.since, row.by_id, row.withheld) for row in await self._rows.rows(statement)]

    async def told_at(self, batch: str) -> datetime | None:
        """Return when the moderators were last told that the queue is not empty."""
        told = select(func.max(t.outbox.c.created_at)).where(t.outbox.c.batch == batch)
        found: datetime | None = await self._rows.value(told)
        return found


_queue = t.withheld.join(t.concern, _c.id == _w.concern_id).outerjoin(t.ban, _b.person_id == _c.person_id)
# What a ban withholds is nobody's work; it comes into the queue when the ban is taken back.
_WAITS: ColumnElement[bool] = and_(
    _w.verdict.is_(None),
    _c.state == ConcernState.WITHHELD.value,
    or_(_w.reason != WithholdReason.BANNED.value, _b.person_id.is_(None)),
)


def _withheld(row: AnyRow) -> Withheld:
    return Withheld(
        concern_id=row.concern_id,
        reason=WithholdReason(row.reason),
        at=row.at,
        verdict=Verdict(row.verdict) if row.verdict else None,
        ground=Ground(row.note) if row.note else None,
        decided_at=row.decided_at,
        decided_by=row.decided_by,
        original=row.original,
    )

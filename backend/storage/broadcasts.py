"""Broadcasts and the audiences that they reach."""

from sqlalchemy import ColumnElement, and_, func, select

from backend.domain.audience import Audience, AudienceKind, Recipient
from backend.domain.broadcast import RUNNING, Broadcast, BroadcastState
from backend.domain.people import ContactKind
from backend.storage import tables as t
from backend.storage.collector import AnyRow, Collector, Known

_contact, _person = t.contact.c, t.person.c
_reachable = t.contact.join(t.person, _person.id == _contact.person_id)


class SqlBroadcasts:
    """See `backend.ports.Broadcasts`."""

    def __init__(self, collector: Collector) -> None:
        """Work within one transaction."""
        self._rows = collector

    async def reach(self, audience: Audience) -> int:
        """Return how many people an audience has."""
        statement = select(func.count()).select_from(_reachable).where(_belongs(audience))
        return int(await self._rows.value(statement))

    async def recipients(self, audience: Audience, after: int, limit: int) -> list[Recipient]:
        """Return the addresses of an audience behind a contact id, by contact id."""
        statement = (
            select(_contact.id, _contact.person_id, _person.language)
            .select_from(_reachable)
            .where(_belongs(audience), _contact.id > after)
            .order_by(_contact.id)
            .limit(limit)
        )
        return [Recipient(row.id, row.person_id, row.language) for row in await self._rows.rows(statement)]

    def add(self, broadcast: Broadcast) -> None:
        """Keep a new broadcast; one that is known is passed over."""
        row = {
            "id": broadcast.id,
            "audience": broadcast.audience.kind.value,
            "value": broadcast.audience.value,
            "text": broadcast.text,
            "created_at": broadcast.created_at,
            "created_by": broadcast.created_by,
            "contact_id": broadcast.contact_id,
            "message_id": broadcast.message_id,
            "state": broadcast.state.value,
            "cursor": broadcast.cursor,
            "total": broadcast.total,
            "sent": broadcast.sent,
            "failed": broadcast.failed,
        }
        self._rows.add(t.broadcast, row, Known.IS_KEPT)

    async def by_id(self, broadcast_id: int) -> Broadcast | None:
        """Return a broadcast, locked against a change at the same moment."""
        rows = await self._rows.rows(select(t.broadcast).where(t.broadcast.c.id == broadcast_id).with_for_update())
        return _broadcast(rows[0]) if rows else None

    async def running(self) -> list[Broadcast]:
        """Return the broadcasts that are neither done nor stopped, oldest first."""
        runs = t.broadcast.c.state.in_([state.value for state in RUNNING])
        statement = select(t.broadcast).where(runs).order_by(t.broadcast.c.id)
        return [_broadcast(row) for row in await self._rows.rows(statement)]

    def change(self, broadcast_id: int, **values: object) -> None:
        """Change columns of a broadcast."""
        self._rows.change(t.broadcast, {"id": broadcast_id}, values)


def _belongs(audience: Audience) -> ColumnElement[bool]:
    """Whether a private address that is open, of a person who hears the bot, belongs to the audience."""
    heard = (_contact.kind == ContactKind.PRIVATE.value, _contact.active, ~_person.muted)
    return and_(*heard, *_named(audience))


def _named(audience: Audience) -> list[ColumnElement[bool]]:
    match audience.kind:
        case AudienceKind.EVERYBODY:
            return []
        case AudienceKind.STAKEHOLDERS:
            return [_person.stakeholder_group == audience.value]
        case AudienceKind.DISTRICT:
            return [_person.district == audience.value]
        case AudienceKind.ROLE:
            held = select(t.person_role.c.person_id).where(t.person_role.c.role == audience.value)
            return [_person.id.in_(held)]
        case AudienceKind.GROUP:
            members = select(t.membership.c.person_id).where(t.membership.c.group_id == int(audience.value))
            return [_person.id.in_(members)]
        case AudienceKind.PEOPLE:
            return [_person.id.in_(sorted(audience.people))]


def _broadcast(row: AnyRow) -> Broadcast:
    return Broadcast(
        id=row.id,
        audience=Audience(AudienceKind(row.audience), row.value),
        text=row.text,
        created_at=row.created_at,
        created_by=row.created_by,
        contact_id=row.contact_id,
        message_id=row.message_id,
        state=BroadcastState(row.state),
        cursor=row.cursor,
        total=row.total,
        sent=row.sent,
        failed=row.failed,
    )

"""Building digests, once for a group and period, and queueing them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from backend.domain.actor import Actor
from backend.domain.city import City
from backend.domain.digest import Digest, ranked
from backend.domain.errors import NotFound
from backend.domain.groups import WorkingGroup
from backend.domain.outgoing import Priority
from backend.domain.people import Contact
from backend.domain.schedule import Period
from backend.ports import Part, UnitOfWork
from backend.services import access, sending

# A digest waits this long for messages that came before its period ended and are still being worked.
_PATIENCE = timedelta(minutes=10)


@dataclass(frozen=True, slots=True)
class Due:
    """A digest that is to be built."""

    group: WorkingGroup
    period: Period


async def due(uow: UnitOfWork, city: City) -> list[Due]:
    """Return the digests that are due, oldest first; after downtime also those that were missed."""
    now = uow.now.astimezone(city.zone)
    latest, since = await uow.digests.latest_ends(), await uow.groups.scheduled_since()
    found = []
    for group in await uow.groups.all():
        told_until, changed_at = latest.get(group.id), since[group.id]
        periods = group.schedule.periods_due(max(told_until or changed_at, changed_at), now)
        if periods and changed_at > (told_until or group.created_at):
            periods[0] = _joined(periods[0], told_until or min(periods[0].start, group.created_at))
        found += [Due(group, period) for period in periods]
    return sorted(found, key=lambda one: one.period.end)


def _joined(period: Period, told_until: datetime) -> Period:
    """The first period after a change of schedule begins where the last one ended, so that no message is left out."""
    return replace(period, start=told_until.astimezone(period.end.tzinfo))


async def is_settled(uow: UnitOfWork, period: Period) -> bool:
    """Say whether everything that came before the period's end has been worked and gathered, or waited for enough."""
    if uow.now - period.end > _PATIENCE:
        return True
    waiting = await uow.inbox.oldest_waiting()
    if waiting is not None and waiting < period.end:
        return False
    unplaced = [*await uow.concerns.waiting(1), *await uow.concerns.unread(1)]
    return not any(concern.created_at < period.end for concern in unplaced)


async def build(uow: UnitOfWork, group: WorkingGroup, period: Period) -> Digest:
    """Put together what happened in the group's remit in the period; nothing is kept."""
    others = [other for other in await uow.groups.all() if other.id != group.id]
    figures = await uow.digests.figures(group, others, period)
    return Digest(
        id=uow.new_id(),
        group_id=group.id,
        period=period,
        built_at=uow.now,
        messages=figures.messages,
        people=figures.people,
        stakeholder_groups=dict(figures.stakeholder_groups),
        districts=dict(figures.districts),
        items=ranked(list(figures.items)),
        unplaced=figures.unplaced,
    )


def issue(uow: UnitOfWork, digest: Digest, parts: Sequence[Part], recipients: Sequence[Contact]) -> None:
    """Keep a digest and queue it for its recipients.

    Raises:
        Conflict: (at the commit) this group has a digest of this period already.
    """
    uow.digests.add(digest)
    for contact in recipients:
        key = f"digest:{digest.group_id}:{digest.period.key}:{contact.id}"
        sending.send_all(uow, contact.id, parts, key, Priority.DIGEST)


async def recipients_of(uow: UnitOfWork, group: WorkingGroup) -> list[Contact]:
    """Return where a group's digest goes: its bound chat, or else each member."""
    if group.contact_id is not None:
        return await uow.people.contacts_by_ids([group.contact_id])
    return await uow.people.contacts_of(await uow.groups.members(group.id))


async def allow_seeing(uow: UnitOfWork, actor: Actor, group: WorkingGroup) -> None:
    """Let an insider see the digest of the running period, which `running` builds.

    Raises:
        NotAllowed: see `access.allow_insider`.
    """
    await access.allow_insider(uow, actor, group, "see-digest")


async def running(uow: UnitOfWork, city: City, group: WorkingGroup, at: datetime) -> Digest:
    """Build the digest of the period that runs at a moment, without keeping it. It takes up to seconds."""
    return await build(uow, group, group.schedule.period_running_at(at.astimezone(city.zone)))


async def explained(uow: UnitOfWork, actor: Actor, number: int, digest_id: int) -> Digest | None:
    """Return the digest whose order an insider asks about; id 0 is that of the running period, which is None here.

    Raises:
        NotAllowed: see `access.allow_insider`.
        NotFound: there is no such group, or it has no such digest.
    """
    group = next((group for group in await uow.groups.all() if group.number == number), None)
    if group is None:
        raise NotFound
    await access.allow_insider(uow, actor, group, "explain-digest")
    if digest_id == 0:
        return None
    digest = await uow.digests.by_id(digest_id)
    if digest is None or digest.group_id != group.id:
        raise NotFound
    return digest

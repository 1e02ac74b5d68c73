"""Sending one thing to many, behind everything else: broadcasts, and the invitations of surveys."""

from collections.abc import Callable

from backend.domain.actor import Actor
from backend.domain.audience import Audience, AudienceKind, Recipient
from backend.domain.broadcast import LONGEST_TEXT, RUNNING, Broadcast, BroadcastState, Tally
from backend.domain.city import City
from backend.domain.errors import BadInput, NotFound
from backend.domain.outgoing import Priority
from backend.domain.people import Role, StakeholderGroup
from backend.domain.quiet import after_quiet
from backend.domain.rights import Right
from backend.ports import Part, StaffPress, UnitOfWork
from backend.services import access, sending

PAGE = 500
# More than this of one batch never waits in the outbox: it stays small at night, and a stop has little to take back.
MOST_WAITING = 2_000
type Letter = Callable[[Recipient], Part]


async def begin(uow: UnitOfWork, actor: Actor) -> None:
    """Let somebody begin to write a broadcast."""
    access.allow(uow, actor, Right.BROADCAST, "begin-broadcast", "")


async def preview(uow: UnitOfWork, city: City, actor: Actor, audience: Audience, text: str) -> int:
    """Return how many people would get it.

    Raises:
        BadInput: nothing is said, or more than one message holds.
        NotFound: there is no such audience.

    """
    access.allow(uow, actor, Right.BROADCAST, "preview-broadcast", subject_of(audience))
    await _check(uow, city, audience, text)
    return await uow.broadcasts.reach(audience)


async def confirm(
    uow: UnitOfWork, city: City, actor: Actor, broadcast_id: int, audience: Audience, text: str, message_id: int
) -> Broadcast:
    """Begin to send; the id was given with the preview, so that a second press begins nothing."""
    access.allow(uow, actor, Right.BROADCAST, "broadcast", subject_of(audience))
    await _check(uow, city, audience, text)
    known = await uow.broadcasts.by_id(broadcast_id)
    if known is not None:
        return known
    broadcast = Broadcast(
        id=broadcast_id,
        audience=audience,
        text=text,
        created_at=uow.now,
        created_by=actor.person_id,
        contact_id=actor.chat_contact_id,
        message_id=message_id,
        total=await uow.broadcasts.reach(audience),
    )
    uow.broadcasts.add(broadcast)
    return broadcast


async def stop(uow: UnitOfWork, actor: Actor, broadcast_id: int) -> tuple[Broadcast, Tally]:
    """Take back what was not sent yet; stopping what ended already is harmless."""
    access.allow(uow, actor, Right.BROADCAST, "stop-broadcast", f"broadcast {broadcast_id}")
    broadcast = await uow.broadcasts.by_id(broadcast_id)
    if broadcast is None:
        raise NotFound
    if broadcast.state in RUNNING:
        await uow.outbox.withdraw(broadcast.batch)
        return await _end(uow, broadcast, BroadcastState.STOPPED)
    return broadcast, Tally(0, broadcast.sent, broadcast.failed)


async def show(uow: UnitOfWork, actor: Actor, broadcast_id: int) -> tuple[Broadcast, Tally]:
    """Return a broadcast and how far it is."""
    access.allow(uow, actor, Right.BROADCAST, "see-broadcast", f"broadcast {broadcast_id}")
    broadcast = await uow.broadcasts.by_id(broadcast_id)
    if broadcast is None:
        raise NotFound
    return broadcast, await _tally(uow, broadcast)


async def advance(uow: UnitOfWork, city: City, press: StaffPress, broadcast_id: int) -> bool:
    """Queue the next page of a broadcast, show how far it is, and end it when nothing waits; say whether more is left.

    Only its own row is locked, so that a stop that comes meanwhile waits and then sees every message.
    """
    broadcast = await uow.broadcasts.by_id(broadcast_id)
    if broadcast is None or broadcast.state not in RUNNING:
        return False
    tally = await uow.outbox.tally(broadcast.batch)
    is_full = tally.waiting >= MOST_WAITING
    if broadcast.state is BroadcastState.FEEDING and not is_full:
        part = press.broadcast(broadcast.text)
        cursor = await feed(uow, city, broadcast.audience, broadcast.cursor, broadcast.batch, lambda _: part)
        if cursor is not None:
            uow.broadcasts.change(broadcast.id, cursor=cursor)
            return True
        uow.broadcasts.change(broadcast.id, state=BroadcastState.SENDING.value)
    elif broadcast.state is BroadcastState.SENDING and tally.waiting == 0:
        broadcast, tally = await _end(uow, broadcast, BroadcastState.DONE)
    await _show_progress(uow, press, broadcast, tally)
    return False


async def feed(uow: UnitOfWork, city: City, audience: Audience, after: int, batch: str, letter: Letter) -> int | None:
    """Queue a page of an audience behind the contact id `after`; return the last one, or None if nobody is left.

    Each address gets one message of a batch, however often a page is fed; none is due in the quiet hours.
    """
    page = await uow.broadcasts.recipients(audience, after, PAGE)
    due_at = after_quiet(uow.now, city.zone)
    for recipient in page:
        key = f"{batch}:{recipient.contact_id}"
        part = letter(recipient)
        sending.send(uow, recipient.contact_id, part, key, Priority.BROADCAST, due_at=due_at, batch=batch)
    return page[-1].contact_id if page else None


def subject_of(audience: Audience) -> str:
    """Return an audience as the audit log names it."""
    return f"{audience.kind} {audience.value}".strip()


async def _check(uow: UnitOfWork, city: City, audience: Audience, text: str) -> None:
    if not text.strip() or len(text) > LONGEST_TEXT:
        raise BadInput(what="broadcast")
    known = {
        AudienceKind.EVERYBODY: {""},
        AudienceKind.STAKEHOLDERS: {*StakeholderGroup},
        AudienceKind.DISTRICT: {*city.districts},
        AudienceKind.ROLE: {*Role},
        AudienceKind.GROUP: {str(group.id) for group in await uow.groups.all()},
    }
    if audience.value not in known.get(audience.kind, set()):
        raise NotFound


async def _end(uow: UnitOfWork, broadcast: Broadcast, state: BroadcastState) -> tuple[Broadcast, Tally]:
    tally = await uow.outbox.tally(broadcast.batch)
    uow.broadcasts.change(broadcast.id, state=state.value, sent=tally.sent, failed=tally.failed)
    ended = await uow.broadcasts.by_id(broadcast.id)
    return ended or broadcast, tally


async def _tally(uow: UnitOfWork, broadcast: Broadcast) -> Tally:
    if broadcast.state in RUNNING:
        return await uow.outbox.tally(broadcast.batch)
    return Tally(0, broadcast.sent, broadcast.failed)


async def _show_progress(uow: UnitOfWork, press: StaffPress, broadcast: Broadcast, tally: Tally) -> None:
    """Edit the message in which the broadcast was confirmed; what reads the same is not sent twice."""
    language = "fa"
    if broadcast.created_by is not None:
        persons = await uow.people.persons([broadcast.created_by])
        language = persons[broadcast.created_by].language if persons else language
    part = press.progress(language, broadcast, tally)
    key = f"{broadcast.batch}:shown:{broadcast.state}:{tally.sent}:{tally.failed}"
    sending.send(uow, broadcast.contact_id, part, key, Priority.ANSWER)

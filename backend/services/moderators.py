"""The moderators' desk: the queue of what is withheld, decisions, bans."""

from dataclasses import dataclass, replace
from datetime import timedelta

from backend.domain.actor import Actor
from backend.domain.city import City
from backend.domain.concern import Concern, ConcernState, Reading
from backend.domain.errors import BadInput, NotAllowed, NotFound
from backend.domain.moderation import GROUNDS, Ban, Decided, Ground, Verdict, Waiting
from backend.domain.outgoing import Priority
from backend.domain.people import Role
from backend.domain.quiet import after_quiet
from backend.domain.rights import Right
from backend.ports import NoticePress, StaffPress, TextReader, UnitOfWork
from backend.services import access, notices, sending
from backend.services.concerns import with_reading

TOLD = "moderation-queue"
_TELL_EVERY = timedelta(hours=1)
_MOST_BANS = 30


@dataclass(frozen=True, slots=True)
class Outlook:
    """The next concern that waits, if any does, and how many wait in all."""

    next: Waiting | None
    waiting: int


async def look(uow: UnitOfWork, actor: Actor, after: int = 0) -> Outlook:
    """Return the first concern of the queue behind `after`, or from its beginning when there is none behind."""
    access.allow(uow, actor, Right.MODERATE, "see-queue", "")
    found = await uow.moderation.first(after)
    if found is None and after:
        found = await uow.moderation.first()
    return Outlook(found, await uow.moderation.waiting())


async def one(uow: UnitOfWork, actor: Actor, concern_id: int) -> Concern:
    """Return a withheld concern.

    Raises:
        NotFound: it does not wait (any more).

    """
    access.allow(uow, actor, Right.MODERATE, "see-withheld", _subject(concern_id))
    concern = await uow.concerns.by_id(concern_id)
    if concern is None or concern.state is not ConcernState.WITHHELD:
        raise NotFound
    return concern


async def publish(uow: UnitOfWork, actor: Actor, concern_id: int, ground: Ground) -> Decided:
    """Let a concern be gathered and seen.

    It is dated to now: the period in which it came may have been reported without it. A file without words goes on
    to wait for somebody who hears or sees it.
    """
    concern, earlier = await _decidable(uow, actor, concern_id, Verdict.PUBLISHED, ground)
    if earlier is not None:
        return earlier
    state = ConcernState.RECEIVED if concern.text else ConcernState.UNHEARD
    uow.concerns.change(concern.id, state=state.value, created_at=uow.now)
    published = replace(concern, state=state, created_at=uow.now)
    return await _decided(uow, actor, published, Verdict.PUBLISHED, ground)


async def edit(uow: UnitOfWork, actor: Actor, concern_id: int, text: str, reading: Reading, ground: Ground) -> Decided:
    """Publish a concern in a moderator's words; what the citizen wrote is kept beside it."""
    concern, earlier = await _decidable(uow, actor, concern_id, Verdict.EDITED, ground)
    if earlier is not None:
        return earlier
    if not text.strip():
        raise BadInput(what="text")
    uow.moderation.keep_original(concern.id, concern.text)
    mended = replace(concern, text=text, state=ConcernState.RECEIVED, created_at=uow.now)
    mended = with_reading(mended, reading, home_district=concern.district)
    await uow.concerns.set_topics(mended.id, mended.topics)
    uow.concerns.change(
        mended.id,
        text=mended.text,
        redacted=mended.redacted,
        topic=mended.topic,
        kind=mended.kind,
        urgency=mended.urgency,
        district=mended.district,
        locality=mended.locality,
        headline=mended.headline,
        signature=mended.signature,
        model=mended.model,
        state=mended.state.value,
        created_at=mended.created_at,
    )
    return await _decided(uow, actor, mended, Verdict.EDITED, ground)


async def hide(uow: UnitOfWork, actor: Actor, concern_id: int, ground: Ground) -> Decided:
    """Keep a concern out of sight for good."""
    concern, earlier = await _decidable(uow, actor, concern_id, Verdict.HIDDEN, ground)
    if earlier is not None:
        return earlier
    uow.concerns.change(concern.id, state=ConcernState.HIDDEN.value)
    return await _decided(uow, actor, replace(concern, state=ConcernState.HIDDEN), Verdict.HIDDEN, ground)


async def ban(uow: UnitOfWork, actor: Actor, concern_id: int) -> Concern:
    """Withhold, from now on and without a word, everything that the writer of this concern sends.

    Raises:
        NotFound: there is no such concern, or nobody is known to have written it.
        NotAllowed: the writer holds a role; only an admin can take it away first.

    """
    access.allow(uow, actor, Right.MODERATE, "ban", _subject(concern_id))
    concern = await uow.concerns.by_id(concern_id)
    if concern is None or concern.person_id is None:
        raise NotFound
    if await uow.people.roles([concern.person_id]):
        raise NotAllowed(act="ban", subject=_subject(concern_id))
    uow.moderation.ban(Ban(concern.person_id, uow.now, actor.person_id))
    return concern


async def unban(uow: UnitOfWork, actor: Actor, person_id: int) -> None:
    """Take a ban back; what it withheld comes into the queue."""
    access.allow(uow, actor, Right.MODERATE, "unban", f"person {person_id}")
    uow.moderation.unban(person_id)


async def bans(uow: UnitOfWork, actor: Actor) -> list[Ban]:
    """Return who is banned, newest first."""
    access.allow(uow, actor, Right.MODERATE, "see-bans", "")
    return await uow.moderation.banned(_MOST_BANS)


async def tell_urgent(uow: UnitOfWork, press: NoticePress, decided: Decided) -> None:
    """Tell the groups of danger that was withheld until now."""
    if decided.is_fresh and decided.concern.urgency == "urgent":
        await notices.tell_urgent(uow, press, decided.concern)


async def tell_writer(uow: UnitOfWork, press: StaffPress, decided: Decided) -> None:
    """Tell the writer what was decided; a banned one hears nothing, and an anonymous one cannot be reached."""
    concern = decided.concern
    if not decided.is_fresh or decided.is_writer_banned or concern.person_id is None:
        return
    writer = (await uow.people.persons([concern.person_id])).get(concern.person_id)
    language = writer.language if writer else ""
    part = press.decided(language, concern, decided.verdict, decided.ground)
    for contact in await uow.people.contacts_of([concern.person_id]):
        key = f"decided:{concern.id}:{contact.id}"
        sending.send(uow, contact.id, part, key, Priority.ANSWER)


async def tell_moderators(uow: UnitOfWork, city: City, press: StaffPress) -> int:
    """Tell the moderators, or where there are none the admins, that somebody waits; return how many were told.

    At most once an hour, and not at night.
    """
    waiting = await uow.moderation.waiting()
    told_at = await uow.moderation.told_at(TOLD)
    if not waiting or (told_at is not None and uow.now - told_at < _TELL_EVERY):
        return 0
    if after_quiet(uow.now, city.zone) != uow.now:
        return 0
    holders = await uow.people.holders(Role.MODERATOR) or await uow.people.holders(Role.ADMIN)
    persons = await uow.people.persons(holder.person_id for holder in holders)
    contacts = await uow.people.contacts_of(persons)
    for contact in contacts:
        part = press.queue_waits(persons[contact.person_id or 0].language, waiting)
        key = f"{TOLD}:{uow.now.timestamp():.0f}:{contact.id}"
        sending.send(uow, contact.id, part, key, Priority.ANSWER, batch=TOLD)
    return len(contacts)


async def read_again(uow: UnitOfWork, reader: TextReader, limit: int) -> int:
    """Read withheld concerns that were kept while the reader was away; return how many were understood now."""
    concerns = await uow.moderation.unread(limit)
    readings = await reader.read([concern.text for concern in concerns])
    understood = [(c, reading) for c, reading in zip(concerns, readings, strict=True) if reading.model]
    for concern, reading in understood:
        fresh = with_reading(concern, reading, home_district=concern.district)
        await uow.concerns.set_topics(fresh.id, fresh.topics)
        uow.concerns.change(
            fresh.id,
            redacted=fresh.redacted,
            topic=fresh.topic,
            kind=fresh.kind,
            urgency=fresh.urgency,
            district=fresh.district,
            locality=fresh.locality,
            headline=fresh.headline,
            signature=fresh.signature,
            model=fresh.model,
        )
    return len(understood)


async def _decidable(
    uow: UnitOfWork, actor: Actor, concern_id: int, verdict: Verdict, ground: Ground
) -> tuple[Concern, Decided | None]:
    """Return the concern, and what was decided of it before: the first of two moderators counts."""
    access.allow(uow, actor, Right.MODERATE, f"{verdict}-withheld", _subject(concern_id))
    if ground not in GROUNDS[verdict]:
        raise NotFound
    held = await uow.moderation.of(concern_id)
    concern = await uow.concerns.by_id(concern_id)
    if held is None or concern is None:
        raise NotFound
    if held.verdict is None and concern.state is ConcernState.WITHHELD:
        return concern, None
    return concern, Decided(concern, held.verdict or verdict, held.ground or ground, is_fresh=False)


async def _decided(uow: UnitOfWork, actor: Actor, concern: Concern, verdict: Verdict, ground: Ground) -> Decided:
    uow.moderation.decide(concern.id, verdict, ground, actor.person_id, uow.now)
    is_banned = concern.person_id is not None and await uow.moderation.is_banned(concern.person_id)
    return Decided(concern, verdict, ground, is_fresh=True, is_writer_banned=is_banned)


def _subject(concern_id: int) -> str:
    return f"concern {concern_id}"

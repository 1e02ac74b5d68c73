"""What runs by the clock. Each task does a bounded piece of work and may be called again at once."""

from datetime import timedelta

import structlog

from backend.domain.city import City
from backend.domain.errors import Conflict, StorageError
from backend.ports import DigestPress, Gatherer, MeasurePress, NoticePress, StaffPress, Store, TextReader
from backend.services import broadcasts, concerns, digests, gathering, housekeeping, measures, moderators, outcomes
from backend.services.digests import Due

_BATCH = 500
_CHECKS = 50
log = structlog.get_logger(__name__)


async def gather(store: Store, gatherer: Gatherer, press: NoticePress | None = None) -> int:
    """Gather until nothing waits; return how many concerns got their place."""
    done = 0
    while batch := await _gather_batch(store, gatherer, press):
        done += batch
    return done


async def _gather_batch(store: Store, gatherer: Gatherer, press: NoticePress | None) -> int:
    async with store.look() as uow:
        if not await uow.concerns.waiting(1):
            return 0
    try:
        async with store.begin() as uow:
            count = await gathering.gather(uow, gatherer, _BATCH, press)
            await uow.commit()
    except BaseException:
        # Whatever it was, even a stop: the gatherer's memory is ahead of the database now.
        await gatherer.forget()
        raise
    return count


async def issue_due_digests(store: Store, city: City, press: DigestPress) -> int:
    """Build and queue every digest that is due; return how many.

    Figures are read beside the writer and drawn outside of any transaction; only the result is written. A process
    that dies in between has written nothing, and one that comes second meets the unique key.
    """
    issued = 0
    async with store.look() as uow:
        due = await digests.due(uow, city)
    for one in due:
        try:
            issued += await _issue(store, press, one)
        except Conflict:
            log.info("digest_known", group=one.group.number, period=one.period.key)
        except StorageError:
            raise
        except Exception:
            # A digest that cannot be made is tried again at the next tick; it must not hold the other groups up.
            log.exception("digest_failed", group=one.group.number, period=one.period.key)
    return issued


async def _issue(store: Store, press: DigestPress, one: Due) -> bool:
    async with store.look() as uow:
        if not await digests.is_settled(uow, one.period):
            log.info("digest_waits", group=one.group.number, period=one.period.key)
            return False
        digest = await digests.build(uow, one.group, one.period)
        recipients = await digests.recipients_of(uow, one.group)
    parts = await press.parts(digest, one.group, is_live=False) if recipients else []
    async with store.begin() as uow:
        digests.issue(uow, digest, parts, recipients)
        await uow.commit()
    log.info("digest_issued", group=one.group.number, period=one.period.key, chats=len(recipients))
    return True


async def ask_whether_done(
    store: Store, city: City, press: NoticePress, delay: timedelta = outcomes.ASKED_AFTER
) -> int:
    """Ask those who stand behind issues that were called done so long ago; return how many issues.

    A question that another process put at the same moment meets the unique key; the next run sees it.
    """
    async with store.look() as uow:
        if not await outcomes.are_due(uow, delay):
            return 0
    try:
        async with store.begin() as uow:
            asked = await outcomes.ask(uow, city, press, delay, _CHECKS)
            await uow.commit()
    except Conflict:
        log.info("checks_known")
        return 0
    log.info("asked_whether_done", issues=asked)
    return asked


async def read_again(store: Store, reader: TextReader) -> None:
    """Read concerns that were kept while the reader was away."""
    async with store.begin() as uow:
        count = await concerns.read_again(uow, reader, _BATCH)
        count += await moderators.read_again(uow, reader, _BATCH)
        await uow.commit()
    if count:
        log.info("read_again", concerns=count)


async def advance_broadcasts(store: Store, city: City, press: StaffPress) -> bool:
    """Queue what is to go to many, page by page, each in a transaction of its own; say whether anything runs."""
    async with store.look() as uow:
        running = await uow.broadcasts.running()
    for broadcast in running:
        is_more_left = True
        while is_more_left:
            async with store.begin() as uow:
                is_more_left = await broadcasts.advance(uow, city, press, broadcast.id)
                await uow.commit()
    return bool(running)


async def tell_moderators(store: Store, city: City, press: StaffPress) -> None:
    """Tell the moderators that somebody waits."""
    async with store.look() as uow:
        if not await uow.moderation.waiting():
            return
    async with store.begin() as uow:
        await moderators.tell_moderators(uow, city, press)
        await uow.commit()


async def prune(store: Store) -> None:
    """Delete what was worked and sent long ago."""
    async with store.begin() as uow:
        inbox, outbox = await housekeeping.prune(uow)
        await uow.commit()
    log.info("pruned", inbox=inbox, outbox=outbox)


async def beat(store: Store, name: str) -> None:
    """Note that a part of the service is alive."""
    async with store.begin() as uow:
        uow.records.beat(name, uow.now)
        await uow.commit()


async def close_ballots(store: Store, press: MeasurePress) -> int:
    """Decide the measures whose deadline has passed, and tell their groups; return how many."""
    async with store.look() as uow:
        if not await uow.measures.over(uow.now, 1):
            return 0
    async with store.begin() as uow:
        count = await measures.close_over(uow, press, _BATCH)
        await uow.commit()
    log.info("ballots_closed", measures=count)
    return count

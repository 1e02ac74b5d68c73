"""Keeping the boxes small, and telling how the service does."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from backend.ports import Depth, UnitOfWork

# The platform repeats an update for at most 24 hours; a week is ample for the key that stops the repetition.
_KEEP_WORKED = timedelta(days=7)
_KEEP_SENT = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Health:
    """What an operator looks at first."""

    inbox: Depth
    outbox: Depth
    last_digest: datetime | None
    beats: dict[str, datetime]


async def prune(uow: UnitOfWork) -> tuple[int, int]:
    """Delete what was worked and sent long ago; return how many rows of inbox and outbox."""
    return await uow.inbox.prune(uow.now - _KEEP_WORKED), await uow.outbox.prune(uow.now - _KEEP_SENT)


async def health(uow: UnitOfWork) -> Health:
    """Return depths and ages of the boxes, the last digest, and when each part last gave a sign of life."""
    return Health(
        inbox=await uow.inbox.depth(),
        outbox=await uow.outbox.depth(),
        last_digest=await uow.digests.latest_built(),
        beats=await uow.records.beats(),
    )

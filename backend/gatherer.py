"""Gathering on the language package's sense of sameness, in a process of its own."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from backend.child import Child, ChildFailed
from backend.domain.errors import Unavailable
from backend.ports import Store, Unplaced

# Issues fade: a message is not gathered into one that was last heard of longer ago than this.
REMEMBERED = timedelta(days=120)
_PAGE = 5000


class ProcessGatherer:
    """See `backend.ports.Gatherer`.

    The memory is the child's, and can always be built anew from the signatures that are stored with the concerns. It
    runs ahead of the database until the caller commits, so a caller whose commit failed says `forget`.
    """

    def __init__(self, store: Store) -> None:
        """Remember at the first question."""
        self._store = store
        self._child = Child("backend.gathering_worker")
        self._knows_generation = 0
        self._regrouped_at: datetime | None = None

    async def place(self, unplaced: Sequence[Unplaced]) -> list[int]:
        """Return the issue of each message, in their order; its own fresh id where it opens one.

        Raises:
            Unavailable: the child gives no answer; nothing was decided.
        """
        try:
            await self._notice_splits()
            if self._knows_generation != self._child.generation or self._knows_generation == 0:
                await self._remember()
            rows = [(one.signature.hex(), one.at.timestamp(), one.fresh_id, sorted(one.apart)) for one in unplaced]
            answer = await self._child.ask({"place": rows})
            if self._knows_generation != self._child.generation:
                # It died between the two questions and answered the second one without memory.
                await self.forget()
                raise Unavailable(detail="gatherer")
        except ChildFailed as error:
            raise Unavailable(detail="gatherer") from error
        return [int(issue_id) for issue_id in answer]

    async def forget(self) -> None:
        """Drop the memory; it is built anew at the next question."""
        self._knows_generation = 0
        await self._child.close()

    async def close(self) -> None:
        """Stop the process."""
        await self._child.close()

    async def _notice_splits(self) -> None:
        """Forget where messages were once members moved some: they may have done so in another process."""
        async with self._store.look() as uow:
            latest = await uow.acts.regrouped_at()
        if latest != self._regrouped_at:
            self._regrouped_at = latest
            self._knows_generation = 0

    async def _remember(self) -> None:
        await self._child.close()
        await self._child.ask({})
        async with self._store.look() as uow:
            since, after_id = uow.now - REMEMBERED, 0
            while page := await uow.issues.signatures(since, after_id, _PAGE):
                rows = [(one.issue_id, one.signature.hex(), one.at.timestamp()) for one in page]
                await self._child.ask({"remember": rows})
                after_id = page[-1].concern_id
        self._knows_generation = self._child.generation

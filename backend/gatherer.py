"""Gathering on the language package's sense of sameness."""

from datetime import datetime, timedelta

from backend.ports import Store
from nlp.similarity import Grouper

# Issues fade: a message is not gathered into one that was last heard of longer ago than this.
REMEMBERED = timedelta(days=120)
_PAGE = 5000


class IssueGatherer:
    """See `backend.ports.Gatherer`."""

    def __init__(self) -> None:
        """Remember nothing yet."""
        self._grouper = Grouper()

    def place(self, signature: bytes, at: datetime) -> int | None:
        """Return the issue that fits, or None for a new one."""
        return self._grouper.place(signature, at).issue

    def add(self, issue_id: int, signature: bytes, at: datetime) -> None:
        """Remember that a concern became part of an issue."""
        self._grouper.add(issue_id, signature, at)

    def with_topic(self, signature: bytes, topic: str) -> bytes:
        """Return the signature as if the text had been read as being about this topic."""
        return signature


async def remembering(store: Store) -> IssueGatherer:
    """Return a gatherer that remembers what is stored."""
    gatherer = IssueGatherer()
    async with store.look() as uow:
        since, after_id = uow.now - REMEMBERED, 0
        while page := await uow.issues.signatures(since, after_id, _PAGE):
            for stored in page:
                gatherer.add(stored.issue_id, stored.signature, stored.at)
            after_id = page[-1].concern_id
    return gatherer

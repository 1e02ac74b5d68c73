"""The store: units of work over one writing and a few reading connections."""

from collections.abc import AsyncIterator, Callable, Iterable, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager, nullcontext
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from backend.domain.ids import IdSource
from backend.domain.incoming import RawUpdate
from backend.storage.acts import SqlActs
from backend.storage.answering import SqlAnswering
from backend.storage.broadcasts import SqlBroadcasts
from backend.storage.collector import Collector
from backend.storage.concerns import SqlConcerns
from backend.storage.digests import SqlDigests
from backend.storage.engine import is_sqlite, own_errors, reading_engine, writing_engine
from backend.storage.errands import SqlErrands
from backend.storage.files import SqlFiles
from backend.storage.following import SqlFollowing
from backend.storage.groups import SqlGroups
from backend.storage.inbox import SqlInbox
from backend.storage.invites import group_invites, role_invites
from backend.storage.issues import SqlIssues
from backend.storage.measures import SqlMeasures
from backend.storage.messes import SqlMesses
from backend.storage.moderation import SqlModeration
from backend.storage.outbox import SqlOutbox
from backend.storage.parts import SqlParts
from backend.storage.people import SqlPeople
from backend.storage.privacy import SqlPrivacy
from backend.storage.questions import SqlQuestions, SqlReasonTemplates
from backend.storage.records import SqlRecords
from backend.storage.statistics import SqlStatistics
from backend.storage.survey_news import SqlSurveyNews
from backend.storage.surveys import SqlSurveys


class SqlUnitOfWork:
    """See `backend.ports.UnitOfWork`."""

    def __init__(self, connection: AsyncConnection, new_id: IdSource) -> None:
        """Work within the transaction that the connection has open."""
        self._connection = connection
        self._collector = Collector(connection)
        self.now = datetime.now(UTC)
        self.new_id = new_id
        self.people = SqlPeople(self._collector, self.now)
        self.concerns = SqlConcerns(self._collector)
        self.files = SqlFiles(self._collector, self.now)
        self.parts = SqlParts(self._collector, new_id)
        self.issues = SqlIssues(self._collector)
        self.following = SqlFollowing(self._collector)
        self.acts = SqlActs(self._collector)
        self.questions = SqlQuestions(self._collector)
        self.reasons = SqlReasonTemplates(self._collector)
        self.moderation = SqlModeration(self._collector, self.concerns, self.now)
        self.statistics = SqlStatistics(self._collector)
        self.role_invites = role_invites(self._collector)
        self.group_invites = group_invites(self._collector)
        self.broadcasts = SqlBroadcasts(self._collector)
        self.groups = SqlGroups(self._collector)
        self.messes = SqlMesses(self._collector)
        self.measures = SqlMeasures(self._collector)
        self.digests = SqlDigests(self._collector)
        self.surveys = SqlSurveys(self._collector)
        self.answering = SqlAnswering(self._collector)
        self.survey_news = SqlSurveyNews(self._collector)
        self.errands = SqlErrands(self._collector)
        self.inbox = SqlInbox(self._collector)
        self.outbox = SqlOutbox(self._collector, self.now)
        self.privacy = SqlPrivacy(self._collector)
        self.records = SqlRecords(self._collector)

    async def commit(self) -> None:
        """Write what was collected and make it last."""
        await self._collector.flush()
        with own_errors():
            await self._connection.commit()


@dataclass(frozen=True, slots=True)
class SqlClaim:
    """See `backend.ports.Claim`."""

    rows: Sequence[RawUpdate]
    begin: Callable[[], AbstractAsyncContextManager[SqlUnitOfWork]]


class SqlStore:
    """See `backend.ports.Store`. Opening one connects to nothing yet."""

    def __init__(self, url: str) -> None:
        """Remember where the database is."""
        self.url = url
        self._writer: AsyncEngine = writing_engine(url)
        self._reader: AsyncEngine = reading_engine(url)
        self._new_id = IdSource()

    @asynccontextmanager
    async def begin(self) -> AsyncIterator[SqlUnitOfWork]:
        """Open a unit of work; leaving it without commit undoes it."""
        async with _opened(self._writer) as connection:
            yield SqlUnitOfWork(connection, self._new_id)

    @asynccontextmanager
    async def look(self) -> AsyncIterator[SqlUnitOfWork]:
        """Open a unit of work that only reads and waits for no writer."""
        async with _opened(self._reader) as connection:
            yield SqlUnitOfWork(connection, self._new_id)

    @asynccontextmanager
    async def claim(self, limit: int, passing_over: Iterable[int]) -> AsyncIterator[SqlClaim]:
        """Claim waiting updates.

        On PostgreSQL their rows stay locked in one transaction from the claim to the commit, so that workers share
        the inbox. SQLite has one working process, which knows its own chats: there the claim only reads, and the one
        writing connection is not held while texts are being read.
        """
        if is_sqlite(self.url):
            async with self.look() as uow:
                rows = await uow.inbox.claim(limit, passing_over)
            yield SqlClaim(rows, self.begin)
        else:
            async with self.begin() as uow:
                rows = await uow.inbox.claim(limit, passing_over)
                yield SqlClaim(rows, lambda: nullcontext(uow))

    @property
    def writer(self) -> AsyncEngine:
        """The writing engine, for migrations, locks and backup."""
        return self._writer

    async def close(self) -> None:
        """Close every connection."""
        await self._reader.dispose()
        await self._writer.dispose()


@asynccontextmanager
async def _opened(engine: AsyncEngine) -> AsyncIterator[AsyncConnection]:
    with own_errors():
        connection = await engine.connect()
    try:
        yield connection
    finally:
        await connection.close()

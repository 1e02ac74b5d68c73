"""Units of work and where they come from.

`add…` and `set…` only collect rows; they are written together at the next read or at the commit. Whoever opens a
unit of work commits it: no service and no handler does, since a hundred updates share one commit.
"""

from collections.abc import Iterable, Sequence
from contextlib import AbstractAsyncContextManager
from datetime import datetime
from typing import Protocol

from backend.domain.ids import IdSource
from backend.domain.incoming import RawUpdate
from backend.domain.people import Role
from backend.ports.acts import Acts, Questions, ReasonTemplates
from backend.ports.answering import Answering
from backend.ports.boxes import Inbox, Outbox
from backend.ports.broadcasts import Broadcasts
from backend.ports.concerns import Concerns
from backend.ports.digests import Digests
from backend.ports.enclosures import Files, Parts
from backend.ports.errands import Errands
from backend.ports.following import Following
from backend.ports.groups import Groups
from backend.ports.invites import Invites
from backend.ports.issues import Issues
from backend.ports.measures import Measures
from backend.ports.messes import Messes
from backend.ports.moderation import Moderation
from backend.ports.people import People
from backend.ports.privacy import Privacy
from backend.ports.records import Records
from backend.ports.statistics import StatisticsSource
from backend.ports.survey_results import SurveyNewsBoard
from backend.ports.surveys import Surveys


class UnitOfWork(Protocol):
    """Everything that happens together or not at all."""

    @property
    def now(self) -> datetime:
        """When it began, in UTC."""

    @property
    def new_id(self) -> IdSource:
        """Where new ids come from."""

    @property
    def people(self) -> People:
        """Persons."""

    @property
    def concerns(self) -> Concerns:
        """Concerns."""

    @property
    def files(self) -> Files:
        """Files of concerns."""

    @property
    def parts(self) -> Parts:
        """Further messages of concerns, transcripts, chosen places."""

    @property
    def issues(self) -> Issues:
        """Issues."""

    @property
    def following(self) -> Following:
        """What ties people to issues."""

    @property
    def acts(self) -> Acts:
        """What members do to issues."""

    @property
    def questions(self) -> Questions:
        """What groups ask citizens."""

    @property
    def reasons(self) -> ReasonTemplates:
        """The reasons that members have at hand."""

    @property
    def moderation(self) -> Moderation:
        """What is withheld, and who is banned."""

    @property
    def statistics(self) -> StatisticsSource:
        """Figures."""

    @property
    def role_invites(self) -> Invites[Role]:
        """Ways to a role."""

    @property
    def group_invites(self) -> Invites[int]:
        """Ways to a seat in a working group."""

    @property
    def broadcasts(self) -> Broadcasts:
        """What is sent to many."""

    @property
    def groups(self) -> Groups:
        """Working groups."""

    @property
    def messes(self) -> Messes:
        """Links between issues."""

    @property
    def measures(self) -> Measures:
        """Measures and the votes on them."""

    @property
    def digests(self) -> Digests:
        """Digests."""

    @property
    def surveys(self) -> Surveys:
        """Surveys, their forms and their answers."""

    @property
    def answering(self) -> Answering:
        """Surveys while they are being answered."""

    @property
    def survey_news(self) -> SurveyNewsBoard:
        """Results of closed surveys on their way."""

    @property
    def errands(self) -> Errands:
        """What is made after the turn in which it was asked for."""

    @property
    def inbox(self) -> Inbox:
        """Raw updates."""

    @property
    def outbox(self) -> Outbox:
        """What is to be sent."""

    @property
    def privacy(self) -> Privacy:
        """What is kept on a person."""

    @property
    def records(self) -> Records:
        """Audit log and heartbeats."""

    async def commit(self) -> None:
        """Write what was collected and make it last."""


class Claim(Protocol):
    """Updates that nobody else works, as long as the claim is held."""

    @property
    def rows(self) -> Sequence[RawUpdate]:
        """The updates."""

    def begin(self) -> AbstractAsyncContextManager[UnitOfWork]:
        """Open the unit of work in which they are worked; once."""


class Store(Protocol):
    """Where units of work come from."""

    def claim(self, limit: int, passing_over: Iterable[int]) -> AbstractAsyncContextManager[Claim]:
        """Claim waiting updates, the oldest of each chat; chats that are passed over are worked already."""

    def begin(self) -> AbstractAsyncContextManager[UnitOfWork]:
        """Open a unit of work; leaving it without commit undoes it."""

    def look(self) -> AbstractAsyncContextManager[UnitOfWork]:
        """Open a unit of work that only reads and waits for no writer."""

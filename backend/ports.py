"""What the services ask of the outside: a unit of work over the store, and a reader of texts.

`add…` and `set…` only collect rows; they are written together at the next read or at the commit. Whoever opens a
unit of work commits it: no service and no handler does, since a hundred updates share one commit.
"""

from collections.abc import Iterable, Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from backend.domain.audit import AuditEntry
from backend.domain.concern import Concern, Reading, TopicTag
from backend.domain.digest import Digest, DigestItem
from backend.domain.groups import Invite, Membership, WorkingGroup
from backend.domain.ids import IdSource
from backend.domain.incoming import RawUpdate
from backend.domain.issue import Issue
from backend.domain.outgoing import Attachment, Delivery, Outcome, Outgoing
from backend.domain.people import Contact, Dialogue, Person, Role
from backend.domain.schedule import Period, Schedule


@dataclass(frozen=True, slots=True)
class Depth:
    """How much waits in a box, and since when."""

    waiting: int
    oldest: datetime | None
    failed: int
    unknown: int = 0


@dataclass(frozen=True, slots=True)
class Figures:
    """What happened in a group's remit in a period, before it is put in order."""

    messages: int
    people: int
    unplaced: int
    stakeholder_groups: Mapping[str, int]
    districts: Mapping[str, int]
    items: tuple[DigestItem, ...]


@dataclass(frozen=True, slots=True)
class StoredSignature:
    """What the gathering needs of a concern that is already part of an issue."""

    concern_id: int
    issue_id: int
    signature: bytes
    at: datetime


class People(Protocol):
    """Persons, their contacts, roles and dialogues."""

    async def contacts_at(self, platform: str, chat_ids: Iterable[int]) -> dict[int, Contact]:
        """Return the known contacts by chat id."""

    async def contacts_of(self, person_ids: Iterable[int]) -> list[Contact]:
        """Return the active private contacts of these persons."""

    async def contacts_by_ids(self, contact_ids: Iterable[int]) -> list[Contact]:
        """Return the active contacts with these ids."""

    async def persons(self, person_ids: Iterable[int]) -> dict[int, Person]:
        """Return persons by id."""

    async def roles(self, person_ids: Iterable[int]) -> dict[int, frozenset[Role]]:
        """Return the roles of those persons that have any."""

    async def dialogues(self, contact_ids: Iterable[int]) -> dict[tuple[int, int], Dialogue]:
        """Return the open dialogues by contact and person."""

    async def admins(self, platform: str) -> list[int]:
        """Return the chat ids of the admins."""

    def add(self, person: Person) -> None:
        """Keep a new person."""

    def add_contact(self, contact: Contact) -> None:
        """Keep a new contact."""

    def set_profile(self, person_id: int, **profile: str | None) -> None:
        """Change the stakeholder group, district or language."""

    def set_contact_active(self, contact_id: int, *, active: bool) -> None:
        """Note that a person stopped the bot, or came back."""

    async def move_contact(self, contact_id: int, chat_id: int) -> None:
        """Give a contact a new address; if that is known already, hand over to it what hangs on the contact."""

    def grant(self, person_id: int, role: Role) -> None:
        """Give a role; giving it twice is harmless."""

    async def revoke(self, person_id: int, role: Role) -> None:
        """Take a role away."""

    def put_dialogue(self, dialogue: Dialogue) -> None:
        """Begin or continue a dialogue."""

    def end_dialogue(self, contact_id: int, person_id: int) -> None:
        """End a dialogue; ending none is harmless."""


class Concerns(Protocol):
    """Concerns and their topics."""

    def add(self, concern: Concern, source_ref: str | None = None) -> None:
        """Keep a new concern with its topics; `source_ref` is unique in its source and stops a second import."""

    async def by_id(self, concern_id: int) -> Concern | None:
        """Return a concern with its topics."""

    async def by_code(self, code: str) -> Concern | None:
        """Return a concern with its topics."""

    async def by_message(self, person_id: int, message_id: int) -> Concern | None:
        """Return the concern that a person's chat message became."""

    async def of_person(self, person_id: int, limit: int) -> list[Concern]:
        """Return a person's latest concerns, newest first, without topics."""

    async def waiting(self, limit: int) -> list[Concern]:
        """Return concerns that are part of no issue yet, in order of arrival, without topics."""

    async def unread(self, limit: int) -> list[Concern]:
        """Return concerns that were kept while reading failed, without topics."""

    async def known_refs(self, refs: Iterable[str]) -> set[str]:
        """Return which of these source references are kept already."""

    async def page(self, after_id: int, limit: int) -> list[Concern]:
        """Return concerns that are not deleted, by id, with their topics."""

    async def corrected(self, after_id: int, limit: int) -> list[Concern]:
        """Return concerns whose topic a person confirmed or corrected, by id, with their topics."""

    def change(self, concern_id: int, **values: object) -> None:
        """Change columns of a concern."""

    async def set_topics(self, concern_id: int, tags: Sequence[TopicTag]) -> None:
        """Replace the topics of a concern."""


class Issues(Protocol):
    """Issues."""

    def add(self, issue: Issue) -> None:
        """Keep a new issue."""

    async def by_ids(self, issue_ids: Iterable[int]) -> dict[int, Issue]:
        """Return issues by id."""

    async def sizes(self, issue_ids: Iterable[int]) -> dict[int, tuple[int, int]]:
        """Return messages and distinct people of issues."""

    async def page(self, after_id: int, limit: int) -> list[Issue]:
        """Return issues by id."""

    def change(self, issue_id: int, **values: object) -> None:
        """Change columns of an issue."""

    async def forget_words(self, issue_id: int, concern: Concern) -> None:
        """Take a concern's words out of an issue and its digests; another concern gives title and place instead."""

    async def signatures(self, since: datetime, after_id: int, limit: int) -> list[StoredSignature]:
        """Return the signatures of gathered concerns by concern id."""


class Groups(Protocol):
    """Working groups with their remit, schedule, members and invites."""

    def add(self, group: WorkingGroup) -> None:
        """Keep a new group with its remit and schedule."""

    async def all(self) -> list[WorkingGroup]:
        """Return every group by number."""

    async def next_number(self) -> int:
        """Return the number for the next group."""

    def bind(self, group_id: int, contact_id: int | None) -> None:
        """Bind a group to a group chat."""

    def set_schedule(self, group_id: int, schedule: Schedule, since: datetime) -> None:
        """Replace the schedule."""

    async def scheduled_since(self) -> dict[int, datetime]:
        """Return since when each group's schedule holds."""

    def add_member(self, membership: Membership) -> None:
        """Give a person a seat; giving it twice is harmless."""

    async def members(self, group_id: int) -> list[int]:
        """Return the persons of a group."""

    async def groups_of(self, person_id: int) -> set[int]:
        """Return the groups of a person."""

    def add_invite(self, invite: Invite) -> None:
        """Keep a new invite."""

    async def invite_by_hash(self, token_hash: str) -> Invite | None:
        """Return an invite, locked against a second use at the same moment."""

    def use_invite(self, invite_id: int, person_id: int, at: datetime) -> None:
        """Note that an invite was used."""


class Digests(Protocol):
    """Digests, and the figures that they are built from."""

    async def figures(self, group: WorkingGroup, others: Sequence[WorkingGroup], period: Period) -> Figures:
        """Return what happened in the group's remit; for the secretariat, in nobody's remit but its own."""

    def add(self, digest: Digest) -> None:
        """Keep a built digest; a second one of the same group and period is a conflict."""

    async def by_id(self, digest_id: int) -> Digest | None:
        """Return a digest with its items."""

    async def reported(self, issue_ids: Iterable[int]) -> dict[int, list[tuple[str, datetime]]]:
        """Return in which groups' digests issues stood, and when last, by issue."""

    async def latest_ends(self) -> dict[int, datetime]:
        """Return the end of each group's latest digest."""

    async def uncounted(self) -> int:
        """Return how many concerns from before the latest digest's end stand in no digest at all."""

    async def latest_built(self) -> datetime | None:
        """Return when the last digest was built."""


class Inbox(Protocol):
    """Raw updates."""

    async def keep(self, updates: Sequence[RawUpdate]) -> None:
        """Keep updates; those that are kept already are passed over."""

    async def claim(self, limit: int, passing_over: Iterable[int] = ()) -> list[RawUpdate]:
        """Return waiting updates, the oldest of each chat but those passed over, locked against other workers."""

    async def claim_one(self, update_id: int) -> RawUpdate | None:
        """Return an update if it still waits, locked against other workers."""

    def done(self, update_ids: Iterable[int]) -> None:
        """Mark updates as worked and drop what they said."""

    def failed(self, update_id: int, error: str, error_id: str) -> None:
        """Mark an update as failed; it keeps what it said."""

    async def list_failed(self, limit: int) -> list[RawUpdate]:
        """Return failed updates, oldest first."""

    async def replay(self, update_ids: Sequence[int] | None) -> int:
        """Make failed updates (all, or these) wait again; return how many."""

    async def oldest_waiting(self) -> datetime | None:
        """Return when the oldest waiting update came."""

    async def depth(self) -> Depth:
        """Return how much waits."""

    async def prune(self, before: datetime) -> int:
        """Delete worked updates that came before a moment; return how many."""


class Outbox(Protocol):
    """What is to be sent."""

    def add(self, outgoing: Outgoing) -> None:
        """Queue a call; one with a known dedupe key is passed over."""

    def add_attachment(self, attachment: Attachment) -> None:
        """Keep a file to send."""

    async def next(self, limit: int, busy: Iterable[int]) -> list[Delivery]:
        """Return due calls by priority, passing over busy contacts."""

    def sending(self, outgoing_ids: Iterable[int]) -> None:
        """Note, before the request, that these may have been sent from now on."""

    async def settle(self, outcomes: Sequence[Outcome]) -> None:
        """Note what became of attempts."""

    async def recover(self) -> tuple[int, int]:
        """After a crash: put answers that were being sent back, mark the rest unknown; return both counts."""

    async def list_unsettled(self, limit: int) -> list[tuple[Outgoing, str, str]]:
        """Return unknown and failed calls with state and error."""

    async def resend(self, outgoing_ids: Sequence[int] | None) -> int:
        """Queue unknown and failed calls again on a person's word; return how many."""

    async def depth(self) -> Depth:
        """Return how much waits."""

    async def prune(self, before: datetime) -> int:
        """Delete sent calls and their files; return how many calls."""


class Records(Protocol):
    """The audit log and the heartbeats."""

    def audit(self, entry: AuditEntry) -> None:
        """Append to the audit log."""

    async def audited(self, limit: int) -> list[AuditEntry]:
        """Return the latest entries, newest first."""

    def beat(self, name: str, at: datetime) -> None:
        """Note that a part of the service is alive."""

    async def beats(self) -> dict[str, datetime]:
        """Return the last beat of each part."""


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
    def issues(self) -> Issues:
        """Issues."""

    @property
    def groups(self) -> Groups:
        """Working groups."""

    @property
    def digests(self) -> Digests:
        """Digests."""

    @property
    def inbox(self) -> Inbox:
        """Raw updates."""

    @property
    def outbox(self) -> Outbox:
        """What is to be sent."""

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


class TextReader(Protocol):
    """Understands Persian texts."""

    async def read(self, texts: Sequence[str]) -> list[Reading]:
        """Return a reading for each text; a text that cannot be read gets an empty one, never an error."""


class Signer(Protocol):
    """Changes what a signature says of the topic."""

    def __call__(self, signature: bytes, topic: str) -> bytes:
        """Return the signature as if the text had been read as being about this topic."""


@dataclass(frozen=True, slots=True)
class Unplaced:
    """A message that is part of no issue yet, with the id of the issue that it would open."""

    signature: bytes
    at: datetime
    fresh_id: int


class Gatherer(Protocol):
    """Decides which issue each message belongs to, by those that came before."""

    async def place(self, unplaced: Sequence[Unplaced]) -> list[int]:
        """Return the issue of each message, in their order; its own fresh id where it opens one."""

    async def forget(self) -> None:
        """Drop the memory, which ran ahead of a commit that failed; it is built anew from what is stored."""


@dataclass(frozen=True, slots=True)
class Part:
    """One message of a digest: a platform method with its payload, and the file that goes with it."""

    method: str
    payload: Mapping[str, object]
    file: tuple[str, bytes] | None = None


class DigestPress(Protocol):
    """Turns a digest into what is sent: the only thing that jobs need of the chat's views."""

    async def parts(self, digest: Digest, group: WorkingGroup, *, is_live: bool) -> list[Part]:
        """Return the messages of a digest in the order in which they are sent; one line if it is empty."""


class DigestFiles(Protocol):
    """Draws the chart of a digest and writes its whole list."""

    async def chart(self, digest: Digest, group: WorkingGroup) -> bytes:
        """Return a PNG of the first issues."""

    async def table(self, digest: Digest, group: WorkingGroup) -> bytes:
        """Return an XLSX of all issues."""


class Leadership(Protocol):
    """Lets one process of many do what must not be done twice."""

    async def holds(self, name: str) -> bool:
        """Say whether this process leads `name` now, taking the lead if nobody has it."""

    async def resign(self) -> None:
        """Give every lead back."""

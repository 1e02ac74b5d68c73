"""A turn of a conversation: who spoke, where, what was said, where the dialogue stood; and how to answer."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from backend.domain.actor import Actor
from backend.domain.city import City
from backend.domain.concern import Reading
from backend.domain.errand import Errand, ErrandKind
from backend.domain.incoming import RawUpdate
from backend.domain.moderation import Standing
from backend.domain.outgoing import TRACELESS, Priority
from backend.domain.people import Contact, Dialogue, Person, Role
from backend.ports import (
    DigestPress,
    MeasurePress,
    MessFiles,
    NoticePress,
    Part,
    Signer,
    StatisticsPress,
    SurveyFiles,
    TextReader,
    UnitOfWork,
)
from backend.services import sending
from backend.services.answering import Asking
from bot.event import Event
from bot.platforms import PLATFORMS
from bot.result_shelf import ResultShelf
from bot.texts.speaker import Speaker, speaker_of
from bot.views.view import View


@dataclass(frozen=True, slots=True)
class Turn:
    """An event with everything that the server knows of it."""

    raw: RawUpdate
    event: Event
    person: Person
    own: Contact
    chat: Contact
    roles: frozenset[Role]
    dialogue: Dialogue | None
    is_new: bool = False
    reading: Reading = field(default_factory=Reading)
    standing: Standing = field(default_factory=Standing)
    asking: Mapping[int, Asking] = field(default_factory=dict)

    @property
    def actor(self) -> Actor:
        """The person as one who acts."""
        return Actor(self.person.id, self.roles, self.chat.id)

    @property
    def step(self) -> str:
        """Where the dialogue stood; empty if there is none."""
        return self.dialogue.step if self.dialogue else ""

    @property
    def data(self) -> dict[str, str]:
        """What the dialogue gathered so far."""
        return dict(self.dialogue.data) if self.dialogue else {}

    @property
    def speaker(self) -> Speaker:
        """The sentences in the person's language."""
        return speaker_of(self.person.language)


@dataclass(frozen=True, slots=True)
class Toast:
    """What is shown over the chat after a press; the platform wants one even if it is empty."""

    callback_id: str
    text: str = ""
    alert: bool = False


@dataclass(slots=True)
class Identity:
    """The bot's own name at the platform, which invite links need; empty until the platform told it."""

    username: str = ""


@dataclass(frozen=True, slots=True)
class Service:
    """What stays the same from turn to turn."""

    city: City
    signer: Signer
    press: DigestPress
    identity: Identity
    notices: NoticePress
    reader: TextReader
    mess_files: MessFiles
    measure_press: MeasurePress
    statistics: StatisticsPress
    survey_files: SurveyFiles
    result_shelf: ResultShelf = field(default_factory=ResultShelf)


class Desk:
    """Where a handler works: the unit of work of its turn, and ways to answer. Nothing leaves before the commit."""

    def __init__(self, uow: UnitOfWork, turn: Turn, service: Service) -> None:
        """Work on one turn."""
        self.uow = uow
        self.turn = turn
        self.service = service
        self.toasts: list[Toast] = []
        self.has_errand = False
        self._count = 0

    @property
    def city(self) -> City:
        """The city."""
        return self.service.city

    def say(self, view: View) -> None:
        """Answer in the chat where the turn happened."""
        for payload in view.payloads():
            self.queue("sendMessage", payload)

    def whisper(self, view: View) -> None:
        """Answer, and leave no row behind once the answer was sent: nothing tells later that there was one."""
        for payload in view.payloads():
            self.queue("sendMessage", payload, batch=TRACELESS)

    def edit(self, view: View) -> None:
        """Put this view in the place of the message whose button was pressed."""
        payload = next(view.payloads())
        self.queue("editMessageText", payload | {"message_id": self.turn.event.message_id})

    def toast(self, text: str = "", *, alert: bool = False) -> None:
        """Show something over the chat after a press; after words there is nothing to answer so.

        Who pressed with a client that shows no such thing gets a message instead, and gets it alone.
        """
        callback_id, own = self.turn.event.callback_id, self.turn.own
        if not callback_id:
            return
        if text and PLATFORMS[own.platform].is_old_client(callback_id):
            for payload in View(text).payloads():
                sending.send(self.uow, own.id, Part("sendMessage", payload), self.next_key(), Priority.ANSWER)
        self.toasts.append(Toast(callback_id, text, alert=alert))

    def expect(self, step: str, **data: str) -> None:
        """Begin or continue a dialogue: what this person says next in this chat answers this step."""
        self.uow.people.put_dialogue(Dialogue(self.turn.chat.id, self.turn.person.id, step, data))

    def finish(self) -> None:
        """End the dialogue, if there is one."""
        if self.turn.dialogue is not None:
            self.uow.people.end_dialogue(self.turn.chat.id, self.turn.person.id)

    def queue(self, method: str, payload: dict[str, Any], batch: str | None = None) -> None:
        """Queue a call for this chat, once for this update however often it is worked."""
        part, contact_id = Part(method, payload), self.turn.chat.id
        sending.send(self.uow, contact_id, part, self.next_key(), Priority.ANSWER, batch=batch)

    def errand(self, kind: ErrandKind, **data: str) -> None:
        """Have something slow made after the commit and sent to this chat; `data` must name no person."""
        self._have_made(self.turn.chat, kind, data)

    def private_errand(self, kind: ErrandKind, **data: str) -> None:
        """Have something slow made after the commit and sent to the person alone; `data` must name no person."""
        self._have_made(self.turn.own, kind, data)

    def _have_made(self, contact: Contact, kind: ErrandKind, data: dict[str, str]) -> None:
        self.uow.errands.add(Errand(self.uow.new_id(), contact.id, kind, data, self.uow.now))
        self.has_errand = True

    def next_key(self) -> str:
        """Return a dedupe key that is the same when the update is worked again.

        An update that failed and is replayed on an operator's word is a new attempt: its answer must not be taken for
        the apology that was sent before.
        """
        self._count += 1
        return f"update:{self.turn.raw.id}:{self.turn.raw.attempts}:{self._count}"

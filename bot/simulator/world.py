"""The state of the simulated messenger: persons, chats, messages, files, updates."""

from dataclasses import dataclass, field
from itertools import count

from bot.simulator.calls import CallLog
from bot.simulator.chats import Chat, ChatKind, Message, Status
from bot.simulator.clock import Clock
from bot.simulator.errors import BadRequestError, ControlError, ForbiddenError
from bot.simulator.faults import FaultPlan, Faults
from bot.simulator.feed import Feed
from bot.simulator.files import FileStore
from bot.simulator.limits import RateLimits
from bot.simulator.people import BotAccount, Person, Platform
from bot.simulator.updates import UpdateQueue
from bot.simulator.wire import Json

_FIRST_USER_ID = 1_000_001
_FIRST_UPDATE_ID = 100_000_001
_BALE_MOST_UPDATES = 2_000
_SUPERGROUP_BASE = -1_001_000_000_000
_CALLBACKS_KEPT = 10_000


@dataclass(frozen=True, slots=True)
class Settings:
    """How a simulator is set up.

    Attributes:
        platform: whose rules hold.
        bot: the one bot it serves.
        seed: of all chance.
        faults: what goes wrong from the start.
        keep: messages remembered a chat; None keeps all, load runs keep a few.
        log_calls: calls remembered in full; 0 keeps counters only.
    """

    platform: Platform = Platform.TELEGRAM
    bot: BotAccount = field(default_factory=BotAccount)
    seed: int = 1
    faults: Faults = field(default_factory=Faults)
    keep: int | None = None
    log_calls: int = 10_000


@dataclass(slots=True)
class Callback:
    """A pressed button and what the bot answered; None as long as it has not."""

    id: str
    user_id: int
    chat_id: int
    message_id: int
    at: float
    answer: Json | None = None


@dataclass(slots=True)
class Webhook:
    """Where updates are posted, and what went wrong last."""

    url: str
    secret: str
    max_connections: int
    last_error_date: int = 0
    last_error_message: str = ""


class World:
    """Everything the platform knows.

    What persons do with it is in `acts` and `groups`, what the bot does in `methods`.
    """

    def __init__(self, settings: Settings, clock: Clock | None = None) -> None:
        self.settings = settings
        self.clock = clock or Clock()
        self.bot_user = settings.bot.as_user()
        self.plan = FaultPlan(settings.faults, settings.seed)
        self.limits = RateLimits()
        self.calls = CallLog(self.clock, settings.log_calls)
        self.feed = Feed()
        self.files = FileStore()
        bale = settings.platform is Platform.BALE
        self.updates = UpdateQueue(
            self.clock,
            self.plan.repeats,
            first_id=0 if bale else _FIRST_UPDATE_ID,
            most=_BALE_MOST_UPDATES if bale else None,
        )
        self.people: dict[int, Person] = {}
        self.chats: dict[int, Chat] = {}
        self.callbacks: dict[str, Callback] = {}
        self.webhook: Webhook | None = None
        self.commands: list[Json] = []
        self._user_ids = count(_FIRST_USER_ID)
        self._group_ids = count(-4_000_001, -1)
        self._supergroup_ids = count(_SUPERGROUP_BASE - 1, -1)
        self._message_ids = count(1)
        self._callback_ids = count(1)

    @property
    def is_bale(self) -> bool:
        """Whether Bale is imitated."""
        return self.settings.platform is Platform.BALE

    def now(self) -> int:
        """The date to put into messages."""
        return int(self.clock.now())

    def add_person(self, name: str, **traits: str | int) -> Person:
        """Open an account, with its (not yet started) chat with the bot; `traits` are fields of Person."""
        first, _, last = name.strip().partition(" ")
        if not first:
            raise ControlError("a person needs a name")
        user_id = int(traits.pop("id", 0)) or next(self._user_ids)
        if user_id in self.people:
            raise ControlError(f"there is already a person {user_id}")
        person = Person(user_id, first, last.strip(), **{key: str(value) for key, value in traits.items()})
        self.people[user_id] = person
        info = {key: value for key, value in person.as_json().items() if key not in ("is_bot", "language_code")}
        self.chats[user_id] = Chat(
            user_id,
            ChatKind.PRIVATE,
            {**info, "type": "private"},
            numbers=self._message_ids,
            keep=self.settings.keep,
            members={user_id: Status.MEMBER},
            started=False,
        )
        return person

    def add_group(self, title: str, kind: ChatKind, owner: Person | None, chat_id: int = 0) -> Chat:
        """Create a group without the bot in it."""
        if kind is ChatKind.SUPERGROUP:
            number, numbers = chat_id or next(self._supergroup_ids), count(1)
        else:
            number, numbers = chat_id or next(self._group_ids), self._message_ids
        if number in self.chats or number >= 0:
            raise ControlError(f"{number} is no free id for a group")
        chat = Chat(
            number,
            kind,
            {"id": number, "title": title, "type": str(kind)},
            numbers=numbers,
            keep=self.settings.keep,
            bot=Status.LEFT,
        )
        if owner is not None:
            chat.members[owner.id] = Status.CREATOR
        self.chats[number] = chat
        return chat

    def person(self, user_id: int) -> Person:
        """A person whom a test or page named."""
        try:
            return self.people[user_id]
        except KeyError:
            raise ControlError(f"there is no person {user_id}") from None

    def chat(self, chat_id: int) -> Chat:
        """A chat that a test or page named."""
        try:
            return self.chats[chat_id]
        except KeyError:
            raise ControlError(f"there is no chat {chat_id}") from None

    def chat_for_bot(self, chat_id: int) -> Chat:
        """A chat the bot wants to know something of.

        Raises:
            BadRequestError: unknown, or the group became a supergroup.
        """
        chat = self.chats.get(chat_id)
        if chat is None or (chat.kind is ChatKind.PRIVATE and chat_id == self.settings.bot.id):
            raise BadRequestError("chat not found")
        if chat.migrated_to is not None:
            raise BadRequestError("group chat was upgraded to a supergroup chat", migrate_to_chat_id=chat.migrated_to)
        return chat

    def chat_to_write(self, chat_id: int) -> Chat:
        """A chat the bot wants to write to.

        Raises:
            BadRequestError: see `chat_for_bot`.
            ForbiddenError: the person never started or blocked the bot, or the bot is not in the group.
        """
        chat = self.chat_for_bot(chat_id)
        if chat.kind is ChatKind.PRIVATE:
            if chat.bot is Status.KICKED:
                raise ForbiddenError("bot was blocked by the user")
            if not chat.started:
                raise ForbiddenError("bot can't initiate conversation with a user")
        elif chat.bot is Status.KICKED:
            raise ForbiddenError(f"bot was kicked from the {chat.kind} chat")
        elif chat.bot is Status.LEFT:
            raise ForbiddenError(f"bot is not a member of the {chat.kind} chat")
        return chat

    def post(self, chat: Chat, sender: Json, content: Json, keyboard: Json | None = None) -> Message:
        """Put a message into a chat and tell who watches."""
        payload = {
            "message_id": next(chat.numbers),
            "from": sender,
            "chat": chat.info,
            "date": self.now(),
            **content,
        }
        message = Message(payload, self.feed.advance(), keyboard)
        chat.store(message)
        if keyboard is not None:
            chat.keyboard = None if "remove_keyboard" in keyboard else message
        if self.feed.watched:
            self.announce(chat, message)
        return message

    def rewrite(self, chat: Chat, message: Message, payload: Json) -> None:
        """Replace a message's content, after an edit."""
        message.payload = payload
        message.revision = chat.revision = self.feed.advance()
        if self.feed.watched:
            self.announce(chat, message)

    def remove(self, chat: Chat, message: Message) -> None:
        """Take a message out of a chat."""
        del chat.messages[message.id]
        chat.revision = self.feed.advance()
        self.emit({"type": "deleted", "chat": chat.id, "message_id": message.id}, chat)

    def announce(self, chat: Chat, message: Message) -> None:
        """Show a new or changed message on open pages."""
        self.emit({"type": "message", "chat": chat.id, "message": message.view()}, chat)

    def emit(self, event: Json, chat: Chat | None = None) -> None:
        """Send an event to the pages of a chat's members, or to all."""
        if self.feed.watched:
            self.feed.emit(event, None if chat is None else [key for key, st in chat.members.items() if st.present])

    def new_callback(self, user_id: int, chat_id: int, message_id: int) -> Callback:
        """Number a button press; old ones are forgotten."""
        number = next(self._callback_ids)
        # Bale marks clients that cannot show an answer with ids that begin with 1.
        prefix = "2" if self.is_bale else "47"
        callback = Callback(f"{prefix}{number:016d}", user_id, chat_id, message_id, self.clock.now())
        self.callbacks[callback.id] = callback
        if len(self.callbacks) > _CALLBACKS_KEPT:
            del self.callbacks[next(iter(self.callbacks))]
        return callback

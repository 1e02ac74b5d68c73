"""What a person does in a chat with the bot or in a group: say, press, edit, send."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.simulator.chats import Chat, ChatKind, Message, Status
from bot.simulator.errors import BadRequestError, ControlError
from bot.simulator.keyboards import buttons
from bot.simulator.methods.content import TEXT_LIMIT, entities_of
from bot.simulator.methods.media import described
from bot.simulator.methods.sending import place
from bot.simulator.people import Person
from bot.simulator.wire import Json
from bot.simulator.world import Callback, World

_EDITABLE_SECONDS = 48 * 3600
_FILE_KINDS = frozenset({"photo", "voice", "video", "audio", "document"})
_ALBUM_SIZES = range(2, 11)


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that a person sends as photo, voice, video, audio or document."""

    kind: str
    name: str
    mime: str
    content: bytes

    def __post_init__(self) -> None:
        if self.kind not in _FILE_KINDS:
            raise ControlError(f"unknown kind of file {self.kind!r}")
        if not self.content:
            raise ControlError("the file is empty")


def say(world: World, person: Person, chat: Chat, text: str, reply_to: int | None = None) -> Message:
    """Write a text; like an app, it refuses empty and overlong ones."""
    text = text.strip()
    if not text or len(text) > TEXT_LIMIT:
        raise ControlError("a message has 1 to 4096 characters")
    content: Json = {"text": text}
    if entities := entities_of(world, text):
        content["entities"] = entities
    return write(world, person, chat, content, reply_to)


def write(world: World, person: Person, chat: Chat, content: Json, reply_to: int | None = None) -> Message:
    """Put a person's message into a chat and tell the bot, if it may see it."""
    _check_present(person, chat)
    if reply_to is not None:
        answered = chat.messages.get(reply_to)
        if answered is None:
            raise ControlError(f"there is no message {reply_to} to answer")
        content = {"reply_to_message": _bare(answered.payload), **content}
    if chat.kind is ChatKind.PRIVATE:
        chat.started = True
    message = world.post(chat, person.as_json(), content)
    if bot_sees(world, chat, message.payload):
        world.updates.add("message", message.payload, chat.id)
    return message


def send_file(world: World, person: Person, chat: Chat, sent: Attachment, caption: str) -> Message:
    """Send a picture, a voice message or another file."""
    return write(world, person, chat, _described(world, sent, caption))


def send_album(world: World, person: Person, chat: Chat, sent: Sequence[Attachment], caption: str) -> list[Message]:
    """Send several pictures or files at once; the caption stands under the first, as apps put it."""
    if len(sent) not in _ALBUM_SIZES or any(one.kind == "voice" for one in sent):
        raise ControlError("an album has 2 to 10 pictures, films or files")
    album = {"media_group_id": f"{chat.id}{world.feed.revision:09d}".lstrip("-")}
    contents = [_described(world, one, "" if number else caption) for number, one in enumerate(sent)]
    return [write(world, person, chat, album | content) for content in contents]


def _described(world: World, sent: Attachment, caption: str) -> Json:
    try:
        field = described(world.files.add(sent.content, sent.name, sent.kind, sent.mime), sent.kind, duration=3)
    except BadRequestError as error:
        raise ControlError("this is no picture") from error
    return field | {"caption": caption} if caption else field


def send_location(world: World, person: Person, chat: Chat, latitude: float, longitude: float) -> Message:
    """Send a point on the map."""
    return write(world, person, chat, {"location": place(latitude, longitude)})


def send_contact(world: World, person: Person, chat: Chat) -> Message:
    """Send one's own phone number."""
    contact = {
        "phone_number": person.phone or "+989150000000",
        "first_name": person.first_name,
        "user_id": person.id,
    }
    return write(world, person, chat, {"contact": contact})


def edit(world: World, person: Person, chat: Chat, message_id: int, text: str) -> Message:
    """Change one's own text or caption."""
    _check_present(person, chat)
    message = chat.messages.get(message_id)
    if message is None or message.sender_id != person.id:
        raise ControlError("one can only edit a message of one's own")
    name = "text" if "text" in message.payload else "caption"
    text = text.strip()
    if not text or world.now() - message.payload["date"] > _EDITABLE_SECONDS:
        raise ControlError("the text is empty, or the message older than 48 hours")
    payload = {key: value for key, value in message.payload.items() if key not in ("entities", "caption_entities")}
    payload |= {name: text, "edit_date": world.now()}
    if entities := entities_of(world, text):
        payload["entities" if name == "text" else "caption_entities"] = entities
    world.rewrite(chat, message, payload)
    if bot_sees(world, chat, payload):
        world.updates.add("edited_message", payload, chat.id)
    return message


def press(world: World, person: Person, chat: Chat, message_id: int, button: str) -> Callback:
    """Press an inline button, named by its data or its text."""
    _check_present(person, chat)
    message = chat.messages.get(message_id)
    if message is None:
        raise ControlError(f"there is no message {message_id}")
    found = _find(message.payload.get("reply_markup") or {}, button)
    if "callback_data" not in found:
        raise ControlError(f"the button {button!r} opens something; it tells the bot nothing")
    callback = world.new_callback(person.id, chat.id, message_id)
    query = {
        "id": callback.id,
        "from": person.as_json(),
        "message": message.payload,
        "chat_instance": str(chat.id * 7919),
        "data": found["callback_data"],
    }
    world.updates.add("callback_query", query, chat.id)
    return callback


def tap(world: World, person: Person, chat: Chat, text: str) -> Message:
    """Press a key of the reply keyboard: say its text, or send the contact it asks for."""
    keyboard = chat.keyboard
    markup = keyboard.keyboard if keyboard is not None else None
    if keyboard is None or not markup or "keyboard" not in markup:
        raise ControlError("there is no reply keyboard in this chat")
    key = _find(markup, text)
    if key.get("request_location"):
        raise ControlError("this key asks for a location: send one")
    if markup.get("one_time_keyboard"):
        chat.keyboard = None
        world.emit({"type": "keyboard", "chat": chat.id, "keyboard": None}, chat)
    if key.get("request_contact"):
        return send_contact(world, person, chat)
    in_group = chat.kind is not ChatKind.PRIVATE and keyboard.id in chat.messages
    return say(world, person, chat, key["text"], keyboard.id if in_group else None)


def bot_sees(world: World, chat: Chat, payload: Json) -> bool:
    """Whether an update goes to the bot: in groups with privacy on, only what is meant for it."""
    if not chat.bot.present:
        return False
    if chat.kind is ChatKind.PRIVATE or chat.bot is Status.ADMINISTRATOR or not world.settings.bot.privacy:
        return True
    text: str = payload.get("text") or payload.get("caption") or ""
    answered = payload.get("reply_to_message")
    to_bot = answered is not None and answered["from"]["id"] == world.settings.bot.id
    return text.startswith("/") or to_bot or f"@{world.settings.bot.username}" in text


def _find(markup: Json, name: str) -> Json:
    for button in buttons(markup):
        if name in (button.get("callback_data"), button["text"]):
            return button
    raise ControlError(f"there is no button {name!r}; there are {[button['text'] for button in buttons(markup)]}")


def _bare(payload: Json) -> Json:
    return {key: value for key, value in payload.items() if key != "reply_to_message"}


def _check_present(person: Person, chat: Chat) -> None:
    if not chat.members.get(person.id, Status.LEFT).present:
        raise ControlError(f"{person.name} is not in this chat")
    if chat.migrated_to is not None:
        raise ControlError("this group has become a supergroup")
    if chat.kind is ChatKind.PRIVATE and chat.bot is Status.KICKED:
        raise ControlError(f"{person.name} has blocked the bot")

"""Methods that change or remove messages."""

from types import MappingProxyType

from bot.simulator.chats import Chat, ChatKind, Message, Status
from bot.simulator.errors import BadRequestError
from bot.simulator.methods.content import Methods, caption_content, keyboards, text_content
from bot.simulator.params import Params
from bot.simulator.wire import Json
from bot.simulator.world import World

_DELETABLE_SECONDS = 48 * 3600
_NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same "
    "as a current content and reply markup of the message"
)


def _editable(world: World, params: Params) -> tuple[Chat, Message]:
    chat = world.chat_to_write(params.chat_id())
    message = chat.messages.get(params.number("message_id", 0))
    if message is None:
        raise BadRequestError("message to edit not found")
    if message.sender_id != world.settings.bot.id:
        raise BadRequestError("message can't be edited")
    return chat, message


def _rewrite(world: World, chat: Chat, message: Message, content: Json) -> Json:
    """Replace what a message says; an edit without a keyboard takes the old one away, as at Telegram."""
    kept = {key: value for key, value in message.payload.items() if key != "edit_date"}
    if content == kept:
        raise BadRequestError(_NOT_MODIFIED)
    world.rewrite(chat, message, {**content, "edit_date": world.now()})
    return message.payload


def _without(message: Message, *names: str) -> Json:
    return {key: value for key, value in message.payload.items() if key not in (*names, "edit_date", "reply_markup")}


def edit_message_text(world: World, params: Params) -> Json:
    """Change a text."""
    chat, message = _editable(world, params)
    content = text_content(world, params)
    if "text" not in message.payload:
        raise BadRequestError("there is no text in the message to edit")
    inline, _ = keyboards(params)
    return _rewrite(world, chat, message, {**_without(message, "text", "entities"), **content, **inline})


def edit_message_caption(world: World, params: Params) -> Json:
    """Change a caption."""
    chat, message = _editable(world, params)
    if not message.payload.keys() & {"photo", "document", "voice"}:
        raise BadRequestError("there is no caption in the message to edit")
    caption = caption_content(world, params)
    inline, _ = keyboards(params)
    return _rewrite(world, chat, message, {**_without(message, "caption", "caption_entities"), **caption, **inline})


def edit_message_reply_markup(world: World, params: Params) -> Json:
    """Change the buttons under a message."""
    chat, message = _editable(world, params)
    inline, _ = keyboards(params)
    return _rewrite(world, chat, message, {**_without(message), **inline})


def delete_message(world: World, params: Params) -> bool:
    """Delete a message of the bot's, or anybody's where it is admin; not after 48 h."""
    chat = world.chat_to_write(params.chat_id())
    message = chat.messages.get(params.number("message_id", 0))
    if message is None:
        raise BadRequestError("message to delete not found")
    foreign = message.sender_id != world.settings.bot.id
    powerless = chat.kind is not ChatKind.PRIVATE and chat.bot is not Status.ADMINISTRATOR
    if (foreign and powerless) or world.now() - message.payload["date"] > _DELETABLE_SECONDS:
        raise BadRequestError("message can't be deleted for everyone")
    world.remove(chat, message)
    return True


METHODS: Methods = MappingProxyType(
    {
        "editMessageText": edit_message_text,
        "editMessageCaption": edit_message_caption,
        "editMessageReplyMarkup": edit_message_reply_markup,
        "deleteMessage": delete_message,
    }
)

"""Methods that put a text, a place or a contact into a chat."""

from types import MappingProxyType

from bot.simulator.chats import Chat
from bot.simulator.errors import BadRequestError
from bot.simulator.methods.content import Methods, keyboards, text_content
from bot.simulator.params import Params
from bot.simulator.wire import Json
from bot.simulator.world import World


def deliver(world: World, chat: Chat, params: Params, content: Json) -> Json:
    """Post the bot's message with reply and keyboard as asked; gives the Bot API's Message."""
    inline, keyboard = keyboards(params)
    message = world.post(chat, world.bot_user, {**replied(chat, params), **content, **inline}, keyboard)
    return message.payload


def replied(chat: Chat, params: Params) -> Json:
    """The message that is answered, if any.

    Raises:
        BadRequestError: it is gone and the caller did not allow for that.
    """
    if "reply_parameters" not in params.values and "reply_to_message_id" not in params.values:
        return {}
    asked = params.mapping("reply_parameters") or {
        "message_id": params.number("reply_to_message_id", 0),
        "allow_sending_without_reply": params.flag("allow_sending_without_reply"),
    }
    target = chat.messages.get(int(asked.get("message_id") or 0))
    if target is not None:
        return {"reply_to_message": {k: v for k, v in target.payload.items() if k != "reply_to_message"}}
    if asked.get("allow_sending_without_reply"):
        return {}
    raise BadRequestError("message to be replied not found")


def send_message(world: World, params: Params) -> Json:
    """Send a text."""
    chat = world.chat_to_write(params.chat_id())
    return deliver(world, chat, params, text_content(world, params))


def send_location(world: World, params: Params) -> Json:
    """Send a point on the map."""
    chat = world.chat_to_write(params.chat_id())
    return deliver(world, chat, params, {"location": place(params.real("latitude"), params.real("longitude"))})


def place(latitude: float, longitude: float) -> Json:
    """The Bot API's Location.

    Raises:
        BadRequestError: not on this globe.
    """
    if abs(latitude) > 90 or abs(longitude) > 180:  # noqa: PLR2004 — degrees
        raise BadRequestError("wrong latitude or longitude specified")
    return {"latitude": latitude, "longitude": longitude}


def send_contact(world: World, params: Params) -> Json:
    """Send a phone number with a name."""
    chat = world.chat_to_write(params.chat_id())
    contact = {"phone_number": params.text("phone_number"), "first_name": params.text("first_name")}
    return deliver(world, chat, params, {"contact": contact})


def send_chat_action(world: World, params: Params) -> bool:
    """Show that the bot is typing."""
    chat = world.chat_to_write(params.chat_id())
    if not params.text("action"):
        raise BadRequestError("wrong parameter action in request")
    world.emit({"type": "action", "chat": chat.id, "action": params.text("action")}, chat)
    return True


METHODS: Methods = MappingProxyType(
    {
        "sendMessage": send_message,
        "sendLocation": send_location,
        "sendContact": send_contact,
        "sendChatAction": send_chat_action,
    }
)

"""Methods that ask about chats and files, or answer a pressed button."""

from types import MappingProxyType

from bot.simulator.chats import Chat, ChatKind, Status
from bot.simulator.errors import BadRequestError
from bot.simulator.methods.content import Methods
from bot.simulator.params import Params
from bot.simulator.wire import Json
from bot.simulator.world import World

_ANSWER_LIMIT = 200
_CALLBACK_SECONDS = 15 * 60
_ADMIN_RIGHTS = (
    "can_be_edited",
    "is_anonymous",
    "can_manage_chat",
    "can_delete_messages",
    "can_manage_video_chats",
    "can_restrict_members",
    "can_promote_members",
    "can_change_info",
    "can_invite_users",
    "can_post_stories",
    "can_edit_stories",
    "can_delete_stories",
    "can_pin_messages",
)

_NO_GIFTS = MappingProxyType(
    {
        "unlimited_gifts": False,
        "limited_gifts": False,
        "unique_gifts": False,
        "premium_subscription": False,
        "gifts_from_channels": False,
    }
)


def member(user: Json, status: Status) -> Json:
    """The Bot API's ChatMember."""
    body: Json = {"user": user, "status": str(status)}
    match status:
        case Status.CREATOR:
            body["is_anonymous"] = False
        case Status.ADMINISTRATOR:
            hidden = ("can_be_edited", "is_anonymous", "can_promote_members")
            body.update({right: right not in hidden for right in _ADMIN_RIGHTS})
        case Status.KICKED:
            body["until_date"] = 0
    return body


def get_chat(world: World, params: Params) -> Json:
    """A chat in full."""
    chat = world.chat_for_bot(params.chat_id())
    full: Json = {
        **chat.info,
        "accent_color_id": 0,
        "max_reaction_count": 11,
        "accepted_gift_types": dict(_NO_GIFTS),
    }
    if chat.kind is not ChatKind.PRIVATE:
        full["permissions"] = {"can_send_messages": True}
    return full


def _status(world: World, chat: Chat, user_id: int) -> Json:
    if user_id == world.settings.bot.id:
        return member(world.bot_user, chat.bot)
    if user_id not in world.people:
        raise BadRequestError("member not found")
    return member(world.people[user_id].as_json(), chat.members.get(user_id, Status.LEFT))


def get_chat_member(world: World, params: Params) -> Json:
    """How somebody belongs to a chat."""
    chat = world.chat_to_write(params.chat_id())
    return _status(world, chat, params.number("user_id"))


def get_chat_administrators(world: World, params: Params) -> list[Json]:
    """The owner and admins of a group."""
    chat = world.chat_to_write(params.chat_id())
    if chat.kind is ChatKind.PRIVATE:
        raise BadRequestError("there are no administrators in the private chat")
    leading = (Status.CREATOR, Status.ADMINISTRATOR)
    return [_status(world, chat, user_id) for user_id, status in chat.members.items() if status in leading]


def get_chat_member_count(world: World, params: Params) -> int:
    """How many are in a chat, the bot included."""
    chat = world.chat_to_write(params.chat_id())
    return sum(status.present for status in chat.members.values()) + chat.bot.present


def leave_chat(world: World, params: Params) -> bool:
    """Let the bot leave a group."""
    chat = world.chat_to_write(params.chat_id())
    if chat.kind is ChatKind.PRIVATE:
        raise BadRequestError("chat member status can't be changed in private chats")
    chat.bot = Status.LEFT
    return True


def get_file(world: World, params: Params) -> Json:
    """Where a file can be fetched, up to 20 MB."""
    file = world.files.get(params.text("file_id"))
    if file is None:
        raise BadRequestError("wrong file_id or the file is temporarily unavailable")
    return file.as_file()


def answer_callback_query(world: World, params: Params) -> bool:
    """Answer a pressed button: with nothing, a toast or an alert."""
    callback = world.callbacks.get(params.text("callback_query_id"))
    if callback is None or world.clock.now() - callback.at > _CALLBACK_SECONDS:
        raise BadRequestError("query is too old and response timeout expired or query ID is invalid")
    text = params.text("text")
    if len(text) > _ANSWER_LIMIT:
        raise BadRequestError("MESSAGE_TOO_LONG")
    callback.answer = {"text": text, "show_alert": params.flag("show_alert"), "url": params.text("url")}
    world.feed.advance()
    event = {"type": "answer", "chat": callback.chat_id, "callback": callback.id, **callback.answer}
    if world.feed.watched:
        world.feed.emit(event, (callback.user_id,))
    return True


METHODS: Methods = MappingProxyType(
    {
        "getChat": get_chat,
        "getChatMember": get_chat_member,
        "getChatAdministrators": get_chat_administrators,
        "getChatMemberCount": get_chat_member_count,
        "leaveChat": leave_chat,
        "getFile": get_file,
        "answerCallbackQuery": answer_callback_query,
    }
)

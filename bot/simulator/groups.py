"""Who comes and goes: groups, the bot's place in them, and persons who block it."""

from bot.simulator.chats import Chat, ChatKind, Status
from bot.simulator.errors import ControlError
from bot.simulator.methods.inquiry import member
from bot.simulator.people import Person
from bot.simulator.wire import Json
from bot.simulator.world import World


def join(world: World, person: Person, chat: Chat) -> None:
    """Let a person into a group."""
    _check_group(chat)
    old = chat.members.get(person.id, Status.LEFT)
    if old.present:
        return
    _change_member(world, chat, person, old, Status.MEMBER)
    _service(world, chat, person.as_json(), {"new_chat_members": [person.as_json()]})
    world.emit({"type": "chats"}, chat)


def leave(world: World, person: Person, chat: Chat) -> None:
    """Let a person go out of a group."""
    _check_group(chat)
    old = chat.members.get(person.id, Status.LEFT)
    if not old.present:
        raise ControlError(f"{person.name} is not in this group")
    _service(world, chat, person.as_json(), {"left_chat_member": person.as_json()})
    world.emit({"type": "chats"}, chat)
    _change_member(world, chat, person, old, Status.LEFT)


def promote(world: World, person: Person, chat: Chat, status: Status) -> None:
    """Make a member an admin of the group, or an ordinary member again."""
    old = chat.members.get(person.id, Status.LEFT)
    if not old.present:
        raise ControlError(f"{person.name} is not in this group")
    _change_member(world, chat, person, old, status)


def place_bot(world: World, chat: Chat, status: Status, by: Person) -> None:
    """Add the bot to a group, make it admin, or remove it; it is told as at the platform."""
    _check_group(chat)
    old = chat.bot
    if old is status:
        return
    chat.bot = status
    if status.present and not old.present:
        _service(world, chat, by.as_json(), {"new_chat_members": [world.bot_user]})
    elif old.present and not status.present:
        world.post(chat, by.as_json(), {"left_chat_member": world.bot_user})
    _tell_bot(world, chat, by, old, status)


def block(world: World, person: Person) -> None:
    """Stop the bot in the private chat."""
    _private(world, person, Status.KICKED)


def unblock(world: World, person: Person) -> None:
    """Let the bot write again."""
    _private(world, person, Status.MEMBER)


def migrate(world: World, chat: Chat, by: Person) -> Chat:
    """Turn a group into a supergroup, which is another chat with another id."""
    if chat.kind is not ChatKind.GROUP or chat.migrated_to is not None:
        raise ControlError("only a group becomes a supergroup, and only once")
    heir = world.add_group(chat.title, ChatKind.SUPERGROUP, None)
    heir.members = dict(chat.members)
    heir.bot = chat.bot
    _service(world, chat, by.as_json(), {"migrate_to_chat_id": heir.id})
    chat.migrated_to = heir.id
    _service(world, heir, by.as_json(), {"migrate_from_chat_id": chat.id})
    world.emit({"type": "chats"}, heir)
    return heir


def _private(world: World, person: Person, status: Status) -> None:
    chat = world.chat(person.id)
    old = chat.bot
    if old is status:
        return
    chat.bot = status
    _tell_bot(world, chat, person, old, status)
    world.emit({"type": "chats"}, chat)


def _tell_bot(world: World, chat: Chat, by: Person, old: Status, new: Status) -> None:
    if not world.is_bale:
        world.updates.add("my_chat_member", _change(world, chat, by, world.bot_user, (old, new)), chat.id)


def _change_member(world: World, chat: Chat, person: Person, old: Status, new: Status) -> None:
    chat.members[person.id] = new
    if chat.bot is Status.ADMINISTRATOR and not world.is_bale:
        body = _change(world, chat, person, person.as_json(), (old, new))
        world.updates.add("chat_member", body, chat.id)


def _change(world: World, chat: Chat, by: Person, whom: Json, statuses: tuple[Status, Status]) -> Json:
    old, new = (member(whom, status) for status in statuses)
    return {
        "chat": chat.info,
        "from": by.as_json(),
        "date": world.now(),
        "old_chat_member": old,
        "new_chat_member": new,
    }


def _service(world: World, chat: Chat, sender: Json, content: Json) -> None:
    """Post a service message; bots see those whatever their privacy."""
    message = world.post(chat, sender, content)
    if chat.bot.present:
        world.updates.add("message", message.payload, chat.id)


def _check_group(chat: Chat) -> None:
    if chat.kind is ChatKind.PRIVATE or chat.migrated_to is not None:
        raise ControlError("this is no group, or it has become a supergroup")

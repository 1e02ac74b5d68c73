"""Methods about the bot itself."""

from collections.abc import Iterable
from types import MappingProxyType

from bot.simulator.errors import BadRequestError
from bot.simulator.methods.content import Method, Methods
from bot.simulator.params import Params
from bot.simulator.wire import Json
from bot.simulator.world import World

_MOST_COMMANDS = 100
_LONGEST_COMMAND = 32
_ACCEPTED = (
    "logOut",
    "close",
    "setMyName",
    "setMyDescription",
    "setMyShortDescription",
    "setChatMenuButton",
    "setMyDefaultAdministratorRights",
    "setMessageReaction",
    "pinChatMessage",
    "unpinChatMessage",
    "unpinAllChatMessages",
    "setChatTitle",
    "setChatDescription",
)


def get_me(world: World, _params: Params) -> Json:
    """Who the bot is."""
    return world.settings.bot.as_me()


def set_my_commands(world: World, params: Params) -> bool:
    """Set the list of commands that apps offer."""
    commands = params.array("commands")
    if len(commands) > _MOST_COMMANDS:
        raise BadRequestError("BOT_COMMANDS_TOO_MUCH")
    for command in commands:
        name = str(command.get("command", "")).removeprefix("/")
        if not 1 <= len(name) <= _LONGEST_COMMAND or name != name.lower() or not _is_plain(name):
            raise BadRequestError("BOT_COMMAND_INVALID")
        if not command.get("description"):
            raise BadRequestError("BOT_COMMAND_DESCRIPTION_INVALID")
    world.commands = commands
    return True


def _is_plain(name: Iterable[str]) -> bool:
    return all(sign.isascii() and (sign.isalnum() or sign == "_") for sign in name)


def get_my_commands(world: World, _params: Params) -> list[Json]:
    """The list of commands."""
    return world.commands


def delete_my_commands(world: World, _params: Params) -> bool:
    """Empty the list of commands."""
    world.commands = []
    return True


def get_my_name(world: World, _params: Params) -> Json:
    """The bot's name."""
    return {"name": world.settings.bot.name}


def _accept(_world: World, _params: Params) -> bool:
    """Take note of a setting that nothing here depends on."""
    return True


_accepted: dict[str, Method] = dict.fromkeys(_ACCEPTED, _accept)
METHODS: Methods = MappingProxyType(
    {
        **_accepted,
        "getMe": get_me,
        "setMyCommands": set_my_commands,
        "getMyCommands": get_my_commands,
        "deleteMyCommands": delete_my_commands,
        "getMyName": get_my_name,
    }
)

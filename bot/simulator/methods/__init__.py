"""The Bot API's methods, by lower-case name: the platform does not care about case."""

from collections.abc import Mapping
from types import MappingProxyType

from bot.simulator.methods import account, editing, inquiry, media, sending, updates
from bot.simulator.methods.content import Method

_ALL: Mapping[str, Method] = {
    name: method
    for module in (account, updates, sending, media, editing, inquiry)
    for name, method in module.METHODS.items()
}
METHODS: Mapping[str, tuple[str, Method]] = MappingProxyType(
    {name.lower(): (name, method) for name, method in _ALL.items()}
)
# What Bale does not have; it answers as to any unknown method.
MISSING_ON_BALE = frozenset(account.METHODS.keys() - {"getMe", "logOut", "close"})
# The calls that rate limits count.
LIMITED = frozenset({*sending.METHODS, *media.METHODS, *editing.METHODS} - {"sendChatAction", "deleteMessage"})

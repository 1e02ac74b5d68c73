"""Which handler an event belongs to."""

import inspect
from collections.abc import Awaitable, Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from backend.domain.errors import NotFound
from backend.domain.tracking_code import is_code, looks_like_code
from bot.event import EventKind
from bot.texts.speaker import every
from bot.turn import Desk, Turn

type Handler = Callable[..., Awaitable[None]]

_LONGEST_NUMBER = 18


class Slot(StrEnum):
    """What leads to a handler, in the order in which an event is looked up."""

    COMMAND = "command"
    PRIVATE_COMMAND = "private-command"
    MENU = "menu"
    BUTTON = "button"
    STEP = "step"
    CODE_STEP = "code-step"
    CODE = "code"
    UNKNOWN_COMMAND = "unknown-command"
    TEXT = "text"
    FILE_STEP = "file-step"
    FILE = "file"
    EDITED = "edited"
    STOPPED = "stopped"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class Route:
    """A handler and the slot that leads to it: a kind of event, and a word for it where the kind has many."""

    slot: Slot
    handler: Handler
    words: frozenset[str] = frozenset({""})

    async def call(self, desk: Desk) -> None:
        """Call the handler, with what a button carries behind its prefix as arguments.

        Raises:
            NotFound: the button does not carry what the handler takes; nobody was ever shown such a one.
        """
        data = desk.turn.event.button
        prefix = next((word for word in self.words if data.startswith(word)), "")
        rest = data[len(prefix) + 1 :]
        await self.handler(desk, *_arguments(self.handler, rest.split(":") if rest else []))


def _arguments(handler: Handler, parts: Sequence[str]) -> list[str | int]:
    wanted = _wanted(handler)
    if len(wanted) != len(parts):
        raise NotFound
    arguments: list[str | int] = []
    for parameter, part in zip(wanted, parts, strict=True):
        if parameter.annotation is not int:
            arguments.append(part)
        elif part.isdecimal() and len(part) <= _LONGEST_NUMBER:
            arguments.append(int(part))
        else:
            raise NotFound
    return arguments


@cache
def _wanted(handler: Handler) -> tuple[inspect.Parameter, ...]:
    """Return what a handler takes besides the desk; looking it up costs as much as a small handler itself."""
    _, *wanted = inspect.signature(handler).parameters.values()
    return tuple(wanted)


class Router:
    """Finds the route of a turn by looking its words up, not by asking every route."""

    def __init__(self, routes: Sequence[Route]) -> None:
        """Index the routes.

        Raises:
            ValueError: two routes wait for the same.
        """
        self._routes: dict[tuple[Slot, str], Route] = {}
        for route in routes:
            for word in route.words:
                if (route.slot, word) in self._routes:
                    raise ValueError(f"two routes for {route.slot} {word!r}")
                self._routes[route.slot, word] = route

    def route_of(self, turn: Turn) -> Route | None:
        """Return the route of a turn, if there is one."""
        return next((self._routes[key] for key in _keys(turn) if key in self._routes), None)


def _keys(turn: Turn) -> Iterator[tuple[Slot, str]]:
    event = turn.event
    if event.kind is EventKind.BUTTON:
        data = event.button
        # The longest prefix first: "g:districts:all" before "g:districts".
        yield from ((Slot.BUTTON, data[:end]) for end in range(len(data), 0, -1) if data[end : end + 1] in {"", ":"})
    elif event.kind is EventKind.EDITED and event.text and not event.is_group:
        yield Slot.EDITED, ""
    elif event.kind is EventKind.STOPPED:
        yield Slot.STOPPED, ""
    elif event.kind is EventKind.ADDED:
        yield Slot.ADDED, ""
    elif event.kind is EventKind.MESSAGE:
        yield from _keys_of_message(turn)


def _keys_of_message(turn: Turn) -> Iterator[tuple[Slot, str]]:
    event = turn.event
    command = event.command
    if command:
        yield Slot.COMMAND, command
    elif not event.is_group:
        yield Slot.MENU, event.text
    if turn.step and event.text and not command:
        yield Slot.STEP, turn.step
        if looks_like_code(event.text):
            yield Slot.CODE_STEP, turn.step
    if event.is_group:
        return
    if command:
        yield Slot.PRIVATE_COMMAND, command
    if event.has_only_file:
        yield Slot.FILE_STEP, turn.step
        yield Slot.FILE, ""
    elif command:
        yield Slot.UNKNOWN_COMMAND, ""
    else:
        if is_code(event.text):
            yield Slot.CODE, ""
        yield Slot.TEXT, ""


def command(name: str, handler: Handler) -> Route:
    """A command, wherever it is said."""
    return Route(Slot.COMMAND, handler, frozenset({name}))


def private_command(name: str, handler: Handler) -> Route:
    """A command whose answer is nobody else's business: in a group it is passed over."""
    return Route(Slot.PRIVATE_COMMAND, handler, frozenset({name}))


def menu(sentence: str, handler: Handler) -> Route:
    """A press on the menu, in whichever language it stands there."""
    return Route(Slot.MENU, handler, every(sentence))


def button(prefix: str, handler: Handler) -> Route:
    """A press on a button whose data is the prefix, or begins with it and a colon."""
    return Route(Slot.BUTTON, handler, frozenset({prefix}))


def step(name: str, handler: Handler) -> Route:
    """A text that answers the step at which the dialogue stands."""
    return Route(Slot.STEP, handler, frozenset({name}))


def code_step(name: str, handler: Handler) -> Route:
    """A text that answers the question for a tracking code; words are no answer to it and go on to be kept."""
    return Route(Slot.CODE_STEP, handler, frozenset({name}))


def file_step(name: str, handler: Handler) -> Route:
    """A private file or place without words that answers the step at which the dialogue stands."""
    return Route(Slot.FILE_STEP, handler, frozenset({name}))


def tracking_code(handler: Handler) -> Route:
    """A private text that is nothing but a tracking code."""
    return Route(Slot.CODE, handler)


def plain_text(handler: Handler) -> Route:
    """Any other private text."""
    return Route(Slot.TEXT, handler)


def edited_text(handler: Handler) -> Route:
    """A private text that was edited."""
    return Route(Slot.EDITED, handler)


def unknown_command(handler: Handler) -> Route:
    """A private command that nothing else took."""
    return Route(Slot.UNKNOWN_COMMAND, handler)


def file_only(handler: Handler) -> Route:
    """A private message without words."""
    return Route(Slot.FILE, handler)


def stopped(handler: Handler) -> Route:
    """A person stopped the bot."""
    return Route(Slot.STOPPED, handler)


def added(handler: Handler) -> Route:
    """Somebody added the bot to a group chat."""
    return Route(Slot.ADDED, handler)

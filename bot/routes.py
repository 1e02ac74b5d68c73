"""Which handler an event belongs to."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass

from backend.domain.tracking_code import is_code, looks_like_code
from bot.event import EventKind
from bot.texts.speaker import every
from bot.turn import Desk, Turn

type Handler = Callable[..., Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Route:
    """A handler and when it is called. `reads` asks for the text to be read beforehand, in a batch with others."""

    fits: Callable[[Turn], bool]
    handler: Handler
    reads: bool = False
    prefix: str = ""

    async def call(self, desk: Desk) -> None:
        """Call the handler, with what a button carries behind its prefix as arguments."""
        data = desk.turn.event.button[len(self.prefix) + 1 :]
        await self.handler(desk, *(data.split(":") if data else ()))


def command(name: str, handler: Handler) -> Route:
    """A command, wherever it is said."""
    return Route(lambda turn: turn.event.kind is EventKind.MESSAGE and turn.event.command == name, handler)


def menu(sentence: str, handler: Handler) -> Route:
    """A press on the menu, in whichever language it stands there."""

    def fits(turn: Turn) -> bool:
        return _is_private_text(turn) and turn.event.text in every(sentence)

    return Route(fits, handler)


def button(prefix: str, handler: Handler) -> Route:
    """A press on a button whose data is the prefix, or begins with it and a colon."""

    def fits(turn: Turn) -> bool:
        data = turn.event.button
        return turn.event.kind is EventKind.BUTTON and (data == prefix or data.startswith(f"{prefix}:"))

    return Route(fits, handler, prefix=prefix)


def step(name: str, handler: Handler) -> Route:
    """A text that answers the step at which the dialogue stands."""
    return Route(lambda turn: _is_text(turn) and turn.step == name and not turn.event.command, handler)


def code_step(name: str, handler: Handler) -> Route:
    """A text that answers the question for a tracking code; words are no answer to it and go on to be kept."""
    return Route(lambda turn: _is_text(turn) and turn.step == name and looks_like_code(turn.event.text), handler)


def tracking_code(handler: Handler) -> Route:
    """A private text that is nothing but a tracking code."""
    return Route(lambda turn: _is_private_text(turn) and is_code(turn.event.text), handler)


def plain_text(handler: Handler) -> Route:
    """Any other private text."""
    return Route(lambda turn: _is_private_text(turn) and not turn.event.command, handler, reads=True)


def edited_text(handler: Handler) -> Route:
    """A private text that was edited."""
    return Route(
        lambda turn: turn.event.kind is EventKind.EDITED and not turn.event.is_group and bool(turn.event.text),
        handler,
        reads=True,
    )


def unknown_command(handler: Handler) -> Route:
    """A private command that nothing else took."""
    return Route(lambda turn: _is_private_text(turn) and bool(turn.event.command), handler)


def file_only(handler: Handler) -> Route:
    """A private message without words."""

    def fits(turn: Turn) -> bool:
        event = turn.event
        return event.kind is EventKind.MESSAGE and event.has_only_file and not event.is_group

    return Route(fits, handler)


def stopped(handler: Handler) -> Route:
    """A person stopped the bot."""
    return Route(lambda turn: turn.event.kind is EventKind.STOPPED, handler)


def route_of(turn: Turn, routes: Sequence[Route]) -> Route | None:
    """Return the first route that fits."""
    return next((route for route in routes if route.fits(turn)), None)


def _is_text(turn: Turn) -> bool:
    return turn.event.kind is EventKind.MESSAGE and bool(turn.event.text)


def _is_private_text(turn: Turn) -> bool:
    return _is_text(turn) and not turn.event.is_group

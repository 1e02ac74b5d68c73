"""Reading requests of the control interface and showing people and chats in its answers."""

import json
from collections.abc import Awaitable, Callable
from dataclasses import asdict

from aiohttp import web

from bot.simulator.chats import Chat, ChatKind
from bot.simulator.errors import ApiError, ControlError
from bot.simulator.people import Person
from bot.simulator.wire import Json, to_bytes
from bot.simulator.world import World

type Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]
type View = Callable[[web.Request], Awaitable[Json]]
type Act = Callable[[Json], Json]


def who_where(world: World, body: Json) -> tuple[Person, Chat]:
    """The person who acts and the chat it happens in: the private one unless named."""
    person = world.person(number(body, "user"))
    return person, world.chat(optional(body, "chat") or person.id)


def show_chat(world: World, chat: Chat) -> Json:
    """A chat for the list of chats."""
    last = next(reversed(chat.messages.values()), None)
    private = chat.kind is ChatKind.PRIVATE
    return {
        "id": chat.id,
        "type": str(chat.kind),
        "title": world.settings.bot.name if private else chat.title,
        "members": {str(key): str(status) for key, status in chat.members.items() if status.present},
        "bot": str(chat.bot),
        "started": chat.started,
        "migrated_to": chat.migrated_to,
        "keyboard": chat.keyboard.keyboard if chat.keyboard else None,
        "last": last.view() if last else None,
        "revision": chat.revision,
    }


def show_person(person: Person) -> Json:
    """A person for the list of people."""
    return {**asdict(person), "name": person.name}


def number(body: Json, name: str) -> int:
    """A required whole number of a request."""
    try:
        return int(body[name])
    except (KeyError, TypeError, ValueError):
        raise ControlError(f"{name} must be a number") from None


def optional(body: Json, name: str) -> int | None:
    """A whole number of a request, None when absent."""
    return number(body, name) if body.get(name) not in (None, "") else None


def json_act(act: Act) -> Handler:
    """Turn an act on a JSON body into a handler; what it refuses becomes a 400 with ``error``."""

    async def handle(request: web.Request) -> web.StreamResponse:
        try:
            body = json.loads(await request.read() or b"{}")
            return _reply(act(body))
        except (ControlError, ApiError, ValueError, KeyError, TypeError) as error:
            return _reply({"error": str(error) or repr(error)}, status=400)

    return handle


def json_view(view: View) -> Handler:
    """Turn a view into a handler; what it refuses becomes a 400 with ``error``."""

    async def handle(request: web.Request) -> web.StreamResponse:
        try:
            return _reply(await view(request))
        except (ControlError, ApiError, ValueError) as error:
            return _reply({"error": str(error)}, status=400)

    return handle


def _reply(value: object, status: int = 200) -> web.Response:
    return web.Response(body=to_bytes(value), status=status, content_type="application/json")

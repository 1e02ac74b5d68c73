"""Handlers for what people do in chats."""

from aiohttp import web

from bot.simulator import acts
from bot.simulator.chats import Message
from bot.simulator.control.bodies import Act, View, number, optional, who_where
from bot.simulator.errors import ControlError
from bot.simulator.wire import Json
from bot.simulator.world import Callback, World


class ChatActs:
    """Saying, pressing, editing, sending; `acts` lists the addresses."""

    def __init__(self, world: World) -> None:
        self._world = world

    def acts(self) -> dict[str, Act]:
        """Handlers of JSON requests."""
        return {
            "say": self._say,
            "say/bulk": self._say_bulk,
            "press": self._press,
            "tap": self._tap,
            "edit": self._edit,
            "location": self._location,
            "contact": self._contact,
        }

    def forms(self) -> dict[str, View]:
        """Handlers of forms with a file."""
        return {"file": self._send_file, "album": self._send_album}

    def _say(self, body: Json) -> Json:
        message = acts.say(
            self._world, *who_where(self._world, body), str(body.get("text", "")), optional(body, "reply_to")
        )
        return _acted(self._world, message)

    def _say_bulk(self, body: Json) -> Json:
        """Many texts at once, in order; unknown users are created, for load runs."""
        world = self._world
        first = world.feed.revision + 1
        for item in body.get("messages", ()):
            user_id = int(item["user"])
            if user_id not in world.people:
                world.add_person(f"شهروند {user_id}", id=user_id)
            acts.say(world, world.people[user_id], world.chat(int(item.get("chat") or user_id)), item["text"])
        return {"first": first, "revision": world.feed.revision}

    def _press(self, body: Json) -> Json:
        """Press a button; `times` over 1 is an impatient thumb."""
        person, chat = who_where(self._world, body)
        pressed: Callback | None = None
        for _ in range(max(1, int(body.get("times", 1)))):
            pressed = acts.press(self._world, person, chat, number(body, "message"), str(body.get("button", "")))
        return {"callback": pressed.id if pressed else "", "revision": self._world.feed.revision}

    def _tap(self, body: Json) -> Json:
        return _acted(self._world, acts.tap(self._world, *who_where(self._world, body), str(body.get("button", ""))))

    def _edit(self, body: Json) -> Json:
        return _acted(
            self._world,
            acts.edit(self._world, *who_where(self._world, body), number(body, "message"), str(body.get("text", ""))),
        )

    def _location(self, body: Json) -> Json:
        point = float(body["latitude"]), float(body["longitude"])
        return _acted(self._world, acts.send_location(self._world, *who_where(self._world, body), *point))

    def _contact(self, body: Json) -> Json:
        return _acted(self._world, acts.send_contact(self._world, *who_where(self._world, body)))

    async def _send_file(self, request: web.Request) -> Json:
        body, (sent, *_) = await _form(request)
        message = acts.send_file(self._world, *who_where(self._world, body), sent, body.get("caption", ""))
        return _acted(self._world, message)

    async def _send_album(self, request: web.Request) -> Json:
        body, sent = await _form(request)
        messages = acts.send_album(self._world, *who_where(self._world, body), sent, body.get("caption", ""))
        return {"messages": [message.view() for message in messages], "revision": self._world.feed.revision}


async def _form(request: web.Request) -> tuple[dict[str, str], list[acts.Attachment]]:
    """The fields of a form and its files, all sent as the kind that it names.

    Raises:
        ControlError: it has no file.
    """
    form = await request.post()
    body = {key: value for key, value in form.items() if isinstance(value, str)}
    kind = body.get("kind", "document")
    files = [file for file in form.getall("file", []) if isinstance(file, web.FileField)]
    if not files:
        raise ControlError("there is no file in the request")
    return body, [acts.Attachment(kind, file.filename, file.content_type, file.file.read()) for file in files]


def _acted(world: World, message: Message) -> Json:
    return {"message": message.view(), "revision": world.feed.revision}

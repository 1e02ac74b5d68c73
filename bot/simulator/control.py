"""The control interface under ``/sim/``: what tests, the demo and the chat page let people do."""

import asyncio
import json
from collections.abc import Awaitable, Callable
from dataclasses import asdict

from aiohttp import web

from bot.simulator import acts, groups
from bot.simulator.chats import Chat, ChatKind, Message, Status
from bot.simulator.errors import ApiError, ControlError
from bot.simulator.people import Person
from bot.simulator.wire import Json, to_bytes
from bot.simulator.world import Callback, World

_LONGEST_WAIT = 60.0
_INLINE_IMAGES = frozenset({"image/png", "image/jpeg", "image/gif", "image/webp"})

type Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


class Control:
    """Handlers of the control interface; `routes` lists them all."""

    def __init__(self, world: World) -> None:
        self._world = world

    def routes(self) -> list[web.RouteDef]:
        """Every address and its handler."""
        post = {
            "users": self._add_user,
            "groups": self._add_group,
            "say": self._say,
            "say/bulk": self._say_bulk,
            "press": self._press,
            "tap": self._tap,
            "edit": self._edit,
            "location": self._location,
            "contact": self._contact,
            "join": self._join,
            "leave": self._leave,
            "promote": self._promote,
            "bot": self._place_bot,
            "block": self._block,
            "unblock": self._unblock,
            "migrate": self._migrate,
            "faults": self._set_faults,
            "clock": self._advance,
            "update-ids": self._restart_ids,
            "stats/reset": self._reset_stats,
        }
        get: dict[str, Callable[[web.Request], Awaitable[Json]]] = {
            "state": self._state,
            "users": self._users,
            "users/{user}/chats": self._chats,
            "chats/{chat}/messages": self._messages,
            "callbacks/{callback}": self._callback,
            "calls": self._calls,
            "stats": self._stats,
            "faults": self._faults,
        }
        return [
            *(web.post(f"/sim/{path}", _json_act(act)) for path, act in post.items()),
            *(web.get(f"/sim/{path}", _json_view(view)) for path, view in get.items()),
            web.post("/sim/file", _json_view(self._send_file)),
            web.get("/sim/files/{file}", self._download),
            web.get("/sim/events", self._events),
        ]

    # People and groups

    def _add_user(self, body: Json) -> Json:
        traits = {key: body[key] for key in ("id", "username", "language", "role", "phone") if body.get(key)}
        return _person(self._world.add_person(str(body.get("name", "")), **traits))

    def _add_group(self, body: Json) -> Json:
        world = self._world
        owner = world.person(_number(body, "owner"))
        kind = ChatKind(body.get("kind", ChatKind.GROUP))
        if kind is ChatKind.PRIVATE or not str(body.get("title", "")).strip():
            raise ControlError("a group needs a title, and is a group or supergroup")
        chat = world.add_group(str(body["title"]).strip(), kind, owner, int(body.get("id") or 0))
        for user_id in body.get("members", ()):
            chat.members.setdefault(world.person(int(user_id)).id, Status.MEMBER)
        status = Status(body.get("bot", Status.MEMBER))
        if status.present:
            groups.place_bot(world, chat, status, owner)
        world.emit({"type": "chats"}, chat)
        return self._chat(chat)

    def _join(self, body: Json) -> Json:
        groups.join(self._world, *self._who_where(body))
        return {}

    def _leave(self, body: Json) -> Json:
        groups.leave(self._world, *self._who_where(body))
        return {}

    def _promote(self, body: Json) -> Json:
        groups.promote(self._world, *self._who_where(body), Status(body.get("status", Status.ADMINISTRATOR)))
        return {}

    def _place_bot(self, body: Json) -> Json:
        person, chat = self._who_where(body)
        groups.place_bot(self._world, chat, Status(body.get("status", Status.MEMBER)), person)
        self._world.emit({"type": "chats"}, chat)
        return self._chat(chat)

    def _block(self, body: Json) -> Json:
        groups.block(self._world, self._world.person(_number(body, "user")))
        return {}

    def _unblock(self, body: Json) -> Json:
        groups.unblock(self._world, self._world.person(_number(body, "user")))
        return {}

    def _migrate(self, body: Json) -> Json:
        person, chat = self._who_where(body)
        return self._chat(groups.migrate(self._world, chat, person))

    # Acts in a chat

    def _say(self, body: Json) -> Json:
        message = acts.say(
            self._world, *self._who_where(body), str(body.get("text", "")), _optional(body, "reply_to")
        )
        return self._acted(message)

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
        person, chat = self._who_where(body)
        pressed: Callback | None = None
        for _ in range(max(1, int(body.get("times", 1)))):
            pressed = acts.press(
                self._world, person, chat, _number(body, "message"), str(body.get("button", ""))
            )
        return {"callback": pressed.id if pressed else "", "revision": self._world.feed.revision}

    def _tap(self, body: Json) -> Json:
        return self._acted(acts.tap(self._world, *self._who_where(body), str(body.get("button", ""))))

    def _edit(self, body: Json) -> Json:
        who_where = self._who_where(body)
        return self._acted(
            acts.edit(self._world, *who_where, _number(body, "message"), str(body.get("text", "")))
        )

    def _location(self, body: Json) -> Json:
        point = float(body["latitude"]), float(body["longitude"])
        return self._acted(acts.send_location(self._world, *self._who_where(body), *point))

    def _contact(self, body: Json) -> Json:
        return self._acted(acts.send_contact(self._world, *self._who_where(body)))

    async def _send_file(self, request: web.Request) -> Json:
        form = await request.post()
        file = form.get("file")
        if not isinstance(file, web.FileField):
            raise ControlError("there is no file in the request")
        body = {key: value for key, value in form.items() if isinstance(value, str)}
        kind = body.get("kind", "document")
        if kind not in ("photo", "voice", "document"):
            raise ControlError(f"unknown kind of file {kind!r}")
        message = acts.send_file(
            self._world,
            *self._who_where(body),
            kind,
            file.file.read(),
            file.filename,
            file.content_type,
            body.get("caption", ""),
        )
        return self._acted(message)

    # Views

    async def _state(self, _request: web.Request) -> Json:
        world = self._world
        return {
            "platform": str(world.settings.platform),
            "bot": world.settings.bot.as_me(),
            "now": world.clock.now(),
            "revision": world.feed.revision,
            "pending_updates": len(world.updates),
            "commands": world.commands,
            "webhook": world.webhook.url if world.webhook else "",
        }

    async def _users(self, _request: web.Request) -> Json:
        return {"users": [_person(person) for person in self._world.people.values()]}

    async def _chats(self, request: web.Request) -> Json:
        user_id = int(request.match_info["user"])
        self._world.person(user_id)
        mine = [
            self._chat(chat)
            for chat in self._world.chats.values()
            if chat.members.get(user_id, Status.LEFT).present and chat.migrated_to is None
        ]
        return {"chats": sorted(mine, key=lambda chat: -int(chat["revision"]))}

    async def _messages(self, request: web.Request) -> Json:
        """A chat's messages changed after `since`, waiting up to `wait` seconds for one."""
        world, query = self._world, request.query
        chat = world.chat(int(request.match_info["chat"]))
        since = int(query.get("since", 0))
        if wait := float(query.get("wait", 0)):
            await world.feed.until(lambda: chat.revision > since, min(wait, _LONGEST_WAIT))
        changed = [message.view() for message in chat.messages.values() if message.revision > since]
        limit = int(query.get("limit", 0))
        return {
            "chat": self._chat(chat),
            "messages": changed[-limit:] if limit else changed,
            "revision": chat.revision,
        }

    async def _callback(self, request: web.Request) -> Json:
        """The bot's answer to a pressed button, waiting up to `wait` seconds for it."""
        callback = self._world.callbacks.get(request.match_info["callback"])
        if callback is None:
            raise ControlError("there was no such press")
        wait = min(float(request.query.get("wait", 0)), _LONGEST_WAIT)
        await self._world.feed.until(lambda: callback.answer is not None, wait)
        return {"answer": callback.answer}

    async def _calls(self, request: web.Request) -> Json:
        query = request.query
        return {"calls": self._world.calls.since(int(query.get("since", 0)), query.get("method", ""))}

    async def _stats(self, _request: web.Request) -> Json:
        world = self._world
        return {
            **world.calls.summary(),
            "now": world.clock.now(),
            "pending_updates": len(world.updates),
            "confirmed_updates": world.updates.confirmed,
            "expired_updates": world.updates.expired,
            "early_after_429": world.limits.early,
        }

    async def _faults(self, _request: web.Request) -> Json:
        return asdict(self._world.plan.faults)

    # The platform itself

    def _set_faults(self, body: Json) -> Json:
        self._world.plan.set(self._world.plan.faults.changed(body))
        return asdict(self._world.plan.faults)

    def _advance(self, body: Json) -> Json:
        self._world.clock.advance(float(body["advance"]))
        return {"now": self._world.clock.now()}

    def _restart_ids(self, body: Json) -> Json:
        self._world.updates.restart_ids(_number(body, "next"))
        return {}

    def _reset_stats(self, _body: Json) -> Json:
        self._world.calls.reset()
        self._world.limits.early = 0
        return {}

    async def _download(self, request: web.Request) -> web.StreamResponse:
        """A file, shown in place only when it is a picture."""
        file = self._world.files.get(request.match_info["file"])
        if file is None:
            raise web.HTTPNotFound
        shown = file.mime in _INLINE_IMAGES
        answer = web.Response(
            body=file.content, content_type=file.mime if shown else "application/octet-stream"
        )
        answer.headers["X-Content-Type-Options"] = "nosniff"
        answer.headers["Cache-Control"] = "private, max-age=3600"
        return answer

    async def _events(self, request: web.Request) -> web.StreamResponse:
        """Server-sent events for one person's page."""
        person = self._world.person(int(request.query.get("user", 0)))
        stream = web.StreamResponse(
            headers={"Content-Type": "text/event-stream", "Cache-Control": "no-cache"}
        )
        await stream.prepare(request)
        subscription = self._world.feed.subscribe(person.id)
        try:
            await stream.write(b": open\n\n")
            while True:
                try:
                    async with asyncio.timeout(15):
                        event = await subscription.next()
                except TimeoutError:
                    await stream.write(b": still here\n\n")
                else:
                    await stream.write(b"data: " + to_bytes(event) + b"\n\n")
        except ConnectionResetError:
            return stream
        finally:
            self._world.feed.unsubscribe(subscription)

    # Helpers

    def _who_where(self, body: Json) -> tuple[Person, Chat]:
        person = self._world.person(_number(body, "user"))
        return person, self._world.chat(_optional(body, "chat") or person.id)

    def _acted(self, message: Message) -> Json:
        return {"message": message.view(), "revision": self._world.feed.revision}

    def _chat(self, chat: Chat) -> Json:
        world = self._world
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


def _person(person: Person) -> Json:
    return {**asdict(person), "name": person.name}


def _number(body: Json, name: str) -> int:
    try:
        return int(body[name])
    except (KeyError, TypeError, ValueError):
        raise ControlError(f"{name} must be a number") from None


def _optional(body: Json, name: str) -> int | None:
    return _number(body, name) if body.get(name) not in (None, "") else None


def _json_act(act: Callable[[Json], Json]) -> Handler:
    async def handle(request: web.Request) -> web.StreamResponse:
        try:
            body = json.loads(await request.read() or b"{}")
            return _reply(act(body))
        except (ControlError, ApiError, ValueError, KeyError, TypeError) as error:
            return _reply({"error": str(error) or repr(error)}, status=400)

    return handle


def _json_view(view: Callable[[web.Request], Awaitable[Json]]) -> Handler:
    async def handle(request: web.Request) -> web.StreamResponse:
        try:
            return _reply(await view(request))
        except (ControlError, ApiError, ValueError) as error:
            return _reply({"error": str(error)}, status=400)

    return handle


def _reply(value: object, status: int = 200) -> web.Response:
    return web.Response(body=to_bytes(value), status=status, content_type="application/json")

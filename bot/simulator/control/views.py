"""Handlers that show the state of things."""

from dataclasses import asdict

from aiohttp import web

from bot.simulator.chats import Status
from bot.simulator.control.bodies import View, show_chat, show_person
from bot.simulator.errors import ControlError
from bot.simulator.wire import Json
from bot.simulator.world import World

_LONGEST_WAIT = 60.0
_SHOWN_IN_PLACE = frozenset(
    {"image/png", "image/jpeg", "image/gif", "image/webp", "audio/ogg", "audio/mpeg", "audio/mp4"}
)


class Views:
    """People, chats, messages, calls and counters; `views` lists the addresses."""

    def __init__(self, world: World) -> None:
        self._world = world

    def views(self) -> dict[str, View]:
        """Handlers that answer with JSON."""
        return {
            "state": self._state,
            "users": self._users,
            "users/{user}/chats": self._chats,
            "chats/{chat}/messages": self._messages,
            "callbacks/{callback}": self._callback,
            "calls": self._calls,
            "stats": self._stats,
            "faults": self._faults,
        }

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
        return {"users": [show_person(person) for person in self._world.people.values()]}

    async def _chats(self, request: web.Request) -> Json:
        user_id = int(request.match_info["user"])
        self._world.person(user_id)
        mine = [
            show_chat(self._world, chat)
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
            "chat": show_chat(self._world, chat),
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

    async def download(self, request: web.Request) -> web.StreamResponse:
        """A file, shown in place only when it is a picture."""
        file = self._world.files.get(request.match_info["file"])
        if file is None:
            raise web.HTTPNotFound
        shown = file.mime in _SHOWN_IN_PLACE
        answer = web.Response(body=file.content, content_type=file.mime if shown else "application/octet-stream")
        answer.headers["X-Content-Type-Options"] = "nosniff"
        answer.headers["Cache-Control"] = "private, max-age=3600"
        return answer

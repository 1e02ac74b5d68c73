"""Handlers for people, groups and who belongs to them."""

from bot.simulator import groups
from bot.simulator.chats import ChatKind, Status
from bot.simulator.control.bodies import Act, number, show_chat, show_person, who_where
from bot.simulator.errors import ControlError
from bot.simulator.wire import Json
from bot.simulator.world import World


class MembershipActs:
    """Creating people and groups, joining, leaving, blocking; `acts` lists the addresses."""

    def __init__(self, world: World) -> None:
        self._world = world

    def acts(self) -> dict[str, Act]:
        """Handlers of JSON requests."""
        return {
            "users": self._add_user,
            "groups": self._add_group,
            "join": self._join,
            "leave": self._leave,
            "promote": self._promote,
            "bot": self._place_bot,
            "block": self._block,
            "unblock": self._unblock,
            "migrate": self._migrate,
        }

    def _add_user(self, body: Json) -> Json:
        traits = {key: body[key] for key in ("id", "username", "language", "role", "phone") if body.get(key)}
        return show_person(self._world.add_person(str(body.get("name", "")), **traits))

    def _add_group(self, body: Json) -> Json:
        world = self._world
        owner = world.person(number(body, "owner"))
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
        return show_chat(self._world, chat)

    def _join(self, body: Json) -> Json:
        groups.join(self._world, *who_where(self._world, body))
        return {}

    def _leave(self, body: Json) -> Json:
        groups.leave(self._world, *who_where(self._world, body))
        return {}

    def _promote(self, body: Json) -> Json:
        groups.promote(self._world, *who_where(self._world, body), Status(body.get("status", Status.ADMINISTRATOR)))
        return {}

    def _place_bot(self, body: Json) -> Json:
        person, chat = who_where(self._world, body)
        groups.place_bot(self._world, chat, Status(body.get("status", Status.MEMBER)), person)
        self._world.emit({"type": "chats"}, chat)
        return show_chat(self._world, chat)

    def _block(self, body: Json) -> Json:
        groups.block(self._world, self._world.person(number(body, "user")))
        return {}

    def _unblock(self, body: Json) -> Json:
        groups.unblock(self._world, self._world.person(number(body, "user")))
        return {}

    def _migrate(self, body: Json) -> Json:
        person, chat = who_where(self._world, body)
        return show_chat(self._world, groups.migrate(self._world, chat, person))

"""A typed client of the simulator: people who use the bot, as a test or the demo plays them."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable

from bot.simulator.link import ControlLink, SimulatorError
from bot.simulator.personas import Press, SimGroup, SimUser
from bot.simulator.seen import Answer, Button, File, NothingCameError, SimMessage
from bot.simulator.wire import Json

__all__ = [
    "Answer",
    "Button",
    "File",
    "NothingCameError",
    "Press",
    "SimGroup",
    "SimMessage",
    "SimUser",
    "SimulatorClient",
    "SimulatorError",
]


class SimulatorClient(ControlLink):
    """Talks to a running simulator: ``async with SimulatorClient(url) as sim: …``."""

    async def user(
        self,
        name: str,
        *,
        id: int | None = None,  # noqa: A002 — the platform's own word
        language: str = "fa",
        role: str = "",
        username: str = "",
        phone: str = "",
    ) -> SimUser:
        """Create a person."""
        made = await self.post("users", name=name, id=id, language=language, role=role, username=username, phone=phone)
        return SimUser(self, made["id"], made["name"])

    async def users(self) -> list[SimUser]:
        """All persons."""
        return [SimUser(self, made["id"], made["name"]) for made in (await self.get("users"))["users"]]

    async def group(
        self,
        title: str,
        owner: SimUser,
        members: Iterable[SimUser] = (),
        *,
        bot: str = "member",
        supergroup: bool = False,
        id: int | None = None,  # noqa: A002 — the platform's own word
    ) -> SimGroup:
        """Create a group; `bot` is the bot's status in it: member, administrator, or left for not yet."""
        made = await self.post(
            "groups",
            title=title,
            owner=owner.id,
            members=[member.id for member in members],
            bot=bot,
            kind="supergroup" if supergroup else "group",
            id=id,
        )
        return SimGroup(self, made["id"], made["title"])

    async def say_bulk(self, texts: Iterable[tuple[int, str]]) -> int:
        """Let many persons write in their private chats; unknown ids become persons. Gives the count."""
        messages = [{"user": user_id, "text": text} for user_id, text in texts]
        await self.post("say/bulk", messages=messages)
        return len(messages)

    async def calls(self, method: str = "", *, since: int = 0) -> list[Json]:
        """The bot's calls: number, at, method, chat_id, outcome, description, message_id, params."""
        found: list[Json] = (await self.get("calls", method=method, since=since))["calls"]
        return found

    async def stats(self) -> Json:
        """Counters: counts by method and outcome, first and last times, pending_updates, early_after_429."""
        return await self.get("stats")

    async def reset_stats(self) -> None:
        """Begin counting anew."""
        await self.post("stats/reset")

    async def faults(self, **settings: object) -> Json:
        """Change faults (see `bot.simulator.faults.Faults`); gives those in force."""
        return await self.post("faults", **settings)

    async def advance_clock(self, seconds: float) -> None:
        """Let calendar time pass at the platform."""
        await self.post("clock", advance=seconds)

    async def settled(self, *, quiet: float = 0.3, timeout: float = 60.0) -> None:  # noqa: ASYNC109
        """Wait until no update is pending and the bot has made no call for `quiet` seconds."""
        async with asyncio.timeout(timeout):
            before = -1
            while True:
                stats = await self.stats()
                if stats["total"] == before and not stats["pending_updates"]:
                    return
                before = stats["total"]
                await asyncio.sleep(quiet)

"""People, groups and pressed buttons, as a test holds them in its hand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import aiohttp

from bot.simulator.link import ControlLink, Test
from bot.simulator.seen import Answer, NothingCameError, SimMessage
from bot.simulator.wire import Json


@dataclass(slots=True)
class SimGroup:
    """A group chat."""

    sim: ControlLink
    id: int
    title: str

    async def messages(self, *, since: int = 0) -> list[SimMessage]:
        """What was said in it."""
        return await self.sim.messages(self.id, since=since)

    async def wait_for(self, test: Test, *, since: int = 0, timeout: float | None = None) -> SimMessage:  # noqa: ASYNC109
        """The first fitting message of the bot, from the beginning unless `since` is given."""
        return await self.sim.wait_for(self.id, test, since=since, timeout=timeout)

    async def place_bot(self, status: str, by: SimUser) -> None:
        """Add the bot (member, administrator) or remove it (left, kicked)."""
        await self.sim.post("bot", chat=self.id, user=by.id, status=status)

    async def migrate(self, by: SimUser) -> SimGroup:
        """Turn it into a supergroup; gives the new chat."""
        made = await self.sim.post("migrate", chat=self.id, user=by.id)
        return SimGroup(self.sim, made["id"], made["title"])


@dataclass(slots=True)
class Press:
    """A pressed button."""

    sim: ControlLink
    callback: str

    async def answered(self, *, timeout: float | None = None) -> Answer:  # noqa: ASYNC109
        """What the bot answered to it.

        Raises:
            NothingCameError: no answer in time.
        """
        wait = self.sim.timeout if timeout is None else timeout
        answer = (await self.sim.get(f"callbacks/{self.callback}", wait=wait))["answer"]
        if answer is None:
            raise NothingCameError("the pressed button was not answered")
        return Answer(answer["text"], answer["show_alert"], answer["url"])


@dataclass(slots=True)
class SimUser:
    """A person; `since` is the revision of the last act, after which `wait_for` looks for answers."""

    sim: ControlLink
    id: int
    name: str
    since: int = 0

    async def say(self, text: str, chat: SimGroup | None = None, *, reply_to: SimMessage | None = None) -> SimMessage:
        """Write a text to the bot, or in a group."""
        return await self._act("say", chat, text=text, reply_to=reply_to.id if reply_to else None)

    async def start(self, payload: str = "") -> SimMessage:
        """Open the chat with the bot, by a deep link when there is a payload."""
        return await self.say(f"/start {payload}".strip())

    async def ask(
        self,
        text: str,
        test: Test = lambda _message: True,
        *,
        timeout: float | None = None,  # noqa: ASYNC109
    ) -> SimMessage:
        """Write a text and wait for the bot's (fitting) answer."""
        await self.say(text)
        return await self.wait_for(test, timeout=timeout)

    async def press(self, message: SimMessage, button: str, *, times: int = 1) -> Press:
        """Press an inline button, named by text, data or part of its text."""
        found = message.button(button)
        made = await self.sim.post(
            "press",
            user=self.id,
            chat=message.chat_id,
            message=message.id,
            button=found.data or found.text,
            times=times,
        )
        self.since = made["revision"]
        return Press(self.sim, made["callback"])

    async def tap(self, key: str, chat: SimGroup | None = None) -> SimMessage:
        """Press a key of the reply keyboard."""
        return await self._act("tap", chat, button=key)

    async def edit(self, message: SimMessage, text: str) -> SimMessage:
        """Change an own message."""
        made = await self.sim.post("edit", user=self.id, chat=message.chat_id, message=message.id, text=text)
        return self._acted(made)

    async def send_photo(self, content: bytes, caption: str = "", chat: SimGroup | None = None) -> SimMessage:
        """Send a picture (PNG, JPEG, GIF or WebP bytes)."""
        return await self._send("photo", content, "photo.jpg", caption, chat)

    async def send_document(
        self, content: bytes, name: str, caption: str = "", chat: SimGroup | None = None
    ) -> SimMessage:
        """Send a file."""
        return await self._send("document", content, name, caption, chat)

    async def send_voice(self, content: bytes, chat: SimGroup | None = None) -> SimMessage:
        """Send a voice message."""
        return await self._send("voice", content, "voice.oga", "", chat)

    async def send_album(self, contents: Sequence[bytes], caption: str = "") -> list[SimMessage]:
        """Send several pictures at once, the caption under the first."""
        form = aiohttp.FormData({"user": str(self.id), "kind": "photo", "caption": caption}, quote_fields=False)
        for number, content in enumerate(contents):
            form.add_field("file", content, filename=f"photo{number}.jpg")
        made = await self.sim.post_form("album", form)
        self.since = made["revision"]
        return [SimMessage.from_view(view) for view in made["messages"]]

    async def send_video(self, content: bytes, caption: str = "", chat: SimGroup | None = None) -> SimMessage:
        """Send a film."""
        return await self._send("video", content, "film.mp4", caption, chat)

    async def send_audio(self, content: bytes, caption: str = "", chat: SimGroup | None = None) -> SimMessage:
        """Send a recording."""
        return await self._send("audio", content, "recording.mp3", caption, chat)

    async def send_location(self, latitude: float, longitude: float, chat: SimGroup | None = None) -> SimMessage:
        """Send a point on the map."""
        return await self._act("location", chat, latitude=latitude, longitude=longitude)

    async def send_contact(self, chat: SimGroup | None = None) -> SimMessage:
        """Send one's phone number."""
        return await self._act("contact", chat)

    async def join(self, group: SimGroup) -> None:
        """Go into a group."""
        await self.sim.post("join", user=self.id, chat=group.id)

    async def leave(self, group: SimGroup) -> None:
        """Go out of a group."""
        await self.sim.post("leave", user=self.id, chat=group.id)

    async def block(self) -> None:
        """Stop the bot."""
        await self.sim.post("block", user=self.id)

    async def unblock(self) -> None:
        """Let the bot write again."""
        await self.sim.post("unblock", user=self.id)

    async def messages(self, *, since: int = 0) -> list[SimMessage]:
        """The private chat with the bot."""
        return await self.sim.messages(self.id, since=since)

    async def answers(self) -> list[SimMessage]:
        """What the bot wrote in the private chat."""
        return [message for message in await self.messages() if message.from_bot]

    async def keyboard(self) -> Sequence[Sequence[str]]:
        """The texts of the reply keyboard now shown."""
        chats = (await self.sim.get(f"users/{self.id}/chats"))["chats"]
        markup = next(chat["keyboard"] for chat in chats if chat["id"] == self.id) or {}
        return [[key["text"] for key in row] for row in markup.get("keyboard", ())]

    async def wait_for(
        self,
        test: Test = lambda _message: True,
        *,
        chat: SimGroup | None = None,
        since: int | None = None,
        timeout: float | None = None,  # noqa: ASYNC109
    ) -> SimMessage:
        """The first fitting message of the bot, new or edited since this person's last act."""
        return await self.sim.wait_for(
            chat.id if chat else self.id, test, since=self.since if since is None else since, timeout=timeout
        )

    async def _act(self, path: str, chat: SimGroup | None, **body: object) -> SimMessage:
        return self._acted(await self.sim.post(path, user=self.id, chat=chat.id if chat else None, **body))

    async def _send(self, kind: str, content: bytes, name: str, caption: str, chat: SimGroup | None) -> SimMessage:
        # Unquoted, as browsers send it: a Persian file name stays what it is.
        form = aiohttp.FormData({"user": str(self.id), "kind": kind, "caption": caption}, quote_fields=False)
        if chat is not None:
            form.add_field("chat", str(chat.id))
        form.add_field("file", content, filename=name)
        return self._acted(await self.sim.post_form("file", form))

    def _acted(self, made: Json) -> SimMessage:
        self.since = made["revision"]
        return SimMessage.from_view(made["message"])

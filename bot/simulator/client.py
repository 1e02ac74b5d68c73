"""A typed client of the simulator's control interface: people who use the bot, as a test sees them."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from types import TracebackType
from typing import Self

import aiohttp

from bot.simulator.wire import Json

_TIMEOUT = 10.0
_SLICE = 20.0


class SimulatorError(Exception):
    """The simulator refused an act that a person could not do either."""


class NothingCameError(AssertionError):
    """No fitting message came in time; the text tells what came instead."""


@dataclass(frozen=True, slots=True)
class Button:
    """An inline button."""

    text: str
    data: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class File:
    """A picture, document or voice message."""

    id: str
    name: str = ""
    mime: str = ""
    size: int = 0


@dataclass(frozen=True, slots=True)
class SimMessage:
    """A message as people see it; `text` is the caption where there is one.

    `keyboard` holds the texts of the reply keyboard that came with it, `removes_keyboard` that it took one away.
    """

    id: int
    chat_id: int
    sender_id: int
    from_bot: bool
    date: int
    text: str
    edited: bool
    revision: int
    rows: tuple[tuple[Button, ...], ...] = ()
    keyboard: tuple[tuple[str, ...], ...] = ()
    removes_keyboard: bool = False
    photo: File | None = None
    document: File | None = None
    voice: File | None = None
    reply_to: int | None = None
    raw: Json = field(default_factory=dict, repr=False, compare=False)

    @property
    def buttons(self) -> tuple[Button, ...]:
        """All inline buttons, row by row."""
        return tuple(button for row in self.rows for button in row)

    def button(self, name: str) -> Button:
        """The first inline button with that text or data, or whose text holds it."""
        for button in self.buttons:
            if name in (button.text, button.data):
                return button
        for button in self.buttons:
            if name in button.text:
                return button
        raise NothingCameError(
            f"no button {name!r} under {self.text!r}; there are {[b.text for b in self.buttons]}"
        )

    @classmethod
    def from_view(cls, view: Json) -> SimMessage:
        """Read what the control interface gives."""
        markup = view.get("reply_markup") or {}
        keyboard = view.get("keyboard") or {}
        photos = view.get("photo") or []
        return cls(
            id=view["message_id"],
            chat_id=view["chat"]["id"],
            sender_id=view["from"]["id"],
            from_bot=view["from"]["is_bot"],
            date=view["date"],
            text=view.get("text") or view.get("caption") or "",
            edited="edit_date" in view,
            revision=view["revision"],
            rows=tuple(
                tuple(Button(b["text"], b.get("callback_data", ""), b.get("url", "")) for b in row)
                for row in markup.get("inline_keyboard", ())
            ),
            keyboard=tuple(tuple(key["text"] for key in row) for row in keyboard.get("keyboard", ())),
            removes_keyboard=bool(keyboard.get("remove_keyboard")),
            photo=_file(photos[-1]) if photos else None,
            document=_file(view.get("document")),
            voice=_file(view.get("voice")),
            reply_to=(view.get("reply_to_message") or {}).get("message_id"),
            raw=view,
        )


@dataclass(frozen=True, slots=True)
class Answer:
    """What answerCallbackQuery showed; both empty means only the clock on the button stopped."""

    text: str
    alert: bool
    url: str = ""


type Test = Callable[[SimMessage], bool]


class SimulatorClient:
    """Talks to a running simulator: ``async with SimulatorClient(url) as sim: …``."""

    def __init__(self, url: str, *, timeout: float = _TIMEOUT) -> None:
        self.url = url.rstrip("/")
        self.timeout = timeout
        self._http: aiohttp.ClientSession | None = None

    async def __aenter__(self) -> Self:
        self._http = aiohttp.ClientSession()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._http is not None:
            await self._http.close()

    async def get(self, path: str, **query: str | float) -> Json:
        """Read a view under ``/sim/``."""
        return await self._ask("GET", path, params={key: str(value) for key, value in query.items()})

    async def post(self, path: str, **body: object) -> Json:
        """Do an act under ``/sim/``."""
        return await self._ask(
            "POST", path, json={key: value for key, value in body.items() if value is not None}
        )

    async def post_form(self, path: str, form: aiohttp.FormData) -> Json:
        """Do an act that carries a file."""
        return await self._ask("POST", path, data=form)

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
        made = await self.post(
            "users", name=name, id=id, language=language, role=role, username=username, phone=phone
        )
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

    async def messages(self, chat_id: int, *, since: int = 0) -> list[SimMessage]:
        """A chat's messages that were written or changed after revision `since`."""
        return [SimMessage.from_view(view) for view in (await self._page(chat_id, since, 0))["messages"]]

    async def wait_for(
        self, chat_id: int, test: Test, *, since: int = 0, timeout: float | None = None
    ) -> SimMessage:
        """The first message of the bot in a chat that fits, new or changed after revision `since`.

        Raises:
            NothingCameError: none came in time.
        """
        loop = asyncio.get_running_loop()
        deadline = loop.time() + (self.timeout if timeout is None else timeout)
        seen: list[str] = []
        left = _SLICE
        while left > 0:
            left = deadline - loop.time()
            page = await self._page(chat_id, since, max(0.0, min(left, _SLICE)))
            for view in sorted(page["messages"], key=lambda view: int(view["revision"])):
                message = SimMessage.from_view(view)
                if message.from_bot:
                    if test(message):
                        return message
                    seen.append(message.text)
            since = page["revision"]
        raise NothingCameError(f"no fitting message in chat {chat_id}; the bot said {seen[-5:]}")

    async def calls(self, method: str = "", *, since: int = 0) -> list[Json]:
        """The bot's calls: number, at, method, chat_id, outcome, description, message_id, params."""
        found: list[Json] = (await self.get("calls", method=method, since=since))["calls"]
        return found

    async def stats(self) -> Json:
        """Counters: counts by method and outcome, first and last times, pending_updates, early_after_429 …"""
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

    async def download(self, file: File | None) -> bytes:
        """The content of a file."""
        if file is None:
            raise NothingCameError("there is no file in this message")
        async with self._session.get(f"{self.url}/sim/files/{file.id}") as answer:
            answer.raise_for_status()
            return await answer.read()

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

    @property
    def _session(self) -> aiohttp.ClientSession:
        if self._http is None:
            raise SimulatorError("use the client as a context: async with SimulatorClient(url)")
        return self._http

    async def _page(self, chat_id: int, since: int, wait: float) -> Json:
        return await self.get(f"chats/{chat_id}/messages", since=since, wait=wait)

    async def _ask(
        self,
        method: str,
        path: str,
        *,
        params: dict[str, str] | None = None,
        json: Json | None = None,
        data: aiohttp.FormData | None = None,
    ) -> Json:
        url = f"{self.url}/sim/{path}"
        async with self._session.request(method, url, params=params, json=json, data=data) as answer:
            body: Json = await answer.json()
        if "error" in body:
            raise SimulatorError(body["error"])
        return body


@dataclass(slots=True)
class SimGroup:
    """A group chat."""

    sim: SimulatorClient
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

    sim: SimulatorClient
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

    sim: SimulatorClient
    id: int
    name: str
    since: int = 0

    async def say(
        self, text: str, chat: SimGroup | None = None, *, reply_to: SimMessage | None = None
    ) -> SimMessage:
        """Write a text to the bot, or in a group."""
        return await self._act("say", chat, text=text, reply_to=reply_to.id if reply_to else None)

    async def start(self, payload: str = "") -> SimMessage:
        """Open the chat with the bot, by a deep link when there is a payload."""
        return await self.say(f"/start {payload}".strip())

    async def ask(
        self, text: str, test: Test = lambda _message: True, *, timeout: float | None = None
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

    async def send_location(
        self, latitude: float, longitude: float, chat: SimGroup | None = None
    ) -> SimMessage:
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

    async def _send(
        self, kind: str, content: bytes, name: str, caption: str, chat: SimGroup | None
    ) -> SimMessage:
        form = aiohttp.FormData({"user": str(self.id), "kind": kind, "caption": caption})
        if chat is not None:
            form.add_field("chat", str(chat.id))
        form.add_field("file", content, filename=name)
        return self._acted(await self.sim.post_form("file", form))

    def _acted(self, made: Json) -> SimMessage:
        self.since = made["revision"]
        return SimMessage.from_view(made["message"])


def _file(value: Json | None) -> File | None:
    if not value:
        return None
    return File(
        value["file_id"], value.get("file_name", ""), value.get("mime_type", ""), value.get("file_size", 0)
    )

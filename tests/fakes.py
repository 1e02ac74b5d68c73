"""Stand-ins for what lies outside: the reader of texts, the gatherer, the press, the platform."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import datetime
from typing import Any

from backend.domain.concern import Reading
from backend.domain.digest import Digest
from backend.domain.groups import WorkingGroup
from backend.ports import Part, Store
from tests.builders import a_reading

type Call = tuple[str, dict[str, Any], tuple[str, str, bytes] | None]


class FakeReader:
    """Understands every text as `readings` says, else as a hole in a road; `is_away` makes it answer emptily."""

    def __init__(self, readings: Mapping[str, Reading] | None = None) -> None:
        self.readings = dict(readings or {})
        self.is_away = False
        self.read_texts: list[str] = []

    async def read(self, texts: Sequence[str]) -> list[Reading]:
        self.read_texts += texts
        if self.is_away:
            return [Reading() for _ in texts]
        return [self.readings.get(text, a_reading(redacted=text)) for text in texts]


class FakeGatherer:
    """Gathers what has the same signature; forgets nothing."""

    def __init__(self) -> None:
        self.issues: dict[bytes, int] = {}

    def place(self, signature: bytes, at: datetime) -> int | None:
        return self.issues.get(signature)

    def add(self, issue_id: int, signature: bytes, at: datetime) -> None:
        self.issues.setdefault(signature, issue_id)

    def with_topic(self, signature: bytes, topic: str) -> bytes:
        return topic.encode()


async def remembering(store: Store) -> FakeGatherer:
    """Return a gatherer that remembers what is stored."""
    gatherer = FakeGatherer()
    async with store.look() as uow:
        for stored in await uow.issues.signatures(datetime.fromtimestamp(0).astimezone(), 0, 100_000):
            gatherer.add(stored.issue_id, stored.signature, stored.at)
    return gatherer


class FakePress:
    """Prints a digest as one line, or, with files, as a line, a picture and a document."""

    def __init__(self, *, has_files: bool = False) -> None:
        self.has_files = has_files
        self.fails_for: set[int] = set()

    async def parts(self, digest: Digest, group: WorkingGroup, *, is_live: bool) -> list[Part]:
        if group.number in self.fails_for:
            raise RuntimeError("the press is broken")
        parts = [Part("sendMessage", {"text": f"{group.name}: {digest.messages}"})]
        if self.has_files:
            parts.append(Part("sendPhoto", {"caption": "chart"}, ("chart.png", b"png")))
            parts.append(Part("sendDocument", {"caption": "list"}, ("list.xlsx", b"xlsx")))
        return parts


class FakeApi:
    """A platform that keeps what was called; `answers` may hold errors to raise or results, one a call."""

    def __init__(self) -> None:
        self.calls: list[Call] = []
        self.answers: list[Any] = []
        self.before: Callable[[], Awaitable[None]] | None = None

    async def call(
        self,
        method: str,
        fields: Mapping[str, Any],
        file: tuple[str, str, bytes] | None = None,
        read_timeout: float | None = None,
    ) -> Any:
        self.calls.append((method, dict(fields), file))
        if self.before is not None:
            await self.before()
        answer = self.answers.pop(0) if self.answers else {"message_id": len(self.calls)}
        if isinstance(answer, Exception):
            raise answer
        return answer

    def said(self, chat_id: int) -> list[str]:
        """What arrived in a chat."""
        return [fields["text"] for _, fields, _ in self.calls if fields.get("chat_id") == chat_id and "text" in fields]

    def toasts(self) -> list[dict[str, Any]]:
        """What was shown over chats."""
        return [fields for method, fields, _ in self.calls if method == "answerCallbackQuery"]

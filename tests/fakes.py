"""Stand-ins for what lies outside: the reader of texts, the gatherer, the press, the platform."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from backend.domain.concern import Reading
from backend.domain.digest import Digest
from backend.domain.groups import WorkingGroup
from backend.domain.statistics import Statistics
from backend.ports import Part, Store, Unplaced
from tests.builders import a_reading

_EVER = datetime(2000, 1, 1, tzinfo=UTC)
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
    """Gathers what has the same signature; its memory is built from the store at first and after `forget`."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._issues: dict[bytes, int] | None = None
        self.rebuilt = 0

    async def place(self, unplaced: Sequence[Unplaced]) -> list[int]:
        if self._issues is None:
            self._issues = await self._remembered()
        return [self._placed(self._issues, one) for one in unplaced]

    @staticmethod
    def _placed(issues: dict[bytes, int], one: Unplaced) -> int:
        found = issues.setdefault(one.signature, one.fresh_id)
        return one.fresh_id if found in one.apart else found

    async def forget(self) -> None:
        self._issues = None

    async def _remembered(self) -> dict[bytes, int]:
        self.rebuilt += 1
        issues: dict[bytes, int] = {}
        async with self._store.look() as uow:
            for stored in await uow.issues.signatures(_EVER, 0, 100_000):
                issues.setdefault(stored.signature, stored.issue_id)
        return issues


def sign(signature: bytes, topic: str) -> bytes:
    """The signature of a text about a topic, as the fake gatherer understands it: the topic itself."""
    return topic.encode()


class FakePress:
    """Prints a digest as one line, or, with files, as a line, a picture and a document."""

    def __init__(self, *, has_files: bool = False) -> None:
        self.has_files = has_files
        self.fails_for: set[int] = set()

    async def parts(self, digest: Digest, group: WorkingGroup, *, is_live: bool) -> list[Part]:  # noqa: ARG002 - the port's signature
        if group.number in self.fails_for:
            raise RuntimeError("the press is broken")
        parts = [Part("sendMessage", {"text": f"{group.name}: {digest.messages}"})]
        if self.has_files:
            parts.append(Part("sendPhoto", {"caption": "chart"}, ("chart.png", b"png")))
            parts.append(Part("sendDocument", {"caption": "list"}, ("list.xlsx", b"xlsx")))
        return parts


class FakePictures:
    """Draws statistics as the number of messages."""

    async def pictures(self, statistics: Statistics) -> list[tuple[str, bytes]]:
        return [("statistics.png", str(statistics.total.messages).encode())]


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
        read_timeout: float | None = None,  # noqa: ARG002 - the port's signature
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

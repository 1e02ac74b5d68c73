"""What lies outside the store: the reader of texts, the gatherer, the press, the lead."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from backend.domain.concern import Reading
from backend.domain.digest import Digest
from backend.domain.groups import WorkingGroup
from backend.domain.survey_plan import SurveyPlan


class TextReader(Protocol):
    """Understands Persian texts."""

    async def read(self, texts: Sequence[str]) -> list[Reading]:
        """Return a reading for each text; a text that cannot be read gets an empty one, never an error."""


class Signer(Protocol):
    """Changes what a signature says of the topic."""

    def __call__(self, signature: bytes, topic: str) -> bytes:
        """Return the signature as if the text had been read as being about this topic."""


@dataclass(frozen=True, slots=True)
class Unplaced:
    """A message that is part of no issue yet, with the id of the issue that it would open.

    `apart` are issues of which its writer said that it is no part.
    """

    signature: bytes
    at: datetime
    fresh_id: int
    apart: frozenset[int] = frozenset()


class Gatherer(Protocol):
    """Decides which issue each message belongs to, by those that came before."""

    async def place(self, unplaced: Sequence[Unplaced]) -> list[int]:
        """Return the issue of each message, in their order; its own fresh id where it opens one."""

    async def forget(self) -> None:
        """Drop the memory, which ran ahead of a commit that failed; it is built anew from what is stored."""


@dataclass(frozen=True, slots=True)
class Part:
    """One message of a digest: a platform method with its payload, and the file that goes with it."""

    method: str
    payload: Mapping[str, object]
    file: tuple[str, bytes] | None = None


class DigestPress(Protocol):
    """Turns a digest into what is sent: the only thing that jobs need of the chat's views."""

    async def parts(self, digest: Digest, group: WorkingGroup, *, is_live: bool) -> list[Part]:
        """Return the messages of a digest in the order in which they are sent; one line if it is empty."""


class DigestFiles(Protocol):
    """Draws the chart of a digest and writes its whole list."""

    async def chart(self, digest: Digest, group: WorkingGroup) -> bytes:
        """Return a PNG of the first issues."""

    async def table(self, digest: Digest, group: WorkingGroup) -> bytes:
        """Return an XLSX of all issues."""


class FormReader(Protocol):
    """Reads surveys from files."""

    async def read(self, content: bytes) -> SurveyPlan:
        """Return the survey of a file; a `BadForm` says what is wrong with it, and where."""


class Leadership(Protocol):
    """Lets one process of many do what must not be done twice."""

    async def holds(self, name: str) -> bool:
        """Say whether this process leads `name` now, taking the lead if nobody has it."""

    async def resign(self) -> None:
        """Give every lead back."""

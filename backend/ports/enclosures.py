"""What comes with a concern: files, further messages, a chosen place."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from backend.domain.concern import Concern
from backend.domain.enclosure import ConcernFile
from backend.domain.parts import Part
from backend.domain.place import ChosenPlace


class Files(Protocol):
    """Files of concerns. Their contents are fetched apart, and only what is asked for is read."""

    def add(self, file: ConcernFile) -> None:
        """Note a file that waits at the platform."""

    async def of_concern(self, concern_id: int) -> list[ConcernFile]:
        """Return the files of a concern, in order of arrival."""

    async def of_issue(self, root_id: int) -> list[ConcernFile]:
        """Return the kept files of all concerns in sight of an issue and what was merged into it, newest first."""

    async def content(self, file_id: int) -> bytes | None:
        """Return the content of a kept file."""

    async def waiting(self, limit: int) -> list[ConcernFile]:
        """Return files that are to be fetched now."""

    async def keep(self, file: ConcernFile, content: bytes, mime: str) -> None:
        """Keep the content and forget the platform's name; a file whose concern was erased meanwhile is not kept."""

    def retry(self, file: ConcernFile, at: datetime) -> None:
        """Try again at a moment."""

    def give_up(self, file: ConcernFile) -> None:
        """Note that a file cannot be had."""

    async def erase(self, concern_id: int) -> None:
        """Erase the files of a concern."""

    def move(self, from_id: int, to_id: int) -> None:
        """Give the files of one concern to another."""


class Parts(Protocol):
    """What a concern is made of where it is more than one message, and what people said about it later."""

    def add(self, part: Part) -> None:
        """Add a message to a concern; the same message twice is one."""

    async def of(self, concern_id: int) -> list[Part]:
        """Return the messages of a concern in order; none where it is but one message."""

    async def concern_of(self, person_id: int, message_id: int) -> int | None:
        """Return the concern that a person's message is a later part of."""

    def set_text(self, part_id: int, text: str) -> None:
        """Change the words of a part."""

    def remove(self, part_id: int) -> None:
        """Take a part out."""

    async def erase(self, concern_id: int) -> None:
        """Erase all parts, transcripts and the chosen place of a concern."""

    def join(self, concern_id: int, into_id: int) -> None:
        """Note that a concern became part of another, so that its code leads there."""

    async def joined_into(self, concern_id: int) -> int | None:
        """Return the concern that another became part of."""

    def add_transcript(self, concern_id: int, text: str, at: datetime) -> None:
        """Keep what somebody wrote down of a voice or picture; earlier versions stay."""

    async def transcripts(self, concern_id: int) -> list[str]:
        """Return what was written down of a concern, the oldest version first."""

    async def unheard(self, limit: int) -> list[Concern]:
        """Return concerns that wait for somebody to listen or look, oldest first, without topics."""

    async def count_unheard(self) -> int:
        """Return how many wait."""

    def choose_place(self, concern_id: int, place: ChosenPlace) -> None:
        """Keep the place that the writer chose."""

    async def chosen_places(self, concern_ids: Sequence[int]) -> dict[int, ChosenPlace]:
        """Return the chosen places of those concerns that have one."""

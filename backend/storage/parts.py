"""What a concern is made of where it is more than one message, and what people said about it later."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, delete, func, or_, select

from backend.domain.concern import IN_SIGHT, Concern, ConcernState
from backend.domain.enclosure import FileKind, FileState
from backend.domain.ids import IdSource
from backend.domain.parts import Part
from backend.domain.place import ChosenPlace
from backend.storage import tables as t
from backend.storage.collector import Collector, Known
from backend.storage.concerns import concern_of_row

_p, _j, _w, _c = t.concern_part.c, t.concern_join.c, t.transcript.c, t.concern.c


class SqlParts:
    """See `backend.ports.Parts`."""

    def __init__(self, collector: Collector, new_id: IdSource) -> None:
        """Work within one transaction."""
        self._rows = collector
        self._new_id = new_id

    def add(self, part: Part) -> None:
        """Add a message to a concern; the same message twice is one."""
        row = {
            "id": part.id,
            "concern_id": part.concern_id,
            "message_id": part.message_id,
            "at": part.at,
            "text": part.text,
        }
        self._rows.add(t.concern_part, row, Known.IS_KEPT)

    async def of(self, concern_id: int) -> list[Part]:
        """Return the messages of a concern in order; none where it is but one message."""
        rows = await self._rows.rows(select(t.concern_part).where(_p.concern_id == concern_id).order_by(_p.id))
        return [Part(row.id, row.concern_id, row.message_id, row.at, row.text) for row in rows]

    async def concern_of(self, person_id: int, message_id: int) -> int | None:
        """Return the concern that a person's message is a later part of."""
        statement = (
            select(_p.concern_id)
            .join(t.concern, _c.id == _p.concern_id)
            .where(_p.message_id == message_id, _c.person_id == person_id)
            .limit(1)
        )
        found = await self._rows.value(statement)
        return None if found is None else int(found)

    def set_text(self, part_id: int, text: str) -> None:
        """Change the words of a part."""
        self._rows.change(t.concern_part, {"id": part_id}, {"text": text})

    def remove(self, part_id: int) -> None:
        """Take a part out."""
        self._rows.remove(t.concern_part, {"id": part_id})

    async def erase(self, concern_id: int) -> None:
        """Erase all parts, transcripts and the chosen place of a concern."""
        for table in (t.concern_part, t.transcript, t.concern_place):
            await self._rows.run(delete(table).where(table.c.concern_id == concern_id))

    def join(self, concern_id: int, into_id: int) -> None:
        """Note that a concern became part of another, so that its code leads there."""
        self._rows.add(t.concern_join, {"concern_id": concern_id, "into_id": into_id}, Known.IS_KEPT)

    async def joined_into(self, concern_id: int) -> int | None:
        """Return the concern that another became part of."""
        found = await self._rows.value(select(_j.into_id).where(_j.concern_id == concern_id))
        return None if found is None else int(found)

    def add_transcript(self, concern_id: int, text: str, at: datetime) -> None:
        """Keep what somebody wrote down of a voice or picture; earlier versions stay."""
        self._rows.add(t.transcript, {"id": self._new_id(), "concern_id": concern_id, "at": at, "text": text})

    async def transcripts(self, concern_id: int) -> list[str]:
        """Return what was written down of a concern, the oldest version first."""
        statement = select(_w.text).where(_w.concern_id == concern_id).order_by(_w.id)
        return [row.text for row in await self._rows.rows(statement)]

    async def unheard(self, limit: int) -> list[Concern]:
        """Return concerns that wait for somebody to listen or look, oldest first, without topics."""
        statement = select(t.concern).where(_is_unheard()).order_by(_c.id).limit(limit)
        return [concern_of_row(row) for row in await self._rows.rows(statement)]

    async def count_unheard(self) -> int:
        """Return how many wait."""
        return int(await self._rows.value(select(func.count()).select_from(t.concern).where(_is_unheard())) or 0)

    def choose_place(self, concern_id: int, place: ChosenPlace) -> None:
        """Keep the place that the writer chose."""
        row = {"concern_id": concern_id, "district": place.district, "locality": place.locality}
        self._rows.add(t.concern_place, row, Known.IS_REPLACED)

    async def chosen_places(self, concern_ids: Sequence[int]) -> dict[int, ChosenPlace]:
        """Return the chosen places of those concerns that have one."""
        p = t.concern_place.c
        rows = await self._rows.rows(select(t.concern_place).where(p.concern_id.in_(list(concern_ids))))
        return {row.concern_id: ChosenPlace(row.district, row.locality) for row in rows}


def _is_unheard() -> ColumnElement[bool]:
    """A concern without words, or a voice beside words, to which nobody has listened; its file is here."""
    f = t.concern_file.c
    voices = select(f.concern_id).where(f.kind == FileKind.VOICE.value, f.state == FileState.KEPT.value)
    heard = select(_w.concern_id)
    waits = or_(_c.state == ConcernState.UNHEARD.value, _c.state.in_(IN_SIGHT) & _c.id.in_(voices))
    return waits & _c.id.not_in(heard)

"""Files of concerns."""

from datetime import datetime

from sqlalchemy import Select, delete, select, update

from backend.domain.concern import IN_SIGHT
from backend.domain.enclosure import ConcernFile, FileKind, FileState
from backend.storage import tables as t
from backend.storage.collector import AnyRow, Collector

_f = t.concern_file.c


class SqlFiles:
    """See `backend.ports.Files`."""

    def __init__(self, collector: Collector, now: datetime) -> None:
        """Work within one transaction."""
        self._rows = collector
        self._now = now

    def add(self, file: ConcernFile) -> None:
        """Note a file that waits at the platform."""
        row = {
            "id": file.id,
            "concern_id": file.concern_id,
            "kind": file.kind.value,
            "created_at": file.created_at,
            "message_id": file.message_id,
            "platform_id": file.platform_id,
            "mime": file.mime,
            "size": file.size,
            "state": file.state.value,
            "attempts": file.attempts,
            "due_at": file.created_at,
        }
        self._rows.add(t.concern_file, row)

    async def of_concern(self, concern_id: int) -> list[ConcernFile]:
        """Return the files of a concern, in order of arrival."""
        return await self._many(select(t.concern_file).where(_f.concern_id == concern_id).order_by(_f.id))

    async def of_issue(self, root_id: int) -> list[ConcernFile]:
        """Return the kept files of all concerns in sight of an issue and what was merged into it, newest first."""
        c, i = t.concern.c, t.issue.c
        statement = (
            select(t.concern_file)
            .join(t.concern, c.id == _f.concern_id)
            .join(t.issue, i.id == c.issue_id)
            .where(i.root_id == root_id, c.state.in_(IN_SIGHT), _f.state == FileState.KEPT.value)
            .order_by(_f.id.desc())
        )
        return await self._many(statement)

    async def content(self, file_id: int) -> bytes | None:
        """Return the content of a kept file."""
        found = await self._rows.value(select(t.file_content.c.content).where(t.file_content.c.file_id == file_id))
        return bytes(found) if found is not None else None

    async def waiting(self, limit: int) -> list[ConcernFile]:
        """Return files that are to be fetched now."""
        due = (_f.state == FileState.WAITING.value) & (_f.due_at <= self._now)
        return await self._many(select(t.concern_file).where(due).order_by(_f.due_at).limit(limit))

    async def keep(self, file: ConcernFile, content: bytes, mime: str) -> None:
        """Keep the content and forget the platform's name; a file whose concern was erased meanwhile is not kept."""
        values = {"state": FileState.KEPT.value, "platform_id": "", "mime": mime, "size": len(content)}
        waits = (_f.id == file.id) & (_f.state == FileState.WAITING.value)
        if await self._rows.run(update(t.concern_file).where(waits).values(**values)):
            self._rows.add(t.file_content, {"file_id": file.id, "content": content})

    def retry(self, file: ConcernFile, at: datetime) -> None:
        """Try again at a moment."""
        self._rows.change(t.concern_file, {"id": file.id}, {"attempts": file.attempts + 1, "due_at": at})

    def give_up(self, file: ConcernFile) -> None:
        """Note that a file cannot be had."""
        values = {"attempts": file.attempts + 1, "state": FileState.LOST.value, "platform_id": ""}
        self._rows.change(t.concern_file, {"id": file.id}, values)

    async def erase(self, concern_id: int) -> None:
        """Erase the files of a concern."""
        await self._rows.run(delete(t.concern_file).where(_f.concern_id == concern_id))

    def move(self, from_id: int, to_id: int) -> None:
        """Give the files of one concern to another."""
        self._rows.change(t.concern_file, {"concern_id": from_id}, {"concern_id": to_id})

    async def _many(self, statement: Select[tuple[object, ...]]) -> list[ConcernFile]:
        return [_file(row) for row in await self._rows.rows(statement)]


def _file(row: AnyRow) -> ConcernFile:
    return ConcernFile(
        id=row.id,
        concern_id=row.concern_id,
        kind=FileKind(row.kind),
        created_at=row.created_at,
        message_id=row.message_id,
        platform_id=row.platform_id,
        mime=row.mime,
        size=row.size,
        state=FileState(row.state),
        attempts=row.attempts,
    )

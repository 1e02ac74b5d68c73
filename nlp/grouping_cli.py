"""The `group` command: messages in order of arrival, each with the issue it falls into."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from typing import Any, Protocol

from nlp.reading import Reading
from nlp.similarity import Grouper


class _Reads(Protocol):
    def read(self, text: str) -> Reading: ...


def group_rows(rows: Iterable[Mapping[str, Any]], reader: _Reads) -> Iterator[dict[str, Any]]:
    """Number messages by issue; the first message opens issue 1.

    Args:
        rows: {"id", "text"} and, where known, "at" (ISO 8601), in order of arrival. A row without a time came at once
            after the one before it.
        reader: reads each message.

    Yields:
        {"id", "issue"} for each row, as it comes.
    """
    grouper = Grouper()
    opened = 0
    at = datetime.fromtimestamp(0, UTC)
    for row in rows:
        at = _time(row.get("at")) or at
        signature = reader.read(str(row.get("text") or "")).signature
        issue = grouper.place(signature, at).issue
        if issue is None:
            opened += 1
            issue = opened
        grouper.add(issue, signature, at)
        yield {"id": row.get("id"), "issue": issue}


def _time(written: object) -> datetime | None:
    """Return a moment with its zone; one without a zone is taken for UTC. None when it cannot be read."""
    if not isinstance(written, str):
        return None
    try:
        moment = datetime.fromisoformat(written)
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)

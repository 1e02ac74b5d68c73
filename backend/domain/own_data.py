"""Everything that is kept on a person, as it is handed to that person."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

type Value = str | int | float | bool | datetime | list[object] | dict[str, object] | None
type Entry = Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class OwnData:
    """The person's rows, by the table in which they stand; `made_at` is when they were collected.

    The chat's address is left out: the person has it, and it must stand in one table only.
    """

    made_at: datetime
    tables: Mapping[str, Sequence[Entry]]

    @property
    def concerns(self) -> Sequence[Entry]:
        """The person's messages."""
        return self.tables.get("concern", ())

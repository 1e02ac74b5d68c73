"""Everything that is kept on a person, as it is handed to that person."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

type Value = str | int | float | bool | datetime | list[object] | dict[str, object] | None
type Entry = Mapping[str, Value]

# Left out for everybody, so that what is missing tells nobody anything: what moderators noted, since a ban is silent
# (docs/decisions/0010-withholding.md), and since these rows hold words of the others whom a moderator dealt with.
LEFT_OUT_TABLES = frozenset({"ban", "withheld"})
# The state says whether a message is withheld. The chat's address the person has, and it must stand in one table only.
LEFT_OUT_COLUMNS = frozenset({("concern", "state"), ("contact", "chat_id")})


@dataclass(frozen=True, slots=True)
class OwnData:
    """The person's rows, by the table in which they stand; `made_at` is when they were collected."""

    made_at: datetime
    tables: Mapping[str, Sequence[Entry]]

    @property
    def concerns(self) -> Sequence[Entry]:
        """The person's messages."""
        return self.tables.get("concern", ())

"""What is kept on a person: shown to that person, and forgotten."""

from collections.abc import Mapping, Sequence
from typing import Protocol

from backend.domain.own_data import Entry


class Privacy(Protocol):
    """Every row that leads to a person, in whichever table it stands."""

    async def kept_on(self, person_id: int) -> Mapping[str, Sequence[Entry]]:
        """Return a person's rows by table, with those that hang on their messages; files only by their size.

        What `backend.domain.own_data` names is left out.
        """

    async def concerns_of(self, person_id: int) -> Mapping[int, int | None]:
        """Return the ids of all messages of a person that were not erased, with the root of their issues."""

    async def forget(self, person_id: int) -> None:
        """Remove the person and the addresses, and every way back to them from what stays."""

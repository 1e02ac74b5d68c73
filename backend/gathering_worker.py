"""The process that remembers what the issues are about, and says which issue a message falls into."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from backend.child import serve
from nlp.similarity import Grouper


class Memory:
    """Answers the two questions of `backend.gatherer`."""

    def __init__(self) -> None:
        """Remember nothing yet."""
        self._grouper = Grouper()

    def answer(self, question: dict[str, Any]) -> list[int]:
        """Either `remember` gathered messages, or `place` new ones, each with the id of the issue it would open."""
        for issue_id, signature, at in question.get("remember", ()):
            self._grouper.add(issue_id, bytes.fromhex(signature), datetime.fromtimestamp(at, UTC))
        return [
            self._placed(bytes.fromhex(signature), datetime.fromtimestamp(at, UTC), fresh_id, apart)
            for signature, at, fresh_id, apart in question.get("place", ())
        ]

    def _placed(self, signature: bytes, at: datetime, fresh_id: int, apart: Sequence[int]) -> int:
        found = self._grouper.place(signature, at).issue
        issue_id = fresh_id if found is None or found in apart else found
        self._grouper.add(issue_id, signature, at)
        return issue_id


def main() -> None:
    """Serve on the standard streams."""
    serve(Memory().answer)


if __name__ == "__main__":
    main()

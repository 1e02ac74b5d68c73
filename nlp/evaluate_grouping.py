"""How well messages are gathered into issues: B-cubed (Bagga and Baldwin 1998)."""

import json
import random
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from nlp.similarity import group

GOLD_FILES = tuple(
    Path(__file__).parent / "data" / "gold" / name
    for name in ("grouping_dev.jsonl", "grouping_two.jsonl", "grouping_three.jsonl")
)


@dataclass(frozen=True, slots=True)
class GroupingScore:
    """B-cubed over a gold set, as the mean of several orders of arrival."""

    messages: int
    issues: int
    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


def read_gold(path: Path) -> list[dict[str, Any]]:
    """Read a gold set of issues: JSON lines with `text` and `issue`."""
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def b_cubed(gold: Sequence[Hashable], found: Sequence[Hashable]) -> tuple[float, float]:
    """Return precision and recall: for each message, how much of its group is of its issue, and the reverse."""
    wanted, given = _members(gold), _members(found)
    precision = recall = 0.0
    for right, got in zip(gold, found, strict=True):
        shared = len(wanted[right] & given[got])
        precision += shared / len(given[got])
        recall += shared / len(wanted[right])
    return (precision / len(gold), recall / len(gold)) if gold else (1.0, 1.0)


def evaluate_grouping(
    rows: Iterable[Mapping[str, Any]], sign: Callable[[str], bytes], orders: int = 5
) -> GroupingScore:
    """Score the grouper on gold rows.

    Args:
        rows: messages with their issue.
        sign: makes the signature of a text.
        orders: how many orders of arrival to average over; which message comes first matters to a grouper.
    """
    listed = list(rows)
    signed = [(row["issue"], sign(str(row["text"]))) for row in listed]
    at = datetime.fromtimestamp(0, UTC)
    precision = recall = 0.0
    for seed in range(orders):
        arrived = random.Random(seed).sample(signed, len(signed))  # noqa: S311 - an order, not a secret
        found = list(group((signature, at) for _, signature in arrived))
        once = b_cubed([issue for issue, _ in arrived], found)
        precision, recall = precision + once[0] / orders, recall + once[1] / orders
    return GroupingScore(len(listed), len({issue for issue, _ in signed}), precision, recall)


def _members(labels: Sequence[Hashable]) -> dict[Hashable, set[int]]:
    members: dict[Hashable, set[int]] = defaultdict(set)
    for at, label in enumerate(labels):
        members[label].add(at)
    return members

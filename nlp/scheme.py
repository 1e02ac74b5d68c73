"""The topics a message can be about, and where each stands in a city's plan."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

import yaml

TOPICS_FILE = Path(__file__).parent / "data" / "topics.yaml"

OUT_OF_SCOPE = ("other-agency", "nothing")
"""Topics that no axis of any plan holds: somebody else's duty, and no matter at all."""


@dataclass(frozen=True, slots=True)
class Topic:
    """One municipal topic: its code, Persian title, English note and axis in each plan."""

    code: str
    title_fa: str
    about: str
    axes: Mapping[str, str]
    excludes: str = ""
    phrases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Scheme:
    """Topics, plans and the small code lists, as one immutable value."""

    topics: Mapping[str, Topic]
    axes: Mapping[str, Mapping[str, str]]
    kinds: Mapping[str, str]
    urgency: Mapping[str, str]

    @classmethod
    def load(cls, path: Path = TOPICS_FILE) -> "Scheme":
        """Read a scheme file; another city passes its own.

        Raises:
            KeyError: when a topic names an axis that its plan does not have.
        """
        return _load(path)

    def axis_of(self, topic: str, plan: str) -> str | None:
        """The axis of a plan under which a topic stands; None when it stands under none."""
        known = self.topics.get(topic)
        return known.axes.get(plan) if known else None

    def axes_of(self, topics: tuple[str, ...], plan: str) -> tuple[str, ...]:
        """Axes of several topics in their order, each named once."""
        found = (self.axis_of(topic, plan) for topic in topics)
        return tuple(dict.fromkeys(axis for axis in found if axis))


@cache
def _load(path: Path) -> Scheme:
    with path.open(encoding="utf-8") as file:
        raw: dict[str, Any] = yaml.load(file, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506
    plans = {plan: MappingProxyType(dict(axes)) for plan, axes in raw["axes"].items()}
    return Scheme(
        topics=MappingProxyType({code: _topic(code, row, plans) for code, row in raw["topics"].items()}),
        axes=MappingProxyType(plans),
        kinds=MappingProxyType(dict(raw["kinds"])),
        urgency=MappingProxyType(dict(raw["urgency"])),
    )


def _topic(code: str, row: dict[str, Any], plans: Mapping[str, Mapping[str, str]]) -> Topic:
    axes = {plan: str(row[plan]) for plan in plans if plan in row}
    for plan, axis in axes.items():
        if axis not in plans[plan]:
            raise KeyError(f"topic {code} names axis {axis}, which plan {plan} does not have")
    return Topic(
        code=code,
        title_fa=row["fa"],
        about=row.get("about", ""),
        axes=MappingProxyType(axes),
        excludes=row.get("not", ""),
        phrases=tuple(row.get("phrases", ())),
    )

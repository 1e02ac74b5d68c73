"""A city as the product knows it: its districts, its plan's axes and its clock."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol
from zoneinfo import ZoneInfo

from backend.domain.persian import ascii_digits

_WRITTEN = str.maketrans("يك", "یک", "\u200c\u0654")
_DISTRICT = "منطقه"


@dataclass(frozen=True, slots=True)
class Topic:
    """A municipal topic with its title and the axis of the city's plan under which it stands, if any."""

    code: str
    title: str
    axis: str | None


class Borders(Protocol):
    """Where the districts of a city lie."""

    def district_at(self, latitude: float, longitude: float) -> str | None:
        """Return the code of the district in which a point lies; None outside of all, or if nothing is known."""


class UnknownBorders:
    """The borders of a city that has given none: a point tells no district."""

    def district_at(self, latitude: float, longitude: float) -> str | None:  # noqa: ARG002 - the protocol's signature
        """Return None."""
        return None


@dataclass(frozen=True, slots=True)
class City:
    """The preset of one city. Districts, axes and topics keep the order in which they are shown.

    `neighbourhoods` are the names by district, `population` counts those who live there, as far as the city gave them.
    """

    code: str
    title: str
    zone: ZoneInfo
    districts: Mapping[str, str]
    axes: Mapping[str, str]
    topics: Mapping[str, Topic]
    neighbourhoods: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    borders: Borders = field(default_factory=UnknownBorders)
    population: Mapping[str, int] = field(default_factory=dict)

    def district_named(self, said: str) -> str | None:
        """Return the code of the district that is said: its code, title or name («9»، «منطقهٔ ۹»، «ثامن»)."""
        wanted = _folded(said)
        named = {_folded(name): code for code, title in self.districts.items() for name in (code, title)}
        return named.get(wanted)

    def topics_of(self, axis: str) -> tuple[Topic, ...]:
        """Return the topics under an axis of the plan."""
        return tuple(topic for topic in self.topics.values() if topic.axis == axis)

    def axis_title(self, topic: str | None) -> str | None:
        """Return the title of the axis under which a topic stands, if it stands under one."""
        known = self.topics.get(topic) if topic else None
        return self.axes[known.axis] if known and known.axis else None

    def topic_title(self, topic: str | None) -> str | None:
        """Return the title of a topic, if there is one."""
        known = self.topics.get(topic) if topic else None
        return known.title if known else None


def _folded(name: str) -> str:
    bare = ascii_digits(name).translate(_WRITTEN).replace(_DISTRICT, " ").strip().lower()
    return str(int(bare)) if bare.isdecimal() else bare

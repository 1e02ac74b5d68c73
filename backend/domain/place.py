"""Where a matter is: a point on the map, a district, a name."""

from dataclasses import dataclass

# Five decimals are about a metre: enough to find the place. Three are about a hundred: enough to know the corner.
_KEPT, _SHOWN = 5, 3


@dataclass(frozen=True, slots=True)
class Point:
    """A point on the map, in degrees; no finer than a metre."""

    latitude: float
    longitude: float

    @classmethod
    def kept(cls, latitude: float, longitude: float) -> "Point":
        """Return a point as precisely as it is kept."""
        return cls(round(latitude, _KEPT), round(longitude, _KEPT))

    @property
    def shown(self) -> "Point":
        """The point as others than its writer may see it."""
        return Point(round(self.latitude, _SHOWN), round(self.longitude, _SHOWN))


@dataclass(frozen=True, slots=True)
class ChosenPlace:
    """The place that the writer chose for a concern; it comes before what was read in the words."""

    district: str | None
    locality: str | None

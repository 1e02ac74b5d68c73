"""Districts as polygons."""

from collections.abc import Mapping
from typing import Any

from shapely import Point, prepare
from shapely.geometry import shape


class PolygonBorders:
    """See `backend.domain.city.Borders`."""

    def __init__(self, geometries: Mapping[str, Any]) -> None:
        """Build the polygons from GeoJSON geometries, and prepare them, so that a point is found in microseconds.

        Raises:
            ValueError: a geometry is none.
        """
        self._districts = {code: shape(geometry) for code, geometry in geometries.items()}
        for polygon in self._districts.values():
            prepare(polygon)

    def district_at(self, latitude: float, longitude: float) -> str | None:
        """Return the first district that covers the point; its border belongs to it."""
        point = Point(longitude, latitude)
        return next((code for code, polygon in self._districts.items() if polygon.covers(point)), None)

"""Where the districts of a city lie, from the polygons of its preset.

`districts.geojson` is a FeatureCollection of (multi)polygons in degrees, each with the district's code as the property
`code`.
"""

import json
from collections.abc import Mapping
from pathlib import Path

from shapely import Point, prepare
from shapely.geometry import shape
from shapely.geometry.base import BaseGeometry

from backend.domain.city import Borders, UnknownBorders
from backend.domain.errors import BadFile


class PolygonBorders:
    """See `backend.domain.city.Borders`."""

    def __init__(self, districts: Mapping[str, BaseGeometry]) -> None:
        """Prepare the polygons, so that a point is looked up in microseconds."""
        self._districts = dict(districts)
        for polygon in self._districts.values():
            prepare(polygon)

    def district_at(self, latitude: float, longitude: float) -> str | None:
        """Return the first district that covers the point; its border belongs to it."""
        point = Point(longitude, latitude)
        return next((code for code, polygon in self._districts.items() if polygon.covers(point)), None)


def load_borders(file: Path) -> Borders:
    """Return the borders in a file; unknown ones if there is no file.

    Raises:
        BadFile: it is no collection of polygons with codes.
    """
    if not file.is_file():
        return UnknownBorders()
    try:
        features = json.loads(file.read_text(encoding="utf-8"))["features"]
        return PolygonBorders({str(one["properties"]["code"]): shape(one["geometry"]) for one in features})
    except (ValueError, KeyError, TypeError) as error:
        raise BadFile(reason="no districts in GeoJSON", path=str(file)) from error

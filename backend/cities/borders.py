"""Where the districts of a city lie, from the polygons of its preset.

`districts.geojson` is a FeatureCollection of (multi)polygons in degrees, each with the district's code as the property
`code`.
"""

import json
from pathlib import Path

from backend.domain.city import Borders, UnknownBorders
from backend.domain.errors import BadFile


def load_borders(file: Path) -> Borders:
    """Return the borders in a file; unknown ones if there is no file.

    Raises:
        BadFile: it is no collection of polygons with codes.
    """
    if not file.is_file():
        return UnknownBorders()
    try:
        features = json.loads(file.read_text(encoding="utf-8"))["features"]
        geometries = {str(one["properties"]["code"]): one["geometry"] for one in features}
        # The geometry library is loaded only for a city that has polygons.
        from backend.cities.polygons import PolygonBorders  # noqa: PLC0415

        return PolygonBorders(geometries)
    except (ValueError, KeyError, TypeError) as error:
        raise BadFile(reason="no districts in GeoJSON", path=str(file)) from error

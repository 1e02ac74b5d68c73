"""A point finds its district in the polygons of a made-up city."""

import json
from pathlib import Path

import pytest

from backend.bootstrap import city_of
from backend.cities.borders import load_borders
from backend.domain.errors import BadFile
from nlp.places import Gazetteer


def square(code: str, west: float, south: float) -> dict[str, object]:
    east, north = west + 0.1, south + 0.1
    ring = [[west, south], [east, south], [east, north], [west, north], [west, south]]
    return {
        "type": "Feature",
        "properties": {"code": code},
        "geometry": {"type": "Polygon", "coordinates": [ring]},
    }


@pytest.fixture
def borders_file(tmp_path: Path) -> Path:
    file = tmp_path / "districts.geojson"
    features = [square("1", 59.0, 36.0), square("9", 59.1, 36.0)]
    file.write_text(json.dumps({"type": "FeatureCollection", "features": features}), encoding="utf-8")
    return file


@pytest.mark.parametrize(
    ("latitude", "longitude", "district"),
    [(36.05, 59.05, "1"), (36.05, 59.15, "9"), (36.05, 59.1, "1"), (36.5, 59.05, None), (59.05, 36.05, None)],
)
def test_a_point_lies_in_one_district_or_in_none(
    borders_file: Path, latitude: float, longitude: float, district: str | None
) -> None:
    assert load_borders(borders_file).district_at(latitude, longitude) == district


def test_without_a_file_a_point_tells_nothing(tmp_path: Path) -> None:
    assert load_borders(tmp_path / "none.geojson").district_at(36.05, 59.05) is None


def test_a_file_that_is_none_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "districts.geojson"
    file.write_text('{"type": "FeatureCollection"}', encoding="utf-8")
    with pytest.raises(BadFile):
        load_borders(file)


@pytest.mark.parametrize("code", ["mashhad", "tabriz"])
def test_every_neighbourhood_that_is_offered_is_found_in_words(code: str) -> None:
    city, gazetteer = city_of(code), Gazetteer.load(code)
    assert city.neighbourhoods.keys() <= city.districts.keys()
    for district, names in city.neighbourhoods.items():
        assert len(set(names)) == len(names)
        for name in names:
            read = gazetteer.read(f"محلهٔ {name}، {city.districts[district]}")
            assert read.district == district, name

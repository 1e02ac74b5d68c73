"""Reads the preset of a city."""

from collections.abc import Mapping
from pathlib import Path
from zoneinfo import ZoneInfo

import yaml
from pydantic import BaseModel

from backend.cities.borders import load_borders
from backend.domain.city import City, Topic
from backend.domain.errors import BadInput

_HERE = Path(__file__).parent


class _Preset(BaseModel):
    title: str
    zone: str
    plan: str
    districts: dict[str, str]
    neighbourhoods: dict[str, tuple[str, ...]] = {}
    population: dict[str, int] = {}


def plan_of(code: str) -> str:
    """Return the plan whose axes a city uses."""
    return _preset(code).plan


def load_city(code: str, axes: Mapping[str, str], topics: Mapping[str, tuple[str, str | None]]) -> City:
    """Return a city, given the axes of its plan and, by topic, a title and the axis.

    Raises:
        BadInput: there is no preset with this code.
    """
    preset = _preset(code)
    return City(
        code=code,
        title=preset.title,
        zone=ZoneInfo(preset.zone),
        districts=preset.districts,
        axes=axes,
        topics={topic: Topic(topic, title, axis) for topic, (title, axis) in topics.items()},
        neighbourhoods=preset.neighbourhoods,
        borders=load_borders(_HERE / code / "districts.geojson"),
        population=preset.population,
    )


def _preset(code: str) -> _Preset:
    path = _HERE / code / "city.yaml"
    if not path.is_file():
        raise BadInput(what="city")
    return _Preset.model_validate(yaml.safe_load(path.read_text(encoding="utf-8")))

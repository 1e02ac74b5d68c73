"""The small city that the demo plays: who lives there, what they write, which groups are set up."""

from pathlib import Path
from typing import Literal

import yaml
from pydantic import BaseModel, Field

_FILE = Path(__file__).parent / "data" / "mashhad.yaml"


class Inhabitant(BaseModel):
    """A person with a stakeholder group and perhaps a district."""

    key: str
    name: str
    role: str
    group: str
    district: str | None


class Line(BaseModel):
    """A message in order of arrival; `personal` are strings that must reach no digest."""

    writer: str = Field(alias="from")
    text: str
    personal: list[str] = []


class PlannedGroup(BaseModel):
    """A working group that the admin sets up; `topics` are single ones, `chat` its group chat's title, if any."""

    key: str
    name: str
    level: str
    axes: list[str] | Literal["all", "rest"] = []
    topics: list[str] = []
    districts: list[str] | Literal["all"]
    schedule: str
    chat: str | None
    members: list[str]


class Town(BaseModel):
    """Everything that the demo plays."""

    people: list[Inhabitant]
    messages: list[Line]
    groups: list[PlannedGroup]


def load() -> Town:
    """Return the small Mashhad."""
    return Town.model_validate(yaml.safe_load(_FILE.read_text(encoding="utf-8")))

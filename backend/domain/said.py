"""One message of a person, as far as it can be part of a concern."""

from dataclasses import dataclass, field
from datetime import datetime

from backend.domain.concern import Reading
from backend.domain.enclosure import Enclosed
from backend.domain.place import Point


@dataclass(frozen=True, slots=True)
class Said:
    """What came, and when it reached us. `album` names the album of which it is a part."""

    at: datetime
    message_id: int | None
    text: str = ""
    reading: Reading = field(default_factory=Reading)
    enclosed: Enclosed | None = None
    point: Point | None = None
    album: str = ""

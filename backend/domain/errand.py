"""An errand: something slow that a person asked for, done after the turn in which it was asked."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

MOST_ATTEMPTS = 3


class ErrandKind(StrEnum):
    """What is to be made."""

    DIGEST = "digest"
    ORDER = "order"
    STATISTICS = "statistics"
    MESS = "mess"
    SURVEY_PICTURE = "survey-picture"
    SURVEY_QUESTION = "survey-question"
    SURVEY_FILES = "survey-files"
    SURVEY_PAGE = "survey-page"
    OWN_DATA = "own-data"


@dataclass(frozen=True, slots=True)
class Errand:
    """What is to be made and sent to a chat.

    Who asked was allowed to when they asked, and that stands in the audit log; so `data` says what to make and for
    which language, and names no person. `attempts` counts those that failed.
    """

    id: int
    contact_id: int
    kind: ErrandKind
    data: dict[str, str]
    created_at: datetime
    attempts: int = 0

    @property
    def may_be_tried_again(self) -> bool:
        """Say whether there is another attempt after the one that is being made now."""
        return self.attempts + 1 < MOST_ATTEMPTS

"""A survey as its maker describes it, in a chat or in a file, before it is kept."""

from dataclasses import dataclass, field
from datetime import datetime

from backend.domain.survey import Question, Quota, SurveyAudience

# Where a dialogue stands while the file that was sent in it waits to be read.
READING_STEP = "survey-reading"
LONGEST_TITLE = 120
LONGEST_WORDS = 1500


@dataclass(frozen=True, slots=True)
class SurveyPlan:
    """What a maker says of a survey; moments without a value mean: now, and until somebody closes it."""

    title: str
    questions: tuple[Question, ...]
    introduction: str = ""
    thanks: str = ""
    is_anonymous: bool = False
    audience: SurveyAudience = field(default_factory=SurveyAudience)
    quotas: tuple[Quota, ...] = ()
    opens_at: datetime | None = None
    closes_at: datetime | None = None
    has_reminder: bool = True

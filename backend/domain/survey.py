"""A survey: its questions, whom it asks, and when."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from backend.domain.survey_rules import Condition

MOST_QUESTIONS = 60
MOST_OPTIONS = 30
SCALE = (1, 2, 3, 4, 5)
# The version under which changes to an open survey are kept until they are published; nobody answers it.
IN_THE_MAKING = 0


class QuestionKind(StrEnum):
    """What a question asks for; `NOTE` asks for nothing and is only read."""

    ONE = "one"
    MANY = "many"
    SCALE = "scale"
    RANKING = "ranking"
    NUMBER = "number"
    DATE = "date"
    TEXT = "text"
    DISTRICT = "district"
    LOCATION = "location"
    PHOTO = "photo"
    YES_NO = "yes-no"
    NOTE = "note"


# The kinds whose answer is one of the question's own options, or several of them.
WITH_OPTIONS = frozenset({QuestionKind.ONE, QuestionKind.MANY, QuestionKind.RANKING})
YES, NO = YES_NO_CODES = "yes", "no"


@dataclass(frozen=True, slots=True)
class Option:
    """One of the answers to choose from; `code` is kept, `title` is read."""

    code: str
    title: str


@dataclass(frozen=True, slots=True)
class Question:
    """One question of a survey; `code` names its answer in results and exports.

    `lowest` and `highest` bound a number; `low_words` and `high_words` name the ends of a scale. `has_other` lets a
    person write an option of their own. A question with `show_if` is asked only where that holds of the answers
    before it.
    """

    code: str
    kind: QuestionKind
    title: str
    hint: str = ""
    options: tuple[Option, ...] = ()
    is_required: bool = False
    is_shuffled: bool = False
    has_other: bool = False
    lowest: float | None = None
    highest: float | None = None
    low_words: str = ""
    high_words: str = ""
    show_if: Condition | None = None

    def option_title(self, code: str) -> str:
        """Return the title of an option; the code itself where it is none."""
        return next((option.title for option in self.options if option.code == code), code)


class SurveyState(StrEnum):
    """The life of a survey. Who was asked while it was open may answer until it is closed."""

    DRAFT = "draft"
    SCHEDULED = "scheduled"
    OPEN = "open"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class SurveyAudience:
    """Who is asked; everything that is given must hold, and an empty audience is everybody.

    `answers` asks only those who answered an earlier survey so: that survey's number with a condition on its answers
    (never an anonymous one). `sample` draws so many of them by chance. `by_link` lets anybody answer who has the link:
    besides those who are asked, where something narrows them or `everybody` is said, else alone.
    """

    stakeholder_groups: tuple[str, ...] = ()
    districts: tuple[str, ...] = ()
    earlier_survey: int | None = None
    answers: Condition | None = None
    sample: int | None = None
    by_link: bool = False
    everybody: bool = False

    @property
    def is_link_alone(self) -> bool:
        """Say whether nobody is asked, and only the link leads to the survey."""
        return self == SurveyAudience(by_link=True)


@dataclass(frozen=True, slots=True)
class Quota:
    """At most `limit` answers from those of whom the field (`district` or `stakeholder_group`) is `value`."""

    field: str
    value: str
    limit: int


@dataclass(frozen=True, slots=True)
class Survey:
    """A survey as it is run. `number` is the short handle that people type; `token` opens it by a link.

    `version` counts the forms that it had: a change after the first answer makes a new one, and results keep both.
    """

    id: int
    number: int
    title: str
    introduction: str
    thanks: str
    is_anonymous: bool
    audience: SurveyAudience
    quotas: tuple[Quota, ...]
    token: str
    state: SurveyState
    version: int
    created_by: int | None
    created_at: datetime
    opens_at: datetime | None = None
    closes_at: datetime | None = None
    has_reminder: bool = True
    opened_at: datetime | None = None
    closed_at: datetime | None = None

    def takes_answers(self, at: datetime) -> bool:
        """Say whether answers are taken at a moment."""
        return self.state is SurveyState.OPEN and (self.closes_at is None or at < self.closes_at)


@dataclass(frozen=True, slots=True)
class Form:
    """The questions of one version of a survey; `is_frozen` since somebody answered it."""

    survey_id: int
    version: int
    questions: tuple[Question, ...]
    created_at: datetime
    is_frozen: bool = False

    def question(self, code: str) -> Question | None:
        """Return the question with this code."""
        return next((question for question in self.questions if question.code == code), None)

    def following(self, code: str | None) -> tuple[Question, ...]:
        """Return the questions after one; all of them after None."""
        codes = [question.code for question in self.questions]
        return self.questions[codes.index(code) + 1 :] if code in codes else self.questions


# What was answered, by the question's code; None where it was skipped. What was never asked is not in it.
# A choice is its option's code, several and a ranking are lists of codes, "other: …" is {"other": words};
# a scale and a number are numbers, a date is an ISO date, a text is {"text": redacted, "topics": [codes]},
# a location is {"latitude": …, "longitude": …, "district": …}, a photo is {"file": id at the platform}.
type Answer = str | float | list[str | dict[str, str]] | dict[str, object] | None
type Answers = dict[str, Answer]


class Mark(StrEnum):
    """What makes a response doubtful; it is counted apart, never thrown away."""

    TOO_FAST = "too-fast"
    DUPLICATE = "duplicate"
    OVER_QUOTA = "over-quota"


@dataclass(frozen=True, slots=True)
class Participation:
    """That a person was asked, began or finished: all that an anonymous survey keeps of who answered."""

    survey_id: int
    person_id: int
    invited_at: datetime | None = None
    started_at: datetime | None = None
    finished_at: datetime | None = None
    reminded_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """Answers that a person is still giving. `at` is the question that is open, `seconds` the time taken so far."""

    survey_id: int
    person_id: int
    version: int
    answers: Answers
    at: str | None
    started_at: datetime
    touched_at: datetime
    message_id: int | None = None
    is_finished: bool = False


@dataclass(frozen=True, slots=True)
class Response:
    """The answers of one person, complete or as far as they went.

    Of an anonymous survey the id is random, `person_id` is None and `finished_on` is the day alone, so that nothing
    joins it to a participation. Group and district are as they were when it was given. The `fingerprint` of answers
    with free words tells when the same ones come again.
    """

    id: int
    survey_id: int
    version: int
    answers: Answers
    finished_on: datetime
    is_complete: bool
    person_id: int | None = None
    stakeholder_group: str | None = None
    district: str | None = None
    seconds: int | None = None
    marks: tuple[Mark, ...] = field(default=())
    fingerprint: str | None = None

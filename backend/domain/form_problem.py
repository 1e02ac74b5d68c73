"""Why a survey's file could not be read, and where in it."""

from enum import StrEnum

from backend.domain.errors import Refused


class FormProblem(StrEnum):
    """The kinds of trouble that a file can give; each has its sentence."""

    NOT_READABLE = "not-readable"
    TOO_LARGE = "too-large"
    UNKNOWN_FORMAT = "unknown-format"
    MISSING = "missing"
    UNKNOWN_FIELD = "unknown-field"
    WRONG_VALUE = "wrong-value"
    UNSUPPORTED = "unsupported"
    BAD_RULE = "bad-rule"
    BAD_DATE = "bad-date"
    NO_SHEET = "no-sheet"
    NO_COLUMN = "no-column"
    COLUMN_TWICE = "column-twice"
    NO_LIST = "no-list"
    NO_QUESTION = "no-question"
    NAME_TWICE = "name-twice"
    BAD_REFERENCE = "bad-reference"
    OPTION_TWICE = "option-twice"
    NO_NAME = "no-name"
    BAD_NAME = "bad-name"
    NO_LABEL = "no-label"
    NO_TYPE = "no-type"
    UNMATCHED = "unmatched"
    BAD_PARAMETER = "bad-parameter"
    IN_ITS_WORDS = "in-its-words"


class FormPlace(StrEnum):
    """The kinds of place in a file at which something can be wrong; each has its sentence."""

    LINE = "line"
    QUESTION = "question"
    NAME = "name"
    FIELD = "field"
    SHEET = "sheet"
    CELL = "cell"

    def at(self, what: object) -> str:
        """Return the place of this kind."""
        return f"{self}:{what}"


class BadForm(Refused):
    """The file is no survey that we can take.

    `place` says where: "line:7" of a text, "cell:choices!7" or "sheet:choices" of a workbook,
    "question:3" by its place, "name:how" by its code, "field:closes"; nothing where it is not known. `about`
    names the thing, or for `IN_ITS_WORDS` says what the library says.
    """

    code = "bad-form"

    def __init__(self, problem: FormProblem, place: str = "", about: str = "") -> None:
        """Keep what is wrong, where, and about which word."""
        super().__init__(problem=problem.value, place=place, about=about)
        self.problem = problem
        self.place = place
        self.about = about

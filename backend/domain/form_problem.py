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


class FormPlace(StrEnum):
    """The kinds of place in a file at which something can be wrong; each has its sentence."""

    LINE = "line"
    ROW = "row"
    QUESTION = "question"
    NAME = "name"
    FIELD = "field"

    def at(self, what: object) -> str:
        """Return the place of this kind."""
        return f"{self}:{what}"


class BadForm(Refused):
    """The file is no survey that we can take.

    `place` says where: "line:7" of a text, "row:7" of a workbook, "question:3" by its place, "name:how" by its code,
    "field:closes"; nothing where it is not known. `about` names the thing.
    """

    code = "bad-form"

    def __init__(self, problem: FormProblem, place: str = "", about: str = "") -> None:
        """Keep what is wrong, where, and about which word."""
        super().__init__(problem=problem.value, place=place, about=about)
        self.problem = problem
        self.place = place
        self.about = about

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


class BadForm(Refused):
    """The file is no survey that we can take. `place` says where (a line, a question), `about` names the thing."""

    code = "bad-form"

    def __init__(self, problem: FormProblem, place: str = "", about: str = "") -> None:
        """Keep what is wrong, where, and about which word."""
        super().__init__(problem=problem.value, place=place, about=about)
        self.problem = problem
        self.place = place
        self.about = about

"""The wording of what is sent to those whom a survey asks."""

from typing import Protocol

from backend.domain.survey import Form, Survey
from backend.ports.outside import Part


class SurveyPress(Protocol):
    """Turns a survey into the messages that ask for answers; `language` is that of the person who will read it."""

    def invitation(self, language: str, survey: Survey, form: Form) -> Part:
        """Ask to answer, with the button that begins."""

    def reminder(self, language: str, survey: Survey, *, has_begun: bool) -> Part:
        """Remind, once, whoever has not finished."""

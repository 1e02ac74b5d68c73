"""Turns what happened into a message to those whom it concerns."""

from backend.domain.city import City
from backend.domain.concern import Concern
from backend.domain.following import Known, Tally
from backend.domain.groups import WorkingGroup
from backend.domain.issue import Issue
from backend.ports import Part
from bot.texts.speaker import speaker_of
from bot.views import notices as views
from bot.views.view import View

LANGUAGE_OF_GROUPS = "fa"


class ChatNotices:
    """See `backend.ports.NoticePress`."""

    def __init__(self, city: City) -> None:
        """Write for this city."""
        self._city = city

    def state(self, language: str, issue: Issue, reason: str) -> Part:
        """Tell that an issue has a new state, and why."""
        return _part(views.state(speaker_of(language), issue, reason))

    def question(self, language: str, issue: Issue, question_id: int, text: str) -> Part:
        """Ask what a group wants to know about an issue."""
        return _part(views.question(speaker_of(language), issue, question_id, text))

    def urgent(self, concern: Concern, group: WorkingGroup) -> Part:
        """Tell a group of danger, at once."""
        return _part(views.urgent(speaker_of(LANGUAGE_OF_GROUPS), self._city, concern, group))

    def reported(self, language: str, concern_id: int, known: Known) -> Part:
        """Tell a writer that others brought this up before, and ask whether it is the same."""
        return _part(views.reported(speaker_of(language), self._city, concern_id, known))

    def check(self, language: str, issue: Issue, check_id: int) -> Part:
        """Ask whether what was called done is really done."""
        return _part(views.check(speaker_of(language), issue, check_id))

    def reopening_reason(self, tally: Tally) -> str:
        """Return why citizens had an issue opened again, in the language in which groups give their reasons."""
        return speaker_of(LANGUAGE_OF_GROUPS)("notice-reopened-reason", no=tally.no, answers=tally.answers)

    def reopened(self, issue: Issue, tally: Tally, group: WorkingGroup) -> Part:  # noqa: ARG002 - the port's signature
        """Tell a group that an issue was opened again, because citizens say that it is not done."""
        return _part(views.reopened(speaker_of(LANGUAGE_OF_GROUPS), issue, tally))


def _part(view: View) -> Part:
    """One message: a text that would need two is cut, since these are notices and not letters."""
    return Part("sendMessage", next(view.payloads()))

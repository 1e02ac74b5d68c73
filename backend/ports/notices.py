"""The wording of what citizens and groups are told without having asked."""

from typing import Protocol

from backend.domain.concern import Concern
from backend.domain.following import Known, Tally
from backend.domain.groups import WorkingGroup
from backend.domain.issue import Issue
from backend.ports.outside import Part


class NoticePress(Protocol):
    """Turns what happened into one short message; `language` is that of the person who will read it."""

    def state(self, language: str, issue: Issue, reason: str) -> Part:
        """Tell that an issue has a new state, and why."""

    def question(self, language: str, issue: Issue, question_id: int, text: str) -> Part:
        """Ask what a group wants to know about an issue."""

    def urgent(self, concern: Concern, group: WorkingGroup) -> Part:
        """Tell a group of danger, at once."""

    def reported(self, language: str, concern_id: int, known: Known) -> Part:
        """Tell a writer that others brought this up before, and ask whether it is the same."""

    def check(self, language: str, issue: Issue, check_id: int) -> Part:
        """Ask whether what was called done is really done."""

    def reopening_reason(self, tally: Tally) -> str:
        """Return why citizens had an issue opened again, in the language in which groups give their reasons."""

    def reopened(self, issue: Issue, tally: Tally, group: WorkingGroup) -> Part:
        """Tell a group that an issue was opened again, because citizens say that it is not done."""

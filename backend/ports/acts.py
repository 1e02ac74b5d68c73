"""What members do to issues: history, votes, owners, notes, merges; questions to citizens; reasons at hand."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Protocol

from backend.domain.acts import IssueEvent, Merge, Note, Question, QuestionAnswer, ReasonTemplate, Vote
from backend.domain.issue import IssueState


class Acts(Protocol):
    """What members do to issues. Every row belongs to one person, so two who act at once lose nothing."""

    def add_event(self, event: IssueEvent) -> None:
        """Append to an issue's history."""

    async def history(self, issue_id: int, limit: int) -> list[IssueEvent]:
        """Return the latest events of an issue, newest first."""

    async def latest_states(self, issue_ids: Iterable[int]) -> dict[int, IssueEvent]:
        """Return the latest change of state of each issue that had one."""

    async def handed_by(self, issue_id: int, group_id: int) -> int | None:
        """Return the group that handed the issue on to this one last, if one did."""

    async def regrouped_at(self) -> datetime | None:
        """Return when members last moved messages between issues, which the gatherer cannot know by itself."""

    def see(self, issue_id: int, group_id: int, person_id: int, at: datetime) -> None:
        """Note that a member saw an issue; once is enough."""

    async def seen_by(self, issue_id: int, group_id: int) -> set[int]:
        """Return the members of a group who noted that they saw an issue."""

    def vote(self, vote: Vote) -> None:
        """Keep a member's vote in the place of an earlier one."""

    async def votes(self, issue_ids: Iterable[int]) -> dict[int, list[Vote]]:
        """Return the votes of all groups, by issue."""

    def take(self, issue_id: int, group_id: int, person_id: int, at: datetime) -> None:
        """Make a member the owner, unless the group's issue has one."""

    def release(self, issue_id: int, group_id: int, person_id: int) -> None:
        """End a member's ownership; ending none, or another's, is harmless."""

    async def owner(self, issue_id: int, group_id: int) -> int | None:
        """Return the member who took the issue in this group."""

    def add_note(self, note: Note) -> None:
        """Keep a note."""

    async def notes(self, issue_id: int, group_id: int, limit: int) -> list[Note]:
        """Return a group's latest notes, newest first."""

    def add_merge(self, merge: Merge) -> None:
        """Keep a merge; an issue that is merged already makes it a conflict."""

    def undo_merge(self, merge_id: int, at: datetime) -> None:
        """Note that a merge no longer stands."""

    async def merge(self, merge_id: int) -> Merge | None:
        """Return a merge, standing or undone."""

    async def merges(self, issue_ids: Iterable[int]) -> list[Merge]:
        """Return the standing merges by which these issues hang together, and all that hang on those."""

    async def forget(self, person_id: int) -> None:
        """Drop a person's votes and sights, and every trace of who did what; the acts themselves stay."""


class Questions(Protocol):
    """What groups ask citizens, and what these answer."""

    def add(self, question: Question) -> None:
        """Keep a question."""

    async def by_id(self, question_id: int) -> Question | None:
        """Return a question."""

    async def of_issue(self, issue_id: int) -> list[Question]:
        """Return the questions about an issue, newest first."""

    async def answer(self, answer: QuestionAnswer) -> None:
        """Keep a person's answer in the place of an earlier one."""

    async def answers(self, question_ids: Iterable[int]) -> Mapping[int, Sequence[QuestionAnswer]]:
        """Return the answers by question, newest first."""


class ReasonTemplates(Protocol):
    """The reasons that members have at hand, by state."""

    async def of_state(self, state: IssueState) -> list[ReasonTemplate]:
        """Return those of a state, in the order in which they were written."""

    def add(self, template: ReasonTemplate) -> None:
        """Keep one."""

    def change(self, template_id: int, text: str) -> None:
        """Change the words of one."""

    def remove(self, template_id: int) -> None:
        """Remove one."""

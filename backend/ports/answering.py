"""Surveys while they are being answered: who is asked, what was answered so far, what is poured together."""

from collections.abc import Collection, Iterable, Mapping
from datetime import datetime
from typing import Protocol

from backend.domain.survey import Draft, Form, Response, Survey, SurveyState


class Answering(Protocol):
    """Surveys while they are being answered."""

    async def has_work(self) -> bool:
        """Say whether there is a survey that is to be opened, is open, or is closed and not settled yet."""

    async def surveys_in(self, *states: SurveyState) -> list[Survey]:
        """Return the surveys in these states, by number."""

    async def drafts(self, asked: Collection[tuple[int, int]]) -> dict[tuple[int, int], Draft]:
        """Return the drafts of these surveys and persons, by both."""

    async def forms(self, survey_ids: Iterable[int]) -> dict[tuple[int, int], Form]:
        """Return all forms of these surveys, by survey and version."""

    def move(self, draft: Draft) -> None:
        """Keep a draft that exists; one that was poured or dropped meanwhile is not brought back."""

    async def held(self, survey_id: int, person_id: int) -> Draft | None:
        """Return a draft, locked against being poured at the same moment."""

    async def pool(self, survey_id: int, limit: int, *, is_finished: bool) -> list[Draft]:
        """Return drafts of a survey, locked against other changes, in no order that tells anything."""

    async def with_finished_drafts(self) -> set[int]:
        """Return the surveys of which finished drafts wait."""

    def draw(self, survey_id: int, person_ids: Iterable[int]) -> None:
        """Note that persons are to be asked; drawing again changes nothing."""

    def undraw(self, survey_id: int, person_ids: Iterable[int]) -> None:
        """Take persons back who cannot be asked any more."""

    async def to_invite(self, survey_id: int, limit: int) -> list[int]:
        """Return persons who were drawn, not invited yet, and have not begun by themselves."""

    def invited(self, survey_id: int, person_ids: Iterable[int], at: datetime) -> None:
        """Note that drawn persons were invited."""

    def begun(self, survey_id: int, person_id: int, at: datetime) -> None:
        """Note that a person began."""

    def finished(self, survey_id: int, person_id: int, at: datetime) -> None:
        """Note that a person finished."""

    def reminded(self, survey_id: int, person_ids: Iterable[int], at: datetime) -> None:
        """Note that persons were reminded."""

    async def offered_to(self, person_id: int) -> list[int]:
        """Return the surveys that a person was asked to answer, or began, and has not finished."""

    async def give_back(self, survey_id: int, field: str, value: str) -> None:
        """Give one place of a quota back."""

    async def cells(self, survey_id: int) -> Mapping[tuple[str | None, str | None], int]:
        """Return how many answers were kept for each stakeholder group and district."""

    async def known_fingerprints(self, survey_id: int, fingerprints: Collection[str]) -> set[str]:
        """Return which of these fingerprints an answer of the survey has already."""

    async def response_of(self, survey_id: int, person_id: int) -> Response | None:
        """Return a person's answers to a survey that is not anonymous."""

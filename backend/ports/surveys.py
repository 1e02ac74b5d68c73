"""Surveys, their forms and their answers."""

from collections.abc import Iterable, Sequence
from typing import Protocol

from backend.domain.survey import Draft, Form, Participation, Quota, Response, Survey


class Surveys(Protocol):
    """Surveys, their forms and their answers."""

    def add(self, survey: Survey, form: Form) -> None:
        """Keep a new survey with its first form."""

    def add_form(self, form: Form) -> None:
        """Keep a form: a new version, or another content of one that nobody answered yet."""

    def change(self, survey_id: int, **values: object) -> None:
        """Change columns of a survey."""

    async def next_number(self) -> int:
        """Return the number for the next survey."""

    async def all(self) -> list[Survey]:
        """Return every survey by number."""

    async def by_number(self, number: int) -> Survey | None:
        """Return the survey with this number."""

    async def by_ids(self, survey_ids: Iterable[int]) -> dict[int, Survey]:
        """Return surveys by id."""

    async def by_token(self, token: str) -> Survey | None:
        """Return the survey that a link opens."""

    async def form(self, survey_id: int, version: int) -> Form | None:
        """Return one version of a survey's questions."""

    async def forms(self, survey_id: int) -> list[Form]:
        """Return all versions, oldest first, without the one in the making."""

    def drop_form(self, survey_id: int, version: int) -> None:
        """Forget a form that nobody answered; forgetting none is harmless."""

    def freeze(self, survey_id: int, version: int) -> None:
        """Note that somebody answered a version; freezing twice is harmless."""

    async def replace_quotas(self, survey_id: int, quotas: Sequence[Quota]) -> None:
        """Keep these quotas instead of those before."""

    async def remove(self, survey_id: int) -> None:
        """Remove a survey that nobody was asked yet."""

    async def take_quota(self, survey_id: int, field: str, value: str) -> bool:
        """Take one place of a quota, if there is a free one; True also where there is no such quota."""

    async def full_quotas(self, survey_id: int) -> set[tuple[str, str]]:
        """Return the fields and values whose quota is full."""

    async def participation(self, survey_id: int, person_id: int) -> Participation | None:
        """Return how far a person came, if they were asked or began."""

    async def to_remind(self, survey_id: int, after_person: int, limit: int) -> list[Participation]:
        """Return participations that are neither finished nor reminded, by person."""

    async def counts(self, survey_id: int) -> tuple[int, int, int]:
        """Return how many persons were invited, began and finished."""

    def put_draft(self, draft: Draft) -> None:
        """Keep a draft, in the place of the one that was known."""

    async def draft(self, survey_id: int, person_id: int) -> Draft | None:
        """Return a person's draft."""

    async def drafts_of(self, person_id: int) -> list[Draft]:
        """Return a person's open drafts, the last touched first."""

    def drop_draft(self, survey_id: int, person_id: int) -> None:
        """Forget a draft."""

    def add_response(self, response: Response) -> None:
        """Keep a response; a second one of the same person is passed over."""

    async def responses(self, survey_id: int, after_id: int, limit: int) -> list[Response]:
        """Return responses of a survey, all versions, by id."""

    async def newest_response(self, survey_id: int) -> tuple[int, int]:
        """Return how many responses a survey has, and the id of the newest; 0 without any."""

    async def audience(
        self, stakeholder_groups: Sequence[str], districts: Sequence[str], after_person: int, limit: int
    ) -> list[int]:
        """Return persons who can be reached and are not muted, of these groups and districts (empty: any), by id."""

    async def stopped_at(self, survey_id: int) -> dict[tuple[int, str], int]:
        """Return how many unfinished drafts stand at each question, by version and question code."""

"""Surveys while they are being answered."""

from collections.abc import Collection, Iterable, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import Select, func, select, tuple_, update

from backend.domain.survey import Draft, Form, Participation, Response, Survey, SurveyState
from backend.storage import tables as t
from backend.storage.collector import Collector, Known
from backend.storage.surveys import SqlSurveys, read_response, read_survey

_p, _d, _r = t.survey_participation.c, t.survey_draft.c, t.survey_response.c
_UNFINISHED = _p.finished_at.is_(None)


class SqlAnswering:
    """See `backend.ports.Answering`."""

    def __init__(self, collector: Collector) -> None:
        """Work within one transaction."""
        self._rows = collector

    async def has_work(self) -> bool:
        """Say whether there is a survey that is to be opened, is open, or is closed and not settled yet."""
        c = t.survey.c
        is_running = c.state.in_([SurveyState.SCHEDULED.value, SurveyState.OPEN.value])
        is_unsettled = (c.state == SurveyState.CLOSED.value) & c.closed_at.is_(None)
        return bool(await self._rows.rows(select(c.id).where(is_running | is_unsettled).limit(1)))

    async def surveys_in(self, *states: SurveyState) -> list[Survey]:
        """Return the surveys in these states, by number."""
        wanted = t.survey.c.state.in_([state.value for state in states])
        rows = await self._rows.rows(select(t.survey).where(wanted).order_by(t.survey.c.number))
        return [read_survey(row) for row in rows]

    async def drafts(self, asked: Collection[tuple[int, int]]) -> dict[tuple[int, int], Draft]:
        """Return the drafts of these surveys and persons, by both."""
        statement = select(t.survey_draft).where(tuple_(_d.survey_id, _d.person_id).in_(list(asked)))
        return {(one.survey_id, one.person_id): one for one in await self._drafts(statement)}

    async def forms(self, survey_ids: Iterable[int]) -> dict[tuple[int, int], Form]:
        """Return all forms of these surveys, by survey and version."""
        surveys = SqlSurveys(self._rows)
        return {(one, form.version): form for one in survey_ids for form in await surveys.forms(one)}

    def move(self, draft: Draft) -> None:
        """Keep a draft that exists; one that was poured or dropped meanwhile is not brought back."""
        values = {name: getattr(draft, name) for name in Draft.__slots__}
        key = {name: values.pop(name) for name in ("survey_id", "person_id")}
        self._rows.change(t.survey_draft, key, values)

    async def held(self, survey_id: int, person_id: int) -> Draft | None:
        """Return a draft, locked against being poured at the same moment."""
        mine = (_d.survey_id == survey_id, _d.person_id == person_id)
        found = await self._drafts(self._locking(select(t.survey_draft).where(*mine)))
        return found[0] if found else None

    async def pool(self, survey_id: int, limit: int, *, is_finished: bool) -> list[Draft]:
        """Return drafts of a survey, locked against other changes, in no order that tells anything."""
        wanted = (_d.survey_id == survey_id, _d.is_finished.is_(is_finished))
        statement = select(t.survey_draft).where(*wanted).order_by(_d.person_id).limit(limit)
        return await self._drafts(self._locking(statement))

    async def with_finished_drafts(self) -> set[int]:
        """Return the surveys of which finished drafts wait."""
        rows = await self._rows.rows(select(_d.survey_id).where(_d.is_finished).distinct())
        return {row.survey_id for row in rows}

    def draw(self, survey_id: int, person_ids: Iterable[int]) -> None:
        """Note that persons are to be asked; drawing again changes nothing."""
        for person_id in person_ids:
            self._participate(Participation(survey_id, person_id))

    def undraw(self, survey_id: int, person_ids: Iterable[int]) -> None:
        """Take persons back who cannot be asked any more."""
        for person_id in person_ids:
            self._rows.remove(t.survey_participation, {"survey_id": survey_id, "person_id": person_id})

    async def to_invite(self, survey_id: int, limit: int) -> list[int]:
        """Return persons who were drawn, not invited yet, and have not begun by themselves."""
        waiting = (_p.survey_id == survey_id, _p.invited_at.is_(None), _p.started_at.is_(None), _UNFINISHED)
        rows = await self._rows.rows(select(_p.person_id).where(*waiting).order_by(_p.person_id).limit(limit))
        return [row.person_id for row in rows]

    def invited(self, survey_id: int, person_ids: Iterable[int], at: datetime) -> None:
        """Note that drawn persons were invited."""
        self._note(survey_id, person_ids, invited_at=at)

    def begun(self, survey_id: int, person_id: int, at: datetime) -> None:
        """Note that a person began."""
        self._participate(Participation(survey_id, person_id))
        self._note(survey_id, [person_id], started_at=at)

    def finished(self, survey_id: int, person_id: int, at: datetime) -> None:
        """Note that a person finished."""
        self._note(survey_id, [person_id], finished_at=at)

    def reminded(self, survey_id: int, person_ids: Iterable[int], at: datetime) -> None:
        """Note that persons were reminded."""
        self._note(survey_id, person_ids, reminded_at=at)

    async def offered_to(self, person_id: int) -> list[int]:
        """Return the surveys that a person was asked to answer, or began, and has not finished."""
        rows = await self._rows.rows(select(_p.survey_id).where(_p.person_id == person_id, _UNFINISHED))
        return [row.survey_id for row in rows]

    async def give_back(self, survey_id: int, field: str, value: str) -> None:
        """Give one place of a quota back."""
        c = t.survey_quota.c
        which = (c.survey_id == survey_id, c.field == field, c.value == value, c.taken > 0)
        await self._rows.run(update(t.survey_quota).where(*which).values(taken=c.taken - 1))

    async def cells(self, survey_id: int) -> Mapping[tuple[str | None, str | None], int]:
        """Return how many answers were kept for each stakeholder group and district."""
        counted = select(_r.stakeholder_group, _r.district, func.count()).where(_r.survey_id == survey_id)
        rows = await self._rows.rows(counted.group_by(_r.stakeholder_group, _r.district))
        return {(row[0], row[1]): row[2] for row in rows}

    async def known_fingerprints(self, survey_id: int, fingerprints: Collection[str]) -> set[str]:
        """Return which of these fingerprints an answer of the survey has already."""
        if not fingerprints:
            return set()
        alike = (_r.survey_id == survey_id, _r.fingerprint.in_(list(fingerprints)))
        return {row.fingerprint for row in await self._rows.rows(select(_r.fingerprint).where(*alike).distinct())}

    async def response_of(self, survey_id: int, person_id: int) -> Response | None:
        """Return a person's answers to a survey that is not anonymous."""
        statement = select(t.survey_response).where(_r.survey_id == survey_id, _r.person_id == person_id)
        rows = await self._rows.rows(statement)
        return read_response(rows[0]) if rows else None

    def _participate(self, participation: Participation) -> None:
        row = {name: getattr(participation, name) for name in Participation.__slots__}
        self._rows.add(t.survey_participation, row, Known.IS_KEPT)

    def _note(self, survey_id: int, person_ids: Iterable[int], **values: datetime) -> None:
        for person_id in person_ids:
            self._rows.change(t.survey_participation, {"survey_id": survey_id, "person_id": person_id}, values)

    def _locking(self, statement: Select[Any]) -> Select[Any]:
        """On PostgreSQL lock the rows; SQLite has one writer at a time."""
        return statement.with_for_update() if self._rows.is_postgresql else statement

    async def _drafts(self, statement: Select[Any]) -> list[Draft]:
        return [Draft(**row._mapping) for row in await self._rows.rows(statement)]  # noqa: SLF001 - public in SQLAlchemy

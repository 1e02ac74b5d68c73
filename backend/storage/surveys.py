"""Surveys, their forms and their answers."""

from collections.abc import Iterable, Sequence
from typing import Any

from pydantic import TypeAdapter
from sqlalchemy import ColumnElement, Select, delete, func, select, update

from backend.domain.people import ContactKind
from backend.domain.survey import (
    IN_THE_MAKING,
    Draft,
    Form,
    Mark,
    Participation,
    Question,
    Quota,
    Response,
    Survey,
    SurveyAudience,
    SurveyState,
)
from backend.storage import tables as t
from backend.storage.collector import AnyRow, Collector, Known

_QUESTIONS = TypeAdapter(tuple[Question, ...])
_QUOTAS = TypeAdapter(tuple[Quota, ...])
_AUDIENCE = TypeAdapter(SurveyAudience)
_MARKS = Response.__match_args__.index("marks")
_s, _p, _d, _r = t.survey.c, t.survey_participation.c, t.survey_draft.c, t.survey_response.c


class SqlSurveys:
    """See `backend.ports.Surveys`."""

    def __init__(self, collector: Collector) -> None:
        """Work within one transaction."""
        self._rows = collector

    def add(self, survey: Survey, form: Form) -> None:
        """Keep a new survey with its first form."""
        self._rows.add(t.survey, _survey_row(survey))
        self.add_form(form)
        self._add_quotas(survey.id, survey.quotas)

    def add_form(self, form: Form) -> None:
        """Keep a form: a new version, or another content of one that nobody answered yet."""
        row = {
            "survey_id": form.survey_id,
            "version": form.version,
            "questions": _QUESTIONS.dump_python(form.questions, mode="json"),
            "created_at": form.created_at,
            "is_frozen": form.is_frozen,
        }
        self._rows.add(t.survey_form, row, Known.IS_REPLACED)

    def change(self, survey_id: int, **values: object) -> None:
        """Change columns of a survey."""
        if "audience" in values:
            values["audience"] = _AUDIENCE.dump_python(values["audience"], mode="json")  # type: ignore[arg-type]
        if "quotas" in values:
            values["quotas"] = _QUOTAS.dump_python(values["quotas"], mode="json")  # type: ignore[arg-type]
        self._rows.change(t.survey, {"id": survey_id}, values)

    async def next_number(self) -> int:
        """Return the number for the next survey."""
        return int(await self._rows.value(select(func.coalesce(func.max(_s.number), 0)))) + 1

    async def all(self) -> list[Survey]:
        """Return every survey by number."""
        return [read_survey(row) for row in await self._rows.rows(select(t.survey).order_by(_s.number))]

    async def by_number(self, number: int) -> Survey | None:
        """Return the survey with this number."""
        return await self._one(_s.number == number)

    async def by_ids(self, survey_ids: Iterable[int]) -> dict[int, Survey]:
        """Return surveys by id."""
        rows = await self._rows.rows(select(t.survey).where(_s.id.in_(list(survey_ids))))
        return {row.id: read_survey(row) for row in rows}

    async def by_token(self, token: str) -> Survey | None:
        """Return the survey that a link opens."""
        return await self._one(_s.token == token)

    async def _one(self, condition: ColumnElement[bool]) -> Survey | None:
        rows = await self._rows.rows(select(t.survey).where(condition))
        return read_survey(rows[0]) if rows else None

    async def form(self, survey_id: int, version: int) -> Form | None:
        """Return one version of a survey's questions."""
        found = await self._forms(survey_id, t.survey_form.c.version == version)
        return found[0] if found else None

    async def forms(self, survey_id: int) -> list[Form]:
        """Return all versions, oldest first, without the one in the making."""
        return await self._forms(survey_id, t.survey_form.c.version > IN_THE_MAKING)

    async def _forms(self, survey_id: int, which: ColumnElement[bool]) -> list[Form]:
        c = t.survey_form.c
        rows = await self._rows.rows(select(t.survey_form).where(c.survey_id == survey_id, which).order_by(c.version))
        return [
            Form(row.survey_id, row.version, _QUESTIONS.validate_python(row.questions), row.created_at, row.is_frozen)
            for row in rows
        ]

    def drop_form(self, survey_id: int, version: int) -> None:
        """Forget a form that nobody answered; forgetting none is harmless."""
        self._rows.remove(t.survey_form, {"survey_id": survey_id, "version": version})

    def freeze(self, survey_id: int, version: int) -> None:
        """Note that somebody answered a version; freezing twice is harmless."""
        self._rows.change(t.survey_form, {"survey_id": survey_id, "version": version}, {"is_frozen": True})

    def _add_quotas(self, survey_id: int, quotas: Sequence[Quota]) -> None:
        """Keep quotas of which nothing is taken yet."""
        for quota in quotas:
            key = {"survey_id": survey_id, "field": quota.field, "value": quota.value}
            self._rows.add(t.survey_quota, key | {"limit": quota.limit, "taken": 0}, Known.IS_REPLACED)

    async def replace_quotas(self, survey_id: int, quotas: Sequence[Quota]) -> None:
        """Keep these quotas instead of those before."""
        await self._rows.run(delete(t.survey_quota).where(t.survey_quota.c.survey_id == survey_id))
        self._add_quotas(survey_id, quotas)

    async def remove(self, survey_id: int) -> None:
        """Remove a survey that nobody was asked yet."""
        for table in (t.survey_quota, t.survey_form):
            await self._rows.run(delete(table).where(table.c.survey_id == survey_id))
        await self._rows.run(delete(t.survey).where(_s.id == survey_id))

    async def take_quota(self, survey_id: int, field: str, value: str) -> bool:
        """Take one place of a quota, if there is a free one; True also where there is no such quota."""
        c = t.survey_quota.c
        which = (c.survey_id == survey_id, c.field == field, c.value == value)
        taken = await self._rows.run(update(t.survey_quota).where(*which, c.taken < c.limit).values(taken=c.taken + 1))
        return bool(taken) or not await self._rows.rows(select(c.limit).where(*which))

    async def full_quotas(self, survey_id: int) -> set[tuple[str, str]]:
        """Return the fields and values whose quota is full."""
        c = t.survey_quota.c
        rows = await self._rows.rows(select(c.field, c.value).where(c.survey_id == survey_id, c.taken >= c.limit))
        return {(row.field, row.value) for row in rows}

    async def participation(self, survey_id: int, person_id: int) -> Participation | None:
        """Return how far a person came, if they were asked or began."""
        statement = select(t.survey_participation).where(_p.survey_id == survey_id, _p.person_id == person_id)
        rows = await self._rows.rows(statement)
        return Participation(*rows[0]) if rows else None

    async def to_remind(self, survey_id: int, after_person: int, limit: int) -> list[Participation]:
        """Return participations that are neither finished nor reminded, by person."""
        waits = (_p.finished_at.is_(None), _p.reminded_at.is_(None), _p.invited_at.is_not(None))
        statement = select(t.survey_participation).where(_p.survey_id == survey_id, _p.person_id > after_person, *waits)
        rows = await self._rows.rows(statement.order_by(_p.person_id).limit(limit))
        return [Participation(*row) for row in rows]

    async def counts(self, survey_id: int) -> tuple[int, int, int]:
        """Return how many persons were invited, began and finished."""
        counted = select(func.count(_p.invited_at), func.count(_p.started_at), func.count(_p.finished_at))
        (row,) = await self._rows.rows(counted.where(_p.survey_id == survey_id))
        return row[0], row[1], row[2]

    def put_draft(self, draft: Draft) -> None:
        """Keep a draft, in the place of the one that was known."""
        row = {name: getattr(draft, name) for name in Draft.__slots__}
        self._rows.add(t.survey_draft, row, Known.IS_REPLACED)

    async def draft(self, survey_id: int, person_id: int) -> Draft | None:
        """Return a person's draft."""
        found = await self._drafts(select(t.survey_draft).where(_d.survey_id == survey_id, _d.person_id == person_id))
        return found[0] if found else None

    async def drafts_of(self, person_id: int) -> list[Draft]:
        """Return a person's open drafts, the last touched first."""
        mine = (_d.person_id == person_id, ~_d.is_finished)
        return await self._drafts(select(t.survey_draft).where(*mine).order_by(_d.touched_at.desc()))

    async def _drafts(self, statement: Select[Any]) -> list[Draft]:
        return [Draft(**row._mapping) for row in await self._rows.rows(statement)]  # noqa: SLF001 - public in SQLAlchemy

    def drop_draft(self, survey_id: int, person_id: int) -> None:
        """Forget a draft."""
        self._rows.remove(t.survey_draft, {"survey_id": survey_id, "person_id": person_id})

    def add_response(self, response: Response) -> None:
        """Keep a response; a second one of the same person is passed over."""
        row = {name: getattr(response, name) for name in Response.__slots__}
        self._rows.add(t.survey_response, row | {"marks": [mark.value for mark in response.marks]}, Known.IS_KEPT)

    async def responses(self, survey_id: int, after_id: int, limit: int) -> list[Response]:
        """Return responses of a survey, all versions, by id."""
        of_survey = select(t.survey_response).where(_r.survey_id == survey_id, _r.id > after_id)
        rows = await self._rows.rows(of_survey.order_by(_r.id).limit(limit))
        return [read_response(row) for row in rows]

    async def newest_response(self, survey_id: int) -> tuple[int, int]:
        """Return how many responses a survey has, and the id of the newest; 0 without any."""
        counted = select(func.count(), func.coalesce(func.max(_r.id), 0)).where(_r.survey_id == survey_id)
        (row,) = await self._rows.rows(counted)
        return row[0], row[1]

    async def audience(
        self, stakeholder_groups: Sequence[str], districts: Sequence[str], after_person: int, limit: int
    ) -> list[int]:
        """Return persons who can be reached and are not muted, of these groups and districts (empty: any), by id."""
        person, contact = t.person.c, t.contact.c
        reached = (contact.person_id == person.id, contact.kind == ContactKind.PRIVATE.value, contact.active)
        statement = select(person.id).where(person.id > after_person, ~person.muted)
        statement = statement.where(select(contact.id).where(*reached).exists())
        if stakeholder_groups:
            statement = statement.where(person.stakeholder_group.in_(stakeholder_groups))
        if districts:
            statement = statement.where(person.district.in_(districts))
        return [row.id for row in await self._rows.rows(statement.order_by(person.id).limit(limit))]

    async def stopped_at(self, survey_id: int) -> dict[tuple[int, str], int]:
        """Return how many unfinished drafts stand at each question, by version and question code."""
        open_ones = (_d.survey_id == survey_id, ~_d.is_finished, _d.at.is_not(None))
        counted = select(_d.version, _d.at, func.count()).where(*open_ones).group_by(_d.version, _d.at)
        return {(row[0], row[1]): row[2] for row in await self._rows.rows(counted)}


def _survey_row(survey: Survey) -> dict[str, Any]:
    row = {name: getattr(survey, name) for name in Survey.__slots__}
    return row | {
        "audience": _AUDIENCE.dump_python(survey.audience, mode="json"),
        "quotas": _QUOTAS.dump_python(survey.quotas, mode="json"),
        "state": survey.state.value,
    }


def read_survey(row: AnyRow) -> Survey:
    """Return the survey that a row holds."""
    fields = dict(row._mapping)  # noqa: SLF001 - public in SQLAlchemy
    fields |= {
        "audience": _AUDIENCE.validate_python(fields["audience"]),
        "quotas": _QUOTAS.validate_python(fields["quotas"]),
        "state": SurveyState(fields["state"]),
    }
    return Survey(**fields)


def read_response(row: AnyRow) -> Response:
    """Return the response that a row holds; the columns stand in the order of its fields."""
    fields: list[Any] = list(row)
    fields[_MARKS] = tuple(Mark(mark) for mark in fields[_MARKS])
    return Response(*fields)

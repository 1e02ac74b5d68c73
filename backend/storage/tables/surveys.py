"""Surveys, their forms and their answers."""

from sqlalchemy import JSON, BigInteger, Boolean, Column, ForeignKey, Index, Integer, String, Table, Text

from backend.storage.tables.core import Moment, id_column, metadata

survey = Table(
    "survey",
    metadata,
    id_column(),
    Column("number", Integer, nullable=False, unique=True),
    Column("title", Text, nullable=False),
    Column("introduction", Text, nullable=False),
    Column("thanks", Text, nullable=False),
    Column("is_anonymous", Boolean, nullable=False),
    Column("audience", JSON, nullable=False),
    Column("quotas", JSON, nullable=False),
    Column("token", String(48), nullable=False, unique=True),
    Column("state", String(16), nullable=False, index=True),
    Column("version", Integer, nullable=False),
    Column("created_by", ForeignKey("person.id")),
    Column("created_at", Moment, nullable=False),
    Column("opens_at", Moment),
    Column("closes_at", Moment),
    Column("has_reminder", Boolean, nullable=False),
    Column("opened_at", Moment),
    Column("closed_at", Moment),
)

survey_form = Table(
    "survey_form",
    metadata,
    Column("survey_id", ForeignKey("survey.id"), primary_key=True),
    Column("version", Integer, primary_key=True),
    Column("questions", JSON, nullable=False),
    Column("created_at", Moment, nullable=False),
    Column("is_frozen", Boolean, nullable=False),
)

# How much of each quota is taken; counted up only while it is below the limit, so that it holds under haste.
survey_quota = Table(
    "survey_quota",
    metadata,
    Column("survey_id", ForeignKey("survey.id"), primary_key=True),
    Column("field", String(32), primary_key=True),
    Column("value", String(32), primary_key=True),
    Column("limit", Integer, nullable=False),
    Column("taken", Integer, nullable=False),
)

survey_participation = Table(
    "survey_participation",
    metadata,
    Column("survey_id", ForeignKey("survey.id"), primary_key=True),
    Column("person_id", ForeignKey("person.id"), primary_key=True, index=True),
    Column("invited_at", Moment),
    Column("started_at", Moment),
    Column("finished_at", Moment),
    Column("reminded_at", Moment),
)

survey_draft = Table(
    "survey_draft",
    metadata,
    Column("survey_id", ForeignKey("survey.id"), primary_key=True),
    Column("person_id", ForeignKey("person.id"), primary_key=True, index=True),
    Column("version", Integer, nullable=False),
    Column("answers", JSON, nullable=False),
    Column("at", String(64)),
    Column("started_at", Moment, nullable=False),
    Column("touched_at", Moment, nullable=False),
    Column("message_id", BigInteger),
    Column("is_finished", Boolean, nullable=False),
)

survey_response = Table(
    "survey_response",
    metadata,
    id_column(),
    Column("survey_id", ForeignKey("survey.id"), nullable=False),
    Column("version", Integer, nullable=False),
    Column("answers", JSON, nullable=False),
    Column("finished_on", Moment, nullable=False),
    Column("is_complete", Boolean, nullable=False),
    Column("person_id", ForeignKey("person.id"), index=True),
    Column("stakeholder_group", String(32)),
    Column("district", String(32)),
    Column("seconds", Integer),
    Column("marks", JSON, nullable=False),
    Column("fingerprint", String(32)),
    Index("ix_survey_response_survey_id_id", "survey_id", "id"),
    Index("ix_survey_response_survey_id_fingerprint", "survey_id", "fingerprint"),
    # One answer a person; anonymous ones have none, and nulls are all different.
    Index("ix_survey_response_survey_id_person_id", "survey_id", "person_id", unique=True),
)

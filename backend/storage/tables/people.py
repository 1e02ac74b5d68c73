"""Persons, and apart from them their addresses."""

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    ForeignKey,
    Index,
    String,
    Table,
    UniqueConstraint,
    false,
    text,
)

from backend.storage.tables.core import Moment, id_column, metadata

person = Table(
    "person",
    metadata,
    id_column(),
    Column("created_at", Moment, nullable=False),
    Column("stakeholder_group", ForeignKey("stakeholder_group.code")),
    Column("district", String(32)),
    Column("language", String(8), nullable=False, server_default="fa"),
    Column("muted", Boolean, nullable=False, server_default=false()),
)

contact = Table(
    "contact",
    metadata,
    id_column(),
    Column("platform", String(16), nullable=False),
    Column("chat_id", BigInteger, nullable=False),
    Column("kind", String(16), nullable=False),
    Column("person_id", ForeignKey("person.id"), index=True),
    Column("active", Boolean, nullable=False),
    Column("created_at", Moment, nullable=False),
    UniqueConstraint("platform", "chat_id"),
)

person_role = Table(
    "person_role",
    metadata,
    Column("person_id", ForeignKey("person.id"), primary_key=True),
    Column("role", String(16), primary_key=True),
    Column("since", Moment, nullable=False),
)

# Files of surveys that wait to be read (`backend.domain.survey_plan.READING_STEP`): looked for every second.
_READS = text("step = 'survey-reading'")

dialogue = Table(
    "dialogue",
    metadata,
    Column("contact_id", ForeignKey("contact.id"), primary_key=True),
    Column("person_id", ForeignKey("person.id"), primary_key=True),
    Column("step", String(64), nullable=False),
    Column("data", JSON, nullable=False),
    Index("ix_dialogue_reading", "step", sqlite_where=_READS, postgresql_where=_READS),
)

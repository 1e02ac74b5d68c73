"""Measures and the votes on them."""

from sqlalchemy import Column, ForeignKey, Index, Integer, String, Table, Text

from backend.storage.tables.core import Moment, id_column, metadata

measure = Table(
    "measure",
    metadata,
    id_column(),
    Column("number", Integer, nullable=False, unique=True),
    Column("group_id", ForeignKey("working_group.id"), nullable=False),
    Column("kind", String(16), nullable=False),
    Column("title", Text, nullable=False),
    Column("subject", String(32)),
    Column("custodian", Text, nullable=False),
    Column("year", Integer, nullable=False),
    Column("quarter", Integer),
    Column("proposed_by", ForeignKey("person.id")),
    Column("proposed_at", Moment, nullable=False),
    Column("deadline", Moment, nullable=False),
    Column("quorum", Integer, nullable=False),
    Column("majority", String(16), nullable=False),
    Column("days", Integer, nullable=False),
    Column("state", String(16), nullable=False),
    Column("decided_at", Moment),
    Column("agreed", Integer),
    Column("objected", Integer),
    Column("abstained", Integer),
    Column("members", Integer),
    Index("ix_measure_group_id_state", "group_id", "state"),
    Index("ix_measure_state_deadline", "state", "deadline"),
)

measure_issue = Table(
    "measure_issue",
    metadata,
    Column("measure_id", ForeignKey("measure.id"), primary_key=True),
    Column("issue_id", ForeignKey("issue.id"), primary_key=True, index=True),
)

measure_vote = Table(
    "measure_vote",
    metadata,
    Column("measure_id", ForeignKey("measure.id"), primary_key=True),
    Column("person_id", ForeignKey("person.id"), primary_key=True, index=True),
    Column("stand", String(8), nullable=False),
    Column("reason", Text, nullable=False),
    Column("at", Moment, nullable=False),
)

group_rules = Table(
    "group_rules",
    metadata,
    Column("group_id", ForeignKey("working_group.id"), primary_key=True),
    Column("quorum", Integer, nullable=False),
    Column("majority", String(16), nullable=False),
    Column("days", Integer, nullable=False),
)

"""What ties people to issues, and what they were told and asked of them."""

from sqlalchemy import Boolean, Column, ForeignKey, Index, String, Table, Text

from backend.storage.tables.core import Moment, id_column, metadata

support = Table(
    "support",
    metadata,
    Column("issue_id", ForeignKey("issue.id"), primary_key=True),
    Column("person_id", ForeignKey("person.id"), primary_key=True, index=True),
    Column("at", Moment, nullable=False),
)

silence = Table(
    "silence",
    metadata,
    Column("issue_id", ForeignKey("issue.id"), primary_key=True),
    Column("person_id", ForeignKey("person.id"), primary_key=True, index=True),
)

apart = Table(
    "apart",
    metadata,
    Column("concern_id", ForeignKey("concern.id", ondelete="CASCADE"), primary_key=True),
    Column("issue_id", ForeignKey("issue.id"), primary_key=True),
)

announcement = Table(
    "announcement",
    metadata,
    id_column(),
    Column("issue_id", ForeignKey("issue.id"), nullable=False),
    Column("state", String(16), nullable=False),
    Column("reason", Text, nullable=False),
    Column("at", Moment, nullable=False),
    Index("ix_announcement_issue_id", "issue_id"),
    Index("ix_announcement_state_at", "state", "at"),
)

outcome_check = Table(
    "outcome_check",
    metadata,
    id_column(),
    Column("issue_id", ForeignKey("issue.id"), nullable=False, index=True),
    Column("announcement_id", ForeignKey("announcement.id"), nullable=False, unique=True),
    Column("asked_at", Moment, nullable=False),
    Column("closed_at", Moment),
    Column("reopened", Boolean, nullable=False),
)

outcome_answer = Table(
    "outcome_answer",
    metadata,
    Column("check_id", ForeignKey("outcome_check.id"), primary_key=True),
    Column("person_id", ForeignKey("person.id"), primary_key=True, index=True),
    Column("answer", String(8), nullable=False),
    Column("at", Moment, nullable=False),
)

"""What members do to issues.

A group's id stands here without a foreign key: the secretariat may act before a group was founded for it (id 0). Each
person has a row of their own, so that two who act at the same moment never write the same one.
"""

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    Text,
    UniqueConstraint,
    text,
)

from backend.storage.tables.core import Moment, id_column, metadata

issue_event = Table(
    "issue_event",
    metadata,
    id_column(),
    Column("issue_id", ForeignKey("issue.id"), nullable=False),
    Column("group_id", BigInteger),
    Column("at", Moment, nullable=False),
    Column("actor_id", ForeignKey("person.id")),
    Column("kind", String(16), nullable=False),
    Column("detail", JSON, nullable=False),
    Column("reason", Text, nullable=False),
    Column("is_public", Boolean, nullable=False),
    Index("ix_issue_event_issue_id_id", "issue_id", "id"),
    Index("ix_issue_event_kind_id", "kind", "id"),
)

issue_seen = Table(
    "issue_seen",
    metadata,
    Column("issue_id", ForeignKey("issue.id"), primary_key=True),
    Column("group_id", BigInteger, primary_key=True, autoincrement=False),
    Column("person_id", ForeignKey("person.id"), primary_key=True, index=True),
    Column("at", Moment, nullable=False),
)

issue_vote = Table(
    "issue_vote",
    metadata,
    Column("issue_id", ForeignKey("issue.id"), primary_key=True),
    Column("group_id", BigInteger, primary_key=True, autoincrement=False),
    Column("person_id", ForeignKey("person.id"), primary_key=True, index=True),
    Column("priority", Integer, nullable=False),
    Column("at", Moment, nullable=False),
)

issue_owner = Table(
    "issue_owner",
    metadata,
    Column("issue_id", ForeignKey("issue.id"), primary_key=True),
    Column("group_id", BigInteger, primary_key=True, autoincrement=False),
    Column("person_id", ForeignKey("person.id"), nullable=False, index=True),
    Column("at", Moment, nullable=False),
)

issue_note = Table(
    "issue_note",
    metadata,
    id_column(),
    Column("issue_id", ForeignKey("issue.id"), nullable=False),
    Column("group_id", BigInteger, nullable=False),
    Column("author_id", ForeignKey("person.id")),
    Column("at", Moment, nullable=False),
    Column("text", Text, nullable=False),
    Index("ix_issue_note_issue_id_group_id", "issue_id", "group_id"),
)

issue_question = Table(
    "issue_question",
    metadata,
    id_column(),
    Column("issue_id", ForeignKey("issue.id"), nullable=False, index=True),
    Column("group_id", BigInteger, nullable=False),
    Column("asked_by", ForeignKey("person.id")),
    Column("at", Moment, nullable=False),
    Column("text", Text, nullable=False),
)

issue_answer = Table(
    "issue_answer",
    metadata,
    id_column(),
    Column("question_id", ForeignKey("issue_question.id"), nullable=False),
    Column("person_id", ForeignKey("person.id"), index=True),
    Column("at", Moment, nullable=False),
    Column("text", Text, nullable=False),
    UniqueConstraint("question_id", "person_id"),
)

issue_merge = Table(
    "issue_merge",
    metadata,
    id_column(),
    Column("from_id", ForeignKey("issue.id"), nullable=False),
    Column("into_id", ForeignKey("issue.id"), nullable=False, index=True),
    Column("group_id", BigInteger, nullable=False),
    Column("by_id", ForeignKey("person.id")),
    Column("at", Moment, nullable=False),
    Column("undone_at", Moment),
    # An issue is part of at most one other at a time.
    Index(
        "ix_issue_merge_standing",
        "from_id",
        unique=True,
        sqlite_where=text("undone_at IS NULL"),
        postgresql_where=text("undone_at IS NULL"),
    ),
)

reason_template = Table(
    "reason_template",
    metadata,
    id_column(),
    Column("state", String(16), nullable=False, index=True),
    Column("text", Text, nullable=False),
)

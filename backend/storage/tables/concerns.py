"""Concerns and the issues that they make."""

from sqlalchemy import BigInteger, Boolean, Column, Float, ForeignKey, Index, LargeBinary, String, Table, Text, text

from backend.storage.tables.core import Moment, id_column, metadata

issue = Table(
    "issue",
    metadata,
    id_column(),
    Column("title", Text, nullable=False),
    Column("topic", String(32)),
    Column("district", String(32)),
    Column("locality", Text),
    Column("state", String(16), nullable=False),
    Column("root_id", BigInteger, nullable=False),
    Column("group_id", ForeignKey("working_group.id")),
    Column("created_at", Moment, nullable=False),
    Column("first_seen", Moment, nullable=False),
    Column("last_seen", Moment, nullable=False),
    Index("ix_issue_topic", "topic"),
    Index("ix_issue_district", "district"),
    Index("ix_issue_root_id", "root_id"),
    Index("ix_issue_group_id", "group_id"),
)

concern = Table(
    "concern",
    metadata,
    id_column(),
    Column("code", String(16), nullable=False, unique=True),
    Column("person_id", ForeignKey("person.id")),
    Column("text", Text, nullable=False),
    Column("redacted", Text, nullable=False),
    Column("source", ForeignKey("information_source.code"), nullable=False),
    Column("source_ref", String(128), unique=True),
    Column("created_at", Moment, nullable=False),
    Column("edited_at", Moment),
    Column("state", String(16), nullable=False),
    Column("stakeholder_group", ForeignKey("stakeholder_group.code")),
    Column("topic", String(32)),
    Column("kind", String(16), nullable=False),
    Column("urgency", String(16), nullable=False),
    Column("district", String(32)),
    Column("locality", Text),
    Column("latitude", Float),
    Column("longitude", Float),
    Column("headline", Text, nullable=False),
    Column("signature", LargeBinary, nullable=False),
    Column("model", String(64), nullable=False),
    Column("issue_id", ForeignKey("issue.id")),
    Column("message_id", BigInteger),
    Column("voice_id", BigInteger),
    Index("ix_concern_person_id_message_id", "person_id", "message_id"),
    Index("ix_concern_person_id_created_at", "person_id", "created_at"),
    Index("ix_concern_issue_id_created_at", "issue_id", "created_at"),
    Index("ix_concern_created_at", "created_at"),
    Index(
        "ix_concern_waiting", "id", sqlite_where=text("state = 'received'"), postgresql_where=text("state = 'received'")
    ),
)

concern_topic = Table(
    "concern_topic",
    metadata,
    Column("concern_id", ForeignKey("concern.id", ondelete="CASCADE"), primary_key=True),
    Column("code", String(32), primary_key=True),
    Column("probability", Float, nullable=False),
    Column("by", String(64), nullable=False),
    Column("asserted", Boolean, nullable=False),
)

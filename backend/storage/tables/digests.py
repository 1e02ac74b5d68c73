"""Digests."""

from sqlalchemy import JSON, Column, Float, ForeignKey, Index, Integer, String, Table, Text, UniqueConstraint

from backend.storage.tables.core import Moment, id_column, metadata

digest = Table(
    "digest",
    metadata,
    id_column(),
    Column("group_id", ForeignKey("working_group.id"), nullable=False),
    Column("period", String(32), nullable=False),
    Column("starts_at", Moment, nullable=False),
    Column("ends_at", Moment, nullable=False),
    Column("built_at", Moment, nullable=False),
    Column("messages", Integer, nullable=False),
    Column("people", Integer, nullable=False),
    Column("unplaced", Integer, nullable=False),
    Column("stakeholder_groups", JSON, nullable=False),
    Column("districts", JSON, nullable=False),
    UniqueConstraint("group_id", "period"),
)

digest_item = Table(
    "digest_item",
    metadata,
    Column("digest_id", ForeignKey("digest.id"), primary_key=True),
    Column("rank", Integer, primary_key=True),
    Column("issue_id", ForeignKey("issue.id"), nullable=False),
    Column("title", Text, nullable=False),
    Column("topic", String(32)),
    Column("state", String(16), nullable=False),
    Column("score", Float, nullable=False),
    Column("messages", Integer, nullable=False),
    Column("people", Integer, nullable=False),
    Column("messages_before", Integer, nullable=False),
    Column("total", Integer, nullable=False),
    Column("urgent", Integer, nullable=False),
    Column("districts", JSON, nullable=False),
    Column("first_seen", Moment, nullable=False),
    Column("last_seen", Moment, nullable=False),
    Column("example", Text, nullable=False),
    Index("ix_digest_item_issue_id", "issue_id"),
)

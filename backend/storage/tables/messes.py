"""Links between issues."""

from sqlalchemy import Column, ForeignKey, Index, String, Table

from backend.storage.tables.core import Moment, metadata

issue_link = Table(
    "issue_link",
    metadata,
    Column("a_id", ForeignKey("issue.id"), primary_key=True),
    Column("b_id", ForeignKey("issue.id"), primary_key=True),
    Column("kind", String(16), primary_key=True),
    Column("by_id", ForeignKey("person.id")),
    Column("at", Moment, nullable=False),
    Column("removed_at", Moment),
    Index("ix_issue_link_b_id", "b_id"),
)

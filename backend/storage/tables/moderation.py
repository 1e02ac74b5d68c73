"""The moderators' queue, bans, and invites to roles."""

from sqlalchemy import BigInteger, Column, ForeignKey, Index, String, Table, Text

from backend.storage.tables.core import Moment, id_column, metadata

withheld = Table(
    "withheld",
    metadata,
    Column("concern_id", ForeignKey("concern.id", ondelete="CASCADE"), primary_key=True),
    Column("reason", String(16), nullable=False),
    Column("at", Moment, nullable=False),
    Column("verdict", String(16)),
    Column("note", Text, nullable=False),
    Column("decided_at", Moment),
    Column("decided_by", BigInteger),
    Column("original", Text, nullable=False),
    Index("ix_withheld_verdict_concern_id", "verdict", "concern_id"),
)

ban = Table(
    "ban",
    metadata,
    Column("person_id", ForeignKey("person.id", ondelete="CASCADE"), primary_key=True),
    Column("since", Moment, nullable=False),
    Column("by_id", BigInteger),
)

role_invite = Table(
    "role_invite",
    metadata,
    id_column(),
    Column("role", String(16), nullable=False),
    Column("token_hash", String(64), nullable=False, unique=True),
    Column("created_by", BigInteger),
    Column("created_at", Moment, nullable=False),
    Column("expires_at", Moment, nullable=False),
    Column("used_at", Moment),
    Column("used_by", BigInteger),
)

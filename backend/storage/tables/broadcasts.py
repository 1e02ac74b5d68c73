"""Broadcasts; what each address gets of one stands in the outbox under its batch."""

from sqlalchemy import BigInteger, Column, ForeignKey, Integer, String, Table, Text

from backend.storage.tables.core import Moment, id_column, metadata

broadcast = Table(
    "broadcast",
    metadata,
    id_column(),
    Column("audience", String(16), nullable=False),
    Column("value", String(64), nullable=False),
    Column("text", Text, nullable=False),
    Column("created_at", Moment, nullable=False),
    Column("created_by", BigInteger),
    Column("contact_id", ForeignKey("contact.id", ondelete="CASCADE"), nullable=False),
    Column("message_id", BigInteger, nullable=False),
    Column("state", String(16), nullable=False, index=True),
    Column("cursor", BigInteger, nullable=False),
    Column("total", Integer, nullable=False),
    Column("sent", Integer, nullable=False),
    Column("failed", Integer, nullable=False),
)

"""What came, and what is to be sent."""

from sqlalchemy import (
    JSON,
    BigInteger,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    String,
    Table,
    Text,
    UniqueConstraint,
    text,
)

from backend.storage.tables.core import Moment, id_column, metadata

inbox = Table(
    "inbox",
    metadata,
    id_column(),
    Column("platform", String(16), nullable=False),
    Column("bot", String(32), nullable=False),
    Column("update_id", BigInteger, nullable=False),
    Column("chat_key", BigInteger, nullable=False),
    Column("raw", Text, nullable=False),
    Column("received_at", Moment, nullable=False),
    Column("state", String(16), nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("error", Text, nullable=False),
    Column("error_id", String(16), nullable=False),
    UniqueConstraint("platform", "bot", "update_id"),
    Index(
        "ix_inbox_waiting", "chat_key", "id", sqlite_where=text("state = 'new'"), postgresql_where=text("state = 'new'")
    ),
    Index("ix_inbox_state_received_at", "state", "received_at"),
)

attachment = Table(
    "attachment",
    metadata,
    id_column(),
    Column("name", Text, nullable=False),
    Column("content", LargeBinary, nullable=False),
    Column("created_at", Moment, nullable=False),
)

outbox = Table(
    "outbox",
    metadata,
    id_column(),
    Column("contact_id", ForeignKey("contact.id", ondelete="CASCADE"), nullable=False),
    Column("priority", Integer, nullable=False),
    Column("method", String(32), nullable=False),
    Column("payload", JSON, nullable=False),
    Column("attachment_id", ForeignKey("attachment.id")),
    Column("dedupe_key", String(96), nullable=False, unique=True),
    Column("state", String(16), nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("created_at", Moment, nullable=False),
    Column("due_at", Moment, nullable=False),
    Column("sent_at", Moment),
    Column("message_id", BigInteger),
    Column("error", Text, nullable=False),
    Column("batch", String(48), index=True),
    # What is sent next stands first in the one, whatever waits behind it; the other tells of one contact's calls.
    Index("ix_outbox_next", "state", "priority", "id"),
    Index("ix_outbox_of_contact", "contact_id", "state", "id"),
    Index("ix_outbox_state_created_at", "state", "created_at"),
    Index(
        "ix_outbox_attachment",
        "attachment_id",
        sqlite_where=text("attachment_id IS NOT NULL"),
        postgresql_where=text("attachment_id IS NOT NULL"),
    ),
)

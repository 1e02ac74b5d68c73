"""What comes with a concern: files, further messages, transcripts, a chosen place."""

from sqlalchemy import (
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

_WAITS = text("state = 'waiting'")

concern_file = Table(
    "concern_file",
    metadata,
    id_column(),
    Column("concern_id", ForeignKey("concern.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("kind", String(16), nullable=False),
    Column("created_at", Moment, nullable=False),
    Column("message_id", BigInteger),
    Column("platform_id", Text, nullable=False),
    Column("mime", String(96), nullable=False),
    Column("size", Integer, nullable=False),
    Column("state", String(16), nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("due_at", Moment, nullable=False),
    Index("ix_concern_file_waiting", "due_at", sqlite_where=_WAITS, postgresql_where=_WAITS),
)

# Apart from the rows that are read for lists: a content may have twenty megabytes.
file_content = Table(
    "file_content",
    metadata,
    Column("file_id", ForeignKey("concern_file.id", ondelete="CASCADE"), primary_key=True),
    Column("content", LargeBinary, nullable=False),
)

concern_part = Table(
    "concern_part",
    metadata,
    id_column(),
    Column("concern_id", ForeignKey("concern.id", ondelete="CASCADE"), nullable=False),
    Column("message_id", BigInteger),
    Column("at", Moment, nullable=False),
    Column("text", Text, nullable=False),
    UniqueConstraint("concern_id", "message_id"),
    Index("ix_concern_part_message_id", "message_id"),
)

concern_join = Table(
    "concern_join",
    metadata,
    Column("concern_id", ForeignKey("concern.id", ondelete="CASCADE"), primary_key=True),
    Column("into_id", ForeignKey("concern.id", ondelete="CASCADE"), nullable=False, index=True),
)

transcript = Table(
    "transcript",
    metadata,
    id_column(),
    Column("concern_id", ForeignKey("concern.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("at", Moment, nullable=False),
    Column("text", Text, nullable=False),
)

concern_place = Table(
    "concern_place",
    metadata,
    Column("concern_id", ForeignKey("concern.id", ondelete="CASCADE"), primary_key=True),
    Column("district", String(32)),
    Column("locality", Text),
)

"""What was asked for and is made after the turn: a row until it is done."""

from sqlalchemy import JSON, Column, ForeignKey, Integer, String, Table

from backend.storage.tables.core import Moment, id_column, metadata

errand = Table(
    "errand",
    metadata,
    id_column(),
    Column("contact_id", ForeignKey("contact.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("kind", String(16), nullable=False),
    Column("data", JSON, nullable=False),
    Column("created_at", Moment, nullable=False),
    Column("attempts", Integer, nullable=False),
)

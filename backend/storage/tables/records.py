"""Audit log and heartbeats."""

from sqlalchemy import BigInteger, Boolean, Column, String, Table, Text

from backend.storage.tables.core import Moment, id_column, metadata

audit = Table(
    "audit",
    metadata,
    id_column(),
    Column("at", Moment, nullable=False, index=True),
    Column("actor_id", BigInteger),
    Column("act", String(48), nullable=False),
    Column("subject", String(96), nullable=False),
    Column("allowed", Boolean, nullable=False),
    Column("detail", Text, nullable=False),
)

beat = Table(
    "beat",
    metadata,
    Column("name", String(32), primary_key=True),
    Column("at", Moment, nullable=False),
)

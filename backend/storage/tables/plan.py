"""The fixed lists of the plan."""

from sqlalchemy import Column, String, Table, Text

from backend.storage.tables.core import metadata

stakeholder_group = Table(
    "stakeholder_group", metadata, Column("code", String(32), primary_key=True), Column("title", Text, nullable=False)
)

information_source = Table(
    "information_source", metadata, Column("code", String(32), primary_key=True), Column("title", Text, nullable=False)
)

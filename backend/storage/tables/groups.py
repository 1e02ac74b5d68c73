"""Working groups."""

from sqlalchemy import Boolean, Column, ForeignKey, Integer, String, Table, Text

from backend.storage.tables.core import Moment, id_column, metadata

working_group = Table(
    "working_group",
    metadata,
    id_column(),
    Column("number", Integer, nullable=False, unique=True),
    Column("name", Text, nullable=False),
    Column("level", String(16), nullable=False),
    Column("takes_rest", Boolean, nullable=False),
    Column("contact_id", ForeignKey("contact.id"), index=True),
    Column("created_at", Moment, nullable=False),
)

working_group_topic = Table(
    "working_group_topic",
    metadata,
    Column("group_id", ForeignKey("working_group.id"), primary_key=True),
    Column("topic", String(32), primary_key=True),
)

working_group_district = Table(
    "working_group_district",
    metadata,
    Column("group_id", ForeignKey("working_group.id"), primary_key=True),
    Column("district", String(32), primary_key=True),
)

schedule = Table(
    "schedule",
    metadata,
    Column("group_id", ForeignKey("working_group.id"), primary_key=True),
    Column("rhythm", String(16), nullable=False),
    Column("weekday", Integer, nullable=False),
    Column("minute_of_day", Integer, nullable=False),
    Column("since", Moment, nullable=False),
)

membership = Table(
    "membership",
    metadata,
    Column("group_id", ForeignKey("working_group.id"), primary_key=True),
    Column("person_id", ForeignKey("person.id"), primary_key=True, index=True),
    Column("since", Moment, nullable=False),
)

invite = Table(
    "invite",
    metadata,
    id_column(),
    Column("group_id", ForeignKey("working_group.id"), nullable=False),
    Column("token_hash", String(64), nullable=False, unique=True),
    Column("created_by", ForeignKey("person.id"), nullable=False),
    Column("created_at", Moment, nullable=False),
    Column("expires_at", Moment, nullable=False),
    Column("used_at", Moment),
    Column("used_by", ForeignKey("person.id")),
)

"""The tables. What a migration creates must equal what stands here; a test compares them.

Moments are kept as milliseconds since 1970 in UTC: they sort, they are the same on both engines, and no text is
parsed for them. Ids are given by us (`backend.domain.ids`), so no table counts by itself.
"""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    TypeDecorator,
    UniqueConstraint,
    text,
)
from sqlalchemy.engine import Dialect

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(column_0_N_label)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)

_MS = 1000


class Moment(TypeDecorator[datetime]):
    """An aware datetime, kept as milliseconds since 1970."""

    impl = BigInteger
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> int | None:  # noqa: ARG002 - SQLAlchemy's signature
        """Turn a datetime into milliseconds."""
        return None if value is None else round(value.timestamp() * _MS)

    def process_result_value(self, value: Any | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        """Turn milliseconds into a datetime in UTC."""
        return None if value is None else datetime.fromtimestamp(value / _MS, UTC)


# On SQLite only INTEGER (not BIGINT) makes the key the row id itself, which saves a second tree for each table.
Id = BigInteger().with_variant(Integer(), "sqlite")


def _id() -> Column[int]:
    return Column("id", Id, primary_key=True, autoincrement=False)


stakeholder_group = Table(
    "stakeholder_group", metadata, Column("code", String(32), primary_key=True), Column("title", Text, nullable=False)
)

information_source = Table(
    "information_source", metadata, Column("code", String(32), primary_key=True), Column("title", Text, nullable=False)
)

person = Table(
    "person",
    metadata,
    _id(),
    Column("created_at", Moment, nullable=False),
    Column("stakeholder_group", ForeignKey("stakeholder_group.code")),
    Column("district", String(32)),
    Column("language", String(8), nullable=False, server_default="fa"),
)

contact = Table(
    "contact",
    metadata,
    _id(),
    Column("platform", String(16), nullable=False),
    Column("chat_id", BigInteger, nullable=False),
    Column("kind", String(16), nullable=False),
    Column("person_id", ForeignKey("person.id"), index=True),
    Column("active", Boolean, nullable=False),
    Column("created_at", Moment, nullable=False),
    UniqueConstraint("platform", "chat_id"),
)

person_role = Table(
    "person_role",
    metadata,
    Column("person_id", ForeignKey("person.id"), primary_key=True),
    Column("role", String(16), primary_key=True),
    Column("since", Moment, nullable=False),
)

dialogue = Table(
    "dialogue",
    metadata,
    Column("contact_id", ForeignKey("contact.id"), primary_key=True),
    Column("person_id", ForeignKey("person.id"), primary_key=True),
    Column("step", String(64), nullable=False),
    Column("data", JSON, nullable=False),
)

issue = Table(
    "issue",
    metadata,
    _id(),
    Column("title", Text, nullable=False),
    Column("topic", String(32)),
    Column("district", String(32)),
    Column("locality", Text),
    Column("state", String(16), nullable=False),
    Column("created_at", Moment, nullable=False),
    Column("first_seen", Moment, nullable=False),
    Column("last_seen", Moment, nullable=False),
    Index("ix_issue_topic", "topic"),
    Index("ix_issue_district", "district"),
)

concern = Table(
    "concern",
    metadata,
    _id(),
    Column("code", String(16), nullable=False, unique=True),
    Column("person_id", ForeignKey("person.id")),
    Column("text", Text, nullable=False),
    Column("redacted", Text, nullable=False),
    Column("source", ForeignKey("information_source.code"), nullable=False),
    Column("source_ref", String(128), unique=True),
    Column("created_at", Moment, nullable=False),
    Column("edited_at", Moment),
    Column("state", String(16), nullable=False),
    Column("stakeholder_group", ForeignKey("stakeholder_group.code")),
    Column("topic", String(32)),
    Column("kind", String(16), nullable=False),
    Column("urgency", String(16), nullable=False),
    Column("district", String(32)),
    Column("locality", Text),
    Column("headline", Text, nullable=False),
    Column("signature", LargeBinary, nullable=False),
    Column("model", String(64), nullable=False),
    Column("issue_id", ForeignKey("issue.id")),
    Column("message_id", BigInteger),
    Index("ix_concern_person_id_message_id", "person_id", "message_id"),
    Index("ix_concern_issue_id_created_at", "issue_id", "created_at"),
    Index("ix_concern_created_at", "created_at"),
    Index(
        "ix_concern_waiting", "id", sqlite_where=text("state = 'received'"), postgresql_where=text("state = 'received'")
    ),
)

concern_topic = Table(
    "concern_topic",
    metadata,
    Column("concern_id", ForeignKey("concern.id", ondelete="CASCADE"), primary_key=True),
    Column("code", String(32), primary_key=True),
    Column("probability", Float, nullable=False),
    Column("by", String(64), nullable=False),
    Column("asserted", Boolean, nullable=False),
)

working_group = Table(
    "working_group",
    metadata,
    _id(),
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
    _id(),
    Column("group_id", ForeignKey("working_group.id"), nullable=False),
    Column("token_hash", String(64), nullable=False, unique=True),
    Column("created_by", ForeignKey("person.id"), nullable=False),
    Column("created_at", Moment, nullable=False),
    Column("expires_at", Moment, nullable=False),
    Column("used_at", Moment),
    Column("used_by", ForeignKey("person.id")),
)

digest = Table(
    "digest",
    metadata,
    _id(),
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

inbox = Table(
    "inbox",
    metadata,
    _id(),
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
    _id(),
    Column("name", Text, nullable=False),
    Column("content", LargeBinary, nullable=False),
    Column("created_at", Moment, nullable=False),
)

outbox = Table(
    "outbox",
    metadata,
    _id(),
    Column("contact_id", ForeignKey("contact.id", ondelete="CASCADE"), nullable=False, index=True),
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
    Index(
        "ix_outbox_waiting",
        "priority",
        "id",
        sqlite_where=text("state = 'pending'"),
        postgresql_where=text("state = 'pending'"),
    ),
    Index("ix_outbox_state_created_at", "state", "created_at"),
)

audit = Table(
    "audit",
    metadata,
    _id(),
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

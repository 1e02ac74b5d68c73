"""What all tables share: the naming of keys, the type of a moment, the kind of id.

Moments are kept as milliseconds since 1970 in UTC: they sort, they are the same on both engines, and no text is
parsed for them. Ids are given by us (`backend.domain.ids`), so no table counts by itself.
"""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import BigInteger, Column, Integer, MetaData, TypeDecorator
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


def id_column() -> Column[int]:
    """Return the key that most tables have."""
    return Column("id", Id, primary_key=True, autoincrement=False)

"""What comes with a concern: pictures, documents, voice, further messages.

Revision: 0003
Follows: 0002
"""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_WAITS = sa.text("state = 'waiting'")


def _of_concern(table: str, column: str = "concern_id") -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_{table}_{column}_concern")
    return sa.ForeignKeyConstraint([column], ["concern.id"], name=name, ondelete="CASCADE")


def upgrade() -> None:
    """Apply."""
    op.create_table(
        "concern_file",
        sa.Column("id", _ID, autoincrement=False, nullable=False),
        sa.Column("concern_id", _ID, nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.Column("message_id", sa.BigInteger(), nullable=True),
        sa.Column("platform_id", sa.Text(), nullable=False),
        sa.Column("mime", sa.String(length=96), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("due_at", sa.BigInteger(), nullable=False),
        _of_concern("concern_file"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_concern_file")),
    )
    op.create_index(op.f("ix_concern_file_concern_id"), "concern_file", ["concern_id"])
    op.create_index("ix_concern_file_waiting", "concern_file", ["due_at"], sqlite_where=_WAITS, postgresql_where=_WAITS)
    op.create_table(
        "file_content",
        sa.Column("file_id", _ID, nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["file_id"], ["concern_file.id"], name=op.f("fk_file_content_file_id_concern_file"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("file_id", name=op.f("pk_file_content")),
    )
    op.create_table(
        "concern_part",
        sa.Column("id", _ID, autoincrement=False, nullable=False),
        sa.Column("concern_id", _ID, nullable=False),
        sa.Column("message_id", sa.BigInteger(), nullable=True),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        _of_concern("concern_part"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_concern_part")),
        sa.UniqueConstraint("concern_id", "message_id", name=op.f("uq_concern_part_concern_id_message_id")),
    )
    op.create_index("ix_concern_part_message_id", "concern_part", ["message_id"])
    op.create_table(
        "concern_join",
        sa.Column("concern_id", _ID, nullable=False),
        sa.Column("into_id", _ID, nullable=False),
        _of_concern("concern_join"),
        _of_concern("concern_join", "into_id"),
        sa.PrimaryKeyConstraint("concern_id", name=op.f("pk_concern_join")),
    )
    op.create_index(op.f("ix_concern_join_into_id"), "concern_join", ["into_id"])
    op.create_table(
        "transcript",
        sa.Column("id", _ID, autoincrement=False, nullable=False),
        sa.Column("concern_id", _ID, nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        _of_concern("transcript"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_transcript")),
    )
    op.create_index(op.f("ix_transcript_concern_id"), "transcript", ["concern_id"])
    op.create_table(
        "concern_place",
        sa.Column("concern_id", _ID, nullable=False),
        sa.Column("district", sa.String(length=32), nullable=True),
        sa.Column("locality", sa.Text(), nullable=True),
        _of_concern("concern_place"),
        sa.PrimaryKeyConstraint("concern_id", name=op.f("pk_concern_place")),
    )


def downgrade() -> None:
    """Take back."""
    for table in ("concern_place", "transcript", "concern_join", "concern_part", "file_content", "concern_file"):
        op.drop_table(table)

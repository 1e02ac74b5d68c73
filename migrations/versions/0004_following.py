"""Who supports and follows what, and what was asked after the work was done.

Revision: 0004
Follows: 0003
"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Apply."""
    op.create_table(
        "support",
        sa.Column("issue_id", _ID, nullable=False),
        sa.Column("person_id", _ID, nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["issue_id"], ["issue.id"], name=op.f("fk_support_issue_id_issue")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_support_person_id_person")),
        sa.PrimaryKeyConstraint("issue_id", "person_id", name=op.f("pk_support")),
    )
    op.create_index(op.f("ix_support_person_id"), "support", ["person_id"])
    op.create_table(
        "silence",
        sa.Column("issue_id", _ID, nullable=False),
        sa.Column("person_id", _ID, nullable=False),
        sa.ForeignKeyConstraint(["issue_id"], ["issue.id"], name=op.f("fk_silence_issue_id_issue")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_silence_person_id_person")),
        sa.PrimaryKeyConstraint("issue_id", "person_id", name=op.f("pk_silence")),
    )
    op.create_index(op.f("ix_silence_person_id"), "silence", ["person_id"])
    op.create_table(
        "apart",
        sa.Column("concern_id", _ID, nullable=False),
        sa.Column("issue_id", _ID, nullable=False),
        sa.ForeignKeyConstraint(
            ["concern_id"], ["concern.id"], name=op.f("fk_apart_concern_id_concern"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["issue_id"], ["issue.id"], name=op.f("fk_apart_issue_id_issue")),
        sa.PrimaryKeyConstraint("concern_id", "issue_id", name=op.f("pk_apart")),
    )
    op.create_table(
        "announcement",
        sa.Column("id", _ID, autoincrement=False, nullable=False),
        sa.Column("issue_id", _ID, nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["issue_id"], ["issue.id"], name=op.f("fk_announcement_issue_id_issue")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_announcement")),
    )
    op.create_index("ix_announcement_issue_id", "announcement", ["issue_id"])
    op.create_index("ix_announcement_state_at", "announcement", ["state", "at"])
    op.create_table(
        "outcome_check",
        sa.Column("id", _ID, autoincrement=False, nullable=False),
        sa.Column("issue_id", _ID, nullable=False),
        sa.Column("announcement_id", _ID, nullable=False),
        sa.Column("asked_at", sa.BigInteger(), nullable=False),
        sa.Column("closed_at", sa.BigInteger(), nullable=True),
        sa.Column("reopened", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["issue_id"], ["issue.id"], name=op.f("fk_outcome_check_issue_id_issue")),
        sa.ForeignKeyConstraint(
            ["announcement_id"], ["announcement.id"], name=op.f("fk_outcome_check_announcement_id_announcement")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outcome_check")),
        sa.UniqueConstraint("announcement_id", name=op.f("uq_outcome_check_announcement_id")),
    )
    op.create_index(op.f("ix_outcome_check_issue_id"), "outcome_check", ["issue_id"])
    op.create_table(
        "outcome_answer",
        sa.Column("check_id", _ID, nullable=False),
        sa.Column("person_id", _ID, nullable=False),
        sa.Column("answer", sa.String(length=8), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["check_id"], ["outcome_check.id"], name=op.f("fk_outcome_answer_check_id_outcome_check")
        ),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_outcome_answer_person_id_person")),
        sa.PrimaryKeyConstraint("check_id", "person_id", name=op.f("pk_outcome_answer")),
    )
    op.create_index(op.f("ix_outcome_answer_person_id"), "outcome_answer", ["person_id"])
    with op.batch_alter_table("concern") as batch_op:
        batch_op.add_column(sa.Column("voice_id", sa.BigInteger(), nullable=True))


def downgrade() -> None:
    """Take back."""
    with op.batch_alter_table("concern") as batch_op:
        batch_op.drop_column("voice_id")
    for table in ("outcome_answer", "outcome_check", "announcement", "apart", "silence", "support"):
        op.drop_table(table)

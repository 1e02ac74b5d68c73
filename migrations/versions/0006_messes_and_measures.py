"""Links between issues, and the measures that answer them.

Revision: 0006
Follows: 0005
"""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply."""
    op.create_table(
        "issue_link",
        sa.Column("a_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("b_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("by_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("removed_at", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(["a_id"], ["issue.id"], name=op.f("fk_issue_link_a_id_issue")),
        sa.ForeignKeyConstraint(["b_id"], ["issue.id"], name=op.f("fk_issue_link_b_id_issue")),
        sa.ForeignKeyConstraint(["by_id"], ["person.id"], name=op.f("fk_issue_link_by_id_person")),
        sa.PrimaryKeyConstraint("a_id", "b_id", "kind", name=op.f("pk_issue_link")),
    )
    op.create_index("ix_issue_link_b_id", "issue_link", ["b_id"])
    op.create_table(
        "measure",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("group_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("subject", sa.String(length=32), nullable=True),
        sa.Column("custodian", sa.Text(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("quarter", sa.Integer(), nullable=True),
        sa.Column("proposed_by", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("proposed_at", sa.BigInteger(), nullable=False),
        sa.Column("deadline", sa.BigInteger(), nullable=False),
        sa.Column("quorum", sa.Integer(), nullable=False),
        sa.Column("majority", sa.String(length=16), nullable=False),
        sa.Column("days", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("decided_at", sa.BigInteger(), nullable=True),
        sa.Column("agreed", sa.Integer(), nullable=True),
        sa.Column("objected", sa.Integer(), nullable=True),
        sa.Column("abstained", sa.Integer(), nullable=True),
        sa.Column("members", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["group_id"], ["working_group.id"], name=op.f("fk_measure_group_id_working_group")),
        sa.ForeignKeyConstraint(["proposed_by"], ["person.id"], name=op.f("fk_measure_proposed_by_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_measure")),
        sa.UniqueConstraint("number", name=op.f("uq_measure_number")),
    )
    op.create_index("ix_measure_group_id_state", "measure", ["group_id", "state"])
    op.create_index("ix_measure_state_deadline", "measure", ["state", "deadline"])
    op.create_table(
        "measure_issue",
        sa.Column("measure_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("issue_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.ForeignKeyConstraint(["issue_id"], ["issue.id"], name=op.f("fk_measure_issue_issue_id_issue")),
        sa.ForeignKeyConstraint(["measure_id"], ["measure.id"], name=op.f("fk_measure_issue_measure_id_measure")),
        sa.PrimaryKeyConstraint("measure_id", "issue_id", name=op.f("pk_measure_issue")),
    )
    op.create_index(op.f("ix_measure_issue_issue_id"), "measure_issue", ["issue_id"])
    op.create_table(
        "measure_vote",
        sa.Column("measure_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("person_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("stand", sa.String(length=8), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["measure_id"], ["measure.id"], name=op.f("fk_measure_vote_measure_id_measure")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_measure_vote_person_id_person")),
        sa.PrimaryKeyConstraint("measure_id", "person_id", name=op.f("pk_measure_vote")),
    )
    op.create_index(op.f("ix_measure_vote_person_id"), "measure_vote", ["person_id"])
    op.create_table(
        "group_rules",
        sa.Column("group_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("quorum", sa.Integer(), nullable=False),
        sa.Column("majority", sa.String(length=16), nullable=False),
        sa.Column("days", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["group_id"], ["working_group.id"], name=op.f("fk_group_rules_group_id_working_group")),
        sa.PrimaryKeyConstraint("group_id", name=op.f("pk_group_rules")),
    )


def downgrade() -> None:
    """Take back."""
    op.drop_table("group_rules")
    op.drop_table("measure_vote")
    op.drop_table("measure_issue")
    op.drop_table("measure")
    op.drop_table("issue_link")

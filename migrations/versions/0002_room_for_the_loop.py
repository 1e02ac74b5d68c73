"""Room for what comes back: merged and handed-over issues, pins, muted people, batches of messages.

Revision: 0002
Follows: 0001
"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply."""
    with op.batch_alter_table("person") as batch_op:
        batch_op.add_column(sa.Column("muted", sa.Boolean(), server_default=sa.false(), nullable=False))
    with op.batch_alter_table("issue") as batch_op:
        batch_op.add_column(sa.Column("root_id", sa.BigInteger(), nullable=True))
        batch_op.add_column(sa.Column("group_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True))
    op.execute("UPDATE issue SET root_id = id")
    with op.batch_alter_table("issue") as batch_op:
        batch_op.alter_column("root_id", existing_type=sa.BigInteger(), nullable=False)
        batch_op.create_index("ix_issue_root_id", ["root_id"])
        batch_op.create_foreign_key(op.f("fk_issue_group_id_working_group"), "working_group", ["group_id"], ["id"])
    with op.batch_alter_table("concern") as batch_op:
        batch_op.add_column(sa.Column("latitude", sa.Float(), nullable=True))
        batch_op.add_column(sa.Column("longitude", sa.Float(), nullable=True))
    with op.batch_alter_table("outbox") as batch_op:
        batch_op.add_column(sa.Column("batch", sa.String(length=48), nullable=True))
        batch_op.create_index(op.f("ix_outbox_batch"), ["batch"])


def downgrade() -> None:
    """Take back."""
    with op.batch_alter_table("outbox") as batch_op:
        batch_op.drop_index(op.f("ix_outbox_batch"))
        batch_op.drop_column("batch")
    with op.batch_alter_table("concern") as batch_op:
        batch_op.drop_column("longitude")
        batch_op.drop_column("latitude")
    with op.batch_alter_table("issue") as batch_op:
        batch_op.drop_constraint(op.f("fk_issue_group_id_working_group"), type_="foreignkey")
        batch_op.drop_index("ix_issue_root_id")
        batch_op.drop_column("group_id")
        batch_op.drop_column("root_id")
    with op.batch_alter_table("person") as batch_op:
        batch_op.drop_column("muted")

"""Find what is to be sent next without sorting all that waits.

With twenty thousand invitations waiting each look at the outbox sorted them all: an index over waiting rows alone is
not used where the state is a parameter.

Revision: 0010
Follows: 0009
"""

from alembic import op
from sqlalchemy import text

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply."""
    op.drop_index("ix_outbox_waiting", "outbox")
    op.create_index("ix_outbox_next", "outbox", ["state", "priority", "id"])
    op.create_index("ix_outbox_of_contact", "outbox", ["contact_id", "state", "id"])
    op.drop_index("ix_outbox_contact_id", "outbox")


def downgrade() -> None:
    """Take back."""
    where = "state = 'pending'"
    op.create_index(
        "ix_outbox_waiting", "outbox", ["priority", "id"], sqlite_where=text(where), postgresql_where=text(where)
    )
    op.create_index("ix_outbox_contact_id", "outbox", ["contact_id"])
    op.drop_index("ix_outbox_of_contact", "outbox")
    op.drop_index("ix_outbox_next", "outbox")

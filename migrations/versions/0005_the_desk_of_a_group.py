"""What members do to an issue: votes, notes, owners, merges, history.

Revision: 0005
Follows: 0004
"""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_STANDING = sa.text("undone_at IS NULL")


def upgrade() -> None:
    """Apply."""
    op.create_index("ix_issue_group_id", "issue", ["group_id"])
    _history()
    _one_row_a_person()
    _words()
    op.create_table(
        "issue_merge",
        sa.Column("id", _ID, autoincrement=False, nullable=False),
        sa.Column("from_id", _ID, nullable=False),
        sa.Column("into_id", _ID, nullable=False),
        sa.Column("group_id", sa.BigInteger(), nullable=False),
        sa.Column("by_id", _ID, nullable=True),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("undone_at", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(["from_id"], ["issue.id"], name=op.f("fk_issue_merge_from_id_issue")),
        sa.ForeignKeyConstraint(["into_id"], ["issue.id"], name=op.f("fk_issue_merge_into_id_issue")),
        sa.ForeignKeyConstraint(["by_id"], ["person.id"], name=op.f("fk_issue_merge_by_id_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_issue_merge")),
    )
    op.create_index("ix_issue_merge_into_id", "issue_merge", ["into_id"])
    op.create_index(
        "ix_issue_merge_standing",
        "issue_merge",
        ["from_id"],
        unique=True,
        sqlite_where=_STANDING,
        postgresql_where=_STANDING,
    )
    op.create_table(
        "reason_template",
        sa.Column("id", _ID, autoincrement=False, nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reason_template")),
    )
    op.create_index("ix_reason_template_state", "reason_template", ["state"])


def _history() -> None:
    op.create_table(
        "issue_event",
        sa.Column("id", _ID, autoincrement=False, nullable=False),
        sa.Column("issue_id", _ID, nullable=False),
        sa.Column("group_id", sa.BigInteger(), nullable=True),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("actor_id", _ID, nullable=True),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("detail", sa.JSON(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("is_public", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["issue_id"], ["issue.id"], name=op.f("fk_issue_event_issue_id_issue")),
        sa.ForeignKeyConstraint(["actor_id"], ["person.id"], name=op.f("fk_issue_event_actor_id_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_issue_event")),
    )
    op.create_index("ix_issue_event_issue_id_id", "issue_event", ["issue_id", "id"])
    op.create_index("ix_issue_event_kind_id", "issue_event", ["kind", "id"])


def _one_row_a_person() -> None:
    op.create_table(
        "issue_seen",
        sa.Column("issue_id", _ID, nullable=False),
        sa.Column("group_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("person_id", _ID, nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["issue_id"], ["issue.id"], name=op.f("fk_issue_seen_issue_id_issue")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_issue_seen_person_id_person")),
        sa.PrimaryKeyConstraint("issue_id", "group_id", "person_id", name=op.f("pk_issue_seen")),
    )
    op.create_index("ix_issue_seen_person_id", "issue_seen", ["person_id"])
    op.create_table(
        "issue_vote",
        sa.Column("issue_id", _ID, nullable=False),
        sa.Column("group_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("person_id", _ID, nullable=False),
        sa.Column("priority", sa.Integer(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["issue_id"], ["issue.id"], name=op.f("fk_issue_vote_issue_id_issue")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_issue_vote_person_id_person")),
        sa.PrimaryKeyConstraint("issue_id", "group_id", "person_id", name=op.f("pk_issue_vote")),
    )
    op.create_index("ix_issue_vote_person_id", "issue_vote", ["person_id"])
    op.create_table(
        "issue_owner",
        sa.Column("issue_id", _ID, nullable=False),
        sa.Column("group_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("person_id", _ID, nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["issue_id"], ["issue.id"], name=op.f("fk_issue_owner_issue_id_issue")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_issue_owner_person_id_person")),
        sa.PrimaryKeyConstraint("issue_id", "group_id", name=op.f("pk_issue_owner")),
    )
    op.create_index("ix_issue_owner_person_id", "issue_owner", ["person_id"])


def _words() -> None:
    op.create_table(
        "issue_note",
        sa.Column("id", _ID, autoincrement=False, nullable=False),
        sa.Column("issue_id", _ID, nullable=False),
        sa.Column("group_id", sa.BigInteger(), nullable=False),
        sa.Column("author_id", _ID, nullable=True),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["issue_id"], ["issue.id"], name=op.f("fk_issue_note_issue_id_issue")),
        sa.ForeignKeyConstraint(["author_id"], ["person.id"], name=op.f("fk_issue_note_author_id_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_issue_note")),
    )
    op.create_index("ix_issue_note_issue_id_group_id", "issue_note", ["issue_id", "group_id"])
    op.create_table(
        "issue_question",
        sa.Column("id", _ID, autoincrement=False, nullable=False),
        sa.Column("issue_id", _ID, nullable=False),
        sa.Column("group_id", sa.BigInteger(), nullable=False),
        sa.Column("asked_by", _ID, nullable=True),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["issue_id"], ["issue.id"], name=op.f("fk_issue_question_issue_id_issue")),
        sa.ForeignKeyConstraint(["asked_by"], ["person.id"], name=op.f("fk_issue_question_asked_by_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_issue_question")),
    )
    op.create_index("ix_issue_question_issue_id", "issue_question", ["issue_id"])
    op.create_table(
        "issue_answer",
        sa.Column("id", _ID, autoincrement=False, nullable=False),
        sa.Column("question_id", _ID, nullable=False),
        sa.Column("person_id", _ID, nullable=True),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["question_id"], ["issue_question.id"], name=op.f("fk_issue_answer_question_id_issue_question")
        ),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_issue_answer_person_id_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_issue_answer")),
        sa.UniqueConstraint("question_id", "person_id", name=op.f("uq_issue_answer_question_id_person_id")),
    )
    op.create_index("ix_issue_answer_person_id", "issue_answer", ["person_id"])


def downgrade() -> None:
    """Take back."""
    for table in (
        "reason_template",
        "issue_merge",
        "issue_answer",
        "issue_question",
        "issue_note",
        "issue_owner",
        "issue_vote",
        "issue_seen",
        "issue_event",
    ):
        op.drop_table(table)
    op.drop_index("ix_issue_group_id", "issue")

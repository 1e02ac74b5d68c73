"""Surveys, their questions and their answers.

Revision: 0008
Follows: 0007
"""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply."""
    op.create_table(
        "survey",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("introduction", sa.Text(), nullable=False),
        sa.Column("thanks", sa.Text(), nullable=False),
        sa.Column("is_anonymous", sa.Boolean(), nullable=False),
        sa.Column("audience", sa.JSON(), nullable=False),
        sa.Column("quotas", sa.JSON(), nullable=False),
        sa.Column("token", sa.String(length=48), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_by", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.Column("opens_at", sa.BigInteger(), nullable=True),
        sa.Column("closes_at", sa.BigInteger(), nullable=True),
        sa.Column("has_reminder", sa.Boolean(), nullable=False),
        sa.Column("opened_at", sa.BigInteger(), nullable=True),
        sa.Column("closed_at", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(["created_by"], ["person.id"], name=op.f("fk_survey_created_by_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_survey")),
        sa.UniqueConstraint("token", name=op.f("uq_survey_token")),
        sa.UniqueConstraint("number", name=op.f("uq_survey_number")),
    )
    op.create_index(op.f("ix_survey_state"), "survey", ["state"])
    op.create_table(
        "survey_form",
        sa.Column("survey_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("questions", sa.JSON(), nullable=False),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.Column("is_frozen", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["survey_id"], ["survey.id"], name=op.f("fk_survey_form_survey_id_survey")),
        sa.PrimaryKeyConstraint("survey_id", "version", name=op.f("pk_survey_form")),
    )
    op.create_table(
        "survey_quota",
        sa.Column("survey_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("field", sa.String(length=32), nullable=False),
        sa.Column("value", sa.String(length=32), nullable=False),
        sa.Column("limit", sa.Integer(), nullable=False),
        sa.Column("taken", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["survey_id"], ["survey.id"], name=op.f("fk_survey_quota_survey_id_survey")),
        sa.PrimaryKeyConstraint("survey_id", "field", "value", name=op.f("pk_survey_quota")),
    )
    op.create_table(
        "survey_participation",
        sa.Column("survey_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("person_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("invited_at", sa.BigInteger(), nullable=True),
        sa.Column("started_at", sa.BigInteger(), nullable=True),
        sa.Column("finished_at", sa.BigInteger(), nullable=True),
        sa.Column("reminded_at", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(["survey_id"], ["survey.id"], name=op.f("fk_survey_participation_survey_id_survey")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_survey_participation_person_id_person")),
        sa.PrimaryKeyConstraint("survey_id", "person_id", name=op.f("pk_survey_participation")),
    )
    op.create_index(op.f("ix_survey_participation_person_id"), "survey_participation", ["person_id"])
    op.create_table(
        "survey_draft",
        sa.Column("survey_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("person_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("answers", sa.JSON(), nullable=False),
        sa.Column("at", sa.String(length=64), nullable=True),
        sa.Column("started_at", sa.BigInteger(), nullable=False),
        sa.Column("touched_at", sa.BigInteger(), nullable=False),
        sa.Column("message_id", sa.BigInteger(), nullable=True),
        sa.Column("is_finished", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["survey_id"], ["survey.id"], name=op.f("fk_survey_draft_survey_id_survey")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_survey_draft_person_id_person")),
        sa.PrimaryKeyConstraint("survey_id", "person_id", name=op.f("pk_survey_draft")),
    )
    op.create_index(op.f("ix_survey_draft_person_id"), "survey_draft", ["person_id"])
    op.create_table(
        "survey_response",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False),
        sa.Column("survey_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("answers", sa.JSON(), nullable=False),
        sa.Column("finished_on", sa.BigInteger(), nullable=False),
        sa.Column("is_complete", sa.Boolean(), nullable=False),
        sa.Column("person_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("stakeholder_group", sa.String(length=32), nullable=True),
        sa.Column("district", sa.String(length=32), nullable=True),
        sa.Column("seconds", sa.Integer(), nullable=True),
        sa.Column("marks", sa.JSON(), nullable=False),
        sa.Column("fingerprint", sa.String(length=32), nullable=True),
        sa.ForeignKeyConstraint(["survey_id"], ["survey.id"], name=op.f("fk_survey_response_survey_id_survey")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_survey_response_person_id_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_survey_response")),
    )
    op.create_index(op.f("ix_survey_response_person_id"), "survey_response", ["person_id"])
    op.create_index(op.f("ix_survey_response_survey_id_id"), "survey_response", ["survey_id", "id"])
    op.create_index(op.f("ix_survey_response_survey_id_fingerprint"), "survey_response", ["survey_id", "fingerprint"])
    op.create_index(
        op.f("ix_survey_response_survey_id_person_id"), "survey_response", ["survey_id", "person_id"], unique=True
    )

    op.create_index(
        "ix_dialogue_reading",
        "dialogue",
        ["step"],
        sqlite_where=sa.text("step = 'survey-reading'"),
        postgresql_where=sa.text("step = 'survey-reading'"),
    )

    op.create_table(
        "survey_news",
        sa.Column("survey_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("is_drawn", sa.Boolean(), nullable=False),
        sa.Column("picture_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("told_until", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["survey_id"], ["survey.id"], name=op.f("fk_survey_news_survey_id_survey")),
        sa.ForeignKeyConstraint(["picture_id"], ["attachment.id"], name=op.f("fk_survey_news_picture_id_attachment")),
        sa.PrimaryKeyConstraint("survey_id", name=op.f("pk_survey_news")),
    )
    op.create_index(
        "ix_outbox_attachment",
        "outbox",
        ["attachment_id"],
        sqlite_where=sa.text("attachment_id IS NOT NULL"),
        postgresql_where=sa.text("attachment_id IS NOT NULL"),
    )


def downgrade() -> None:
    """Take back."""
    op.drop_index("ix_outbox_attachment", "outbox")
    op.drop_table("survey_news")
    op.drop_index("ix_dialogue_reading", "dialogue")
    op.drop_table("survey_response")
    op.drop_table("survey_draft")
    op.drop_table("survey_participation")
    op.drop_table("survey_quota")
    op.drop_table("survey_form")
    op.drop_table("survey")

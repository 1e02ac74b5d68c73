"""The results of closed surveys on their way to those who answered: a row until everybody was told."""

from sqlalchemy import BigInteger, Boolean, Column, ForeignKey, Table

from backend.storage.tables.core import metadata

survey_news = Table(
    "survey_news",
    metadata,
    Column("survey_id", ForeignKey("survey.id"), primary_key=True),
    Column("is_drawn", Boolean, nullable=False),
    Column("picture_id", ForeignKey("attachment.id")),
    Column("told_until", BigInteger, nullable=False),
)

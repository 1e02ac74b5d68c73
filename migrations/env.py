"""Alembic's entry: runs revisions on the connection that the caller hands over.

Engineers who write a new revision give a database instead:
`alembic -x url=sqlite:///scratch.db revision --autogenerate`.
"""

from alembic import context
from sqlalchemy import Connection, create_engine

from backend.storage.tables import metadata


def _run(connection: Connection) -> None:
    context.configure(connection=connection, target_metadata=metadata, render_as_batch=True)
    with context.begin_transaction():
        context.run_migrations()


handed_over = context.config.attributes.get("connection")
if handed_over is not None:
    _run(handed_over)
else:
    with create_engine(context.get_x_argument(as_dictionary=True)["url"]).connect() as own:
        _run(own)
        own.commit()

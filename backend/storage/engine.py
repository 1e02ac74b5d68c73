"""Engines: how the two databases are opened, and what their errors mean to us."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import event, make_url
from sqlalchemy.exc import DBAPIError, IntegrityError, SQLAlchemyError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from backend.domain.errors import Conflict, Damaged, Unavailable

_BUSY_SECONDS = 30
_READERS = 4
# Parameters are hidden from errors, since they hold what people said.
_SQLITE: dict[str, Any] = {"connect_args": {"timeout": _BUSY_SECONDS}, "hide_parameters": True}
_DAMAGE = ("malformed", "file is not a database")


def is_sqlite(url: str) -> bool:
    """Say whether the database is the embedded one."""
    return make_url(url).get_backend_name() == "sqlite"


def writing_engine(url: str) -> AsyncEngine:
    """Open the engine that writes. On SQLite it has exactly one connection.

    Several connections that write and checkpoint in WAL mode can corrupt the file before SQLite 3.51.3, so one
    connection writes, and the pool is the queue in front of it.
    """
    if not is_sqlite(url):
        return _postgresql_engine(url)
    path = make_url(url).database
    if path and path != ":memory:":
        Path(path).parent.mkdir(parents=True, exist_ok=True)
    engine = create_async_engine(url, pool_size=1, max_overflow=0, pool_timeout=_BUSY_SECONDS * 2, **_SQLITE)
    # FULL costs 0.6 ms a commit and is why a kept message survives a power cut; batches make it cheap. With
    # secure_delete erased words leave no trace in free pages.
    pragmas = ("journal_mode=WAL", "synchronous=FULL", "secure_delete=ON")
    _prepare_sqlite(engine, begin="BEGIN IMMEDIATE", pragmas=pragmas)
    return engine


def reading_engine(url: str) -> AsyncEngine:
    """Open the engine that only reads, beside the writer."""
    if not is_sqlite(url):
        return _postgresql_engine(url)
    engine = create_async_engine(url, pool_size=_READERS, **_SQLITE)
    _prepare_sqlite(engine, begin="BEGIN", pragmas=("query_only=ON", "cache_size=-16000"))
    return engine


def _postgresql_engine(url: str) -> AsyncEngine:
    sizes = {"pool_size": _READERS, "max_overflow": _READERS}
    return create_async_engine(url, pool_pre_ping=True, hide_parameters=True, **sizes)


def _prepare_sqlite(engine: AsyncEngine, begin: str, pragmas: tuple[str, ...]) -> None:
    @event.listens_for(engine.sync_engine, "connect")
    def on_connect(connection: Any, _record: Any) -> None:
        # The driver must not begin transactions by itself: a deferred one that reads and then writes
        # fails at once with "database is locked", whatever the timeout.
        connection.isolation_level = None
        cursor = connection.cursor()
        for pragma in ("foreign_keys=ON", *pragmas):
            cursor.execute(f"PRAGMA {pragma}")
        cursor.close()

    @event.listens_for(engine.sync_engine, "begin")
    def on_begin(connection: Any) -> None:
        connection.exec_driver_sql(begin)


@contextmanager
def own_errors() -> Iterator[None]:
    """Turn what the database raises into `Conflict` (a unique row exists), `Unavailable` (try again) or `Damaged`.

    Programming errors pass through as they are.
    """
    try:
        yield
    except IntegrityError as error:
        raise Conflict(detail=type(error.orig).__name__) from error
    except PoolTimeout as error:
        raise Unavailable(detail="pool") from error
    except DBAPIError as error:
        if error.connection_invalidated or _is_passing(error):
            raise Unavailable(detail=type(error.orig).__name__) from error
        if any(sign in str(error.orig).lower() for sign in _DAMAGE):
            raise Damaged(detail=str(error.orig)) from error
        raise
    except (ConnectionError, TimeoutError, OSError) as error:
        raise Unavailable(detail=type(error).__name__) from error
    except SQLAlchemyError:
        raise


def _is_passing(error: DBAPIError) -> bool:
    words = str(error.orig).lower()
    signs = (
        "locked", "busy", "unable to open", "disk i/o", "disk is full", "readonly", "starting up", "shutting down",
        "terminating connection", "connection was closed", "connection is closed", "closed in the middle",
    )  # fmt: skip
    return any(sign in words for sign in signs)

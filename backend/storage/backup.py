"""Copies of the database, and whether one is whole."""

import asyncio
import os
import shutil
import sqlite3
import subprocess
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import make_url, text

from backend.domain.errors import BadFile, Damaged
from backend.storage.engine import is_sqlite, own_errors
from backend.storage.unit_of_work import SqlStore


async def backup(store: SqlStore, file: Path) -> None:
    """Write a copy: `VACUUM INTO` for SQLite, which is consistent beside a writer; `pg_dump` for PostgreSQL.

    Raises:
        BadFile: the file exists, or the dump failed.
    """
    await asyncio.to_thread(_make_room, file)
    if is_sqlite(store.url):
        await asyncio.to_thread(_copy_sqlite, _path(store), file)
    else:
        await _run("pg_dump", "--format=custom", f"--file={file}", _dsn(store))


async def restore(store: SqlStore, file: Path) -> Path | None:
    """Put a copy in the database's place; return where the former SQLite file was moved to.

    Raises:
        BadFile: the copy is missing or damaged, or the database is in use.
    """
    await store.close()
    if is_sqlite(store.url):
        return await asyncio.to_thread(_restore_sqlite, _path(store), file)
    await _run("pg_restore", "--clean", "--if-exists", "--no-owner", f"--dbname={_dsn(store)}", str(file))
    return None


async def problems(store: SqlStore) -> list[str]:
    """Return what is wrong with the database's own structures; empty when nothing is."""
    try:
        with own_errors():
            return await _found_problems(store)
    except Damaged as error:
        return [str(error.fields["detail"])]


async def _found_problems(store: SqlStore) -> list[str]:
    async with store.writer.connect() as connection:
        if not is_sqlite(store.url):
            await connection.execute(text("SELECT 1"))
            return []
        found = [row[0] for row in (await connection.execute(text("PRAGMA integrity_check"))).all()]
        orphans = (await connection.execute(text("PRAGMA foreign_key_check"))).all()
    return [word for word in found if word != "ok"] + [f"row without its parent: {tuple(row)}" for row in orphans]


def sqlite_version() -> str:
    """Return the version of SQLite that this Python carries."""
    return sqlite3.sqlite_version


def _path(store: SqlStore) -> Path:
    return Path(make_url(store.url).database or "")


def _dsn(store: SqlStore) -> str:
    return make_url(store.url).set(drivername="postgresql").render_as_string(hide_password=False)


def _make_room(file: Path) -> None:
    if file.exists():
        raise BadFile(reason="exists already", path=str(file))
    file.parent.mkdir(parents=True, exist_ok=True)


def _copy_sqlite(source: Path, target: Path) -> None:
    connection = sqlite3.connect(source)
    try:
        connection.execute("VACUUM INTO ?", (str(target),))
    finally:
        connection.close()


def _restore_sqlite(target: Path, source: Path) -> Path | None:
    _check_copy(source)
    kept = None
    if target.exists():
        _check_unused(target)
        stamp = datetime.now(UTC).strftime("%Y%m%d-%H%M%S")
        kept = target.with_name(f"{target.name}.before-restore-{stamp}")
        target.rename(kept)
        for suffix in ("-wal", "-shm"):
            Path(f"{target}{suffix}").unlink(missing_ok=True)
    # Copied beside the target and renamed, so that a crash leaves either the old name free or the whole copy.
    half = target.with_name(f"{target.name}.restoring")
    shutil.copyfile(source, half)
    with half.open("rb") as copied:
        os.fsync(copied.fileno())
    half.rename(target)
    return kept


def _check_copy(file: Path) -> None:
    try:
        connection = sqlite3.connect(f"file:{file}?mode=ro", uri=True)
        try:
            (verdict,) = connection.execute("PRAGMA integrity_check").fetchone()
            connection.execute("SELECT count(*) FROM concern")
        finally:
            connection.close()
    except sqlite3.Error as error:
        raise BadFile(reason=f"no copy of a hamandish database: {error}", path=str(file)) from error
    if verdict != "ok":
        raise BadFile(reason=f"damaged: {verdict}", path=str(file))


def _check_unused(path: Path) -> None:
    """A database in use cannot be taken exclusively; its write-ahead log is emptied into it on the way."""
    connection = sqlite3.connect(path, timeout=1.0)
    try:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        connection.execute("PRAGMA locking_mode=EXCLUSIVE")
        connection.execute("BEGIN EXCLUSIVE")
        connection.execute("ROLLBACK")
    except sqlite3.OperationalError as error:
        raise BadFile(reason="the database is in use; stop the service first", path=str(path)) from error
    finally:
        connection.close()


async def _run(*arguments: str) -> None:
    try:
        done = await asyncio.to_thread(subprocess.run, arguments, capture_output=True, text=True, check=False)
    except FileNotFoundError as error:
        raise BadFile(reason=f"{arguments[0]} is not installed") from error
    if done.returncode:
        raise BadFile(reason=done.stderr.strip().splitlines()[-1] if done.stderr.strip() else arguments[0])

"""`hamandish doctor`: what an operator checks first, in one look."""

import shutil
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from pathlib import Path

import aiohttp

from backend.bootstrap import Backend
from backend.domain.errors import StorageError
from backend.services import housekeeping
from backend.storage import backup, migrate
from backend.storage.engine import is_sqlite
from bot.api import BotApi, CallError

_ENOUGH_DISK = 1 << 30
_MOST_SKEW = 30.0
_MOST_AWAY_HOURS = 24
type Finding = tuple[bool, str]


async def examine(backend: Backend) -> list[tuple[str, bool, str]]:
    """Return for each subject whether it is well, and a sentence."""
    subjects: dict[str, Callable[[Backend], Awaitable[Finding]]] = {
        "token": _token,
        "database": _database,
        "schedule": _schedule,
        "disk": _disk,
        "clock": _clock,
        "unsent": _unsent,
        "failed": _failed,
    }
    findings = []
    for name, look in subjects.items():
        try:
            is_well, words = await look(backend)
        except StorageError as error:
            is_well, words = False, f"the database does not answer ({error.code})"
        findings.append((name, is_well, words))
    return findings


async def _token(backend: Backend) -> Finding:
    token = backend.settings.bot_token.get_secret_value()
    if not token:
        return False, "HAMANDISH_BOT_TOKEN is not set"
    api = BotApi(backend.settings.bot_api_url, token)
    await api.open()
    try:
        me = await api.call("getMe", {}, read_timeout=10.0)
    except CallError as error:
        return False, f"{backend.settings.bot_api_url} does not accept it ({type(error).__name__})"
    finally:
        await api.close()
    return True, f"@{me.get('username', '?')} at {backend.settings.bot_api_url}"


async def _database(backend: Backend) -> Finding:
    current, newest = await migrate.revisions(backend.store.writer)
    if current != newest:
        return False, f"at revision {current}, newest is {newest}: run `hamandish db upgrade`"
    if problems := await backup.problems(backend.store):
        return False, "; ".join(problems)
    kind = f"SQLite {backup.sqlite_version()}" if is_sqlite(backend.settings.database_url) else "PostgreSQL"
    return True, f"{kind}, revision {current}"


async def _schedule(backend: Backend) -> Finding:
    async with backend.store.look() as uow:
        groups = await uow.groups.all()
        beat = (await uow.records.beats()).get("schedule")
    if not groups:
        return True, "no working groups yet"
    now = datetime.now(UTC)
    upcoming = min(group.schedule.next_firing(now.astimezone(backend.city.zone)) for group in groups)
    words = f"{len(groups)} groups, next digest {upcoming:%Y-%m-%d %H:%M}"
    if beat is None or (now - beat).total_seconds() > 90:  # noqa: PLR2004 - four beats missed
        return False, f"{words}; no scheduler is running"
    return True, words


async def _disk(backend: Backend) -> Finding:
    data = backend.settings.data_dir
    place = data if data.exists() else Path()
    free = shutil.disk_usage(place).free
    return free >= _ENOUGH_DISK, f"{free / (1 << 30):.1f} GiB free"


async def _clock(backend: Backend) -> Finding:
    try:
        timeout = aiohttp.ClientTimeout(total=10)
        async with (
            aiohttp.ClientSession(timeout=timeout) as session,
            session.get(backend.settings.bot_api_url) as response,
        ):
            said = response.headers.get("Date", "")
    except (aiohttp.ClientError, TimeoutError):
        return False, "the platform does not answer, so the clock cannot be compared"
    if not said:
        return True, "the platform names no time"
    skew = (datetime.now(UTC) - parsedate_to_datetime(said)).total_seconds()
    return abs(skew) <= _MOST_SKEW, f"{skew:+.0f} s against the platform"


async def _unsent(backend: Backend) -> Finding:
    async with backend.store.look() as uow:
        outbox = (await housekeeping.health(uow)).outbox
    words = f"{outbox.waiting} waiting, {outbox.unknown} perhaps sent (`hamandish outbox list`)"
    return outbox.unknown == 0, words


async def _failed(backend: Backend) -> Finding:
    async with backend.store.look() as uow:
        health = await housekeeping.health(uow)
    words = f"{health.inbox.failed} updates (`hamandish inbox list`), {health.outbox.failed} calls"
    intake = health.beats.get("intake")
    if intake is not None and (away := (datetime.now(UTC) - intake).total_seconds() / 3600) >= _MOST_AWAY_HOURS:
        return False, f"{words}; no updates were fetched for {away:.0f} h: the platform drops them after 24 h"
    return health.inbox.failed == 0, words

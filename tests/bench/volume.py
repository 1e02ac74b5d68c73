"""A year of a city: importing 200,000 messages, then the digests of thirty groups over all of them."""

import asyncio
import json
import time
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from backend.bootstrap import city_of
from backend.domain.groups import Level, WorkingGroup
from backend.domain.ids import IdSource
from backend.domain.schedule import Period, Schedule
from backend.gatherer import ProcessGatherer
from backend.jobs import tasks
from backend.reports.digest_files import ReportFiles
from backend.services import digests
from backend.storage.unit_of_work import SqlStore
from bot.press import ChatPress
from tests.bench.processes import watched
from tests.bench.texts import varied

MESSAGES = 200_000
GROUPS = 30


@dataclass(frozen=True, slots=True)
class Result:
    """What the volume cost. Digest seconds are for figures and text, drawing seconds for chart and spreadsheet."""

    messages: int
    import_rate: float
    import_peak_mib: float
    gather_rate: float
    issues: int
    digest_seconds: list[float]
    drawing_seconds: list[float]
    peak_mib: float


async def measure(directory: Path, messages: int = MESSAGES) -> Result:
    """Import through the command, gather, build and draw each group's digest over the whole year."""
    url = f"sqlite+aiosqlite:///{directory}/volume.db"
    source = await asyncio.to_thread(_write, directory / "year.jsonl", messages)
    environment = {"HAMANDISH_DATABASE_URL": url, "HAMANDISH_DATA_DIR": str(directory)}
    arguments = ("import", str(source), "--source", "137")
    begun = time.monotonic()
    async with watched("bot.cli", *arguments, environment=environment, log=directory / "volume.log") as importing:
        if await asyncio.to_thread(importing.process.wait):
            raise RuntimeError((directory / "volume.log").read_text(encoding="utf-8")[-2000:])
    import_seconds = time.monotonic() - begun
    store = SqlStore(url)
    try:
        begun = time.monotonic()
        gatherer = ProcessGatherer(store)
        gathered = await tasks.gather(store, gatherer)
        await gatherer.close()
        gather_seconds = time.monotonic() - begun
        built, drawn, issues = await _digests(store)
    finally:
        await store.close()
    return Result(
        gathered,
        gathered / import_seconds,
        importing.peak_mib,
        gathered / gather_seconds,
        issues,
        built,
        drawn,
        _own_peak(),
    )


async def _digests(store: SqlStore) -> tuple[list[float], list[float], int]:
    city = city_of("mashhad")
    press = ChatPress(city, ReportFiles(city))
    now = datetime.now(UTC)
    period = Period(now - timedelta(days=366), now)
    groups = _groups(sorted(city.topics), sorted(city.districts))
    async with store.begin() as uow:
        for group in groups:
            uow.groups.add(group)
        await uow.commit()
    built, drawn, issues = [], [], 0
    for group in groups:
        begun = time.monotonic()
        async with store.look() as uow:
            digest = await digests.build(uow, group, period)
        built.append(time.monotonic() - begun)
        begun = time.monotonic()
        await press.parts(digest, group, is_live=False)
        drawn.append(time.monotonic() - begun)
        issues += len(digest.items)
    return built, drawn, issues


def _groups(topics: Sequence[str], districts: Sequence[str]) -> list[WorkingGroup]:
    """Thirty groups: some of the whole city and few topics, some of one district and all topics."""
    new_id, groups = IdSource(), []
    for number in range(1, GROUPS + 1):
        is_local = number > len(topics) // 3
        own_topics = frozenset() if is_local else frozenset(topics[number * 3 - 3 : number * 3])
        own_districts = frozenset({districts[number % len(districts)]}) if is_local else frozenset()
        level = Level.DISTRICT if is_local else Level.ORGANISATION
        now = datetime.now(UTC)
        groups.append(
            WorkingGroup(
                new_id(), number, f"کارگروه {number}", level, own_topics, own_districts, False, Schedule(), now
            )
        )
    return groups


def _write(path: Path, messages: int) -> Path:
    begin = datetime.now(UTC) - timedelta(days=365)
    step = timedelta(days=364) / messages
    with path.open("w", encoding="utf-8") as file:
        for number, text in enumerate(varied(messages)):
            row = {"id": str(number), "text": text, "created_at": (begin + step * number).isoformat()}
            file.write(json.dumps(row, ensure_ascii=False) + "\n")
    return path


def _own_peak() -> float:
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024

"""`make bench`: speed and memory, as ratios to named peers in the same run.

`make bench ARGS=echo` (or `volume`, `reading`, `survey`, `results`) runs one part; `survey=2000` asks fewer people.
"""

import asyncio
import sys
import tempfile
from pathlib import Path
from statistics import median

from rich.console import Console
from rich.table import Table

from tests.bench import echo, survey, survey_results, volume

PARTS = ("echo", "volume", "reading", "survey", "results")
console = Console(width=120)


async def main(parts: list[str]) -> None:
    for part in parts or PARTS:
        name, _, size = part.partition("=")
        with tempfile.TemporaryDirectory(prefix="hamandish-bench-") as directory:
            if name == "survey":
                await _survey(Path(directory), int(size or survey.PEOPLE))
                continue
            if name == "results":
                await survey_results.main(Path(directory))
                continue
            await {"echo": _echo, "volume": _volume, "reading": _reading}[name](Path(directory))


async def _echo(directory: Path) -> None:
    results = await echo.measure(directory)
    ours = results[0]
    title = f"{echo.MESSAGES:,} messages from {echo.PEOPLE:,} people, {echo.LATENCY * 1000:.0f} ms a call"
    table = Table("bot", "messages a second", "ours to it", "peak memory, MiB", title=title)
    for result in results:
        table.add_row(result.name, f"{result.rate:,.0f}", f"{ours.rate / result.rate:.2f}", f"{result.peak_mib:,.0f}")
    console.print(table)


async def _volume(directory: Path) -> None:
    result = await volume.measure(directory)
    table = Table("what", "figure", title=f"{result.messages:,} messages of a year, {volume.GROUPS} groups")
    table.add_row("import (read and kept), messages a second", f"{result.import_rate:,.0f}")
    table.add_row("import, peak memory, MiB", f"{result.import_peak_mib:,.0f}")
    table.add_row("gathered, messages a second", f"{result.gather_rate:,.0f}")
    table.add_row("issues in the digests", f"{result.issues:,}")
    table.add_row("a digest over the year, median / slowest, s", _spread(result.digest_seconds))
    table.add_row("its chart and spreadsheet, median / slowest, s", _spread(result.drawing_seconds))
    table.add_row("gathering and digests, peak memory, MiB", f"{result.peak_mib:,.0f}")
    console.print(table)


async def _reading(_directory: Path) -> None:
    from tests.bench import reading

    console.print(reading.measure())


async def _survey(directory: Path, people: int) -> None:
    result = await survey.measure(directory, people)
    table = Table("what", "figure", title=f"{survey.QUESTIONS} questions to {result.people:,} people")
    table.add_row("limit that was set, messages a second over all chats", f"{result.rate:,}")
    table.add_row("invitations, a second", f"{result.invited_a_second:,.0f}")
    table.add_row("people who answered all questions meanwhile", f"{result.answered:,}")
    table.add_row("answers meanwhile", f"{len(result.latencies):,}")
    table.add_row("from an answer to the next question, median / 95th percentile, s", _latency(result))
    table.add_row("memory at a tenth / at the end / peak, MiB", _memory(result))
    table.add_row("results of as many answers as people, s", f"{result.results_seconds:.2f}")
    console.print(table)


def _latency(result: survey.Result) -> str:
    return f"{median(result.latencies):.2f} / {result.latency_p95:.2f}" if result.latencies else "nobody answered"


def _memory(result: survey.Result) -> str:
    return f"{result.memory_early:,.0f} / {result.memory_late:,.0f} / {result.peak_mib:,.0f}"


def _spread(seconds: list[float]) -> str:
    return f"{median(seconds):.2f} / {max(seconds):.2f}"


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1:]))

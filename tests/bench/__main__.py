"""`make bench`: speed and memory, as ratios to named peers in the same run.

`make bench ARGS=echo` (or `volume`, `reading`) runs one part.
"""

import asyncio
import sys
import tempfile
from pathlib import Path
from statistics import median

from rich.console import Console
from rich.table import Table

from tests.bench import echo, volume

PARTS = ("echo", "volume", "reading")
console = Console(width=120)


async def main(parts: list[str]) -> None:
    for part in parts or PARTS:
        with tempfile.TemporaryDirectory(prefix="hamandish-bench-") as directory:
            await {"echo": _echo, "volume": _volume, "reading": _reading}[part](Path(directory))


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


def _spread(seconds: list[float]) -> str:
    return f"{median(seconds):.2f} / {max(seconds):.2f}"


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1:]))

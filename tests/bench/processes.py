"""Processes under measurement, with the peak of their memory."""

import asyncio
import os
import subprocess
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

import psutil

_MIB = 1 << 20
_SAMPLE_SECONDS = 0.2


@dataclass(slots=True)
class Watched:
    """A process tree; `peak_mib` is the largest sum of its proportional memory seen so far."""

    process: subprocess.Popen[bytes]
    peak_mib: float = 0.0

    def sample(self) -> None:
        """Look at the memory now."""
        try:
            root = psutil.Process(self.process.pid)
            tree = [root, *root.children(recursive=True)]
            self.peak_mib = max(self.peak_mib, sum(one.memory_full_info().pss for one in tree) / _MIB)
        except psutil.Error:
            return


@asynccontextmanager
async def watched(module: str, *arguments: str, environment: dict[str, str], log: Path) -> AsyncIterator[Watched]:
    """Run a module as a process, watch its memory, and stop it at the end."""
    with log.open("ab") as output:
        one = Watched(_started([sys.executable, "-m", module, *arguments], os.environ | environment, output))
        watching = asyncio.create_task(_watch(one))
        try:
            yield one
        finally:
            watching.cancel()
            one.process.terminate()
            await asyncio.to_thread(one.process.wait, 30)


def _started(command: list[str], environment: dict[str, str], output: BinaryIO) -> subprocess.Popen[bytes]:
    return subprocess.Popen(command, env=environment, stdout=output, stderr=output, start_new_session=True)


async def _watch(one: Watched) -> None:
    while True:
        await asyncio.to_thread(one.sample)
        await asyncio.sleep(_SAMPLE_SECONDS)

"""The product as it runs in earnest: a process of its own, told everything by its environment, logging to a file."""

import asyncio
import json
import os
import signal
import subprocess
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

START_SECONDS = 90.0
STOP_SECONDS = 40.0
_PREFIX = "HAMANDISH_"
_TAIL = 6000


def show(*lines: str) -> None:
    """Write figures where pytest shows them beside a test."""
    sys.stdout.write("\n  ".join(lines) + "\n")


def with_bytecode() -> dict[str, str]:
    """Return our environment, with compiled code kept: without, a start takes three times as long."""
    kept = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    return {"PYTHONPYCACHEPREFIX": str(Path(tempfile.gettempdir()) / "hamandish-bytecode")} | kept


@dataclass(slots=True)
class RunningProduct:
    """`hamandish run` with settings of its own; `only` names the parts that this process runs."""

    directory: Path
    settings: dict[str, str]
    only: str = ""
    name: str = "product"
    process: subprocess.Popen[bytes] | None = None
    starts: int = field(default=0, init=False)

    @property
    def log_file(self) -> Path:
        return self.directory / f"{self.name}.log"

    @property
    def environment(self) -> dict[str, str]:
        """What a command beside the product needs to see the same database and platform."""
        inherited = {key: value for key, value in with_bytecode().items() if not key.startswith(_PREFIX)}
        return inherited | {f"{_PREFIX}{key.upper()}": value for key, value in self.settings.items()}

    def launch(self) -> None:
        """Start the process without waiting for anything."""
        arguments = [sys.executable, "-m", "bot.cli", "run", *(["--only", self.only] if self.only else [])]
        with self.log_file.open("ab") as log:
            self.process = subprocess.Popen(
                arguments, env=self.environment, cwd=self.directory, stderr=log, stdout=log, start_new_session=True
            )
        self.starts += 1

    async def start(self) -> None:
        """Start the process and wait until its parts run."""
        before = self.count("running")
        self.launch()
        await self.until(lambda: self.count("running") > before, START_SECONDS)

    async def until(self, test: Any, seconds: float) -> None:
        """Wait until something is so while the process lives."""
        async with asyncio.timeout(seconds):
            while not test():
                assert self.process is not None
                assert self.process.poll() is None, f"the product ended with {self.process.returncode}\n{self.tail()}"
                await asyncio.sleep(0.05)

    def send(self, number: signal.Signals) -> None:
        assert self.process is not None
        self.process.send_signal(number)

    async def ended(self) -> int:
        """Wait until the process is gone; return its status."""
        assert self.process is not None
        return await asyncio.to_thread(self.process.wait, STOP_SECONDS)

    async def terminate(self) -> int:
        """Stop it cleanly."""
        self.send(signal.SIGTERM)
        return await self.ended()

    async def kill(self) -> None:
        """Stop it as a power cut would."""
        self.send(signal.SIGKILL)
        await self.ended()

    async def restart(self) -> None:
        await self.terminate()
        await self.start()

    def end(self) -> None:
        """Make sure that nothing is left running after a test."""
        if self.process is not None and self.process.poll() is None:
            self.process.kill()
            self.process.wait(STOP_SECONDS)

    def log(self) -> str:
        return self.log_file.read_text(encoding="utf-8") if self.log_file.exists() else ""

    def events(self, name: str) -> list[dict[str, Any]]:
        """Return the log's entries of this name."""
        lines = (line for line in self.log().splitlines() if f'"{name}"' in line and line.startswith("{"))
        return [entry for entry in map(json.loads, lines) if entry.get("event") == name]

    def count(self, name: str) -> int:
        return len(self.events(name))

    def tail(self) -> str:
        return self.log()[-_TAIL:]

    def command(self, *arguments: str, timeout: float = 120.0) -> subprocess.CompletedProcess[str]:
        """Run another command of the product on the same settings."""
        return subprocess.run(
            [sys.executable, "-m", "bot.cli", *arguments],
            env=self.environment | {"COLUMNS": "200"},
            cwd=self.directory,
            capture_output=True,
            text=True,
            timeout=timeout,
            check=False,
        )

"""Reading texts in a process of its own."""

import asyncio
import json
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import Coroutine, Sequence
from pathlib import Path
from typing import Any

import structlog

from backend.domain.concern import Reading

_LENGTH_BYTES = 4
_START_SECONDS = 60.0
_ANSWER_SECONDS = 30.0
_STOP_SECONDS = 5.0
_REST_SECONDS = 30.0
log = structlog.get_logger(__name__)


class ProcessReader:
    """See `backend.ports.TextReader`. A reader that died is started again at the next text.

    Nothing about reading may cost a message: whatever goes wrong here gives empty readings, and a job reads those
    concerns again later.
    """

    def __init__(self, city: str, model: Path | None = None) -> None:
        """Remember what to start; `start` or the first text starts it."""
        self._arguments = [city, *([str(model)] if model else [])]
        self._process: Process | None = None
        self._turn = asyncio.Lock()
        self._rests_until = 0.0

    async def start(self) -> bool:
        """Start the process, wait until its language data is loaded, and say whether it runs."""
        async with self._turn:
            return await self._try(self._running()) is not None

    async def read(self, texts: Sequence[str]) -> list[Reading]:
        """Return a reading for each text; empty ones if the reader fails."""
        if not texts:
            return []
        async with self._turn:
            answer = await self._try(self._answer(list(texts)))
        return [_reading(fields) for fields in answer] if answer is not None else [Reading() for _ in texts]

    async def close(self) -> None:
        """Stop the process."""
        async with self._turn:
            await self._drop()

    async def _try[T](self, attempt: Coroutine[Any, Any, T]) -> T | None:
        """Make an attempt; after one that failed the reader is stopped and left alone for a while."""
        loop = asyncio.get_running_loop()
        if loop.time() < self._rests_until:
            attempt.close()
            return None
        try:
            return await attempt
        except (OSError, EOFError, TimeoutError, ValueError) as error:
            log.warning("reader_failed", error=type(error).__name__)
            self._rests_until = loop.time() + _REST_SECONDS
            await self._drop()
            return None

    async def _answer(self, texts: list[str]) -> Any:
        process = await self._running()
        return await asyncio.wait_for(_ask(process, texts), _ANSWER_SECONDS)

    async def _running(self) -> Process:
        if self._process is None or self._process.returncode is not None:
            self._process = await asyncio.create_subprocess_exec(
                sys.executable, "-m", "backend.reading_worker", *self._arguments, stdin=PIPE, stdout=PIPE
            )
            hello = await asyncio.wait_for(_receive(self._process), _START_SECONDS)
            log.info("reader_started", model=hello["model"])
        return self._process

    async def _drop(self) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        if process.stdin is not None:
            process.stdin.close()
        try:
            await asyncio.wait_for(process.wait(), _STOP_SECONDS)
        except TimeoutError:
            process.kill()
            await process.wait()


async def _ask(process: Process, texts: list[str]) -> Any:
    body = json.dumps(texts).encode()
    assert process.stdin is not None  # noqa: S101 - opened with a pipe
    process.stdin.write(len(body).to_bytes(_LENGTH_BYTES, "big") + body)
    await process.stdin.drain()
    return await _receive(process)


async def _receive(process: Process) -> Any:
    assert process.stdout is not None  # noqa: S101 - opened with a pipe
    head = await process.stdout.readexactly(_LENGTH_BYTES)
    return json.loads(await process.stdout.readexactly(int.from_bytes(head, "big")))


def _reading(fields: dict[str, Any]) -> Reading:
    fields["topics"] = tuple((code, p) for code, p in fields["topics"])
    fields["ranked"] = tuple((code, p) for code, p in fields["ranked"])
    fields["signature"] = bytes.fromhex(fields["signature"])
    return Reading(**fields)

"""A process of our own that answers questions: frames of JSON in on its standard input, frames out.

A frame is its length in four bytes, then as many bytes of JSON. The parent side is asynchronous, so the event loop
never waits for what a child computes; the child side is a plain loop.
"""

import asyncio
import gc
import json
import signal
import struct
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import Callable
from typing import Any

import structlog

_LENGTH = struct.Struct(">I")
_START_SECONDS = 90.0
_ANSWER_SECONDS = 60.0
_STOP_SECONDS = 5.0
_REST_SECONDS = 30.0
_GARBAGE = 50_000
log = structlog.get_logger(__name__)


class ChildFailed(Exception):
    """The child did not start, died, or gave no answer; it is left alone for a while before it is started again."""


class Child:
    """The parent's side of a child process, started at the first question."""

    def __init__(self, module: str, *arguments: str) -> None:
        """Remember what to start."""
        self._command = (sys.executable, "-m", module, *arguments)
        self._module = module
        self._process: Process | None = None
        self._turn = asyncio.Lock()
        self._rests_until = 0.0
        self.generation = 0

    async def ask(self, question: Any) -> Any:
        """Return the child's answer; questions are answered one after the other.

        Raises:
            ChildFailed: there is no answer.
        """
        async with self._turn:
            loop = asyncio.get_running_loop()
            if loop.time() < self._rests_until:
                raise ChildFailed(self._module)
            try:
                process = await self._running()
                return await asyncio.wait_for(_exchange(process, question), _ANSWER_SECONDS)
            except (OSError, EOFError, TimeoutError, ValueError) as error:
                log.warning("child_failed", module=self._module, error=type(error).__name__)
                self._rests_until = loop.time() + _REST_SECONDS
                await self._drop()
                raise ChildFailed(self._module) from error

    async def close(self) -> None:
        """Stop the process."""
        async with self._turn:
            await self._drop()

    async def _running(self) -> Process:
        if self._process is None or self._process.returncode is not None:
            self._process = await asyncio.create_subprocess_exec(*self._command, stdin=PIPE, stdout=PIPE)
            self.generation += 1
            await asyncio.wait_for(_receive(self._process), _START_SECONDS)
            log.info("child_started", module=self._module)
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


def spare_collector() -> None:
    """Let the collector of cyclic garbage pass over what was loaded at the start, and run less often.

    Little here is ever cyclic, and walking the loaded language data again and again cost a fifth of the reading.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(_GARBAGE)


def serve(answer: Callable[[Any], Any]) -> None:
    """Be the child: answer each frame of standard input until it ends, after a first frame that says "ready"."""
    spare_collector()
    # A stop signal goes to the whole process group; a child ends when its parent closes the pipe.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    source, sink = sys.stdin.buffer, sys.stdout.buffer
    sink.write(_packed("ready"))
    sink.flush()
    while head := source.read(_LENGTH.size):
        sink.write(_packed(answer(json.loads(source.read(_LENGTH.unpack(head)[0])))))
        sink.flush()


async def _exchange(process: Process, question: Any) -> Any:
    if process.stdin is None:
        raise EOFError
    process.stdin.write(_packed(question))
    await process.stdin.drain()
    return await _receive(process)


async def _receive(process: Process) -> Any:
    if process.stdout is None:
        raise EOFError
    head = await process.stdout.readexactly(_LENGTH.size)
    return json.loads(await process.stdout.readexactly(_LENGTH.unpack(head)[0]))


def _packed(value: Any) -> bytes:
    body = json.dumps(value).encode()
    return _LENGTH.pack(len(body)) + body

"""The process that reads texts: frames of JSON in on standard input, frames of JSON out on standard output.

A frame is its length in four bytes, then as many bytes of JSON. Reading has a process of its own so that the event
loop never waits for it, and so that the language data is in memory once.
"""

import json
import signal
import struct
import sys
from pathlib import Path
from typing import Any, BinaryIO

from nlp.reader import Reader
from nlp.reading import Reading

_LENGTH = struct.Struct(">I")


def pack(value: object) -> bytes:
    """Return a frame."""
    body = json.dumps(value).encode()
    return _LENGTH.pack(len(body)) + body


def serve(city: str, model: Path | None, source: BinaryIO, sink: BinaryIO) -> None:
    """Answer each frame of texts with a frame of readings until the source ends."""
    reader = Reader.load(city, model)
    sink.write(pack({"model": reader.read("").model}))
    sink.flush()
    while head := source.read(_LENGTH.size):
        texts: list[str] = json.loads(source.read(_LENGTH.unpack(head)[0]))
        sink.write(pack([_flat(reader.read(text)) for text in texts]))
        sink.flush()


def _flat(reading: Reading) -> dict[str, Any]:
    return {
        "topics": [(score.code, score.p) for score in reading.topics],
        "ranked": [(score.code, score.p) for score in reading.ranked],
        "kind": reading.kind,
        "urgency": reading.urgency,
        "district": reading.place.district,
        "locality": reading.place.locality,
        "redacted": reading.redacted,
        "headline": reading.headline,
        "signature": reading.signature.hex(),
        "model": reading.model,
    }


def main() -> None:
    """Serve on the standard streams; arguments: the city, and optionally the model file."""
    # A stop signal goes to the whole process group; this one ends when its parent closes the pipe.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    city, *model = sys.argv[1:]
    serve(city, Path(model[0]) if model else None, sys.stdin.buffer, sys.stdout.buffer)


if __name__ == "__main__":
    main()

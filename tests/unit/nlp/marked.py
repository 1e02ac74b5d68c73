"""Messages written for the tests, with what must be found marked in them."""

import re
from pathlib import Path

from nlp.reading import Span

DATA = Path(__file__).parent / "data"
_MARK = re.compile(r"\{(\w+) ([^}]*)\}")


def lines(file: str) -> list[str]:
    return [line for line in (DATA / file).read_text(encoding="utf-8").splitlines() if line and line[0] != "#"]


def unmark(line: str) -> tuple[str, list[Span]]:
    """Return the message of «من {name علی} هستم» and the spans that were marked in it."""
    line = line.replace("\\n", "\n")
    text, position, spans = "", 0, []
    for mark in _MARK.finditer(line):
        text += line[position : mark.start()]
        spans.append(Span(len(text), len(text) + len(mark[2]), mark[1]))
        text += mark[2]
        position = mark.end()
    return text + line[position:], spans

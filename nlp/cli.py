"""`hamandish tag`, `group`, `train` and `evaluate`."""

import json
import sys
from pathlib import Path
from typing import Annotated, Any, TextIO

import typer

from nlp.reader import Reader
from nlp.reading import Reading
from nlp.scheme import Scheme

app = typer.Typer(no_args_is_help=True, help="Reading Persian messages.")

PROBABILITY_DIGITS = 4

CityOption = Annotated[str, typer.Option(envvar="HAMANDISH_CITY", help="City whose places are known.")]
ModelOption = Annotated[Path | None, typer.Option(help="A trained model; the shipped one when not given.")]


@app.callback()
def nlp() -> None:
    """Persian text in, a structured reading out."""


@app.command()
def tag(
    city: CityOption = "mashhad",
    model: ModelOption = None,
) -> None:
    """Read JSON lines {"id","text"} and write what each message says, a JSON line each, as they come."""
    reader = Reader.load(city, model)
    scheme = Scheme.load()
    for row in _rows(sys.stdin):
        answer = {"id": row.get("id"), **as_json(reader.read(str(row.get("text") or "")), scheme)}
        sys.stdout.write(json.dumps(answer, ensure_ascii=False) + "\n")
        sys.stdout.flush()


def as_json(reading: Reading, scheme: Scheme) -> dict[str, Any]:
    """The public form of a reading; axes follow from each plan's mapping of the asserted topics."""
    asserted = tuple(topic.code for topic in reading.topics)
    return {
        "topics": [_score(topic.code, topic.p) for topic in reading.topics],
        "axes": {plan: list(scheme.axes_of(asserted, plan)) for plan in scheme.axes},
        "kind": reading.kind,
        "urgency": reading.urgency,
        "place": {"district": reading.place.district, "locality": reading.place.locality},
        "redacted": reading.redacted,
        "spans": [{"start": span.start, "end": span.end, "type": span.type} for span in reading.personal],
        "ranked": [_score(topic.code, topic.p) for topic in reading.ranked],
    }


def _score(code: str, p: float) -> dict[str, Any]:
    return {"code": code, "p": round(p, PROBABILITY_DIGITS)}


def _rows(lines: TextIO) -> Any:
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except json.JSONDecodeError as error:
            raise typer.BadParameter(f"line {number} is not JSON: {error}") from error
        if not isinstance(row, dict):
            raise typer.BadParameter(f"line {number} is not a JSON object")
        yield row

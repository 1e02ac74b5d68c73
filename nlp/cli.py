"""`hamandish tag`, `group`, `train` and `evaluate`.

The bot's main process imports this for the command line, so what reads messages is imported by the commands only.
"""

import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, TextIO

import typer

from nlp.reading import Reading, TopicScore
from nlp.scheme import Scheme

if TYPE_CHECKING:
    from nlp.reader import Reader

app = typer.Typer(no_args_is_help=True, help="Reading Persian messages.")

PROBABILITY_DIGITS = 4
MODEL_FOLDER = "model"

CityOption = Annotated[str, typer.Option(envvar="HAMANDISH_CITY", help="City whose places are known.")]
ModelOption = Annotated[Path | None, typer.Option(help="A trained model; the shipped one when not given.")]
DataOption = Annotated[Path, typer.Option(envvar="HAMANDISH_DATA_DIR", help="Where this installation keeps its data.")]


@app.command()
def tag(city: CityOption = "mashhad", model: ModelOption = None) -> None:
    """Read JSON lines {"id","text"} and write what each message says, a JSON line each, as they come."""
    reader, scheme = _reader(city, model), Scheme.load()
    _write(
        {"id": row.get("id"), **as_json(reader.read(str(row.get("text") or "")), scheme)} for row in _rows(sys.stdin)
    )


@app.command()
def group(city: CityOption = "mashhad", model: ModelOption = None) -> None:
    """Read JSON lines {"id","text"} in order of arrival and write the issue each message falls into."""
    from nlp.grouping_cli import group_rows

    _write(group_rows(_rows(sys.stdin), _reader(city, model)))


@app.command()
def train(
    corrections: Annotated[list[Path] | None, typer.Option(help="JSON lines of people's corrections.")] = None,
    data_dir: DataOption = Path("data"),
    into: Annotated[Path | None, typer.Option(help="Folder of the model; DATA_DIR/model when not given.")] = None,
) -> None:
    """Train on the shipped messages and on corrections; the new model takes over when it is not worse."""
    from nlp import messages, promote
    from nlp import train as training
    from nlp.messages import MessageError
    from nlp.model_file import ModelError, ModelFile
    from nlp.normalise import Normaliser

    folder = into or data_dir / MODEL_FOLDER
    scheme, normaliser = Scheme.load(), Normaliser.load()
    try:
        learnt = messages.training_messages()
        corrected = [message for path in corrections or () for message in messages.corrections(path)]
        learnt.extend(known := messages.within(corrected, scheme.topics))
        if len(known) < len(corrected):
            typer.echo(f"left out: {len(corrected) - len(known)} corrections with topics that topics.yaml has not")
        new = training.train(learnt, scheme, normaliser, typer.echo)
        present = ModelFile.load(promote.current_model(folder))
    except (MessageError, ModelError, OSError) as error:
        raise _failure(error) from error
    verdict = promote.compare(present, new, messages.evaluation_messages(), scheme, normaliser)
    for name, value in verdict.new.items():
        typer.echo(f"{name}: {verdict.present[name]:.3f} → {value:.3f}")
    if verdict.promoted:
        typer.echo(f"model {new.facts['version']} is in use: {promote.install(new, folder)}")
    else:
        typer.echo(f"model {new.facts['version']} is worse and was not taken over; {present.facts['version']} stays")


@app.command()
def evaluate(
    city: CityOption = "mashhad",
    model: ModelOption = None,
    into: Annotated[Path, typer.Option(help="Folder for the page and the pictures.")] = Path("data/evaluation"),
    curve: Annotated[bool, typer.Option(help="Also draw what more writers bring; some minutes more.")] = False,
) -> None:
    """Measure the reading on the labelled sets, beside three baselines; prints the report and writes it."""
    from nlp import report
    from nlp.evaluate import evaluate as measure

    scheme = Scheme.load()
    result = measure(_reader(city, model), scheme, lambda step: typer.echo(step, err=True), with_curve=curve)
    written = report.write(result, into, scheme)
    typer.echo(report.markdown(result))
    typer.echo(f"written: {', '.join(map(str, written))}", err=True)


def as_json(reading: Reading, scheme: Scheme) -> dict[str, Any]:
    """The public form of a reading; axes follow from each plan's mapping of the asserted topics."""
    asserted = tuple(topic.code for topic in reading.topics)
    return {
        "topics": [_score(topic) for topic in reading.topics],
        "axes": {plan: list(scheme.axes_of(asserted, plan)) for plan in scheme.axes},
        "kind": reading.kind,
        "urgency": reading.urgency,
        "place": {"district": reading.place.district, "locality": reading.place.locality},
        "redacted": reading.redacted,
        "spans": [{"start": span.start, "end": span.end, "type": span.type} for span in reading.personal],
        "ranked": [_score(topic) for topic in reading.ranked],
    }


def _score(topic: TopicScore) -> dict[str, Any]:
    return {"code": topic.code, "p": round(topic.p, PROBABILITY_DIGITS)}


def _reader(city: str, model: Path | None) -> "Reader":
    from nlp.model_file import SHIPPED, ModelError
    from nlp.reader import Reader

    try:
        return Reader.load(city, model or SHIPPED)
    except (ModelError, OSError) as error:
        raise _failure(error) from error


def _failure(error: Exception) -> typer.Exit:
    typer.echo(str(error), err=True)
    return typer.Exit(1)


def _rows(lines: TextIO) -> Iterator[dict[str, Any]]:
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


def _write(rows: Iterable[dict[str, Any]]) -> None:
    """One JSON line at a time, so that a pipe sees each answer at once; broken surrogates are escaped."""
    for row in rows:
        line = json.dumps(row, ensure_ascii=False)
        if not line.isascii() and any("\ud800" <= character <= "\udfff" for character in line):
            line = json.dumps(row)
        sys.stdout.write(line + "\n")
        sys.stdout.flush()

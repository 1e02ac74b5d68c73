"""Measuring the whole reading on labelled sets, beside what a user would otherwise build."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from nlp import baselines, evaluate_grouping, evaluate_personal_data, evaluate_places, personal_data
from nlp.learning_curve import Point, learning_curve
from nlp.measures import Answer, Case, Figure, all_measures, figures, kappa
from nlp.messages import DATA, Message, read, training_messages
from nlp.reader import Reader
from nlp.reading import Reading
from nlp.scheme import Scheme
from nlp.tagger import answer

GOLD = DATA / "gold"
SETS = {"F": DATA / "evaluation_f.jsonl", "R": DATA / "evaluation_r.jsonl"}
SECOND = DATA / "evaluation_r_second.jsonl"
URGENCY = (DATA / "evaluation_r_urgency.jsonl", DATA / "evaluation_p_urgency.jsonl")
GROUPS = (DATA / "evaluation_r_groups.jsonl", *(GOLD / f"grouping_{name}.jsonl" for name in ("dev", "two", "three")))
PERSONAL = (
    DATA / "evaluation_p_personal.jsonl",
    DATA / "evaluation_r_personal.jsonl",
    GOLD / "personal_data.jsonl",
)
# Of these the rules were mended on the rows of even place, so only the others are measured.
HALF_SEEN = "evaluation_p"
PLACES = (GOLD / "places.jsonl",)
SHORT_WORDS = 6
URGENT = "urgent"


@dataclass(frozen=True, slots=True)
class Table:
    """Figures of several taggers or sets under one heading."""

    title: str
    note: str
    columns: dict[str, list[Figure]]


@dataclass(frozen=True, slots=True)
class Evaluation:
    """Everything the report shows."""

    model: str
    trained_on: int
    tables: tuple[Table, ...]
    cases: tuple[Case, ...]
    curve: tuple[Point, ...] = ()


def evaluate(
    reader: Reader, scheme: Scheme, tell: Callable[[str], None] = lambda _: None, *, with_curve: bool = False
) -> Evaluation:
    """Read every labelled set with the reader and with the baselines, and count.

    Args:
        reader: what is measured.
        scheme: topics and plans.
        tell: told of each step.
        with_curve: also train on growing numbers of writers (some minutes).
    """
    training = training_messages()
    sets = {name: list(read(path)) for name, path in SETS.items() if path.exists()}
    tables: list[Table] = []
    all_cases: list[Case] = []
    taggers = _taggers(reader, scheme, training, tell)
    for name, messages in sets.items():
        tell(f"evaluation set {name}: {len(messages)} messages")
        readings = [reader.read(message.text) for message in messages]
        ours = _cases(messages, [answer(reader.topics, reader.normaliser, message.text) for message in messages])
        all_cases.extend(ours)
        columns = {"hamandish": figures(ours, scheme)}
        for title, tag in taggers.items():
            columns[title] = figures(_cases(messages, tag([message.text for message in messages])), scheme)
        tables.append(Table(f"Topics, set {name}", f"{len(messages)} messages by imagined residents", columns))
        tables.append(_by_register(name, ours, scheme))
        tables.append(Table(f"Kind and urgency, set {name}", "", {"hamandish": _kind_and_urgency(messages, readings)}))
    tables.extend(_parts(reader))
    if SECOND.exists():
        tables.append(_agreement(sets["R"]))
    curve = learning_curve(training, sets, scheme, reader.normaliser, tell) if with_curve else ()
    return Evaluation(reader.topics.version, len(training), tuple(tables), tuple(all_cases), curve)


def _cases(messages: Sequence[Message], given: Sequence[Answer]) -> list[Case]:
    return [Case(message, answer) for message, answer in zip(messages, given, strict=True)]


def _taggers(
    reader: Reader, scheme: Scheme, training: Sequence[Message], tell: Callable[[str], None]
) -> dict[str, baselines.Tagger]:
    codes = list(scheme.topics)
    tell("training the baselines")
    return {
        "keyword lists": baselines.keywords(scheme, reader.normaliser),
        "hazm words, TF-IDF, SVM": baselines.words_svm(training, codes),
        "character TF-IDF, logistic": baselines.characters_logistic(training, codes),
    }


def _by_register(name: str, cases: Sequence[Case], scheme: Scheme) -> Table:
    chosen = [
        measure for measure in all_measures(scheme) if "any given" in measure.name or measure.name == "topic top-3"
    ]
    registers = sorted({case.message.register for case in cases})
    columns = {
        register: figures([case for case in cases if case.message.register == register], scheme, chosen)
        for register in registers
    }
    short = [case for case in cases if len(case.message.text.split()) <= SHORT_WORDS]
    columns[f"at most {SHORT_WORDS} words"] = figures(short, scheme, chosen)
    return Table(f"By register, set {name}", "", columns)


def _kind_and_urgency(messages: Sequence[Message], readings: Sequence[Reading]) -> list[Figure]:
    found = list(zip(messages, readings, strict=True))
    return [
        _proportion("kind right", [message.kind == reading.kind for message, reading in found]),
        *_urgency([(message.urgency, reading.urgency) for message, reading in found]),
    ]


def _urgency(pairs: Sequence[tuple[str, str]]) -> list[Figure]:
    return [
        _proportion("urgent found (recall)", [found == URGENT for right, found in pairs if right == URGENT]),
        _proportion(
            "called urgent rightly (precision)", [right == URGENT for right, found in pairs if found == URGENT]
        ),
    ]


def _parts(reader: Reader) -> list[Table]:
    """Place, personal data, urgency and sameness on their own sets."""
    tables = []
    for path in filter(Path.exists, URGENCY):
        rows = [(row["urgency"], reader.read(row["text"]).urgency) for row in _unseen(path)]
        about = f"{_about(path, len(rows))}, half of them near misses"
        tables.append(Table(f"Urgency, {path.stem}", about, {"hamandish": _urgency(rows)}))
    for path in filter(Path.exists, PLACES):
        score = evaluate_places.evaluate_places(evaluate_places.read_gold(path), reader.places.read)
        rows_ = [
            _counted("district right", score.districts_right, score.messages),
            _counted("locality right", score.localities_right, score.messages),
        ]
        tables.append(Table(f"Place, {path.stem}", _about(path, score.messages), {"hamandish": rows_}))
    tables.extend(_personal(path) for path in filter(Path.exists, PERSONAL))
    for path in filter(Path.exists, GROUPS):
        grouped = evaluate_grouping.evaluate_grouping(
            evaluate_grouping.read_gold(path), lambda text: reader.read(text).signature
        )
        b_cubed = [
            Figure(f"B-cubed {name}", value, float("nan"), float("nan"), grouped.messages)
            for name, value in (("precision", grouped.precision), ("recall", grouped.recall), ("F1", grouped.f1))
        ]
        tables.append(Table(f"Sameness, {path.stem}", _about(path, grouped.messages), {"hamandish": b_cubed}))
    return tables


def _about(path: Path, messages: int) -> str:
    """Whose texts they are: a set that rules were mended on flatters them."""
    if path.parent == GOLD:
        return f"{messages} messages by the author of the rules, who mended them on it"
    unseen = ", the half that nobody read" if path.stem.startswith(HALF_SEEN) else ""
    return f"{messages} messages by other writers{unseen}"


def _unseen(path: Path) -> list[dict[str, Any]]:
    rows = evaluate_personal_data.read_gold(path)
    return rows[1::2] if path.stem.startswith(HALF_SEEN) else rows


def _personal(path: Path) -> Table:
    rows = _unseen(path)
    score = evaluate_personal_data.evaluate_personal_data(rows, personal_data.find)
    found = [
        _counted("personal data removed", score.found, score.personal),
        _counted("harmless numbers left alone", score.untouched, score.harmless),
    ]
    return Table(f"Personal data, {path.stem}", _about(path, score.messages), {"hamandish": found})


def _agreement(messages: Sequence[Message]) -> Table:
    """Two annotators of one set: the ceiling of what can be asked of a program."""
    first = {f"R{number:03d}": message for number, message in enumerate(messages, start=1)}
    second = [row for row in evaluate_grouping.read_gold(SECOND) if row["id"] in first]
    pairs = [(first[row["id"]], row) for row in second]
    scheme = Scheme.load()
    mains = [message.topics[0] for message, _ in pairs], [row["topics"][0] for _, row in pairs]
    axes = tuple([scheme.axis_of(code, "tabriz") or "" for code in side] for side in mains)
    rows = [
        _proportion("main topic agreed", [one == other for one, other in zip(*mains, strict=True)]),
        _proportion("main axis agreed", [one == other for one, other in zip(*axes, strict=True)]),
        _proportion("kind agreed", [message.kind == row["kind"] for message, row in pairs]),
        Figure("main topic kappa", kappa(*mains), float("nan"), float("nan"), len(pairs)),
        Figure("main axis kappa", kappa(*axes), float("nan"), float("nan"), len(pairs)),
    ]
    return Table("Two annotators of set R", "the ceiling", {"agreement": rows})


def _proportion(name: str, hits: Sequence[bool]) -> Figure:
    return _counted(name, sum(hits), len(hits))


def _counted(name: str, hits: int, n: int) -> Figure:
    """A share with its Wilson interval (Wilson 1927)."""
    if not n:
        return Figure(name, float("nan"), float("nan"), float("nan"), 0)
    z = 1.96
    share = hits / n
    middle = (share + z * z / (2 * n)) / (1 + z * z / n)
    half = z * ((share * (1 - share) + z * z / (4 * n)) / n) ** 0.5 / (1 + z * z / n)
    return Figure(name, share, middle - half, middle + half, n)

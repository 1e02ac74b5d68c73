"""The evaluation as a Markdown page and a picture of which axes are taken for which."""

from collections import Counter
from collections.abc import Iterable, Sequence
from math import isnan
from pathlib import Path

from nlp.evaluate import Evaluation, Table
from nlp.measures import PLAN, Case, Figure
from nlp.scheme import Scheme

MARKDOWN = "evaluation.md"
PICTURE = "confusion.png"
_MOST_CONFUSED = 12


def write(evaluation: Evaluation, folder: Path, scheme: Scheme) -> tuple[Path, Path]:
    """Write the page and the picture into a folder; returns both paths."""
    folder.mkdir(parents=True, exist_ok=True)
    page, picture = folder / MARKDOWN, folder / PICTURE
    page.write_text(markdown(evaluation), encoding="utf-8")
    picture.write_bytes(confusion_picture(evaluation.cases, scheme))
    return page, picture


def markdown(evaluation: Evaluation) -> str:
    """The page."""
    parts = [
        f"# How well messages are read\n\nModel {evaluation.model}, trained on {evaluation.trained_on} messages. "
        "All texts were written for this project; real citizens' messages read some six points lower. "
        "In brackets the 95 % interval, and the number of messages.\n",
        *map(_table, evaluation.tables),
        "## Topics taken for others most often\n\n" + _confused(evaluation.cases),
        f"![Axes given and found]({PICTURE})\n",
    ]
    return "\n".join(parts)


def _table(table: Table) -> str:
    names = list(table.columns)
    lines = [f"## {table.title}\n"]
    if table.note:
        lines.append(f"{table.note}.\n")
    lines.append("| | " + " | ".join(names) + " |")
    lines.append("|---|" + "---|" * len(names))
    rows = zip(*table.columns.values(), strict=True)
    lines.extend(f"| {row[0].name} | " + " | ".join(map(_cell, row)) + " |" for row in rows)
    return "\n".join(lines) + "\n"


def _cell(figure: Figure) -> str:
    if not figure.n:
        return "–"
    interval = "" if isnan(figure.low) else f"{figure.low:.3f}–{figure.high:.3f}, "
    return f"**{figure.value:.3f}** ({interval}n={figure.n})"


def _confused(cases: Sequence[Case]) -> str:
    wrong: Iterable[tuple[str, str]] = (
        (case.message.topics[0], case.answer.ranked[0])
        for case in cases
        if case.answer.ranked[0] not in case.message.topics
    )
    rows = [f"| {given} | {found} | {count} |" for (given, found), count in Counter(wrong).most_common(_MOST_CONFUSED)]
    return "| given | found | times |\n|---|---|---|\n" + "\n".join(rows) + "\n"


def confusion_picture(cases: Sequence[Case], scheme: Scheme) -> bytes:
    """A heat map (PNG) of given against found axes; shares of each given axis."""
    import altair  # noqa: PLC0415 - reports only
    import vl_convert  # noqa: PLC0415

    def axis(code: str) -> str:
        return scheme.axis_of(code, PLAN) or "none"

    counts = Counter((axis(case.message.topics[0]), axis(case.answer.ranked[0])) for case in cases)
    given = Counter(axis(case.message.topics[0]) for case in cases)
    order = [*scheme.axes[PLAN], "none"]
    rows = [
        {"given": one, "found": other, "share": counts[one, other] / given[one], "count": counts[one, other]}
        for one in order
        for other in order
        if given[one]
    ]
    base = altair.Chart(altair.InlineData(values=rows)).encode(
        x=altair.X("found:N", sort=order, title="axis found"), y=altair.Y("given:N", sort=order, title="axis given")
    )
    cells = base.mark_rect().encode(color=altair.Color("share:Q", scale=altair.Scale(scheme="blues"), title="share"))
    numbers = base.mark_text().encode(
        text="count:Q", color=altair.condition("datum.share > 0.5", altair.value("white"), altair.value("#333"))
    )
    chart = (cells + numbers).properties(width=520, height=420, title="Axes given and found")
    return vl_convert.vegalite_to_png(chart.to_json(), scale=2)

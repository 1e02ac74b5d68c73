"""The evaluation as a Markdown page and its pictures: which axes are taken for which, and what more writers bring."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from math import isnan
from pathlib import Path

from nlp.evaluate import Evaluation, Table
from nlp.learning_curve import Point
from nlp.measures import PLAN, Case, Figure
from nlp.scheme import Scheme

MARKDOWN = "report.md"
CONFUSION, CURVE = "confusion.png", "learning_curve.png"
_MOST_CONFUSED = 12
_TEXTS = """All texts are imagined and were written for this project: no dump of messages to a municipality is public.
Both sets are by writers apart from those of the training texts. F, by sixty imagined residents, is the frozen set by
which a new model is judged; R, the second set, was looked at a few times near the end, and half of its rows on personal
data were worked with, so neither is wholly unseen. Of P, on personal data and urgency, only the half that nobody read
is measured: trust that one, though it is hard on purpose and rich in names without a cue. Real
citizens' messages are longer, vaguer and angrier: expect some six points less than stands here.

In brackets stand the 95 % interval and the number of messages.
"""


def write(evaluation: Evaluation, folder: Path, scheme: Scheme) -> list[Path]:
    """Write the page and its pictures into a folder; returns their paths, the page's first."""
    folder.mkdir(parents=True, exist_ok=True)
    page, confusion, curve = folder / MARKDOWN, folder / CONFUSION, folder / CURVE
    page.write_text(markdown(evaluation), encoding="utf-8")
    confusion.write_bytes(confusion_picture(evaluation.cases, scheme))
    if not evaluation.curve:
        return [page, confusion]
    curve.write_bytes(curve_picture(evaluation.curve))
    return [page, confusion, curve]


def markdown(evaluation: Evaluation) -> str:
    """The page."""
    parts = [
        f"# How well messages are read\n\nModel {evaluation.model}; {evaluation.trained_on} training messages.\n",
        _TEXTS,
        *map(_table, evaluation.tables),
        "## Topics taken for others most often\n\n" + _confused(evaluation.cases),
        f"![Axes given and found]({CONFUSION})\n",
    ]
    if evaluation.curve:
        parts.append(_curve(evaluation.curve))
    return "\n".join(parts)


def _curve(points: Sequence[Point]) -> str:
    """What more writers bring, as one table a set and a picture."""
    lines = [
        "## What more writers bring\n",
        "The machine of the topics alone, with the lexicon and without calibration, axes and likeness of meaning, on "
        "writers added one after the other in a fixed order: read its slope, not its height.\n",
    ]
    if len(points) > 1:
        lines.append(_last_step(*points[-2:]))
    for name, first in points[0].figures.items():
        lines.append(f"| set {name}: writers (messages) | " + " | ".join(figure.name for figure in first) + " |")
        lines.append("|---|" + "---|" * len(first))
        lines.extend(
            f"| {point.writers} ({point.messages}) | " + " | ".join(map(_cell, point.figures[name])) + " |"
            for point in points
        )
        lines.append("")
    return "\n".join([*lines, f"![What more writers bring]({CURVE})\n"])


def _last_step(before: Point, after: Point) -> str:
    """Whether the curve still climbs, in one sentence."""
    gains = [
        f"{new.name} {new.value - old.value:+.3f} on {name}"
        for name, figures in after.figures.items()
        for old, new in zip(before.figures[name], figures, strict=True)
        if "top-1" in new.name
    ]
    more = f"{after.writers - before.writers} writers with {after.messages - before.messages} messages"
    return f"The last {more} brought {'; '.join(gains)}.\n"


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
    chart = (cells + numbers).properties(width=520, height=420, title="Axes given and found, all sets")
    return vl_convert.vegalite_to_png(chart.to_json(), scale=2)


def curve_picture(points: Sequence[Point]) -> bytes:
    """Shares right (PNG) against how many messages were learnt from; bars are 95 % intervals, one panel a set."""
    import altair  # noqa: PLC0415 - reports only
    import vl_convert  # noqa: PLC0415

    base = altair.Chart().encode(
        x=altair.X("messages:Q", title="training messages", scale=altair.Scale(zero=False)),
        color=altair.Color("measure:N", title=None, sort=[figure.name for figure in _first_figures(points)]),
    )
    share = altair.Y("value:Q", title="share right", scale=altair.Scale(zero=False))
    lines = base.mark_line(point=True).encode(y=share)
    bars = base.mark_rule(opacity=0.4).encode(y="low:Q", y2="high:Q")
    chart = (
        altair.layer(lines, bars, data=altair.InlineData(values=list(_curve_rows(points))))
        .properties(width=330, height=340)
        .facet(column=altair.Column("set:N", title=None))
        .properties(title=f"What more writers bring ({points[0].writers} to {points[-1].writers} writers)")
    )
    return vl_convert.vegalite_to_png(chart.to_json(), scale=2)


def _first_figures(points: Sequence[Point]) -> Sequence[Figure]:
    return next(iter(points[0].figures.values()))


def _curve_rows(points: Sequence[Point]) -> Iterator[dict[str, str | float]]:
    for point in points:
        for name, figures in point.figures.items():
            for figure in figures:
                yield {
                    "set": f"set {name}",
                    "messages": point.messages,
                    "measure": figure.name,
                    "value": figure.value,
                    "low": figure.low,
                    "high": figure.high,
                }

"""Results of surveys in the chat: what came of a survey, of each question, by group and district; who answered."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from backend.domain.city import City
from backend.domain.intervals import Estimate
from backend.domain.survey import Mark, QuestionKind, Survey
from backend.domain.survey_results import CrossTable, QuestionResult, Results, Told
from backend.domain.survey_tally import Dimension
from backend.domain.survey_words import category_title, row_title
from bot.texts.speaker import Speaker
from bot.views.view import Button, View, in_rows

PAGE = 10
DIMENSIONS = {"g": Dimension.STAKEHOLDER_GROUP, "d": Dimension.DISTRICT}
_ON_BUTTON, _IN_LINE = 44, 60
_MANY_IN_ONE = frozenset({QuestionKind.MANY, QuestionKind.TEXT})


@dataclass(frozen=True, slots=True)
class Shown:
    """Results as somebody looks at them: `may_export` is whoever may have single answers, too."""

    survey: Survey
    results: Results
    may_export: bool = False


def listed(say: Speaker, surveys: Sequence[Survey]) -> View:
    """Offer the surveys that have results."""
    if not surveys:
        return View(say("results-none"))
    buttons = [
        Button(say("survey-button", number=one.number, title=_short(one.title, _ON_BUTTON)), f"r:show:{one.number}")
        for one in surveys
    ]
    return View(say("results-which"), in_rows(buttons, 1))


def summary(say: Speaker, survey: Survey, results: Results) -> View:
    """Tell how many answered, and what is to be known of it."""
    lines = [
        say("results-head", number=survey.number, title=survey.title),
        say(f"survey-state-{survey.state}"),
        "",
        say("results-answers", complete=results.responses, incomplete=results.incomplete),
    ]
    reach, rate = results.reach, results.reach.response_rate
    course = {"started": reach.started, "finished": reach.finished}
    if reach.invited:
        lines.append(say("results-reach", invited=reach.invited, **course))
    else:
        lines.append(say("results-reach-by-link", **course))
    if survey.is_anonymous and reach.finished > results.responses:
        lines.append(say("results-held-back"))
    if rate is not None:
        lines.append(say("results-rate", **_percents(rate)))
    if any(results.marks.values()):
        marks = say("answer-between").join(
            say(f"results-mark-{mark}", count=results.marks[mark]) for mark in Mark if results.marks.get(mark)
        )
        lines.append(say("results-marks", marks=marks))
    lines += ["", say("results-hidden")]
    return View("\n".join(lines), ((Button(say("button-results-open"), f"r:show:{survey.number}"),),))


def opened(say: Speaker, shown: Shown) -> View:
    """Show the summary with ways to everything else."""
    number = shown.survey.number
    text = summary(say, shown.survey, shown.results).text
    buttons = [
        Button(say("button-results-picture"), f"r:pic:{number}"),
        Button(say("button-results-questions"), f"r:qs:{number}:0"),
        Button(say("button-results-who"), f"r:who:{number}"),
        Button(say("button-results-off"), f"r:off:{number}"),
    ]
    if shown.may_export:
        buttons.append(Button(say("button-results-files"), f"r:files:{number}"))
    return View(text, in_rows(buttons, 2))


def questions(say: Speaker, shown: Shown, page: int) -> View:
    """Offer a page of the questions."""
    number, found = shown.survey.number, shown.results.questions
    first = page * PAGE
    buttons = [
        Button(
            say("results-question-button", place=place + 1, title=_short(found[place].question.title, _ON_BUTTON)),
            f"r:q:{number}:{place}",
        )
        for place in range(first, min(first + PAGE, len(found)))
    ]
    turns = []
    if page:
        turns.append(Button(say("question-back"), f"r:qs:{number}:{page - 1}"))
    if len(found) > first + PAGE:
        turns.append(Button(say("question-forward"), f"r:qs:{number}:{page + 1}"))
    rows = (*in_rows(buttons, 1), *((tuple(turns),) if turns else ()), (_back(say, number),))
    return View(say("results-questions", title=shown.survey.title), rows)


def question(say: Speaker, city: City, shown: Shown, place: int) -> View:
    """Tell what came of one question."""
    result = shown.results.questions[place]
    lines = [
        say("results-question", place=place + 1, count=len(shown.results.questions)),
        result.question.title,
        _course(say, result),
    ]
    if max(result.versions) > 1 or len(result.versions) > 1:
        versions = say("answer-between").join(say.figures(version) for version in result.versions)
        lines.append(say("results-versions", versions=versions))
    lines += ["", *_figures(say, city, result)]
    if any(told.weighted is not None for told in result.shares.values()) or result.weighted_mean is not None:
        lines += ["", say("results-weights")]
    return View("\n".join(lines), _ways(say, shown, place, result))


def table(say: Speaker, city: City, shown: Shown, place: int, table: CrossTable) -> View:
    """Tell the answers to a question by group or district, a few lines for each, as a telephone shows them."""
    result = shown.results.questions[place]
    lines = [say(f"results-by-{table.dimension}"), result.question.title]
    titles = [category_title(city, result.question, column) for column in table.columns]
    for row, cells, mean in zip(table.rows, table.cells, table.means, strict=True):
        lines += ["", say("results-row", title=row_title(city, table.dimension, row))]
        lines.append(_cells(say, titles, cells, is_apart=result.question.kind not in _MANY_IN_ONE))
        if mean is not None:
            lines.append(say("results-mean", **_figures_of(mean)))
    lines += ["", say("results-hidden")]
    back = Button(say("results-to-question"), f"r:q:{shown.survey.number}:{place}")
    return View("\n".join(lines), ((back,),))


def who(say: Speaker, city: City, shown: Shown) -> View:
    """Tell who answered, beside who lives in the city."""
    results = shown.results
    everybody = results.responses + results.incomplete
    lines = [say("results-who")]
    for dimension, members in results.members.items():
        if members:
            lines += ["", say(f"results-who-{dimension}")]
            lines += _members(say, city, dimension, members, everybody, results.population)
    if not results.population:
        lines += ["", say("results-no-population")]
    lines += ["", say("results-hidden")]
    return View("\n".join(lines), ((_back(say, shown.survey.number),),))


def drop_off(say: Speaker, shown: Shown) -> View:
    """Tell at which questions people went on, passed over, or stopped."""
    lines = [say("results-off")]
    for place, result in enumerate(shown.results.questions, start=1):
        title = _short(result.question.title, _IN_LINE)
        lines += ["", say("results-question-button", place=place, title=title), _course(say, result)]
    return View("\n".join(lines), ((_back(say, shown.survey.number),),))


def news(say: Speaker, survey: Survey, *, is_drawn: bool) -> str:
    """Tell those who answered what came of it."""
    return say("results-news" if is_drawn else "results-news-few", title=survey.title)


def _ways(say: Speaker, shown: Shown, place: int, result: QuestionResult) -> tuple[tuple[Button, ...], ...]:
    number = shown.survey.number
    tables = [
        Button(say(f"button-results-by-{code}"), f"r:by:{number}:{place}:{code}")
        for code, dimension in DIMENSIONS.items()
        if dimension in result.tables
    ]
    turns = []
    if place:
        turns.append(Button(say("question-back"), f"r:q:{number}:{place - 1}"))
    if place + 1 < len(shown.results.questions):
        turns.append(Button(say("question-forward"), f"r:q:{number}:{place + 1}"))
    chart = (Button(say("button-results-chart"), f"r:chart:{number}:{place}"),)
    rows = (
        chart if any(told.count for told in result.shares.values()) else (),
        tuple(tables),
        tuple(turns),
        (Button(say("button-results-questions"), f"r:qs:{number}:{place // PAGE}"), _back(say, number)),
    )
    return tuple(row for row in rows if row)


def _course(say: Speaker, result: QuestionResult) -> str:
    answered = say("results-few") if result.answered is None else say("results-answered", count=result.answered)
    return say("results-course", answered=answered, skipped=result.skipped, stopped=result.stopped)


def _figures(say: Speaker, city: City, result: QuestionResult) -> Iterator[str]:
    if result.answered is None:
        yield say("results-too-few")
        return
    for name, told in result.shares.items():
        yield _share(say, category_title(city, result.question, name), told)
        for example in result.examples.get(name, ()):
            yield say("results-example", words=_short(" ".join(example.split()), 3 * _IN_LINE))
    if result.mean is not None:
        yield say("results-mean", **_figures_of(result.mean))
    if result.weighted_mean is not None:
        yield say("results-weighted-mean", mean=result.weighted_mean)
    for code, rank in result.mean_ranks.items():
        yield say("results-rank", title=category_title(city, result.question, code), rank=round(rank, 1))


def _share(say: Speaker, title: str, told: Told) -> str:
    if told.count is None:
        return say("results-share-hidden", title=title)
    if told.share is None:
        return say("results-share-bare", title=title, count=told.count)
    line = say("results-share", title=title, count=told.count, **_percents(told.share))
    return line if told.weighted is None else line + say("results-weighted", percent=told.weighted)


def _cells(say: Speaker, titles: Sequence[str], cells: Sequence[int | None], *, is_apart: bool) -> str:
    """Leave out what nobody chose. Shares are told only where the whole row is, since they would tell its sum."""
    if not any(cells) and None not in cells:
        return say("results-nobody")
    whole = sum(cell for cell in cells if cell) if is_apart and None not in cells else None
    parts = []
    for title, cell in zip(titles, cells, strict=True):
        if cell is None:
            parts.append(say("results-cell-hidden", title=title))
        elif cell and whole:
            parts.append(say("results-cell-share", title=title, count=cell, percent=round(100 * cell / whole)))
        elif cell:
            parts.append(say("results-cell", title=title, count=cell))
    return "\n".join(parts)


def _members(
    say: Speaker,
    city: City,
    dimension: Dimension,
    members: Mapping[str, int | None],
    everybody: int,
    population: Mapping[str, int],
) -> Iterator[str]:
    living = sum(population.values())
    for row, count in sorted(members.items(), key=lambda one: -(one[1] or 0)):
        title = row_title(city, dimension, row)
        if count is None:
            line = say("results-cell-hidden", title=title)
        else:
            line = say("results-member", title=title, count=count, percent=round(100 * count / max(1, everybody)))
        if dimension is Dimension.DISTRICT and row in population:
            line += say("results-living", percent=round(100 * population[row] / living))
        yield line


def _percents(share: Estimate) -> dict[str, int]:
    bounds = {"percent": share.value, "low": share.low, "high": share.high}
    return {name: round(100 * bound) for name, bound in bounds.items()}


def _figures_of(mean: Estimate) -> dict[str, float]:
    return {name: round(bound, 1) for name, bound in (("mean", mean.value), ("low", mean.low), ("high", mean.high))}


def _back(say: Speaker, number: int) -> Button:
    return Button(say("results-to-summary"), f"r:show:{number}")


def _short(text: str, most: int) -> str:
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"

"""Results of a survey as they may be told: with intervals and weights, and without what would point at somebody."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from backend.domain.intervals import Estimate, share
from backend.domain.suppression import SMALLEST_SHOWN, shown, shown_cells
from backend.domain.survey import YES_NO_CODES, Mark, Question, QuestionKind
from backend.domain.survey_tally import OTHER, Dimension, QuestionTally, Tally, stretches
from backend.domain.table_suppression import Mask, shown_mask

# Of these kinds one answer may fall into several categories, so each is told by itself.
_OVERLAPPING = frozenset({QuestionKind.MANY, QuestionKind.TEXT})
_LEAST_STRATA = 2


@dataclass(frozen=True, slots=True)
class Reach:
    """How many were invited, began and finished."""

    invited: int
    started: int
    finished: int

    @property
    def response_rate(self) -> Estimate | None:
        """The share of the invited who finished; None where nobody was invited or more answered by a link."""
        return share(self.finished, self.invited) if self.finished <= self.invited and self.invited else None


@dataclass(frozen=True, slots=True)
class Told:
    """A number of people with its share; both None where they are hidden. `weighted` is a share in whole percent."""

    count: int | None
    share: Estimate | None
    weighted: int | None = None


@dataclass(frozen=True, slots=True)
class CrossTable:
    """Answers by row; `cells` holds people by row and category, None where hidden, `means` numbers by row."""

    dimension: Dimension
    rows: tuple[str, ...]
    columns: tuple[str, ...]
    cells: tuple[tuple[int | None, ...], ...]
    means: tuple[Estimate | None, ...]


@dataclass(frozen=True, slots=True)
class QuestionResult:
    """What came of one question.

    How many skipped it or stopped at it is told as it is, however few: it says nothing of what anybody thinks, and
    would follow from the number of responses anyway.
    """

    question: Question
    versions: tuple[int, ...]
    answered: int | None
    skipped: int
    stopped: int
    shares: Mapping[str, Told]
    mean: Estimate | None
    weighted_mean: float | None
    mean_ranks: Mapping[str, float]
    examples: Mapping[str, tuple[str, ...]]
    tables: Mapping[Dimension, CrossTable]

    @property
    def has_something(self) -> bool:
        """Say whether there is a number that may be shown."""
        return any(told.count for told in self.shares.values())


@dataclass(frozen=True, slots=True)
class Results:
    """What came of a survey, fit to be told."""

    reach: Reach
    responses: int
    incomplete: int
    marks: Mapping[Mark, int]
    members: Mapping[Dimension, Mapping[str, int | None]]
    population: Mapping[str, int]
    questions: tuple[QuestionResult, ...]


def publish(tally: Tally, reach: Reach, population: Mapping[str, int]) -> Results:
    """Return the results of a tally, suppressed.

    `population` counts who lives in each district; where it is empty nothing is weighted.
    """
    members = {dimension: shown_cells(counts) for dimension, counts in tally.members.items()}
    return Results(
        reach=reach,
        responses=tally.responses,
        incomplete=tally.incomplete,
        marks=dict(tally.marks),
        members=members,
        population=population,
        questions=tuple(_question(one, members, population) for one in tally.questions),
    )


def _question(
    tally: QuestionTally, members: Mapping[Dimension, Mapping[str, int | None]], population: Mapping[str, int]
) -> QuestionResult:
    is_told = shown(tally.answered) is not None
    names = columns_of(tally)
    counts = {name: tally.counts[name] for name in names}
    told = _told_counts(tally.question, counts) if is_told else dict.fromkeys(names)
    hides_any = any(count is None for count in told.values())
    strata = _strata(tally, population) if is_told else {}
    return QuestionResult(
        question=tally.question,
        versions=tally.versions,
        answered=shown(tally.answered),
        skipped=tally.skipped,
        stopped=tally.stopped,
        shares={name: _told(tally, name, count, strata) for name, count in told.items()},
        mean=_mean(tally, None, "") if is_told and not hides_any else None,
        weighted_mean=_weighted_mean(tally, strata) if not hides_any else None,
        mean_ranks={code: tally.ranks[code] / tally.answered for code in names if tally.ranks[code]} if is_told else {},
        examples={name: tuple(tally.examples[name]) for name, count in told.items() if count and tally.examples[name]},
        tables=_tables(tally, names, told, members) if is_told else {},
    )


def columns_of(tally: QuestionTally) -> tuple[str, ...]:
    """Return the categories of a question in the order in which they are told."""
    question = tally.question
    if question.kind is QuestionKind.YES_NO:
        return YES_NO_CODES
    if question.kind is QuestionKind.SCALE:
        return ("1", "2", "3", "4", "5")
    if question.options:
        other = (OTHER,) if question.has_other or tally.counts[OTHER] else ()
        return (*(option.code for option in question.options), *other)
    if question.kind is QuestionKind.NUMBER:
        return tuple(name for name, _, _ in stretches(question))
    if question.kind is QuestionKind.DATE:
        return tuple(sorted(tally.counts))
    return tuple(name for name, _ in tally.counts.most_common())


def _told_counts(question: Question, counts: Mapping[str, int]) -> dict[str, int | None]:
    if question.kind in _OVERLAPPING:
        return {name: shown(count) for name, count in counts.items()}
    return shown_cells(counts)


def _told(tally: QuestionTally, name: str, count: int | None, strata: Mapping[str, float]) -> Told:
    if count is None or not tally.answered:
        return Told(count, None)
    rows, bases = tally.rows.get(Dimension.DISTRICT, {}), tally.answered_in.get(Dimension.DISTRICT, Counter())
    weighted = sum(weight * rows[district][name] / bases[district] for district, weight in strata.items())
    # In whole percent: a finer figure would be an equation about hidden cells.
    return Told(count, share(count, tally.answered), round(100 * weighted) if strata else None)


def _mean(tally: QuestionTally, dimension: Dimension | None, row: str) -> Estimate | None:
    moments = tally.moments.get((dimension, row))
    return moments.mean() if moments is not None and moments.count >= SMALLEST_SHOWN else None


def _strata(tally: QuestionTally, population: Mapping[str, int]) -> dict[str, float]:
    """Return the weight of each district with enough answers: its share of those who live in all of these.

    Post-stratification: Little, "Post-stratification: a modeler's perspective", JASA 88, 1993.
    """
    bases = tally.answered_in.get(Dimension.DISTRICT, Counter())
    told = [district for district, count in bases.items() if count >= SMALLEST_SHOWN and population.get(district)]
    everybody = sum(population[district] for district in told)
    return {district: population[district] / everybody for district in told} if len(told) >= _LEAST_STRATA else {}


def _weighted_mean(tally: QuestionTally, strata: Mapping[str, float]) -> float | None:
    sums = {district: tally.moments.get((Dimension.DISTRICT, district)) for district in strata}
    if not strata or any(moments is None for moments in sums.values()):
        return None
    return round(sum(strata[d] * m.total / m.count for d, m in sums.items() if m is not None), 1)


def _tables(
    tally: QuestionTally,
    columns: tuple[str, ...],
    told: Mapping[str, int | None],
    members: Mapping[Dimension, Mapping[str, int | None]],
) -> dict[Dimension, CrossTable]:
    found = {}
    for dimension, rows in tally.rows.items():
        names = tuple(name for name in members[dimension] if name in rows)
        table = _table(tally, dimension, names, columns, told, members[dimension])
        if table is not None:
            found[dimension] = table
    return found


def _table(
    tally: QuestionTally,
    dimension: Dimension,
    rows: tuple[str, ...],
    columns: tuple[str, ...],
    told: Mapping[str, int | None],
    members: Mapping[str, int | None],
) -> CrossTable | None:
    counts = [[tally.rows[dimension][row][column] for column in columns] for row in rows]
    hidden_rows = {place for place, row in enumerate(rows) if members[row] is None}
    hidden_columns = {place for place, column in enumerate(columns) if told[column] is None}
    if not rows or not columns:
        return None
    if tally.question.kind in _OVERLAPPING:
        bases = [tally.answered_in[dimension][row] for row in rows]
        mask = _mask_of_overlapping(counts, bases, hidden_rows, hidden_columns)
    else:
        mask = shown_mask(counts, hidden_rows=hidden_rows, hidden_columns=hidden_columns)
    if mask is None:
        return None
    cells = tuple(
        tuple(count if is_shown else None for count, is_shown in zip(line, shows, strict=True))
        for line, shows in zip(counts, mask, strict=True)
    )
    means = tuple(_mean(tally, dimension, row) if all(shows) else None for row, shows in zip(rows, mask, strict=True))
    return CrossTable(dimension, rows, columns, cells, means)


def _mask_of_overlapping(
    counts: Sequence[Sequence[int]], bases: Sequence[int], hidden_rows: set[int], hidden_columns: set[int]
) -> Mask | None:
    """Each category is a table of its own, of those who chose it and those who did not."""
    masks = []
    for column, chosen in enumerate(zip(*counts, strict=True)):
        pairs = [[count, base - count] for count, base in zip(chosen, bases, strict=True)]
        # Who knows how many answered knows from those who did not choose how many did.
        hidden = {0, 1} if column in hidden_columns else set()
        mask = shown_mask(pairs, hidden_rows=hidden_rows, hidden_columns=hidden, unpublished_columns={1})
        if mask is None:
            return None
        masks.append([shows[0] for shows in mask])
    return tuple(zip(*masks, strict=True))

"""No published table lets a hidden cell be computed, whatever the numbers are."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import linprog

from backend.domain.suppression import SMALLEST_SHOWN, shown_cells
from backend.domain.table_suppression import shown_mask

TABLES = st.integers(1, 5).flatmap(
    lambda width: st.lists(
        st.lists(st.one_of(st.just(0), st.integers(0, 9), st.integers(0, 40)), min_size=width, max_size=width),
        min_size=1,
        max_size=5,
    )
)


def ranges(
    counts: np.ndarray, is_shown: np.ndarray, hidden_rows: set[int], hidden_columns: set[int]
) -> dict[tuple[int, int], tuple[float, float]]:
    """What a reader can say of each hidden cell, who knows the shown ones, the shown margins and the total.

    The constraints are those of a transport problem, so the bounds of the linear programme are those in whole numbers.
    """
    height, width = counts.shape
    rows, known = [], []
    for row in range(height):
        if row not in hidden_rows:
            rows.append([float(r == row) for r in range(height) for _ in range(width)])
            known.append(counts[row].sum())
    for column in range(width):
        if column not in hidden_columns:
            rows.append([float(c == column) for _ in range(height) for c in range(width)])
            known.append(counts[:, column].sum())
    rows.append([1.0] * (height * width))
    known.append(counts.sum())
    whole = np.zeros(counts.shape, dtype=bool)
    whole[list(hidden_rows), :] = True
    whole[:, list(hidden_columns)] = True
    cells = zip(counts.flat, is_shown.flat, whole.flat, strict=True)
    # A zero is shown, so what is hidden by itself is at least one.
    bounds = [(count, count) if is_told else (0 if is_whole else 1, None) for count, is_told, is_whole in cells]
    found = {}
    for index, is_known in enumerate(is_shown.flat):
        if not is_known:
            cost = np.zeros(height * width)
            cost[index] = 1.0
            low = linprog(cost, A_eq=rows, b_eq=known, bounds=bounds).fun
            high = -linprog(-cost, A_eq=rows, b_eq=known, bounds=bounds).fun
            found[divmod(index, width)] = (low, high)
    return found


@settings(max_examples=80, deadline=None)
@given(TABLES)
def test_no_hidden_cell_can_be_computed(table: list[list[int]]) -> None:
    mask = shown_mask(table)
    if mask is None:
        return
    counts, is_shown = np.array(table), np.array(mask)
    assert not np.any(is_shown & (counts > 0) & (counts < SMALLEST_SHOWN)), "a small cell is shown"
    for low, high in ranges(counts, is_shown, set(), set()).values():
        assert high - low > 0.99


@settings(max_examples=60, deadline=None)
@given(TABLES)
def test_no_hidden_cell_or_margin_can_be_computed_where_margins_are_hidden_too(table: list[list[int]]) -> None:
    counts = np.array(table)
    rows = {int(k) for k, v in shown_cells({str(i): int(n) for i, n in enumerate(counts.sum(1))}).items() if v is None}
    columns = {
        int(k) for k, v in shown_cells({str(i): int(n) for i, n in enumerate(counts.sum(0))}).items() if v is None
    }
    mask = shown_mask(table, hidden_rows=rows, hidden_columns=columns)
    if mask is None:
        return
    is_shown = np.array(mask)
    assert not is_shown[list(rows), :].any()
    assert not is_shown[:, list(columns)].any()
    for low, high in ranges(counts, is_shown, rows, columns).values():
        assert high - low > 0.99


def hidden(margin: np.ndarray) -> set[int]:
    """The places in a margin that are hidden when it is shown by itself."""
    told = shown_cells({str(place): int(count) for place, count in enumerate(margin)})
    return {int(place) for place, count in told.items() if count is None}


def test_a_table_of_large_cells_is_shown_whole() -> None:
    assert shown_mask([[10, 20], [30, 0]]) == ((True, True), (True, True))


def test_a_single_small_cell_takes_three_others_with_it() -> None:
    mask = shown_mask([[3, 20, 30], [15, 9, 40], [50, 60, 70]])
    assert mask is not None
    assert sum(not cell for row in mask for cell in row) == 4
    assert not mask[0][0]
    assert not mask[1][1], "the cheapest cycle goes over the smallest cells"


def test_what_cannot_be_protected_is_not_published() -> None:
    assert shown_mask([[3, 20]]) is None, "one row is its own margin"


def test_a_column_that_is_not_published_needs_no_protection() -> None:
    mask = shown_mask([[10, 2], [20, 30]], unpublished_columns=[1])
    assert mask == ((True, False), (True, False))


def test_a_small_share_of_a_choice_is_hidden_with_a_second_one() -> None:
    mask = shown_mask([[3, 90], [20, 30], [40, 50]], unpublished_columns=[1])
    assert mask == ((False, False), (False, False), (True, False))


def test_two_cells_whose_sum_says_that_each_is_one_do_not_stay_alone() -> None:
    mask = shown_mask([[1, 1, 20], [30, 30, 30], [40, 40, 40]])
    assert mask is not None
    assert sum(not cell for row in mask for cell in row) > 4

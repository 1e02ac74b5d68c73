"""Small cells: no hidden number can be told from what is shown."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.domain.suppression import SMALLEST_SHOWN, shown, shown_cells

tables = st.dictionaries(st.sampled_from("abcdefgh"), st.integers(0, 30), max_size=8)


def test_counts_under_five_are_hidden_and_none_at_all_is_told() -> None:
    assert [shown(count) for count in range(7)] == [0, None, None, None, None, 5, 6]


@given(tables)
def test_every_small_cell_is_hidden(cells: dict[str, int]) -> None:
    told = shown_cells(cells)
    assert told.keys() == cells.keys()
    assert all(told[name] is None for name, count in cells.items() if 0 < count < SMALLEST_SHOWN)


@given(tables)
def test_what_is_told_is_true(cells: dict[str, int]) -> None:
    assert all(count in (None, cells[name]) for name, count in shown_cells(cells).items())


@given(tables)
def test_a_single_hidden_cell_cannot_be_told_by_subtraction(cells: dict[str, int]) -> None:
    told = shown_cells(cells)
    hidden = [name for name, count in told.items() if count is None]
    others = [name for name, count in told.items() if count]
    assert len(hidden) != 1 or not others


@given(tables)
def test_nothing_is_hidden_where_nothing_is_small(cells: dict[str, int]) -> None:
    large = {name: count + SMALLEST_SHOWN for name, count in cells.items()}
    assert shown_cells(large) == large


@given(tables)
def test_no_hidden_cell_can_be_computed_from_the_shown_ones_and_the_total(cells: dict[str, int]) -> None:
    """Whoever knows the total, the shown cells and that hidden ones are at least one, doubts each hidden cell.

    So does who guesses, rightly, that all hidden ones are under five. Where every other cell is nought there is
    nothing to hide behind; the total of such a table is small itself, or its cells are.
    """
    told = shown_cells(cells)
    hidden = [cells[name] for name, count in told.items() if count is None]
    has_cover = any(count for count in told.values()) or max(hidden, default=0) >= SMALLEST_SHOWN
    if not hidden or not has_cover:
        return
    assert len(possible_values(len(hidden), sum(hidden), largest=sum(hidden))) > 1
    if max(hidden) < SMALLEST_SHOWN:
        assert len(possible_values(len(hidden), sum(hidden), largest=SMALLEST_SHOWN - 1)) > 1


def possible_values(cells: int, total: int, largest: int) -> set[int]:
    """Which values one of so many cells can have, if each is between one and `largest` and they sum to the total."""
    rest = range(cells - 1, (cells - 1) * largest + 1)
    return {value for value in range(1, largest + 1) if total - value in rest}


@pytest.mark.parametrize(
    ("cells", "told"),
    [
        ({"a": 2, "b": 9, "c": 7}, {"a": None, "b": 9, "c": None}),
        ({"a": 2, "b": 3, "c": 7}, {"a": None, "b": None, "c": 7}),
        # Two hidden ones that sum to two are one each.
        ({"a": 1, "b": 1, "c": 7, "d": 8}, {"a": None, "b": None, "c": None, "d": 8}),
        ({"a": 4, "b": 4, "c": 4, "d": 8}, {"a": None, "b": None, "c": None, "d": None}),
        ({"a": 3}, {"a": None}),
        ({"a": 3, "b": 0}, {"a": None, "b": 0}),
        ({}, {}),
    ],
)
def test_what_is_hidden_with_the_small_ones(cells: dict[str, int], told: dict[str, int | None]) -> None:
    assert shown_cells(cells) == told

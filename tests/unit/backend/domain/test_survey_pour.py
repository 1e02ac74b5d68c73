"""Pouring anonymous answers: never fewer than five together, and nothing with them that points at somebody."""

import random
from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from backend.domain.survey import Draft
from backend.domain.survey_pour import LEAST, Cell, poured
from tests.builders import NOON

CELLS = st.tuples(st.sampled_from(["citizens", "staff", None]), st.sampled_from(["1", "9", "samen", None]))


def waiting(cells: list[Cell]) -> list[tuple[Draft, Cell]]:
    return [(Draft(1, number, 1, {}, None, NOON, NOON), cell) for number, cell in enumerate(cells)]


@given(st.lists(CELLS, max_size=60), st.integers())
def test_a_pour_is_of_five_or_more_and_leaves_five_or_more(cells: list[Cell], seed: int) -> None:
    going = poured(waiting(cells), {}, is_last=False, chance=random.Random(seed))
    assert not going or LEAST <= len(going) <= len(cells) - LEAST
    assert not going or len(cells) >= 2 * LEAST


@given(st.lists(st.lists(CELLS, max_size=25), min_size=1, max_size=5), st.integers())
def test_in_the_end_every_cell_that_is_kept_has_five_answers_or_none_has_one(
    rounds: list[list[Cell]], seed: int
) -> None:
    chance = random.Random(seed)
    pool: list[tuple[Draft, Cell]] = []
    kept: Counter[Cell] = Counter()
    total = 0
    for number, cells in enumerate(rounds):
        pool += waiting(cells)
        total += len(cells)
        going = poured(pool, kept, is_last=number == len(rounds) - 1, chance=chance)
        kept.update(one.cell for one in going)
        gone = {id(one.draft) for one in going}
        pool = [one for one in pool if id(one[0]) not in gone]
    assert not pool
    assert sum(kept.values()) == total
    named = {cell: count for cell, count in kept.items() if cell != (None, None)}
    assert all(count >= LEAST for count in named.values())
    assert kept[None, None] == 0 or kept[None, None] >= LEAST or total < LEAST


def test_a_few_answers_keep_nothing_of_their_givers() -> None:
    going = poured(waiting([("citizens", "9")] * 4), {}, is_last=True, chance=random.Random(1))
    assert [one.cell for one in going] == [(None, None)] * 4


def test_a_rare_district_goes_before_its_group() -> None:
    cells: list[Cell] = [("citizens", "9")] * 6 + [("citizens", "1")] * 3 + [("citizens", "samen")] * 3
    going = poured(waiting(cells), {}, is_last=True, chance=random.Random(1))
    assert Counter(one.cell for one in going) == {("citizens", "9"): 6, ("citizens", None): 6}


def test_a_single_rare_one_is_not_left_bare_alone() -> None:
    cells: list[Cell] = [("citizens", "9")] * 7 + [("staff", "1")]
    going = poured(waiting(cells), {}, is_last=True, chance=random.Random(1))
    assert Counter(one.cell for one in going) == {(None, None): 8}

"""When «not done yet» opens an issue again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.domain.following import Tally

_COUNTS = st.integers(0, 200)


@pytest.mark.parametrize(
    ("yes", "no", "unsure", "reopens"),
    [
        (0, 0, 0, False),
        (0, 1, 0, False),
        (0, 2, 0, True),
        (4, 2, 0, True),
        (5, 2, 0, False),
        (3, 2, 3, False),
        (7, 3, 0, True),
        (8, 3, 0, False),
        (70, 30, 0, True),
        (71, 30, 0, False),
    ],
)
def test_two_and_three_in_ten_are_needed(yes: int, no: int, unsure: int, reopens: bool) -> None:
    assert Tally(yes, no, unsure).reopens is reopens


@given(_COUNTS, _COUNTS, _COUNTS)
def test_one_more_no_never_closes_what_was_to_be_opened(yes: int, no: int, unsure: int) -> None:
    if Tally(yes, no, unsure).reopens:
        assert Tally(yes, no + 1, unsure).reopens


@given(_COUNTS, _COUNTS, _COUNTS)
def test_one_more_yes_never_opens(yes: int, no: int, unsure: int) -> None:
    if not Tally(yes, no, unsure).reopens:
        assert not Tally(yes + 1, no, unsure).reopens

"""The codes of issues: the same for an issue for ever, told from wrong ones, and never taken for a tracking code."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.domain.ids import IdSource
from backend.domain.issue_code import CODES, code_of, remainder_in
from backend.domain.tracking_code import ALPHABET, is_code

ids = st.integers(1, 2**63 - 1)


@given(ids)
def test_a_code_leads_back_to_the_ids_that_have_it(issue_id: int) -> None:
    assert remainder_in(code_of(issue_id)) == issue_id % CODES
    assert re.fullmatch(rf"[{ALPHABET}]{{3}}-[{ALPHABET}]{{3}}", code_of(issue_id))


@given(ids, st.integers(0, 5), st.sampled_from(ALPHABET))
def test_every_single_wrong_character_is_caught(issue_id: int, position: int, other: str) -> None:
    code = code_of(issue_id).replace("-", "")
    wrong = code[:position] + other + code[position + 1 :]
    assert (remainder_in(wrong) is None) == (wrong != code)


@given(ids)
def test_no_code_of_an_issue_is_a_tracking_code(issue_id: int) -> None:
    assert not is_code(code_of(issue_id))


def test_a_code_is_understood_however_it_is_typed() -> None:
    code = code_of(123_456_789)
    persian = str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")
    for typed in (code.lower(), code.replace("-", " "), f"\u2066{code}\u2069", code.translate(persian), f" {code}\n"):
        assert remainder_in(typed) == 123_456_789 % CODES


@pytest.mark.parametrize("typed", ["", "۳", "K7M", "K7M-3F2-9", "چاله", "K7M 3F" + " " * 40 + "2", "OIL-BSZ"])
def test_what_is_no_code_is_none(typed: str) -> None:
    assert remainder_in(typed) is None


def test_codes_of_issues_made_at_the_same_moment_differ() -> None:
    new_id = IdSource()
    assert len({code_of(new_id()) for _ in range(100)}) > 98

"""The order of a digest keeps what its docstring and «چرا این ترتیب؟» promise."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from math import isclose, sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.domain.digest import DigestItem, priority, ranked
from tests.builders import an_item

counts = st.integers(0, 500)


def test_one_person_who_writes_ten_times_counts_once() -> None:
    loud = an_item(messages=10, people=1, messages_before=10)
    many = an_item(messages=2, people=2, messages_before=2)
    assert priority(loud) == 1
    assert priority(many) > priority(loud)


@given(st.integers(1, 100), counts, counts, st.integers(1, 9))
def test_danger_makes_it_three_times_as_high(people: int, messages: int, before: int, urgent: int) -> None:
    calm = an_item(people=people, messages=messages, messages_before=before)
    assert isclose(priority(replace(calm, urgent=urgent)), 3 * priority(calm))


@pytest.mark.parametrize(("districts", "reach"), [(0, 1), (1, 1), (2, 1.25), (3, 1.5), (5, 2), (13, 2)])
def test_reach_is_a_quarter_for_each_further_district_and_at_most_double(districts: int, reach: float) -> None:
    item = an_item(messages=4, people=4, messages_before=4, districts=tuple(str(n) for n in range(districts)))
    assert priority(item) == 4 * reach


@given(counts, counts)
def test_the_trend_stays_between_half_and_double(messages: int, before: int) -> None:
    trend = priority(an_item(messages=messages, people=1, messages_before=before))
    assert 0.5 <= trend <= 2
    growth = (1 + messages) / (1 + before)
    if 0.25 <= growth <= 4:
        assert isclose(trend, sqrt(growth))


@given(counts, counts)
def test_what_grows_stands_above_what_shrinks(messages: int, before: int) -> None:
    there, back = an_item(messages=messages, messages_before=before), an_item(messages=before, messages_before=messages)
    assert (priority(there) >= priority(back)) == (messages >= before) or priority(there) == priority(back)


@given(st.lists(st.tuples(st.integers(1, 5), st.integers(0, 3), st.integers(0, 2)), max_size=12))
def test_ranks_count_from_one_and_scores_never_rise(rows: list[tuple[int, int, int]]) -> None:
    items = [an_item(issue_id=n, people=p, messages=p, messages_before=b, urgent=u) for n, (p, b, u) in enumerate(rows)]
    order = ranked(items)
    assert [item.rank for item in order] == list(range(1, len(items) + 1))
    assert [item.score for item in order] == sorted((item.score for item in order), reverse=True)
    assert {item.issue_id for item in order} == set(range(len(items)))


@given(st.permutations(range(6)))
def test_ties_go_to_the_one_seen_first_in_whatever_order_they_come(order: list[int]) -> None:
    monday = datetime(2026, 11, 16, tzinfo=UTC)
    seen = {0: monday, 1: monday, 2: monday + timedelta(days=1), 3: monday - timedelta(days=1), 4: monday, 5: monday}
    items: list[DigestItem] = [an_item(issue_id=n, first_seen=seen[n]) for n in order]
    assert [item.issue_id for item in ranked(items)] == [3, 0, 1, 4, 5, 2]

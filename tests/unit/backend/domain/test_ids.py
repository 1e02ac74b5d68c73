"""Ids are given by us and grow."""

import time_machine

from backend.domain.ids import IdSource

_LARGEST = 2**63 - 1


def test_ids_grow_even_when_many_are_given_at_once() -> None:
    new_id = IdSource()
    ids = [new_id() for _ in range(10_000)]
    assert ids == sorted(set(ids))


def test_ids_grow_even_when_the_clock_goes_back() -> None:
    new_id = IdSource()
    with time_machine.travel("2026-11-21T12:00:00Z", tick=False):
        later = [new_id() for _ in range(10)]
    with time_machine.travel("2026-11-21T11:00:00Z", tick=False):
        assert new_id() > max(later)


def test_ids_of_another_process_sort_by_time() -> None:
    with time_machine.travel("2026-11-21T12:00:00Z", tick=False):
        first = IdSource()()
    with time_machine.travel("2026-11-21T12:00:00.001Z", tick=False):
        assert IdSource()() > first


def test_ids_fit_into_a_big_integer_for_a_century() -> None:
    with time_machine.travel("2090-01-01T00:00:00Z", tick=False):
        assert 0 < IdSource()() <= _LARGEST

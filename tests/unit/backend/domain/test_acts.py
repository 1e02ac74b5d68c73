"""The pure rules of acts on issues: the median, the roots of merges."""

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from backend.domain.acts import Merge, Vote, median_priority, roots_of
from tests.builders import NOON


def vote(priority: int, person: int = 1) -> Vote:
    return Vote(1, 1, person, priority, NOON)


def test_the_median_may_lie_between_two_votes_and_is_none_without_any() -> None:
    assert median_priority([]) is None
    assert median_priority([vote(2), vote(5), vote(5)]) == 5
    assert median_priority([vote(2), vote(5)]) == 3.5


@st.composite
def histories(draw: st.DrawFn) -> list[Merge]:
    """Merges as they can come about: always of two roots of that moment; some are undone later."""
    merges: list[Merge] = []
    for number in range(draw(st.integers(0, 8))):
        roots = sorted(set(roots_of(range(9), merges).values()))
        if len(roots) > 1:
            from_id, into_id = draw(st.permutations(roots))[:2]
            merges.append(Merge(number, from_id, into_id, 1, None, NOON + timedelta(hours=number)))
    return merges


@given(histories(), st.data())
def test_undoing_any_merge_restores_what_would_be_without_it_in_any_order(
    merges: list[Merge], data: st.DataObject
) -> None:
    undone = data.draw(st.sets(st.sampled_from(merges))) if merges else set()
    standing = [merge for merge in data.draw(st.permutations(merges)) if merge not in undone]
    roots = roots_of(range(9), standing)
    for issue_id, root in roots.items():
        assert roots[root] == root, "a root is its own root"
        own = [merge for merge in standing if merge.from_id == issue_id]
        assert root == (roots[own[0].into_id] if own else issue_id)


def test_without_merges_everything_is_its_own_root_and_a_loop_is_cut() -> None:
    assert roots_of([1, 2], []) == {1: 1, 2: 2}
    loop = [Merge(1, 1, 2, 1, None, NOON), Merge(2, 2, 1, 1, None, NOON)]
    assert set(roots_of([1, 2], loop).values()) <= {1, 2}

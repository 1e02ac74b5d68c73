"""How a group decides: nobody's order matters, and nothing is decided that those who are silent could still turn."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.domain.measure import Majority, MeasureState, Rules, Stand, Tally, decide

AGREED, REJECTED = MeasureState.AGREED, MeasureState.REJECTED
rules = st.builds(Rules, quorum=st.integers(1, 100), majority=st.sampled_from(list(Majority)), days=st.integers(1, 30))
stands = st.lists(st.sampled_from(list(Stand)), max_size=12)


def counted(votes: list[Stand], members: int) -> Tally:
    return Tally(votes.count(Stand.AGREE), votes.count(Stand.OBJECT), votes.count(Stand.ABSTAIN), members)


def outcome(votes: list[Stand], members: int, by: Rules) -> MeasureState:
    """Count after each vote, as it happens, and at the deadline whatever is open then."""
    for index in range(1, len(votes) + 1):
        verdict = decide(counted(votes[:index], members), by, is_over=False)
        if verdict is not None:
            return verdict
    verdict = decide(counted(votes, members), by, is_over=True)
    assert verdict is not None
    return verdict


@pytest.mark.parametrize(
    ("agree", "object_", "abstain", "members", "majority", "verdict"),
    [
        (2, 0, 0, 3, Majority.SIMPLE, AGREED),
        (1, 0, 0, 3, Majority.SIMPLE, None),  # one of three is no half
        (2, 1, 0, 5, Majority.SIMPLE, None),  # two silent ones could turn it
        (3, 1, 0, 5, Majority.SIMPLE, AGREED),
        (0, 2, 0, 3, Majority.SIMPLE, REJECTED),
        (1, 1, 0, 2, Majority.SIMPLE, REJECTED),  # a draw carries nothing
        (0, 0, 3, 3, Majority.SIMPLE, REJECTED),
        (1, 0, 2, 3, Majority.SIMPLE, AGREED),  # who abstains counts for the quorum only
        (4, 2, 0, 6, Majority.TWO_THIRDS, AGREED),
        (3, 2, 1, 6, Majority.TWO_THIRDS, REJECTED),
        (5, 1, 0, 6, Majority.CONSENSUS, REJECTED),
        (5, 0, 1, 6, Majority.CONSENSUS, AGREED),
        (5, 0, 0, 6, Majority.CONSENSUS, None),
        (0, 0, 0, 0, Majority.SIMPLE, None),
    ],
)
def test_a_verdict_comes_when_it_is_certain(
    agree: int, object_: int, abstain: int, members: int, majority: Majority, verdict: MeasureState | None
) -> None:
    assert decide(Tally(agree, object_, abstain, members), Rules(majority=majority), is_over=False) is verdict


@pytest.mark.parametrize(
    ("tally", "verdict"),
    [
        (Tally(2, 0, 0, 5), REJECTED),  # no quorum
        (Tally(2, 1, 0, 5), AGREED),
        (Tally(1, 1, 1, 5), REJECTED),
        (Tally(0, 0, 0, 0), REJECTED),
    ],
)
def test_the_deadline_decides_by_the_votes_as_they_are(tally: Tally, verdict: MeasureState) -> None:
    assert decide(tally, Rules(), is_over=True) is verdict


@given(stands, st.integers(0, 6), rules, st.randoms(use_true_random=False))
def test_the_order_of_votes_does_not_matter(votes: list[Stand], silent: int, by: Rules, chance: object) -> None:
    shuffled = list(votes)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    members = len(votes) + silent
    assert outcome(votes, members, by) is outcome(shuffled, members, by)


@given(stands, stands, st.integers(0, 3), rules)
def test_no_decision_is_premature(votes: list[Stand], further: list[Stand], silent: int, by: Rules) -> None:
    members = len(votes) + len(further) + silent
    early = decide(counted(votes, members), by, is_over=False)
    if early is not None:
        assert decide(counted(votes + further, members), by, is_over=True) is early


@given(stands, rules)
def test_when_all_have_voted_it_is_decided(votes: list[Stand], by: Rules) -> None:
    if votes:
        assert decide(counted(votes, len(votes)), by, is_over=False) is not None

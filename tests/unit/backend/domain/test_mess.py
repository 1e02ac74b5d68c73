"""Links make messes: which issues hang together, across merges."""

from dataclasses import replace

import pytest

from backend.domain.errors import BadInput
from backend.domain.mess import IssueLink, LinkKind, between_roots, mess_of, new_link
from tests.builders import NOON

CAUSES, SHARES = LinkKind.CAUSES, LinkKind.SHARES_CAUSE


def link(a: int, b: int, kind: LinkKind = CAUSES) -> IssueLink:
    return new_link(a, b, kind, 7, NOON)


def test_a_shared_cause_is_the_same_from_either_end() -> None:
    assert link(2, 1, SHARES) == link(1, 2, SHARES)
    assert link(2, 1) != link(1, 2)


def test_an_issue_is_not_linked_with_itself() -> None:
    with pytest.raises(BadInput):
        link(1, 1)


def test_a_mess_is_all_that_hangs_together() -> None:
    links = [link(1, 2), link(3, 2), link(4, 5)]
    assert mess_of(1, links).issue_ids == {1, 2, 3}
    assert mess_of(5, links).issue_ids == {4, 5}
    assert mess_of(9, links).issue_ids == {9}
    assert mess_of(9, links).links == ()


def test_a_removed_link_holds_nothing_together() -> None:
    assert mess_of(1, [replace(link(1, 2), removed_at=NOON)]).size == 1


def test_issues_may_feed_each_other() -> None:
    mess = mess_of(1, [link(1, 2), link(2, 1)])
    assert (mess.size, len(mess.links)) == (2, 2)


def test_links_follow_merges_and_come_back_with_them() -> None:
    links = [link(1, 2), link(3, 2)]
    merged = between_roots([(links[0], 1, 2), (links[1], 1, 2)])
    assert [(one.a, one.b) for one in merged] == [(1, 2)]
    assert between_roots([(links[0], 2, 2)]) == ()
    apart = between_roots([(links[0], 1, 2), (links[1], 3, 2)])
    assert [(one.a, one.b) for one in apart] == [(1, 2), (3, 2)]


def test_a_merged_shared_cause_is_told_once() -> None:
    shared = between_roots([(link(1, 5, SHARES), 9, 5), (link(5, 9, SHARES), 5, 9)])
    assert [(one.a, one.b) for one in shared] == [(5, 9)]

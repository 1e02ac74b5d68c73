"""A mess (آشفتگی): issues that feed one another, so that none of them ends alone."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

import networkx as nx

from backend.domain.errors import BadInput
from backend.domain.issue import Issue


class LinkKind(StrEnum):
    """How one issue feeds another; a shared cause has no direction."""

    CAUSES = "causes"
    WORSENS = "worsens"
    SHARES_CAUSE = "shares-cause"


@dataclass(frozen=True, slots=True)
class IssueLink:
    """What members say of two issues: `a` causes or worsens `b`, or both spring from one cause.

    `by` is the person who said it last; a link that was taken away keeps the moment of it.
    """

    a: int
    b: int
    kind: LinkKind
    by: int | None
    at: datetime
    removed_at: datetime | None = None

    @property
    def has_direction(self) -> bool:
        """Say whether it matters which of the two comes first."""
        return self.kind is not LinkKind.SHARES_CAUSE

    def other(self, issue_id: int) -> int:
        """Return the issue at the other end."""
        return self.b if issue_id == self.a else self.a


@dataclass(frozen=True, slots=True)
class Mess:
    """The issues that hang together with one of them, and the links between them."""

    issue_ids: frozenset[int]
    links: tuple[IssueLink, ...]

    @property
    def size(self) -> int:
        """Return how many issues it has; an issue alone is no mess yet."""
        return len(self.issue_ids)


def new_link(a: int, b: int, kind: LinkKind, by: int, at: datetime) -> IssueLink:
    """Return a link in the one form in which it is kept: without direction the smaller id comes first.

    Raises:
        BadInput: an issue is not linked with itself.
    """
    if a == b:
        raise BadInput(what="issue")
    first, second = (min(a, b), max(a, b)) if kind is LinkKind.SHARES_CAUSE else (a, b)
    return IssueLink(first, second, kind, by, at)


def between_roots(links: Iterable[tuple[IssueLink, int, int]]) -> tuple[IssueLink, ...]:
    """Return links between the issues into which theirs were merged, each once.

    Two issues that became one are no longer linked; they are again when the merge is undone.
    """
    found: dict[tuple[int, int, LinkKind], IssueLink] = {}
    for link, root_a, root_b in links:
        if root_a == root_b:
            continue
        a, b = (root_a, root_b) if link.has_direction else (min(root_a, root_b), max(root_a, root_b))
        found.setdefault((a, b, link.kind), replace(link, a=a, b=b))
    return tuple(found[key] for key in sorted(found))


def mess_of(issue_id: int, links: Collection[IssueLink]) -> Mess:
    """Return the mess that an issue is part of: the connected component of the links that hold."""
    live = [link for link in links if link.removed_at is None]
    graph = nx.Graph((link.a, link.b) for link in live)
    graph.add_node(issue_id)
    members = frozenset(nx.node_connected_component(graph, issue_id))
    return Mess(members, tuple(link for link in live if link.a in members))


@dataclass(frozen=True, slots=True)
class MessSheet:
    """A mess with what is told of its issues. `issue` is the one from which it is looked at, at this desk."""

    issue: Issue
    desk: int
    mess: Mess
    issues: Mapping[int, Issue]
    people: Mapping[int, int]

    @property
    def own_links(self) -> tuple[IssueLink, ...]:
        """Return the links of the issue itself."""
        return tuple(link for link in self.mess.links if self.issue.id in {link.a, link.b})

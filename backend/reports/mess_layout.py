"""Where each box of a mess stands: causes at the right, what follows from them further left.

A layered drawing after Sugiyama, Tagawa and Toda (IEEE Trans. SMC 11/2, 1981): cycles are broken, each box gets the
layer of its longest chain of causes, links over several layers bend around the boxes between, and within a layer the
order follows the neighbours. A phone is narrow, so a long chain shares few columns: within one, causes stand above.
Without randomness: the same mess is always drawn alike.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations, pairwise

import networkx as nx

_SWEEPS = 8
_GAP = 46.0
_BEND_HEIGHT = 12.0

type Node = int | tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Line:
    """A link as it is laid out: from the column at the right to the one at the left, over bends between them.

    `number` is the link's own; `runs_back` marks one that points against the other causes, to the right or upwards.
    """

    number: int
    path: tuple[Node, ...]
    runs_back: bool = False


@dataclass(frozen=True, slots=True)
class Layout:
    """Columns from the right, each from top to bottom, the height of every middle, and the lines."""

    columns: tuple[tuple[Node, ...], ...]
    middles: Mapping[Node, float]
    lines: tuple[Line, ...]
    height: float


@dataclass(slots=True)
class _Draft:
    rank: Mapping[int, int]
    columns: list[list[Node]]
    heights: dict[Node, float] = field(default_factory=dict)
    lines: list[Line] = field(default_factory=list)
    right: dict[Node, list[Node]] = field(default_factory=dict)
    left: dict[Node, list[Node]] = field(default_factory=dict)
    beside: dict[int, set[int]] = field(default_factory=dict)


def lay_out(
    nodes: Sequence[int], links: Sequence[tuple[int, int, bool]], heights: Mapping[int, float], most_columns: int
) -> Layout:
    """Place boxes of these heights; a link is two nodes and whether it has a direction."""
    rank = _ranks(nodes, links)
    column = _columns(rank, links, heights, most_columns)
    draft = _Draft(rank, [[] for _ in range(max(column.values()) + 1)])
    draft.heights |= {node: heights[node] for node in nodes}
    for node in sorted(nodes, key=lambda one: rank[one]):
        draft.columns[column[node]].append(node)
    for number, (a, b, has_direction) in enumerate(links):
        _draw(draft, column, Line(number, (a, b), has_direction and rank[a] > rank[b]))
        if column[a] == column[b]:
            draft.beside.setdefault(a, set()).add(b)
            draft.beside.setdefault(b, set()).add(a)
    for _ in range(_SWEEPS):
        _order(draft, draft.columns[1:], draft.right)
        _order(draft, reversed(draft.columns[:-1]), draft.left)
    middles = _middles(draft)
    lowest = max(middles[node] + draft.heights[node] / 2 for node in middles)
    return Layout(tuple(tuple(one) for one in draft.columns), middles, tuple(draft.lines), lowest)


def _ranks(nodes: Sequence[int], links: Sequence[tuple[int, int, bool]]) -> dict[int, int]:
    """Return each node's rank: the longest chain of causes before it; what only shares a cause stands beside."""
    directed = nx.DiGraph((a, b) for a, b, has_direction in links if has_direction)
    for a, b in _against(directed):
        directed.remove_edge(a, b)
        if not directed.has_edge(b, a):
            directed.add_edge(b, a)
    rank: dict[int, int] = {}
    for node in nx.lexicographical_topological_sort(directed):
        rank[node] = max((rank[cause] + 1 for cause in directed.predecessors(node)), default=0)
    undirected = nx.Graph((a, b) for a, b, _ in links)
    undirected.add_nodes_from(nodes)
    while missing := [node for node in nodes if node not in rank]:
        beside = [node for node in missing if any(other in rank for other in undirected[node])]
        if not beside:
            rank[max(missing, key=lambda node: (undirected.degree[node], -node))] = 0
            continue
        node = beside[0]
        rank[node] = min(rank[other] for other in undirected[node] if other in rank) + 1
    return rank


def _against(graph: nx.DiGraph) -> list[tuple[int, int]]:
    """Return links that close a circle, few of them (Eades, Lin and Smyth, Information Processing Letters 47, 1993)."""
    order: dict[int, int] = {}
    for component in nx.strongly_connected_components(graph):
        left = graph.subgraph(component).copy()
        while left:
            outgoing = {node: left.out_degree(node) - left.in_degree(node) for node in left}
            first = min(outgoing, key=lambda node: (-outgoing[node], node))
            order[first] = len(order)
            left.remove_node(first)
    inside = nx.condensation(graph).graph["mapping"] if graph else {}
    return [(a, b) for a, b in graph.edges if inside[a] == inside[b] and order[a] > order[b]]


def _columns(
    rank: Mapping[int, int],
    links: Sequence[tuple[int, int, bool]],
    heights: Mapping[int, float],
    most: int,
) -> dict[int, int]:
    """Part the ranks into columns: the lowest that can be, and among these with the fewest links inside a column."""
    ranks = max(rank.values()) + 1

    def parted(cuts: Sequence[int]) -> dict[int, int]:
        return {node: sum(own >= cut for cut in cuts) for node, own in rank.items()}

    def cost(column: Mapping[int, int]) -> tuple[float, int]:
        stacks = [0.0] * most
        for node, index in column.items():
            stacks[index] += heights[node] + _GAP
        return max(stacks), sum(column[a] == column[b] for a, b, _ in links)

    every = combinations(range(1, ranks), min(ranks, most) - 1)
    return min((parted(cuts) for cuts in every), key=cost)


def _draw(draft: _Draft, column: Mapping[int, int], straight: Line) -> None:
    """Lay a line from the earlier cause on, over a bend in each column between its ends."""
    a, b = (node for node in straight.path if isinstance(node, int))
    start, end = (a, b) if draft.rank[a] <= draft.rank[b] else (b, a)
    between = range(column[start] + 1, column[end])
    bends: list[Node] = [(straight.number, index, 0) for index in between]
    for bend, index in zip(bends, between, strict=True):
        draft.columns[index].append(bend)
        draft.heights[bend] = _BEND_HEIGHT
    path: tuple[Node, ...] = (start, *bends, end)
    if column[start] != column[end]:
        for before, after in pairwise(path):
            draft.left.setdefault(before, []).append(after)
            draft.right.setdefault(after, []).append(before)
    draft.lines.append(Line(straight.number, path, straight.runs_back))


def _order(draft: _Draft, columns: Iterable[list[Node]], neighbours: Mapping[Node, list[Node]]) -> None:
    """Sort columns by the mean place of each node's neighbours (barycentre), then put effects below their causes."""
    for column in columns:
        place = {node: index for one in draft.columns for index, node in enumerate(one)}
        own = {node: index for index, node in enumerate(column)}
        column.sort(key=lambda node: (_mean([place[one] for one in neighbours.get(node, ())], own[node]), own[node]))
        in_turn = iter(_causes_first(draft, [node for node in column if isinstance(node, int)]))
        column[:] = [next(in_turn) if isinstance(node, int) else node for node in column]


def _causes_first(draft: _Draft, boxes: Sequence[int]) -> list[int]:
    """Return the boxes of a column with causes above, each followed at once by what hangs on it, where that can be."""
    left, placed = list(boxes), list[int]()
    while left:
        free = [
            node
            for node in left
            if not any(draft.rank[one] < draft.rank[node] for one in draft.beside.get(node, set()) & set(left))
        ]
        hanging = [node for node in free if placed and node in draft.beside.get(placed[-1], set())]
        placed.append((hanging or free)[0])
        left.remove(placed[-1])
    return placed


def _middles(draft: _Draft) -> dict[Node, float]:
    """Stack each column without holes and put their middles on one line."""
    middles: dict[Node, float] = {}
    for column in draft.columns:
        at = -sum(draft.heights[node] + _GAP for node in column) / 2
        for node in column:
            middles[node] = at + draft.heights[node] / 2
            at += draft.heights[node] + _GAP
    top = min(middles[node] - draft.heights[node] / 2 for node in middles)
    return {node: middle - top for node, middle in middles.items()}


def _mean(values: Sequence[float], otherwise: float) -> float:
    return sum(values) / len(values) if values else otherwise

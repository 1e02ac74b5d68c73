"""Cross tables without small cells: what is hidden, and what more must be, so that nothing hidden can be computed.

A table with its margins is a network: the total flows over the rows into the cells, over the columns into the total
again. What somebody can compute from the shown numbers is exactly what no circulation through hidden arcs can change
(Gusfield, "A graph theoretic approach to statistical data security", SIAM J. Comput. 17, 1988), and the cheapest cycle
through an arc tells which further cells to hide (Cox, "Network models for complementary cell suppression", JASA 90,
1995).
"""

import contextlib
from collections.abc import Collection, Hashable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import networkx as nx

from backend.domain.suppression import shown

type Node = Hashable
type Mask = tuple[tuple[bool, ...], ...]

_TOTAL_OF_ROWS, _TOTAL_OF_COLUMNS = "rows", "columns"


@dataclass(frozen=True, slots=True)
class _Arc:
    """A number of the table: from a row into a column, or between a margin and its total.

    Since a zero is shown, a reader takes what is hidden for at least one, except in whole rows and columns.
    """

    tail: Node
    head: Node
    count: int
    least: int = 1


def shown_mask(
    counts: Sequence[Sequence[int]],
    *,
    hidden_rows: Collection[int] = (),
    hidden_columns: Collection[int] = (),
    unpublished_columns: Collection[int] = (),
) -> Mask | None:
    """Return for each cell whether it may be shown; None where even a table of hidden cells would tell too much.

    `counts` are people, row by row. Margins count as known to the reader, except those of `hidden_rows` and
    `hidden_columns`, which are hidden with all their cells: so several tables that share a margin do not give it away
    together. `unpublished_columns` (such as «not chosen») are never shown, and need no protection themselves.
    """
    table = _Table(counts, set(hidden_rows), set(hidden_columns) | set(unpublished_columns), set(hidden_columns))
    unprotected = {_Cell(row, column) for row in range(table.height) for column in unpublished_columns}
    if not all(table.protect(key) for key in table.hidden_at_first() if key not in unprotected):
        return None
    return tuple(
        tuple(not table.is_hidden(row, column) for column in range(table.width)) for row in range(table.height)
    )


@dataclass(frozen=True, slots=True)
class _Cell:
    row: int
    column: int


class _Table:
    """Counts with what is hidden of them, as a network."""

    def __init__(
        self, counts: Sequence[Sequence[int]], rows: set[int], columns: set[int], columns_without_total: set[int]
    ) -> None:
        self.height, self.width = len(counts), len(counts[0]) if counts else 0
        self._arcs = dict(_cells(counts, rows, columns)) | dict(_margins(counts))
        self._hidden: set[Hashable] = {
            key
            for key, arc in self._arcs.items()
            if isinstance(key, _Cell) and (key.row in rows or key.column in columns or shown(arc.count) is None)
        }
        self._hidden |= {("row", row) for row in rows} | {("column", column) for column in columns_without_total}
        self._network = self._changes()

    def is_hidden(self, row: int, column: int) -> bool:
        return _Cell(row, column) in self._hidden

    def hidden_at_first(self) -> list[Hashable]:
        """Return what is hidden by itself, in an order that does not change from run to run."""
        return sorted(self._hidden, key=str)

    def protect(self, key: Hashable) -> bool:
        """See to it that a hidden number cannot be computed; say whether that is possible.

        What is hidden for it lies on a cycle with it, and so cannot be computed either; and hiding more takes no
        protection away. So it is enough to go once over what was hidden at first.
        """
        ways = sorted(self._ways_round(self._arcs[key]), key=lambda way: (way[0], str(way[1])))
        if not ways:
            return False
        for hidden in set(ways[0][1]) - self._hidden:
            self._hidden.add(hidden)
            self._free(self._arcs[hidden])
        return True

    def _ways_round(self, arc: _Arc) -> list[tuple[int, list[Hashable]]]:
        """Return how a number can grow and shrink: what it costs to hide the others that change with it, and these."""
        ends = (arc.tail, arc.head)
        own = [(a, b, self._network[a][b]) for a, b in (ends, ends[::-1]) if self._network.has_edge(a, b)]
        self._network.remove_edges_from(own)
        ways = []
        for start, goal in [ends[::-1]] + ([ends] if arc.count > arc.least else []):
            with contextlib.suppress(nx.NetworkXNoPath):
                cost, path = nx.single_source_dijkstra(self._network, start, goal, weight="cost")
                ways.append((cost, [self._network[a][b]["key"] for a, b in pairwise(path)]))
        self._network.add_edges_from(own)
        return ways

    def _changes(self) -> nx.DiGraph:
        """The changes that leave every shown number as it is: what may be hidden may grow, and shrink to its least."""
        network = nx.DiGraph()
        network.add_nodes_from(node for arc in self._arcs.values() for node in (arc.tail, arc.head))
        for key, arc in self._arcs.items():
            if key in self._hidden or (isinstance(key, _Cell) and arc.count):
                cost = 0 if key in self._hidden else 1 + arc.count
                network.add_edge(arc.tail, arc.head, key=key, cost=cost)
                if arc.count > arc.least:
                    network.add_edge(arc.head, arc.tail, key=key, cost=cost)
        return network

    def _free(self, arc: _Arc) -> None:
        """Note that it costs nothing more to use what is hidden now."""
        for a, b in ((arc.tail, arc.head), (arc.head, arc.tail)):
            if self._network.has_edge(a, b):
                self._network[a][b]["cost"] = 0


def _cells(counts: Sequence[Sequence[int]], rows: set[int], columns: set[int]) -> Iterator[tuple[Hashable, _Arc]]:
    for row, line in enumerate(counts):
        for column, count in enumerate(line):
            least = 0 if row in rows or column in columns or not count else 1
            yield _Cell(row, column), _Arc(("row", row), ("column", column), count, least)


def _margins(counts: Sequence[Sequence[int]]) -> Iterator[tuple[Hashable, _Arc]]:
    for row, line in enumerate(counts):
        yield ("row", row), _Arc(_TOTAL_OF_ROWS, ("row", row), sum(line))
    for column, line in enumerate(zip(*counts, strict=True)):
        yield ("column", column), _Arc(("column", column), _TOTAL_OF_COLUMNS, sum(line))

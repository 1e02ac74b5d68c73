"""Which finished drafts of an anonymous survey become answers together, and what of their givers stays with them.

Drafts wait in a pool from which a random part is poured, never fewer than five at once and never so many that fewer
than five wait (a pool mix; Serjantov, Dingledine and Syverson, "From a trickle to a flood", 2002): what is poured last
is then still one of at least five. A stakeholder group and district stay with an answer only where at least five
share them, since together they could point at somebody (k-anonymity; Sweeney 2002).
"""

import random
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from backend.domain.suppression import SMALLEST_SHOWN as LEAST
from backend.domain.survey import Draft

type Cell = tuple[str | None, str | None]
type Coarser = Callable[[Cell], Cell]
_NOBODY: Cell = (None, None)


@dataclass(frozen=True, slots=True)
class Poured:
    """A draft that is poured, with the stakeholder group and district that stay with it."""

    draft: Draft
    cell: Cell


def poured(
    waiting: Sequence[tuple[Draft, Cell]], known: Mapping[Cell, int], *, is_last: bool, chance: random.Random
) -> list[Poured]:
    """Return what is poured now, in an order of chance; nothing as long as too few wait.

    `waiting` are all drafts of the pool with what is known of their givers, `known` counts the answers that were
    poured before. The last time everything goes.
    """
    pool = [Poured(draft, cell) for draft, cell in waiting]
    chance.shuffle(pool)
    if is_last:
        return _coarsened(pool, known)
    if len(pool) < 2 * LEAST:
        return []
    sizes = Counter(one.cell for one in pool) + Counter(known)
    able = [one for one in pool if sizes[one.cell] >= LEAST]
    kept_back = max(0, LEAST - (len(pool) - len(able)))
    going = able[kept_back:]
    return going if len(going) >= LEAST else []


def _coarsened(pool: Sequence[Poured], known: Mapping[Cell, int]) -> list[Poured]:
    """Drop districts, then groups, that fewer than five share, until whoever is left bare is one of five, too."""
    without_district = _where_rare(pool, known, lambda cell: (cell[0], None))
    bare = _where_rare(without_district, known, lambda _: _NOBODY)
    while bare and _is_rare(_NOBODY, bare, known):
        sizes = Counter(one.cell for one in bare if one.cell != _NOBODY)
        if not sizes:
            break
        smallest = min(sizes, key=lambda cell: (sizes[cell], str(cell)))
        bare = [replace(one, cell=_NOBODY) if one.cell == smallest else one for one in bare]
    return bare


def _where_rare(pool: Sequence[Poured], known: Mapping[Cell, int], coarser: Coarser) -> list[Poured]:
    sizes = Counter(one.cell for one in pool) + Counter(known)
    return [one if sizes[one.cell] >= LEAST else replace(one, cell=coarser(one.cell)) for one in pool]


def _is_rare(cell: Cell, pool: Sequence[Poured], known: Mapping[Cell, int]) -> bool:
    here = sum(one.cell == cell for one in pool)
    return here > 0 and here + known.get(cell, 0) < LEAST

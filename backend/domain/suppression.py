"""Small cells: numbers about so few people that they could point at somebody."""

from collections.abc import Mapping

SMALLEST_SHOWN = 5


def shown(people: int) -> int | None:
    """Return a count of people, or None when it is too small to be told (none at all may be told)."""
    return people if people == 0 or people >= SMALLEST_SHOWN else None


def shown_cells(cells: Mapping[str, int]) -> dict[str, int | None]:
    """Hide the small cells of a table whose total is shown, and what would give them away.

    The total less the others would name a single hidden cell, and hidden cells that are all one, or all the largest
    that is hidden, follow from their sum. The smallest of the others is then hidden too (primary and complementary
    suppression of one-dimensional tables; Hundepool et al., Statistical Disclosure Control, 2012, ch. 4).
    """
    result = {name: shown(count) for name, count in cells.items()}
    hidden = [cells[name] for name, count in result.items() if count is None]
    others = [name for name, count in result.items() if count]
    if hidden and others and (len(hidden) == 1 or sum(hidden) in _telling_sums(len(hidden))):
        result[min(others, key=lambda name: (cells[name], name))] = None
    return result


def _telling_sums(hidden: int) -> tuple[int, int]:
    """The sums from which so many hidden cells follow: each is one, or each is the largest that is hidden."""
    return hidden, hidden * (SMALLEST_SHOWN - 1)

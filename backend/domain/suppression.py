"""Small cells: numbers about so few people that they could point at somebody."""

from collections.abc import Mapping

SMALLEST_SHOWN = 5


def shown(people: int) -> int | None:
    """Return a count of people, or None when it is too small to be told (none at all may be told)."""
    return people if people == 0 or people >= SMALLEST_SHOWN else None


def shown_cells(cells: Mapping[str, int]) -> dict[str, int | None]:
    """Hide the small cells of a table whose total is shown, and what would give them away.

    With exactly one hidden cell the total less the others would name it, so the smallest of the others is hidden
    too (primary and complementary suppression of one-dimensional tables; Hundepool et al., Statistical Disclosure
    Control, 2012, ch. 4).
    """
    result = {name: shown(count) for name, count in cells.items()}
    hidden = [name for name, count in result.items() if count is None]
    others = [name for name, count in result.items() if count]
    if len(hidden) == 1 and others:
        result[min(others, key=lambda name: (cells[name], name))] = None
    return result

"""What depends on a word alone, worked out once: a city says much the same words all day (Zipf's law)."""

from collections.abc import Callable

WORDS_KEPT = 25_000
LONGEST_KEPT = 48


class Remembered[K: str | tuple[str, str], V](dict[K, V]):
    """A mapping that works out what it lacks, and when it is full forgets what was not asked for since it last was.

    That is cheaper than to forget the least used: a hit is one look into a dictionary and moves nothing. Long words
    are not kept: they are rare, and whoever invents them shall not fill the memory.
    """

    __slots__ = ("_find", "_most", "_older")

    def __init__(self, find: Callable[[K], V], most: int = WORDS_KEPT) -> None:
        super().__init__()
        self._find = find
        self._most = most
        self._older: dict[K, V] = {}

    def __missing__(self, key: K) -> V:
        """Work a value out and keep it."""
        older = self._older
        if key in older:
            value = older[key]
        else:
            value = self._find(key)
            if _length(key) > LONGEST_KEPT:
                return value
        if len(self) >= self._most:
            self._older = dict(self)
            self.clear()
        self[key] = value
        return value


def _length(key: str | tuple[str, ...]) -> int:
    return len(key) if isinstance(key, str) else sum(map(len, key))

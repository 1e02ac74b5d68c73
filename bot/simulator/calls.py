"""What the bot asked of the platform, and what came of it."""

from collections import Counter, deque
from dataclasses import asdict, dataclass

from bot.simulator.clock import Clock
from bot.simulator.errors import ApiError
from bot.simulator.wire import Json


@dataclass(frozen=True, slots=True)
class Call:
    """One Bot API call; `at` is when it arrived, in seconds since 1970.

    `outcome` is ``ok``, the error code, or ``lost`` (effect done, answer withheld).
    """

    number: int
    at: float
    method: str
    chat_id: int | None
    outcome: str
    description: str
    message_id: int | None
    params: Json


class CallLog:
    """The newest calls and counters over all of them; `size` 0 keeps counters only."""

    def __init__(self, clock: Clock, size: int) -> None:
        self._clock = clock
        self._calls: deque[Call] = deque(maxlen=size)
        self._keeps = size > 0
        self.total = 0
        self.counters: Counter[tuple[str, str]] = Counter()
        self.first: dict[str, float] = {}
        self.last: dict[str, float] = {}

    def add(self, method: str, params: Json, result: object, *, lost: bool = False) -> None:
        """Note a call and its result, which is an `ApiError` when it failed."""
        at = self._clock.now()
        outcome, why = "lost" if lost else "ok", ""
        if isinstance(result, ApiError):
            outcome, why = str(result.error_code), result.description
        self.total += 1
        self.counters[method, outcome] += 1
        self.first.setdefault(method, at)
        self.last[method] = at
        if self._keeps:
            message_id = result.get("message_id") if isinstance(result, dict) else None
            chat_id = _number(params.get("chat_id"))
            self._calls.append(Call(self.total, at, method, chat_id, outcome, why, message_id, params))

    def since(self, number: int, method: str = "") -> list[Json]:
        """Calls after that number, oldest first."""
        return [asdict(call) for call in self._calls if call.number > number and method in ("", call.method)]

    def summary(self) -> Json:
        """Counters by method and outcome, with the times of the first and last call."""
        counts: Json = {}
        for (method, outcome), count in sorted(self.counters.items()):
            counts.setdefault(method, {})[outcome] = count
        return {"total": self.total, "counts": counts, "first": dict(self.first), "last": dict(self.last)}

    def reset(self) -> None:
        """Begin anew, for the next measurement."""
        self._calls.clear()
        self.total = 0
        self.counters.clear()
        self.first.clear()
        self.last.clear()


def _number(value: object) -> int | None:
    try:
        return int(value)  # type: ignore[call-overload,no-any-return]
    except (TypeError, ValueError):
        return None

"""What the simulated platform does wrong, and how often: the same calls meet the same faults again."""

from collections import defaultdict
from dataclasses import dataclass, fields, replace
from enum import Enum
from zlib import crc32

from bot.simulator.errors import ControlError
from bot.simulator.wire import Json

_SHARES = ("too_many", "bad_gateway", "bad_gateway_effect", "lost", "duplicate", "poll_failure")


@dataclass(frozen=True, slots=True)
class Faults:
    """Settings of the faults; shares are between 0 and 1, times are in seconds.

    Attributes:
        latency: wait before each answer.
        jitter: up to this much more, evenly spread.
        too_many: share of sends and edits answered 429; the chat stays closed for `retry_after`.
        retry_after: whole seconds named by such a 429.
        strict: enforce Telegram's limits (30/s overall, about 1/s a private chat, 20/min a group).
        bad_gateway: share of calls answered 502.
        bad_gateway_effect: share of those 502 whose effect had been done all the same.
        lost: share of calls whose effect is done and whose answer never arrives.
        lost_hang: how long a lost answer keeps the caller waiting; 0 cuts the connection at once.
        duplicate: share of updates that are delivered a second time after being confirmed.
        poll_failure: share of getUpdates calls that fail with 502.
        methods: methods that 429, 502 and losses are limited to; empty means all.
        limit: how many calls at most are spoiled; None means no end.
    """

    latency: float = 0.0
    jitter: float = 0.0
    too_many: float = 0.0
    retry_after: int = 1
    strict: bool = False
    bad_gateway: float = 0.0
    bad_gateway_effect: float = 0.0
    lost: float = 0.0
    lost_hang: float = 0.0
    duplicate: float = 0.0
    poll_failure: float = 0.0
    methods: tuple[str, ...] = ()
    limit: int | None = None

    def __post_init__(self) -> None:
        for name in _SHARES:
            if not 0 <= getattr(self, name) <= 1:
                raise ControlError(f"{name} must be between 0 and 1")
        if min(self.latency, self.jitter, self.lost_hang, self.retry_after) < 0:
            raise ControlError("times must not be negative")

    @property
    def spoils_calls(self) -> bool:
        """Whether any call may fail by chance."""
        return bool(self.too_many or self.bad_gateway or self.lost)

    def changed(self, values: Json) -> "Faults":
        """These faults with some settings changed; unknown names are refused."""
        unknown = set(values) - {field.name for field in fields(self)}
        if unknown:
            raise ControlError(f"unknown fault settings: {', '.join(sorted(unknown))}")
        if "methods" in values:
            values = {**values, "methods": tuple(values["methods"])}
        return replace(self, **values)


class Verdict(Enum):
    """What becomes of one call."""

    FINE = "fine"
    TOO_MANY = "too_many"
    BAD_GATEWAY = "bad_gateway"
    BAD_GATEWAY_DONE = "bad_gateway_done"
    LOST = "lost"


class Dice:
    """Chance that depends on the seed and on how often the same question was asked, not on timing.

    A shared random stream would give other results whenever two calls arrive in another order;
    here the n-th call to a chat always meets the same fate.
    """

    def __init__(self, seed: int) -> None:
        self._seed = seed
        self._asked: dict[str, int] = defaultdict(int)

    def roll(self, question: str) -> float:
        """The next number in [0, 1) for this question."""
        count = self._asked[question]
        self._asked[question] = count + 1
        return crc32(f"{self._seed}/{question}/{count}".encode()) / 2**32


class FaultPlan:
    """The faults in force, and the dice that decide each case."""

    def __init__(self, faults: Faults, seed: int) -> None:
        self._dice = Dice(seed)
        self._left: int | None = None
        self.faults = faults
        self.set(faults)

    def set(self, faults: Faults) -> None:
        """Put other faults in force."""
        self.faults = faults
        self._left = faults.limit

    def verdict(self, method: str, chat: object, *, limited: bool) -> Verdict:
        """Decide one call; `limited` says whether the method is one that rate limits count."""
        faults = self.faults
        if not faults.spoils_calls or (faults.methods and method not in faults.methods) or self._left == 0:
            return Verdict.FINE
        verdict = self._draw(f"{method}/{chat}", limited=limited)
        if verdict is not Verdict.FINE and self._left is not None:
            self._left -= 1
        return verdict

    def _draw(self, question: str, *, limited: bool) -> Verdict:
        faults, roll = self.faults, self._dice.roll(question)
        if roll < faults.bad_gateway:
            done = self._dice.roll(f"effect/{question}") < faults.bad_gateway_effect
            return Verdict.BAD_GATEWAY_DONE if done else Verdict.BAD_GATEWAY
        roll -= faults.bad_gateway
        if roll < faults.lost:
            return Verdict.LOST
        if limited and roll - faults.lost < faults.too_many:
            return Verdict.TOO_MANY
        return Verdict.FINE

    def delay(self) -> float:
        """How long the next answer takes."""
        faults = self.faults
        return faults.latency + (faults.jitter * self._dice.roll("jitter") if faults.jitter else 0.0)

    def repeats(self) -> bool:
        """Whether the update just confirmed comes once more."""
        return bool(self.faults.duplicate) and self._dice.roll("duplicate") < self.faults.duplicate

    def poll_fails(self) -> bool:
        """Whether this getUpdates fails."""
        return bool(self.faults.poll_failure) and self._dice.roll("poll") < self.faults.poll_failure

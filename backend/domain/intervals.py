"""Confidence intervals, at 95 %."""

import math
from dataclasses import dataclass
from statistics import NormalDist

_Z = NormalDist().inv_cdf(0.975)


@dataclass(frozen=True, slots=True)
class Estimate:
    """A value with the bounds between which it lies, and from how many it comes."""

    value: float
    low: float
    high: float
    count: int


def share(part: int, whole: int) -> Estimate:
    """Return a share of a whole with Wilson's interval, which is right for small and extreme shares too.

    Wilson, "Probable inference, the law of succession, and statistical inference", JASA 22, 1927.
    """
    centre = (part + _Z**2 / 2) / (whole + _Z**2)
    spread = _Z / (whole + _Z**2) * math.sqrt(part * (whole - part) / whole + _Z**2 / 4)
    return Estimate(part / whole, max(0.0, centre - spread), min(1.0, centre + spread), whole)


@dataclass(frozen=True, slots=True)
class Moments:
    """Count, sum and sum of squares of numbers: enough for their mean and its interval."""

    count: int = 0
    total: float = 0.0
    squares: float = 0.0

    def __add__(self, other: "Moments") -> "Moments":
        """Return the moments of both together."""
        return Moments(self.count + other.count, self.total + other.total, self.squares + other.squares)

    def mean(self) -> Estimate:
        """Return the mean with Student's interval; of one number alone the interval is the number."""
        mean = self.total / self.count
        if self.count == 1:
            return Estimate(mean, mean, mean, 1)
        variance = max(0.0, (self.squares - self.count * mean**2) / (self.count - 1))
        spread = _student(self.count - 1) * math.sqrt(variance / self.count)
        return Estimate(mean, mean - spread, mean + spread, self.count)


def _student(freedom: int) -> float:
    """The two-sided quantile of Student's t (Abramowitz and Stegun 26.7.5; right to a hundredth from 4 degrees on)."""
    z = _Z
    terms = (
        (z**3 + z) / 4,
        (5 * z**5 + 16 * z**3 + 3 * z) / 96,
        (3 * z**7 + 19 * z**5 + 17 * z**3 - 15 * z) / 384,
    )
    return float(z + sum(term / freedom**power for power, term in enumerate(terms, start=1)))

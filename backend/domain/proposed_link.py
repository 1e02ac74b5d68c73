"""Which issues may feed one another: what the same people report or support, and what happens at one place and time."""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

LEAST_TOGETHER = 3
RECENT = timedelta(days=90)
_NEAR = timedelta(days=14)
_LEAST_LIFT = 1.5
_LEAST_BY_PLACE = 1.0


@dataclass(frozen=True, slots=True)
class Trace:
    """What is known of an issue lately: how many report or support it, where and when."""

    issue_id: int
    people: int
    topic: str | None
    district: str | None
    locality: str | None
    first_seen: datetime
    last_seen: datetime


@dataclass(frozen=True, slots=True)
class Candidate:
    """Another issue, and how many people report or support it together with the one that is asked about."""

    trace: Trace
    together: int


@dataclass(frozen=True, slots=True)
class ProposedLink:
    """Another issue that is worth a look, why, and how strongly; the score only orders."""

    issue_id: int
    score: float
    same_people: bool
    same_place: bool


def lift(together: int, first: int, second: int, population: int) -> float:
    """Return how many times more often two issues are reported by one person than chance would have it.

    Lift of an association rule (Brin, Motwani, Ullman and Tsur, SIGMOD 1997, there called interest).
    """
    expected = first * second / population if population else 0.0
    return together / expected if expected else 0.0


def propose(own: Trace, candidates: Iterable[Candidate], population: int, most: int) -> list[ProposedLink]:
    """Return the links that are worth proposing, the strongest first."""
    judged = (_judge(own, candidate, population) for candidate in candidates)
    worth = [one for one in judged if one.same_people or one.same_place]
    return sorted(worth, key=lambda one: (-one.score, one.issue_id))[:most]


def _judge(own: Trace, candidate: Candidate, population: int) -> ProposedLink:
    people = _by_people(own, candidate, population)
    place = _by_place(own, candidate.trace)
    return ProposedLink(candidate.trace.issue_id, people + place, people > 0, place >= _LEAST_BY_PLACE)


def _by_people(own: Trace, candidate: Candidate, population: int) -> float:
    """Bits of surprise, weighed down where they rest on few people; fewer than three in common tell nothing."""
    if candidate.together < LEAST_TOGETHER:
        return 0.0
    found = lift(candidate.together, own.people, candidate.trace.people, population)
    if found < _LEAST_LIFT:
        return 0.0
    return math.log2(found) * candidate.together / (candidate.together + LEAST_TOGETHER)


def _by_place(own: Trace, other: Trace) -> float:
    """One for the same street at about the same time, a quarter for the same district; another topic is meant.

    Two issues of one topic at one place are rather the same issue, which is merged and not linked.
    """
    if own.district is None or own.district != other.district or not _overlap(own, other):
        return 0.0
    if own.locality is not None and own.locality == other.locality and own.topic != other.topic:
        return _LEAST_BY_PLACE
    return 0.25


def _overlap(own: Trace, other: Trace) -> bool:
    return own.first_seen - _NEAR <= other.last_seen and other.first_seen <= own.last_seen + _NEAR

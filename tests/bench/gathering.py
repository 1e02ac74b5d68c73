"""The grouper under a year's stream: real readings moved to other places."""

import random
import time
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import accumulate
from pathlib import Path

from nlp import signature as form
from nlp.similarity import Grouper

SIZES = (10_000, 100_000, 1_000_000)
_STREETS = 2_000
_HOUSES = 60
_DISTRICTS = 13
_SAMPLE = 5_000
_YEAR = timedelta(days=365)
_PAGE_MIB = 4 / 1024


@dataclass(frozen=True, slots=True)
class Point:
    """The grouper after so many messages; micros is of the last few thousand."""

    messages: int
    issues: int
    micros: float
    mib: float


def measure(signatures: Sequence[bytes], sizes: Sequence[int] = SIZES) -> list[Point]:
    """Gather a stream a year long and look at each size. Streets are named by Zipf's law, as in a city.

    Only the last few thousand before each size are placed by the grouper; the others are added to the issue of their
    place and problem, so that a million takes minutes.
    """
    chance = random.Random(1)
    reach = list(accumulate(1 / rank for rank in range(1, _STREETS + 1)))
    grouper, points = Grouper(), []
    step, at = _YEAR / max(sizes), datetime(2026, 1, 1, tzinfo=UTC)
    known: dict[tuple[object, ...], int] = {}
    before, spent, opened = _resident(), 0.0, 0
    for number in range(max(sizes)):
        if number % _SAMPLE == 0:
            streets = iter(chance.choices(range(_STREETS), cum_weights=reach, k=_SAMPLE))
            moved = [_moved(signatures[chance.randrange(len(signatures))], street, chance) for street in streets]
            near_a_size = any(number < size <= number + _SAMPLE for size in sizes)
            begun = time.process_time()
            for one in moved:
                at += step
                issue = grouper.place(one, at).issue if near_a_size else known.get(_matter(one))
                if issue is None:
                    issue = opened = opened + 1
                    known[_matter(one)] = issue
                grouper.add(issue, one, at)
            spent = time.process_time() - begun
        if number + 1 in sizes:
            points.append(Point(number + 1, len(grouper), spent / _SAMPLE * 1e6, _resident() - before))
    return points


def _moved(signature: bytes, street: int, chance: random.Random) -> bytes:
    """The same message about another place: its own text, its first place a street and a house number."""
    head = list(form._HEAD.unpack_from(signature))
    district, topics, problems, places, _ = head[-5:]
    head[2] = chance.getrandbits(63)
    head[3:9] = sorted(chance.getrandbits(32) for _ in range(6))
    head[-5] = form.hash16(str(street % _DISTRICTS)) if district else 0
    start = form._HEAD.size + topics * form._TOPIC.size + problems * form._PROBLEM.size
    end = start + places * form._PLACE.size
    moved = b""
    if places:
        house = chance.randint(0, _HOUSES)
        moved = form._PLACE.pack(form.Level.FINE, form.hash32(f"street {street}"), house)
        head[-2] = 1
    return form._HEAD.pack(*head) + signature[form._HEAD.size : start] + moved + signature[end:]


def _matter(signature: bytes) -> tuple[object, ...]:
    """District, first place and first problem: what makes an issue, roughly."""
    read = form.unpack.__wrapped__(signature)
    return read.district, read.places[:1], tuple(read.problems)[:1]


def _resident() -> float:
    """Resident memory of this process, MiB."""
    return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1]) * _PAGE_MIB

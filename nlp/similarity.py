"""Gather messages into issues, one at a time as they arrive, in bounded memory.

Three things are kept apart: a campaign is one text sent by many, an issue is one concrete problem at one place however
worded, a theme is one kind of problem anywhere in the city.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import islice

from nlp.likeness import Nearness, likeness, may_be_one, most_likeness, nearness, one_issue, same_text
from nlp.signature import Fingerprint, Level, make_signature, unpack

__all__ = ["Grouper", "Placement", "make_signature"]

WINDOW = timedelta(days=90)
CAPACITY = 80_000
_EXEMPLARS = 4
_CELL_SIZE = 24
_COMPARED = 8
_RARE_TERMS, _RARE_TERMS_BESIDE_A_PLACE = 9, 3
_NAME_LIKE = 5.5
_INDEXED_PROBLEMS = 3
_INDEXED_SHINGLES = 2
_SHARED_RARE = 2
_FADING = 0.15
_SIGNED = (1 << 63) - 1


@dataclass(frozen=True, slots=True)
class Placement:
    """Where a message falls.

    Attributes:
        issue: the issue it belongs to; None when it opens a new one.
        campaign: number of the text when the same text came before, else None.
        theme: number of its kind of problem anywhere in the city; None when no topic was read.
        score: how surely it belongs to the issue, 0 to 1; of the nearest issue when it opens a new one.
        nearest: the likeliest issue even when the score is too low to join, for a member to decide.
    """

    issue: int | None
    campaign: int | None
    theme: int | None
    score: float
    nearest: int | None = None


@dataclass(slots=True)
class _Issue:
    """An open issue: some of its messages stand for all."""

    last: float
    exemplars: list[bytes] = field(default_factory=list)


class Grouper:
    """Gathers signatures into issues.

    State is bounded by `capacity`: the issues that nobody wrote about for longest are forgotten first, and all after
    `window`. Issue numbers are the caller's; any non-negative integers.
    """

    def __init__(self, window: timedelta = WINDOW, capacity: int = CAPACITY) -> None:
        self._window = window.total_seconds()
        self._capacity = capacity
        self._issues: dict[int, _Issue] = {}
        self._cells: dict[int, int | list[int]] = {}  # most cells have one member: a bare number saves half the memory
        self._texts: dict[int, int] = {}
        self._adds = 0

    def place(self, signature: bytes, at: datetime) -> Placement:
        """Say where a message falls; nothing is kept.

        Raises:
            ValueError: the signature is damaged or of another version.
        """
        print_ = unpack(signature)
        best, score, enough = None, 0.0, False
        moment = at.timestamp()
        for issue in self._candidates(print_):
            found, joins = self._belonging(print_, issue, moment, (enough, score))
            if (joins, found) > (enough, score):
                best, score, enough = issue, found, joins
        campaign = self._campaign(print_, best)
        return Placement(best if enough else None, campaign, _theme(print_), round(score, 3), best)

    def add(self, issue: int, signature: bytes, at: datetime) -> None:
        """Remember that a message belongs to an issue.

        Raises:
            ValueError: the signature is damaged or of another version.
        """
        print_ = unpack(signature)
        kept = self._issues.pop(issue, None) or _Issue(at.timestamp())
        kept.last = max(kept.last, at.timestamp())
        self._issues[issue] = kept  # at the end: written about last
        if len(kept.exemplars) < _EXEMPLARS and signature not in kept.exemplars:
            kept.exemplars.append(signature)
            self._enter(issue, print_)
        self._texts.pop(print_.text, None)
        self._texts[print_.text] = issue
        self._forget()

    def __len__(self) -> int:
        """Number of open issues kept."""
        return len(self._issues)

    # candidates

    def _candidates(self, print_: Fingerprint) -> list[int]:
        """Issues worth comparing: those that share most cells, at most eight."""
        shared: dict[int, int] = {}
        same = self._texts.get(print_.text)
        if same is not None and same in self._issues:
            shared[same] = _CELL_SIZE
        for cell, weight in _cells(print_):
            members = self._cells.get(cell, ())
            for issue in (members,) if isinstance(members, int) else members:
                shared[issue] = shared.get(issue, 0) + weight
        issues = self._issues
        likely = [(weight, issue) for issue, weight in shared.items() if weight >= _SHARED_RARE and issue in issues]
        likely.sort(reverse=True)
        return [issue for _, issue in likely[:_COMPARED]]

    def _campaign(self, print_: Fingerprint, nearest: int | None) -> int | None:
        """The text of which this one is a copy, word for word or nearly so."""
        if print_.text in self._texts:
            return print_.text & _SIGNED
        exemplars = self._issues[nearest].exemplars if nearest is not None else ()
        copies = (exemplar.text for exemplar in map(unpack, exemplars) if same_text(print_, exemplar))
        first = next(copies, None)
        return None if first is None else first & _SIGNED

    def _belonging(
        self, print_: Fingerprint, issue: int, moment: float, to_beat: tuple[bool, float]
    ) -> tuple[float, bool]:
        """Compare with an issue: every message that stands for it must allow the place, the likest one counts.

        What surely cannot beat the best issue so far is not compared word for word and counts as unlike.
        """
        kept = self._issues[issue]
        age = abs(moment - kept.last) / self._window
        if age > 1:
            return 0.0, False
        best, enough = 0.0, False
        nears: list[tuple[Fingerprint, Nearness]] = []
        for exemplar in map(unpack, kept.exemplars):
            near = nearness(print_, exemplar)
            if near is Nearness.APART:
                return 0.0, False
            nears.append((exemplar, near))
        if not _may_beat(print_, nears, *to_beat):
            return 0.0, False
        for exemplar, near in nears:
            alike = likeness(print_, exemplar) * (1 - _FADING * age)
            enough = enough or one_issue(print_, exemplar, near, alike)
            best = max(best, alike)
        return best, enough

    # state

    def _enter(self, issue: int, print_: Fingerprint) -> None:
        for cell, _ in _cells(print_):
            members = self._cells.get(cell)
            if members is None or members == issue:
                self._cells[cell] = issue
            elif isinstance(members, int):
                self._cells[cell] = [members, issue]
            elif members[-1] != issue:
                members.append(issue)
                if len(members) > _CELL_SIZE:
                    del members[0]

    def _forget(self) -> None:
        while len(self._issues) > self._capacity:
            del self._issues[next(iter(self._issues))]
        while len(self._texts) > 2 * self._capacity:
            del self._texts[next(iter(self._texts))]
        self._adds += 1
        if self._adds >= self._capacity:
            self._adds = 0
            self._sweep()

    def _sweep(self) -> None:
        """Drop cells whose issues are forgotten; amortised over as many additions as there may be issues."""
        newest = max((issue.last for issue in self._issues.values()), default=0.0)
        for number in [number for number, issue in self._issues.items() if newest - issue.last > self._window]:
            del self._issues[number]
        kept = ((cell, self._alive(members)) for cell, members in self._cells.items())
        self._cells = {cell: members for cell, members in kept if members is not None}

    def _alive(self, members: int | list[int]) -> int | list[int] | None:
        alive = [issue for issue in ([members] if isinstance(members, int) else members) if issue in self._issues]
        return alive if len(alive) > 1 else next(iter(alive), None)


def _may_beat(print_: Fingerprint, nears: Iterable[tuple[Fingerprint, Nearness]], joined: bool, score: float) -> bool:
    """Whether an issue may be likelier than one so alike, told without a look at the words."""
    if not score:
        return True
    bounds = [(near, most_likeness(print_, exemplar)) for exemplar, near in nears]
    if max(most for _, most in bounds) > score:
        return True
    return not joined and any(may_be_one(near, most) for near, most in bounds)


def campaign_number(signature: bytes) -> int:
    """Return the number that copies of a message carry as their campaign."""
    return unpack(signature).text & _SIGNED


def _theme(print_: Fingerprint) -> int | None:
    """The kind of problem: the best named problem, else the topic."""
    if print_.problems and not print_.open_problem:
        return max(print_.problems, key=lambda code: print_.problems[code])
    return max(print_.topics, key=lambda code: print_.topics[code]) if print_.topics else None


def _cells(print_: Fingerprint) -> Iterator[tuple[int, int]]:
    """Index entries of a message, each with its weight as a hint; place and problem together hint best."""
    topics = list(print_.topics)[:2]
    problems = list(print_.problems)[:_INDEXED_PROBLEMS]
    for mark in print_.places:
        fine = mark.level is Level.FINE
        yield _mix(1, mark.name, mark.number), 3 if fine else 2
        if mark.number:
            yield _mix(1, mark.name, 0), 2
        for code in (*topics[:1], *problems):
            yield _mix(2, mark.name, code), 2
    if print_.district:
        for code in problems or topics:
            yield _mix(3, print_.district, code), 2
    elif not print_.places:
        for code in problems or topics:
            yield _mix(6, code, 0), 2
    yield from ((_mix(4, shingle, 0), 2) for shingle in sorted(print_.shingles)[:_INDEXED_SHINGLES])
    # A rare word shares the cells of places: it may be the name of one that nothing announced.
    most = _RARE_TERMS_BESIDE_A_PLACE if print_.places else _RARE_TERMS
    for term, weight in islice(print_.terms.items(), most):  # a signature holds the weightiest words first
        yield _mix(1, term, 0), 2 if weight >= _NAME_LIKE else 1


def _mix(sort: int, name: int, other: int) -> int:
    return ((name * 0x9E3779B1 ^ other * 0x85EBCA6B) << 3 | sort) & 0xFFFFFFFFFFFF


def group(signatures: Iterable[tuple[bytes, datetime]], grouper: Grouper | None = None) -> Iterator[int]:
    """Number messages by issue in order of arrival: the first message is issue 0."""
    grouper = grouper or Grouper()
    following = 0
    for signature, at in signatures:
        issue = grouper.place(signature, at).issue
        if issue is None:
            issue, following = following, following + 1
        grouper.add(issue, signature, at)
        yield issue

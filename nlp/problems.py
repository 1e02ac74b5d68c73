"""The concrete problems within a topic: «چاله», «خاموشی چراغ», «پر نشدن مخزن».

A topic is too wide to tell issues apart (a full bus and a missing shelter are both `bus`); the problems, found by
trigger words, say what is wrong. Titles are made of them, and like messages are gathered by them.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import count
from pathlib import Path
from typing import NamedTuple

from nlp.reading import TopicScore
from nlp.remembered import Remembered
from nlp.tokens import key

PROBLEMS_FILE = Path(__file__).parent / "data" / "problems.tsv"
KIN_FILE = Path(__file__).parent / "data" / "related_problems.tsv"
UNSPECIFIED = "*"
_MOST = 4
_LIKELY = 0.08
_WITH_KIN = 2
_KINSHIP = 0.6
_MOST_RELATED = 8
_PHRASE_WEIGHT = 2.0
_SHORTEST_PREFIX, _LONGEST_PREFIX = 2, 12
_BASE = 0.4
_FLOOR = 0.03  # the topic model may be wrong; the words still count a little


@dataclass(frozen=True, slots=True)
class Problem:
    """One kind of trouble within a topic; code is «topic/problem», «topic/*» when it stays open."""

    topic: str
    code: str
    title: str


class _Trigger(NamedTuple):
    """A phrase that points at a problem, indexed by its first word; a plain tuple since thousands are looked at."""

    number: int
    problem: int
    rest: tuple[str, ...]
    weight: float


class _Opened(NamedTuple):
    """What a word points at: alone, and with the words behind it, whose first is one of these or begins so."""

    alone: tuple[_Trigger, ...]
    longer: tuple[_Trigger, ...]
    followers: frozenset[str]
    beginnings: tuple[str, ...]


_NOTHING = _Opened((), (), frozenset(), ())


class Problems:
    """All problems and an index from their trigger words."""

    def __init__(
        self,
        problems: Sequence[Problem],
        exact: dict[str, list[_Trigger]],
        prefix: dict[str, list[_Trigger]],
        kin: dict[str, tuple[str, ...]],
    ) -> None:
        self._problems = tuple(problems)
        self._by_code = {problem.code: problem for problem in problems}
        self._exact = exact
        self._prefix = prefix
        self._openings = frozenset(beginning[:_SHORTEST_PREFIX] for beginning in prefix)
        self._kin = kin
        self._open_codes = {problem.topic: f"{problem.topic}/{UNSPECIFIED}" for problem in problems}
        self._triggers = Remembered(self._find_triggers)

    @classmethod
    def load(cls) -> "Problems":
        """Read the package's list."""
        return _load()

    def related(self, found: Sequence[tuple[str, float]]) -> tuple[tuple[str, float], ...]:
        """Return what was found and its kin at a lower weight, for comparing messages; at most eight."""
        weights = dict(found)
        for code, weight in found[:_WITH_KIN]:
            for kin in self._kin.get(code, ()):
                weights[kin] = max(weights.get(kin, 0.0), weight * _KINSHIP)
        best = sorted(weights.items(), key=_best_first)
        return tuple(best[:_MOST_RELATED])

    def title(self, code: str) -> str | None:
        """Return a problem's noun phrase; None for an unknown code."""
        problem = self._by_code.get(code)
        return problem.title if problem else None

    def find(self, words: Sequence[str], ranked: Sequence[TopicScore]) -> tuple[tuple[str, float], ...]:
        """Return up to four problems with their weight (the first is 1), best first.

        Args:
            words: keys of the message's words in order, as the normaliser gives them.
            ranked: likely topics with their probability, best first.
        """
        chances = {score.code: score.p for score in ranked if score.p >= _LIKELY} or {
            score.code: score.p for score in ranked[:1]
        }
        opened = self._open_codes
        scores = {opened.get(topic) or f"{topic}/{UNSPECIFIED}": p * _BASE for topic, p in chances.items()}
        for problem, weight in self._hits(words).items():
            named = self._problems[problem]
            scores[named.code] = chances.get(named.topic, _FLOOR) * (_BASE + weight)
        best = sorted(scores.items(), key=_best_first)[:_MOST]
        top = best[0][1] if best else 1.0
        return tuple((code, weight / top) for code, weight in best) if top > 0 else ()

    def _hits(self, words: Sequence[str]) -> dict[int, float]:
        """Sum the weights of the triggers that occur; each counts once."""
        hits: dict[int, _Trigger] = {}
        last = len(words) - 1
        for at, opened in enumerate(map(self._triggers.__getitem__, words)):
            if opened is _NOTHING:
                continue
            alone, longer, followers, beginnings = opened
            for trigger in alone:
                hits[trigger[0]] = trigger
            if longer and at < last and ((word := words[at + 1]) in followers or word.startswith(beginnings)):
                hits.update((trigger.number, trigger) for trigger in longer if _follows(words, at + 1, trigger.rest))
        weights: dict[int, float] = {}
        for _, problem, _, weight in hits.values():
            weights[problem] = weights.get(problem, 0.0) + weight
        return weights

    def _find_triggers(self, word: str) -> _Opened:
        found = list(self._exact.get(word, ()))
        prefix = self._prefix
        longest = min(len(word), _LONGEST_PREFIX) if word[:_SHORTEST_PREFIX] in self._openings else 0
        for length in range(_SHORTEST_PREFIX, longest + 1):
            if (triggers := prefix.get(word[:length])) is not None:
                found.extend(triggers)
        if not found:
            return _NOTHING
        longer = tuple(trigger for trigger in found if trigger.rest)
        seconds = {trigger.rest[0] for trigger in longer}
        return _Opened(
            alone=tuple(trigger for trigger in found if not trigger.rest),
            longer=longer,
            followers=frozenset(second for second in seconds if not second.endswith("*")),
            beginnings=tuple(second[:-1] for second in seconds if second.endswith("*")),
        )


def _best_first(item: tuple[str, float]) -> tuple[float, str]:
    code, weight = item
    return -weight, code


def _follows(words: Sequence[str], at: int, rest: tuple[str, ...]) -> bool:
    if at + len(rest) > len(words):
        return False
    return all(_matches(pattern, words[at + index]) for index, pattern in enumerate(rest))


def _matches(pattern: str, word: str) -> bool:
    return word.startswith(pattern[:-1]) if pattern.endswith("*") else word == pattern


@cache
def _load() -> Problems:
    problems: list[Problem] = []
    exact: dict[str, list[_Trigger]] = {}
    prefix: dict[str, list[_Trigger]] = {}
    numbers = count()
    with PROBLEMS_FILE.open(encoding="utf-8") as lines:
        for line in lines:
            if line.startswith("#"):
                continue
            topic, name, title, triggers = line.rstrip("\n").split("\t")
            problems.append(Problem(topic, f"{topic}/{name}", title))
            for written in filter(None, triggers.split("|")):
                for first, trigger in _triggers(next(numbers), len(problems) - 1, written):
                    index = prefix if first.endswith("*") else exact
                    index.setdefault(first.removesuffix("*"), []).append(trigger)
    return Problems(problems, exact, prefix, _read_kin())


def _read_kin() -> dict[str, tuple[str, ...]]:
    kin: dict[str, list[str]] = {}
    with KIN_FILE.open(encoding="utf-8") as lines:
        for line in lines:
            codes = [] if line.startswith("#") else line.rstrip("\n").split("\t")
            for code in codes:
                kin.setdefault(code, []).extend(other for other in codes if other != code)
    return {code: tuple(dict.fromkeys(others)) for code, others in kin.items()}


def _triggers(number: int, problem: int, written: str) -> Iterator[tuple[str, _Trigger]]:
    """First word and trigger for each spelling; one with a half-space is also met as two words."""
    weight = _PHRASE_WEIGHT if " " in written or "\u200c" in written else 1.0
    for spelling in dict.fromkeys((written, written.replace("\u200c", " "))):
        words = [key(word) + ("*" if word.endswith("*") else "") for word in spelling.split()]
        yield words[0], _Trigger(number, problem, tuple(words[1:]), weight)

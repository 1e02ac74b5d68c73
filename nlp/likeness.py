"""How surely two messages are about one concrete issue.

First the places must allow it, then the problem and the words decide, and the vaguer the place the more they must say.
Why not text likeness alone: in real budget lines nearly all look-alike pairs were one template at different places.
"""

from collections.abc import Sequence
from enum import IntEnum
from math import sqrt

from nlp.signature import Fingerprint, Level, PlaceMark


class Nearness(IntEnum):
    """How well two messages' places agree, nearest last."""

    APART = 0
    UNKNOWN = 1
    HALF_KNOWN = 2
    DISTRICT = 3
    AREA = 4
    STREET = 5
    SPOT = 6


# Least likeness of problem and words (0 to 1) at which messages so near are one issue. APART never is.
ENOUGH = {
    Nearness.SPOT: 0.19,
    Nearness.STREET: 0.29,
    Nearness.AREA: 0.37,
    Nearness.DISTRICT: 0.55,
    Nearness.HALF_KNOWN: 0.61,
    Nearness.UNKNOWN: 0.57,
}
# Least weight of shared telling words where no common place speaks for the pair («کوچهٔ ما تاریک است» is said
# everywhere).
EVIDENCE = {Nearness.DISTRICT: 5.0, Nearness.HALF_KNOWN: 12.0, Nearness.UNKNOWN: 11.0}
_SHARED_SHINGLES = 5
_WORDS, _TOPICS, _PROBLEMS = 0.40, 0.30, 0.30
_OPEN = 0.35
_CONTRADICTION = 0.15
_LEXICAL_GAIN = 3.0
_TELLING = 4.0
_NAME_LIKE = 6.0  # a word so rare may be the name of a place that no gazetteer has
_MUCH_EVIDENCE, _LIKE_WORDS = 15.0, 0.35
_ONE_PROBLEM = 0.7


def one_issue(one: Fingerprint, other: Fingerprint, near: Nearness, alike: float) -> bool:
    """Whether two messages so near and so alike are about one issue."""
    if near is Nearness.APART:
        return False
    if same_text(one, other):
        return True
    if near not in EVIDENCE:
        return alike >= ENOUGH[near]
    weight, telling = evidence(one, other)
    if near is not Nearness.DISTRICT and telling < _NAME_LIKE:
        return False
    worded_alike = weight >= _MUCH_EVIDENCE and cosine(one, other) >= _LIKE_WORDS
    if near is Nearness.UNKNOWN and worded_alike and _problems(one, other) > 0:
        return True
    return alike >= ENOUGH[near] and weight >= EVIDENCE[near]


def evidence(one: Fingerprint, other: Fingerprint) -> tuple[float, float]:
    """Summed weight of the telling words that both use, and the weight of the rarest of them."""
    if one.words.isdisjoint(other.words):
        return 0.0, 0.0
    ours, theirs = one.terms, other.terms
    lesser = [min(ours[term], theirs[term]) for term in one.words & other.words]
    weights = [weight for weight in lesser if weight >= _TELLING]
    return sum(weights), max(weights, default=0.0)


def nearness(one: Fingerprint, other: Fingerprint) -> Nearness:
    """Compare the places of two messages."""
    if one.city_wide and other.city_wide and _problems(one, other) >= _ONE_PROBLEM:
        return Nearness.AREA
    named = _best(one.places, other.places)
    if named is not None:
        contradicted = one.fine and other.fine and _best(one.fine, other.fine) is None
        return Nearness.APART if contradicted else named
    if (one.fine and other.fine) or (one.area and other.area):
        return Nearness.APART
    if _named_among_words(one, other) or _named_among_words(other, one):
        return Nearness.AREA
    if one.district and other.district:
        return Nearness.DISTRICT if one.district == other.district else Nearness.APART
    return Nearness.HALF_KNOWN if bool(one.places) != bool(other.places) else Nearness.UNKNOWN


def likeness(one: Fingerprint, other: Fingerprint) -> float:
    """Return how alike problem and words are, places left out; 0 to 1."""
    if same_text(one, other):
        return 1.0
    return max(0.0, _meant_alike(one, other) + _WORDS * min(1.0, _LEXICAL_GAIN * cosine(one, other)))


def most_likeness(one: Fingerprint, other: Fingerprint) -> float:
    """What the likeness can at most be, without the costly look at the words."""
    return 1.0 if same_text(one, other) else _meant_alike(one, other) + _WORDS


def may_be_one(near: Nearness, most: float) -> bool:
    """Whether messages so near may be one issue when they are at most so alike."""
    return near is Nearness.UNKNOWN or most >= ENOUGH[near]


def _meant_alike(one: Fingerprint, other: Fingerprint) -> float:
    problems = _problems(one, other)
    doubt = _CONTRADICTION if problems == 0 else 0.0
    return _TOPICS * _overlap(one.topics, other.topics) + _PROBLEMS * problems - doubt


def same_text(one: Fingerprint, other: Fingerprint) -> bool:
    """Whether one text was sent twice, perhaps with a word or a signature changed."""
    if one.text == other.text:
        return True
    ours, theirs = one.shingles, other.shingles
    return not ours.isdisjoint(theirs) and len(ours & theirs) >= _SHARED_SHINGLES


def cosine(one: Fingerprint, other: Fingerprint) -> float:
    """Cosine of the weighted words."""
    if not one.length or not other.length:
        return 0.0
    if one.words.isdisjoint(other.words):
        return 0.0
    ours, theirs = one.terms, other.terms
    return sum([ours[term] * theirs[term] for term in one.words & other.words]) / (one.length * other.length)


def _overlap(one: dict[int, float], other: dict[int, float]) -> float:
    """Bhattacharyya's coefficient of two topic distributions."""
    common = sum([sqrt(p * other[code]) for code, p in one.items() if code in other])
    return min(1.0, common)


def _problems(one: Fingerprint, other: Fingerprint) -> float:
    """Agreement on what is wrong; in between when one of the two leaves it open."""
    agreement, theirs = 0.0, other.problems
    for code, weight in one.problems.items():
        if code in theirs:
            agreement = max(agreement, min(weight, theirs[code]))
    if one.open_problem or other.open_problem:
        return max(agreement, _OPEN * _overlap(one.topics, other.topics))
    return agreement


def _best(ones: Sequence[PlaceMark], others: Sequence[PlaceMark]) -> Nearness | None:
    """The best agreement between two lists of places; None when they share no name."""
    best: Nearness | None = None
    for one in ones:
        for other in others:
            if one.name == other.name:
                near = _agreement(one, other)
                best = near if best is None or near > best else best
    return best


def _agreement(one: PlaceMark, other: PlaceMark) -> Nearness:
    """How near two places of one name are."""
    if one.number and other.number:
        return Nearness.SPOT if one.number == other.number and _directed(one, other) else Nearness.APART
    if not _directed(one, other):
        return Nearness.APART
    return Nearness.AREA if Level.AREA in (one.level, other.level) else Nearness.STREET


def _named_among_words(one: Fingerprint, other: Fingerprint) -> bool:
    """«چنارهای ولیعصر» names the place of «خیابان ولیعصر» though nothing announces it."""
    return not other.words.isdisjoint([mark.name for mark in one.places])


def _directed(one: PlaceMark, other: PlaceMark) -> bool:
    return not one.direction or not other.direction or one.direction == other.direction

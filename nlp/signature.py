"""The fingerprint by which like messages are gathered: what is wrong, where, and in which words.

Places are masked out of the words, since in reality nearly all look-alike pairs are one sentence at different places;
they are kept apart, as hashes. A fingerprint holds no word of the message and takes under 400 bytes.

Layout (little-endian): version u8 · kind u8 · text u64 · shingles 6×u32 · district u16 · counts 4×u8, then
topics (u16 code, u8 weight) · problems (u32, u8) · places (u8 level, u32 name, u16 unit) · terms (u32, u8 weight).
"""

import re
import struct
from collections.abc import Iterable, Sequence
from enum import IntEnum
from functools import lru_cache
from itertools import chain
from typing import NamedTuple
from zlib import crc32

from nlp.gazetteer_data import DATA
from nlp.place_words import NUMBER_WORDS, PlaceKind
from nlp.places import Mention
from nlp.problems import UNSPECIFIED, Problems
from nlp.reading import PlaceReading, TopicScore
from nlp.remembered import Remembered
from nlp.tokens import folded_text, word_forms

VERSION = 1
WEIGHTS_FILE = DATA / "lemma_weights.tsv"
_HEAD = struct.Struct("<BBQ6IHBBBB")
_TOPIC = struct.Struct("<HB")
_PROBLEM = struct.Struct("<IB")
_PLACE = struct.Struct("<BIH")
_TERM = struct.Struct("<IB")
_MOST_TOPICS, _MOST_PROBLEMS, _MOST_PLACES, _MOST_TERMS = 4, 8, 6, 40
_SHINGLES = 6
_SCALE = 24
_LEAST_WEIGHT = 0.1
_UNSEEN = 7.5
_MASK32, _MASK64 = (1 << 32) - 1, (1 << 64) - 1
_SPREAD = 0x9E3779B1
_LINE = re.compile(r"(?:خط|خطوط|khate?|line) ?(?:اتوبوس|شماره|ی|e)? ?([0-9]{1,3}(?![0-9])|[^\W\d_]+)")
_LINE_SIGNS = ("خط", "khat", "line")  # looked for first: a search for the pattern costs more than all the rest
_DIRECTIONS = ("", "شمالی", "جنوبی", "شرقی", "غربی", "میانی")
_NUMBER_BITS = 12
_NUMBER_MASK = (1 << _NUMBER_BITS) - 1
_CITY_WIDE = frozenset({"e-services", "contact-centre", "fees", "budget", "workforce"})


_Term = tuple[float, str, tuple[int, int]]
"""A word's weight, the word, and its row in the fingerprint."""


class Level(IntEnum):
    """How finely a place is named."""

    FINE = 1
    AREA = 2


_LEVELS = {int(level): level for level in Level}


class PlaceMark(NamedTuple):
    """A place of a fingerprint: hash of its name, number and direction (0: not given)."""

    level: Level
    name: int
    number: int
    direction: int


class Fingerprint(NamedTuple):
    """A signature unpacked; thousands are made a second, hence the plain tuple."""

    kind: int
    text: int
    shingles: frozenset[int]
    district: int
    topics: dict[int, float]
    problems: dict[int, float]
    open_problem: bool
    fine: tuple[PlaceMark, ...]
    area: tuple[PlaceMark, ...]
    places: tuple[PlaceMark, ...]
    terms: dict[int, float]
    words: frozenset[int]
    length: float
    city_wide: bool


def make_signature(
    *,
    text: str,
    lemmas: Sequence[str],
    topics: Sequence[TopicScore],
    problems: Sequence[tuple[str, float]],
    kind: str,
    place: PlaceReading,
    mentions: Sequence[Mention],
) -> bytes:
    """Return the fingerprint of a message.

    Args:
        text: the original message.
        lemmas: dictionary forms of its words.
        topics: the likeliest topics, best first (`Reading.ranked`).
        problems: what `Problems.find` gave; their kin are added here.
        kind: what the writer wants.
        place: the place of the message.
        mentions: all places named in it.
    """
    folded, forms, _ = folded_text(text)
    marks = _marks(mentions, folded)
    terms = _terms(lemmas, _masked(folded, mentions))
    chosen = [(hash16(score.code), _byte(score.p)) for score in topics[:_MOST_TOPICS] if score.p > 0]
    kindred = Problems.load().related(problems)[:_MOST_PROBLEMS]
    named = [(hash32(code), _problem_byte(code, weight)) for code, weight in kindred if weight >= _LEAST_WEIGHT]
    head = _HEAD.pack(
        VERSION,
        hash32(kind) & 0xFF,
        _text_hash(forms),
        *_shingles(forms),
        hash16(place.district) if place.district else 0,
        len(chosen),
        len(named),
        len(marks),
        len(terms),
    )
    placed = [(mark.level, mark.name, mark.direction << _NUMBER_BITS | mark.number) for mark in marks]
    body = _body(len(chosen), len(named), len(placed), len(terms))
    return head + body.pack(*chain.from_iterable(chain(chosen, named, placed, terms)))


@lru_cache(maxsize=4_000)
def _body(topics: int, problems: int, places: int, terms: int) -> struct.Struct:
    return struct.Struct("<" + "HB" * topics + "IB" * problems + "BIH" * places + "IB" * terms)


@lru_cache(maxsize=6_000)
def unpack(signature: bytes) -> Fingerprint:
    """Return what a signature holds.

    Raises:
        ValueError: it is no signature of this version.
    """
    if len(signature) < _HEAD.size or signature[0] != VERSION:
        raise ValueError(f"no signature of version {VERSION}")
    _, kind, text, *rest = _HEAD.unpack_from(signature)
    shingles, (district, topic_count, problem_count, place_count, term_count) = rest[:_SHINGLES], rest[_SHINGLES:]
    body = _body(topic_count, problem_count, place_count, term_count)
    if len(signature) < _HEAD.size + body.size:
        raise ValueError("a signature cut short")
    rows = body.unpack_from(signature, _HEAD.size)
    in_problems = 2 * topic_count
    in_places = in_problems + 2 * problem_count
    in_terms = in_places + 3 * place_count
    codes, weights = rows[in_problems:in_places:2], rows[in_problems + 1 : in_places : 2]
    marks = tuple(
        map(_mark, rows[in_places:in_terms:3], rows[in_places + 1 : in_terms : 3], rows[in_places + 2 : in_terms : 3])
    )
    fine = tuple([mark for mark in marks if mark.level == Level.FINE])
    area = tuple([mark for mark in marks if mark.level == Level.AREA])
    terms = {name: weight / _SCALE for name, weight in zip(rows[in_terms::2], rows[in_terms + 1 :: 2], strict=True)}
    return Fingerprint(
        kind=kind,
        text=text,
        shingles=frozenset(shingles) - {0},
        district=district,
        topics={code: p / 255 for code, p in zip(rows[:in_problems:2], rows[1:in_problems:2], strict=True)},
        problems={
            code: (weight & 0x7F) / 127 for code, weight in zip(codes, weights, strict=True) if not weight & 0x80
        },
        open_problem=bool(weights) and bool(weights[0] & 0x80),
        fine=fine,
        area=area,
        places=fine + area,
        terms=terms,
        words=frozenset(terms),
        length=sum([weight * weight for weight in terms.values()]) ** 0.5,
        city_wide=bool(topic_count) and rows[0] in _city_wide_codes(),
    )


def hash32(name: str) -> int:
    """Return a stable hash of a name; as cheap as a look into a cache of them."""
    return crc32(name.encode("utf-8", "surrogatepass"))


def _mark(level: int, name: int, unit: int) -> PlaceMark:
    return PlaceMark(_LEVELS[level], name, unit & _NUMBER_MASK, unit >> _NUMBER_BITS)


def hash16(name: str) -> int:
    """Return a short stable hash, never 0."""
    return hash32(name) % 65_521 + 1


@lru_cache(maxsize=1)
def _city_wide_codes() -> frozenset[int]:
    return frozenset(map(hash16, _CITY_WIDE))


def _byte(p: float) -> int:
    return max(1, min(255, round(p * 255)))


def _problem_byte(code: str, weight: float) -> int:
    """Weight in seven bits; the eighth says that the problem stayed open."""
    return round(min(1.0, weight) * 127) | (0x80 if code.endswith(UNSPECIFIED) else 0)


def _text_hash(forms: Sequence[str]) -> int:
    joined = "".join(forms).encode("utf-8", "surrogatepass")
    return (crc32(joined) << 32 | crc32(joined, 0x5BD1E995)) & _MASK64


def _shingles(forms: Sequence[str]) -> list[int]:
    """Bottom-k sketch of the word triples (Broder 1997): texts that share most of their wording share most of it."""
    shares = list(map(_shingle_shares().__getitem__, forms))
    triples = zip(shares, shares[1:], shares[2:], strict=False)
    lowest = sorted({one[0] + two[1] + three[2] & _MASK32 for one, two, three in triples})[:_SHINGLES]
    return lowest + [0] * (_SHINGLES - len(lowest))


@lru_cache(maxsize=1)
def _shingle_shares() -> Remembered[str, tuple[int, int, int]]:
    return Remembered(_find_shingle_shares)


def _find_shingle_shares(form: str) -> tuple[int, int, int]:
    """What a word adds to a triple's hash, ((one * 31 + two) * 31 + three) * spread, in each of the three places."""
    third = hash32(form) * _SPREAD
    return third * 31 * 31 & _MASK32, third * 31 & _MASK32, third & _MASK32


def _marks(mentions: Iterable[Mention], folded: str) -> list[PlaceMark]:
    marks: dict[tuple[int, int, int], PlaceMark] = {}
    for mention in mentions:
        if mention.kind in (PlaceKind.DISTRICT, PlaceKind.ZONE):
            continue
        level = Level.AREA if mention.kind is PlaceKind.AREA else Level.FINE
        direction = _DIRECTIONS.index(mention.direction) if mention.direction in _DIRECTIONS else 0
        mark = PlaceMark(level, hash32(mention.base), min(mention.number or 0, _NUMBER_MASK), direction)
        marks.setdefault((mark.name, mark.number, mark.direction), mark)
    for match in _LINE.finditer(folded) if any(sign in folded for sign in _LINE_SIGNS) else ():
        number = NUMBER_WORDS.get(match.group(1), match.group(1))
        if isinstance(number, int) or number.isdigit():
            line = hash32(f"line {number}")
            marks.setdefault((line, 0, 0), PlaceMark(Level.FINE, line, 0, 0))
    return list(marks.values())[:_MOST_PLACES]


def _masked(folded: str, mentions: Iterable[Mention]) -> frozenset[str]:
    """Words that only name places."""
    words: set[str] = set()
    for mention in mentions:
        forms = word_forms(folded[mention.start : mention.end])
        words.update(forms, ("".join(forms), "".join(forms[1:])))
    return frozenset(words)


def _terms(lemmas: Sequence[str], masked: frozenset[str]) -> list[tuple[int, int]]:
    """The weightiest words, each with its weight in a byte."""
    weighted = [term for term in map(_known_terms().__getitem__, set(lemmas) - masked) if term is not None]
    weighted.sort(reverse=True)
    return [row for _, _, row in weighted[:_MOST_TERMS]]


@lru_cache(maxsize=1)
def _known_terms() -> Remembered[str, _Term | None]:
    return Remembered(_find_term)


def _find_term(lemma: str) -> _Term | None:
    """A lemma's weight, itself, and its row of the fingerprint; None for numbers and single letters."""
    if len(lemma) <= 1 or lemma.isdigit():
        return None
    weight = lemma_weights().get(lemma, _UNSEEN)
    return weight, lemma, (hash32(lemma), int(weight * _SCALE))


@lru_cache(maxsize=1)
def lemma_weights() -> dict[str, float]:
    """Return the inverse document frequency of each lemma that messages use often (natural logarithm)."""
    with WEIGHTS_FILE.open(encoding="utf-8") as lines:
        rows = (line.rstrip("\n").split("\t") for line in lines if not line.startswith("#"))
        return {lemma: float(weight) for lemma, weight in rows}


def with_topic(signature: bytes, topic: str) -> bytes:
    """Return the fingerprint as if the message had been read as being about this topic alone; empty stays empty."""
    if len(signature) < _HEAD.size:
        return signature
    *head, topic_count, problems, places, terms = _HEAD.unpack_from(signature)
    behind = signature[_HEAD.size + topic_count * _TOPIC.size :]
    return _HEAD.pack(*head, 1, problems, places, terms) + _TOPIC.pack(hash16(topic), _byte(1.0)) + behind

"""The fingerprint by which like messages are gathered: what is wrong, where, and in which words.

Places are masked out of the words, since in reality nearly all look-alike pairs are one sentence at different places;
they are kept apart, as hashes. A fingerprint holds no word of the message and takes under 400 bytes.

Layout (little-endian): version u8 · kind u8 · text u64 · shingles 6×u32 · district u16 · counts 4×u8, then
topics (u16 code, u8 weight) · problems (u32, u8) · places (u8 level, u32 name, u16 unit) · terms (u32, u8 weight).
"""

import re
import struct
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache
from zlib import crc32

from nlp.gazetteer_data import DATA
from nlp.place_words import PlaceKind
from nlp.places import Mention
from nlp.problems import UNSPECIFIED, Problems
from nlp.reading import PlaceReading, TopicScore
from nlp.tokens import fold, word_forms

VERSION = 1
WEIGHTS_FILE = DATA / "lemma_weights.tsv"
_HEAD = struct.Struct("<BBQ6IHBBBB")
_TOPIC = struct.Struct("<HB")
_PROBLEM = struct.Struct("<IB")
_PLACE = struct.Struct("<BIH")
_TERM = struct.Struct("<IB")
_MOST_TOPICS, _MOST_PROBLEMS, _MOST_PLACES, _MOST_TERMS = 4, 8, 6, 40
_SHINGLES, _SHINGLE_WORDS = 6, 3
_SCALE = 24
_LEAST_WEIGHT = 0.1
_UNSEEN = 7.5
_MASK64 = (1 << 64) - 1
_LINE = re.compile(r"(?:خط|اتوبوس|خطوط|khate?|line) ?(?:اتوبوس|شماره|ی|e)? ?([0-9]{1,3})(?![0-9])")
_DIRECTIONS = ("", "شمالی", "جنوبی", "شرقی", "غربی", "میانی")
_NUMBER_BITS = 12
_NUMBER_MASK = (1 << _NUMBER_BITS) - 1
_SALTS = (0x9E3779B1, 0x85EBCA6B, 0xC2B2AE35, 0x27D4EB2F, 0x165667B1, 0xD3A2646C)
_CITY_WIDE = frozenset({"e-services", "contact-centre", "fees", "budget", "workforce"})


class Level(IntEnum):
    """How finely a place is named."""

    FINE = 1
    AREA = 2


@dataclass(frozen=True, slots=True)
class PlaceMark:
    """A place of a fingerprint: hash of its name, number and direction (0: not given)."""

    level: Level
    name: int
    number: int
    direction: int


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """A signature unpacked."""

    kind: int
    text: int
    shingles: tuple[int, ...]
    district: int
    topics: dict[int, float]
    problems: dict[int, float]
    open_problem: bool
    places: tuple[PlaceMark, ...]
    terms: dict[int, float]
    length: float
    city_wide: bool


def make_signature(  # noqa: PLR0913 - what Reader has at hand
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
    folded = fold(text)
    forms = [form for form in word_forms(folded) if form]
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
    parts = [head, *(_TOPIC.pack(*row) for row in chosen), *(_PROBLEM.pack(*row) for row in named)]
    parts.extend(_PLACE.pack(mark.level, mark.name, mark.direction << _NUMBER_BITS | mark.number) for mark in marks)
    parts.extend(_TERM.pack(*row) for row in terms)
    return b"".join(parts)


@lru_cache(maxsize=20_000)
def unpack(signature: bytes) -> Fingerprint:
    """Return what a signature holds.

    Raises:
        ValueError: it is no signature of this version.
    """
    if len(signature) < _HEAD.size or signature[0] != VERSION:
        raise ValueError(f"no signature of version {VERSION}")
    _, kind, text, *rest = _HEAD.unpack_from(signature)
    shingles, (district, topic_count, problem_count, place_count, term_count) = rest[:_SHINGLES], rest[_SHINGLES:]
    at = _HEAD.size
    topics, at = _rows(signature, _TOPIC, topic_count, at)
    problems, at = _rows(signature, _PROBLEM, problem_count, at)
    places, at = _rows(signature, _PLACE, place_count, at)
    terms, at = _rows(signature, _TERM, term_count, at)
    weights = {name: weight / _SCALE for name, weight in terms}
    return Fingerprint(
        kind=kind,
        text=text,
        shingles=tuple(shingles),
        district=district,
        topics={code: p / 255 for code, p in topics},
        problems={code: (weight & 0x7F) / 127 for code, weight in problems if not weight & 0x80},
        open_problem=bool(problems) and bool(problems[0][1] & 0x80),
        places=tuple(PlaceMark(Level(level), name, unit & _NUMBER_MASK, unit >> _NUMBER_BITS) for level, name, unit in places),
        terms=weights,
        length=sum(weight * weight for weight in weights.values()) ** 0.5,
        city_wide=bool(topics) and topics[0][0] in _city_wide_codes(),
    )


def hash32(name: str) -> int:
    """Return a stable hash of a name."""
    return crc32(name.encode("utf-8", "surrogatepass"))


def hash16(name: str) -> int:
    """Return a short stable hash, never 0."""
    return hash32(name) % 65_521 + 1


def _rows(signature: bytes, row: struct.Struct, count: int, at: int) -> tuple[list[tuple[int, ...]], int]:
    end = at + row.size * count
    if end > len(signature):
        raise ValueError("a signature cut short")
    return list(row.iter_unpack(signature[at:end])), end


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
    """Min-hashes of word triples (Broder 1997): texts that share most of their wording share most of these."""
    triples = {
        hash32(" ".join(forms[at : at + _SHINGLE_WORDS])) for at in range(max(1, len(forms) - _SHINGLE_WORDS + 1))
    }
    return [min(((triple ^ salt) * 0x9E3779B1) & 0xFFFFFFFF for triple in triples) for salt in _SALTS]


def _marks(mentions: Iterable[Mention], folded: str) -> list[PlaceMark]:
    marks: dict[tuple[int, int, int], PlaceMark] = {}
    for mention in mentions:
        if mention.kind in (PlaceKind.DISTRICT, PlaceKind.ZONE):
            continue
        level = Level.AREA if mention.kind is PlaceKind.AREA else Level.FINE
        direction = _DIRECTIONS.index(mention.direction) if mention.direction in _DIRECTIONS else 0
        mark = PlaceMark(level, hash32(mention.base), min(mention.number or 0, _NUMBER_MASK), direction)
        marks.setdefault((mark.name, mark.number, mark.direction), mark)
    for match in _LINE.finditer(folded):
        marks.setdefault((hash32(f"line {match.group(1)}"), 0, 0), PlaceMark(Level.FINE, hash32(f"line {match.group(1)}"), 0, 0))
    return list(marks.values())[:_MOST_PLACES]


def _masked(folded: str, mentions: Iterable[Mention]) -> frozenset[str]:
    """Words that only name places."""
    words = set()
    for mention in mentions:
        forms = word_forms(folded[mention.start : mention.end])
        words.update(forms, ("".join(forms), "".join(forms[1:])))
    return frozenset(words)


def _terms(lemmas: Sequence[str], masked: frozenset[str]) -> list[tuple[int, int]]:
    """The weightiest words, each with its weight in a byte."""
    weights = lemma_weights()
    chosen = {
        lemma: weights.get(lemma, _UNSEEN)
        for lemma in lemmas
        if len(lemma) > 1 and lemma not in masked and not lemma.isdigit()
    }
    best = sorted(chosen.items(), key=lambda item: (-item[1], item[0]))[:_MOST_TERMS]
    return [(hash32(lemma), round(min(10.0, weight) * _SCALE)) for lemma, weight in best if weight > 0]


@lru_cache(maxsize=1)
def lemma_weights() -> dict[str, float]:
    """Return the inverse document frequency of each lemma that messages use often (natural logarithm)."""
    with WEIGHTS_FILE.open(encoding="utf-8") as lines:
        rows = (line.rstrip("\n").split("\t") for line in lines if not line.startswith("#"))
        return {lemma: float(weight) for lemma, weight in rows}

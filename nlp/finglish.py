"""Persian written in Latin letters («khiabune ma chale dare»), brought back to Persian script.

Nobody spells Finglish twice alike, but consonants are nearly always written. So words of a known vocabulary are
bucketed by their consonant sounds, and among those in a Latin word's bucket the one wins whose vowels can be aligned
with it at the least cost (a weighted edit distance, Wagner & Fischer 1974), frequent words first. What is in no
bucket is transliterated letter by letter.
"""

import math
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

VOCABULARY_FILE = Path(__file__).parent / "data" / "vocabulary.tsv"

_LATIN = re.compile(r"[A-Za-z]")
_LETTER = re.compile(r"[^\W\d_]")
_SOUND = re.compile(r"kh|gh|ch|sh|zh|aa|ee|oo|ou|ei|[a-z]")

# A word that begins with a long i or u writes two letters for it; here each pair is one sign.
_LONG_I, _LONG_U = "\ue000", "\ue001"
_DOUBLED = re.compile(r"([bcdfghjklmnpqrstvwxyz])\1+")
_SPELLED = {
    "kh": "خ", "gh": "ق", "ch": "چ", "sh": "ش", "zh": "ژ", "b": "ب", "p": "پ", "t": "ت", "s": "س", "j": "ج",
    "h": "ه", "d": "د", "z": "ز", "r": "ر", "f": "ف", "q": "ق", "k": "ک", "g": "گ", "l": "ل", "m": "م", "n": "ن",
    "x": "خ", "c": "ک",
}  # fmt: skip
_SAME_SOUND = str.maketrans("صثطذضظغحهأإئؤ", "سستزززقههاایو")
_VOWELS = {
    "a": {"ا": 0.12, "": 0.15, "ه": 0.25}, "aa": {"ا": 0.0, "": 0.8}, "e": {"": 0.1, "ه": 0.0, "ی": 0.6, "ا": 0.5},
    "o": {"": 0.25, "و": 0.1, "ا": 0.6}, "u": {"و": 0.0, "": 0.8}, "oo": {"و": 0.0, "": 0.8}, "ou": {"و": 0.0, "": 0.6},
    "i": {"ی": 0.0, "": 0.8}, "ee": {"ی": 0.0, "": 0.8}, "ei": {"ی": 0.0, "": 0.7}, "y": {"ی": 0.0, "": 0.7},
    "v": {"و": 0.0, "": 1.2}, "w": {"و": 0.0, "": 1.0},
}  # fmt: skip
_OPENING = {_LONG_I: ["i", "ee", "ei", "e"], _LONG_U: ["u", "oo", "ou", "o"]}
_OPENED_BY_ALEF = frozenset({"a", "aa", "e", "o"})
_EZAFE = "e"
_UNSPOKEN = {"ا": 0.8, "و": 0.6, "ی": 0.7, "ع": 0.1, "ه": 0.4, "ء": 0.1, "\u200c": 0.0, _LONG_I: 0.8, _LONG_U: 0.8}
_PLAIN_VOWELS = {
    "a": "ا",
    "aa": "ا",
    "u": "و",
    "oo": "و",
    "ou": "و",
    "i": "ی",
    "ee": "ی",
    "ei": "ی",
    "y": "ی",
    "v": "و",
    "w": "و",
}
_IMPOSSIBLE = 1e9
_RARITY = 0.06
"""What one natural logarithm of frequency is worth, in units of alignment cost."""
MOST_COST = 1.6


def is_latin(text: str) -> bool:
    """Whether most letters of a text are Latin."""
    latin = len(_LATIN.findall(text))
    return latin > 0 and 2 * latin > len(_LETTER.findall(text))


@dataclass(frozen=True, slots=True)
class Entry:
    """A known Persian word: as written, as sounded, and how dear its rarity makes it."""

    word: str
    sounded: str
    rarity: float


class Finglish:
    """A word-by-word converter over a vocabulary."""

    def __init__(self, counts: Mapping[str, int]) -> None:
        most = math.log(max(counts.values(), default=1))
        buckets: dict[str, list[Entry]] = defaultdict(list)
        for word, count in counts.items():
            sounded = _sounded(word)
            buckets[_consonants(sounded)].append(Entry(word, sounded, _RARITY * (most - math.log(count))))
        self._buckets = dict(buckets)

    @classmethod
    def load(cls) -> "Finglish":
        """Build over the shipped vocabulary."""
        with VOCABULARY_FILE.open(encoding="utf-8") as file:
            rows = (line.rstrip("\n").split("\t") for line in file)
            return cls({word: int(count) for word, count in rows})

    def persian(self, word: str) -> str:
        """The Persian word that a Latin one likely stands for, or its letters one by one; empty for a loose ezafe."""
        if word.lower() == _EZAFE:
            return ""
        sounds = _SOUND.findall(_DOUBLED.sub(r"\1", word.lower()))
        if not sounds:
            return word
        key = "".join(_SPELLED.get(sound, "") for sound in sounds)
        entries = [*self._buckets.get(key, ()), *(self._buckets.get(key[:-1], ()) if key.endswith("ه") else ())]
        best, cost = "", MOST_COST
        for entry in entries:
            if entry.rarity >= cost:
                continue
            total = entry.rarity + _alignment(sounds, entry.sounded, cost - entry.rarity)
            if total < cost:
                best, cost = entry.word, total
        return best or "".join(_SPELLED.get(sound, _PLAIN_VOWELS.get(sound, "")) for sound in sounds)


def _sounded(word: str) -> str:
    folded = word.replace("آ", "ا").translate(_SAME_SOUND)
    if len(folded) > 2 and folded.startswith(("ای", "او")):  # noqa: PLR2004 - the pair and something after it
        return (_LONG_I if folded[1] == "ی" else _LONG_U) + folded[2:]
    return folded


def _consonants(sounded: str) -> str:
    """What is surely heard: no vowels, no letters that may be vowels, no silent final h."""
    body = sounded[:-1] if sounded.endswith("ه") and len(sounded) > 1 else sounded
    return "".join(letter for letter in body if letter not in _UNSPOKEN or letter == "ه")


def _alignment(sounds: Sequence[str], letters: str, most: float) -> float:
    """Least cost of reading the letters as the sounds; impossible as soon as it is sure to be more than `most`."""
    row = [0.0]
    for letter in letters:
        row.append(row[-1] + _UNSPOKEN.get(letter, _IMPOSSIBLE))
    for position, sound in enumerate(sounds):
        costs = _VOWELS.get(sound)
        spelled = _SPELLED.get(sound)
        silent = costs[""] if costs else 0.6 if sound == "h" else _IMPOSSIBLE
        current = [row[0] + silent]
        for (diagonal, above), letter in zip(pairwise(row), letters, strict=True):
            if costs is None:
                matched = 0.0 if letter == spelled else _IMPOSSIBLE
            elif letter in _OPENING:
                matched = 0.0 if position == 0 and sound in _OPENING[letter] else _IMPOSSIBLE
            elif position == 0 and letter in "اع" and sound in _OPENED_BY_ALEF:
                matched = 0.0
            else:
                matched = costs.get(letter, 0.2 if letter == "ع" else _IMPOSSIBLE)
            unspoken = _UNSPOKEN.get(letter, _IMPOSSIBLE)
            current.append(min(diagonal + matched, above + silent, current[-1] + unspoken))
        if min(current) > most:
            return _IMPOSSIBLE
        row = current
    return row[-1]

"""From a raw message to words in one spelling, each knowing where it stands in the message.

hazm supplies the character table, the tokeniser, the joining of loose affixes and the lemmas; the colloquial forms it
does not know are mapped here. Word forms are kept in a bounded cache, since a city says much the same words all day.
"""

import re
from collections.abc import Iterable, Sequence
from itertools import repeat
from pathlib import Path
from typing import NamedTuple

from nlp import hazm_adapter
from nlp.finglish import Finglish, is_latin
from nlp.hazm_adapter import ZWNJ, Hazm
from nlp.remembered import Remembered

INFORMAL_FILE = Path(__file__).parent / "data" / "informal.tsv"
MAX_CHARACTERS = 4096

_REMOVED = re.compile(
    "[\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0640\u200d-\u200f\u202a-\u202e\u2060-\u2069\ufe0f\ufeff\u00ad]+"
)
_PIECES = re.compile(r"[^\W\d_]+(?:['’\u200c][^\W\d_]+)*|\d+|[؟?!]+|[^\w\s]", re.UNICODE)
_PLAIN = re.compile(r"[^\W\d_]+(?:\u200c[^\W\d_]+)*")
_LATIN = re.compile(r"[A-Za-z]")
_EXTRA_CHARACTERS = {
    "\u00a0": " ", "\u2007": " ", "\u202f": " ", "\u3000": " ", "\r": " ", "\t": " ", "\n": " ", "\u2028": " ",
    "\u2029": " ",
    "\u200b": ZWNJ, "\u00ac": ZWNJ, "٤": "۴", "٥": "۵", "٦": "۶", "ة": "ه", "ہ": "ه", "ھ": "ه", "ە": "ه",
    "أ": "ا", "إ": "ا", "ٱ": "ا", "ۀ": "ه", ",": "،", ";": "؛", "?": "؟", "_": " ", "-": " ", "…": " ",
}  # fmt: skip
_COLLOQUIAL_SUFFIXES = tuple(
    "ها های هایی هاش هامون هاتون هاشون هام ا ای اش امون مون تون شون رو و م ش ه".split()  # noqa: SIM905 - reads better
)
_KEY = (("آ", "ا"), ("ؤ", "و"), ("ئ", "ی"), ("ء", ""), (ZWNJ, ""))


Piece = tuple[str, int, int]
"""A token and where it stands in its surroundings."""


class Form(NamedTuple):
    """A word's spelling for comparing, and its dictionary form."""

    key: str
    lemma: str


class Word(NamedTuple):
    """A word of a message: offsets in the ORIGINAL text, and its forms."""

    start: int
    end: int
    key: str
    lemma: str


class Normaliser:
    """Turns messages into words. Holds hazm, the informal map and a bounded cache of word forms."""

    def __init__(self, hazm: Hazm, informal: dict[str, str], finglish: Finglish) -> None:
        self._hazm = hazm
        self._informal = informal
        self._characters = _character_table()
        self._foldable = re.compile(f"[{re.escape(''.join(map(chr, self._characters)))}]")
        self._pieces = Remembered(self._split)
        self._form = Remembered(self._find_form)
        self._latin_form: Remembered[str, Form] = Remembered(lambda word: self._find_form(finglish.persian(word)))

    @classmethod
    def load(cls) -> "Normaliser":
        """Build with hazm's lists and the package's own informal map."""
        return cls(hazm_adapter.load(), _read_map(INFORMAL_FILE), Finglish.load())

    def words(self, text: str) -> list[Word]:
        """The words, numbers and marks of a message, in order; at most the first 4,096 characters are read."""
        text = text[:MAX_CHARACTERS]
        pieces = self._pieces_of(text)
        if not pieces:
            return []
        tokens, starts, ends = zip(*pieces, strict=True)
        joined = self._hazm.join_affixes(tokens)
        if len(joined) < len(tokens):
            starts, ends = _joined_spans(joined, tokens, starts, ends)
        is_finglish = _LATIN.search(text) is not None and is_latin(self.fold(text)[0])
        form_of = self._latin_form if is_finglish else self._form
        keys, lemmas = zip(*map(form_of.__getitem__, joined), strict=True)
        # What Word(…) does, without a call of Python's for each of them.
        words = list(map(tuple.__new__, repeat(Word), zip(starts, ends, keys, lemmas, strict=True)))
        return words if all(keys) else [word for word in words if word.key]

    def _pieces_of(self, text: str) -> list[Piece]:
        """What stands between spaces, piece by piece; most of it was met before."""
        found: list[Piece] = []
        position, pieces = 0, self._pieces
        for chunk in text.replace("\n", " ").split(" "):
            for token, start, end in pieces[chunk]:
                found.append((token, position + start, position + end))
            position += len(chunk) + 1
        return found

    def fold(self, text: str) -> tuple[str, list[int] | None]:
        """Unify characters and drop marks. The list gives each kept character's place; None means unchanged."""
        folded = text.translate(self._characters) if self._foldable.search(text) else text
        if not _REMOVED.search(folded):
            return folded, None
        offsets: list[int] = []
        position = 0
        for match in _REMOVED.finditer(folded):
            offsets.extend(range(position, match.start()))
            position = match.end()
        offsets.extend(range(position, len(folded)))
        return _REMOVED.sub("", folded), offsets

    def _split(self, chunk: str) -> tuple[Piece, ...]:
        """The words, numbers and marks that stand between two spaces, as hazm's tokeniser parts them."""
        folded, offsets = self.fold(chunk)
        if offsets is None and _PLAIN.fullmatch(folded):
            return ((folded, 0, len(folded)),)
        spans = [(piece.group(), *piece.span()) for piece in _PIECES.finditer(folded)]
        if offsets is None:
            return tuple(spans)
        return tuple([(piece, offsets[start], offsets[end - 1] + 1) for piece, start, end in spans])

    def _find_form(self, word: str) -> Form:
        calm = self._hazm.calm(word.lower())
        return Form(_key(calm), _key(self._lemma(calm)))

    def _lemma(self, word: str) -> str:
        for candidate in self._spellings(word):
            if self._hazm.known(candidate):
                return self._hazm.lemma(candidate)
        return self._hazm.lemma(word)

    def _spellings(self, word: str) -> Iterable[str]:
        bare = word.replace(ZWNJ, "")
        if bare in self._informal:
            yield self._informal[bare]
        yield word
        for prefix in ("نمی", "می"):
            if bare.startswith(prefix) and len(bare) > len(prefix) + 1:
                yield prefix + ZWNJ + bare[len(prefix) :]
        yield bare
        if "ون" in bare:
            yield bare.replace("ون", "ان")
        for suffix in _COLLOQUIAL_SUFFIXES:
            if bare.endswith(suffix) and len(bare) - len(suffix) > 2:  # noqa: PLR2004 - a stem has three letters
                stem = bare[: -len(suffix)]
                yield self._informal.get(stem, stem)
                if stem.endswith("ون"):
                    yield stem[:-2] + "ان"


def _joined_spans(
    joined: Sequence[str], tokens: Sequence[str], starts: Sequence[int], ends: Sequence[int]
) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Where words stand that were joined, with one character between, from one token or several each."""
    firsts: list[int] = []
    lasts: list[int] = []
    position = 0
    for word in joined:
        firsts.append(starts[position])
        length = len(tokens[position])
        while length < len(word):
            position += 1
            length += len(tokens[position]) + 1
        lasts.append(ends[position])
        position += 1
    return tuple(firsts), tuple(lasts)


def _key(word: str) -> str:
    for written, usual in _KEY:  # ten times faster than str.translate on Persian
        word = word.replace(written, usual)
    return word


def _character_table() -> dict[int, str]:
    """Hazm's one-to-one table with what it lacks; every value is one character, so that offsets hold."""
    table = {code: target for code, target in hazm_adapter.character_table().items() if len(target) == 1}
    table.update({ord(source): target for source, target in _EXTRA_CHARACTERS.items()})
    for zero in (0x0660, 0xFF10, 0x30):
        table.update({zero + digit: chr(0x06F0 + digit) for digit in range(10)})
    return table


def _read_map(path: Path) -> dict[str, str]:
    with path.open(encoding="utf-8") as file:
        rows = (line.rstrip("\n").split("\t") for line in file if line.strip() and not line.startswith("#"))
        return {informal.replace(ZWNJ, ""): formal for informal, formal in rows}
